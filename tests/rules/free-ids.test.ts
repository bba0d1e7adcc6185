/** The help for an identifier that stands twice names one that is free: with it nothing is told any more. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const paths: Record<string, string> = {
  'openspec-tasks': 'openspec/changes/a/tasks.md',
  'speckit-tasks': 'specs/001-a/tasks.md',
  'speckit-spec': 'specs/001-a/spec.md'
}

test.each([
  ['openspec-tasks', /- \[ \] 1\.3 /, '- [ ] 1.2 ', '1.3'],
  ['openspec-tasks', /- \[ \] 2\.1 /, '- [ ] 2.2 ', '2.3'],
  ['openspec-tasks', /- \[ \] 2\.1 /, '- [ ] 1.2 ', '2.3'],
  ['openspec-tasks', /1\.2\.2/, '1.2.1', '1.2.2'],
  ['openspec-tasks', /## 2\. /, '## 1. ', '2'],
  ['speckit-tasks', /T006/, 'T005', 'T009'],
  ['speckit-spec', /\*\*FR-002\*\*/, '**FR-001**', 'FR-005']
])('%s: %s becomes %j, and then %s', (forced, was, twice, free) => {
  const lint = (text: string) =>
    lintText(text, { forced, path: paths[forced]! }).findings.filter(({ rule }) => rule === 'step-sequence')
  const valid = readFileSync(`fixtures/plans/${forced}/valid-1.md`, 'utf8')
  const text = valid.replace(was, twice)
  const [told, ...others] = lint(text)
  expect(others).toEqual([])
  expect(told).toMatchObject({
    messageId: 'sameId',
    help: `Give one of the two an identifier of its own: this one may be ${free}`
  })
  const found = /\S*\d$/.exec(told!.message)![0]
  const at = text.indexOf(found, told!.place.start.offset)
  expect(lint(`${text.slice(0, at)}${free}${text.slice(at + found.length)}`)).toEqual([])
})

test('three of one number are offered two numbers', () => {
  const text = '# Tasks\n\n## 1. Room\n\n- [ ] 1.1 Draw\n- [ ] 1.1 Check\n- [ ] 1.1 Verify\n'
  const helps = lintText(text, { forced: 'openspec-tasks', path: 'tasks.md' }).findings.map(({ help }) => help)
  expect(helps.filter(help => help?.startsWith('Give one')).map(help => help!.slice(-3))).toEqual(['1.2', '1.3'])
})
