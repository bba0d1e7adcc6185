/** Comments that name no rule, or silence nothing: the same in the library, in remark, and on the command line. */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { lintText } from '../../src/index.ts'
import planlint from '../../src/lint/remark.ts'
import { folderOf } from '../cli/harness.ts'

const plan = (...lines: string[]): string =>
  `---\nplanlint: generic\n---\n\n# Plan: Move\n\n${lines.join('\n\n')}\n\n## Steps\n\n### Step 1: One\n\nVerify: \`npm test\` passes\n\n### Step 2: Two\n\nVerify: \`npm test\` passes\n`

const options = {
  reportUnusedDisableDirectives: true,
  rules: { 'command-exists': 'off', 'path-exists': 'off', 'step-order': 'off' }
} as const

type Told = string[]

function byLibrary(text: string): Told {
  const { findings } = lintText(text, { path: 'PLAN.md', options })
  return findings
    .filter(({ rule }) => rule === 'lint-comment')
    .map(
      ({ place: { start, end }, message, severity }) =>
        `${start.line}:${start.column}-${end.column} ${severity} ${message}`
    )
}

function byRemark(text: string): Told {
  const file = new VFile({ value: text, path: 'PLAN.md' })
  const processor = unified()
    .use(remarkParse)
    .use(planlint, options as never)
  processor.runSync(processor.parse(file), file)
  return file.messages
    .filter(({ ruleId }) => ruleId === 'lint-comment')
    .map(({ place, reason, fatal }) => {
      const { start, end } = place as { start: { line: number; column: number }; end: { column: number } }
      return `${start.line}:${start.column}-${end.column} ${fatal ? 'error' : 'warning'} ${reason}`
    })
}

async function byCommand(text: string): Promise<Told> {
  let out = ''
  const cwd = folderOf({
    'PLAN.md': text,
    '.remarkrc.json': JSON.stringify({ plugins: [['planlint', { rules: options.rules }]] })
  })
  await run(['PLAN.md', '-f', 'json', '--report-unused-disable-directives'], {
    stdout: { write: piece => void (out += piece) },
    stderr: { write: () => undefined },
    stdin: (async function* () {})(),
    cwd,
    env: {},
    isTTY: false,
    columns: 80
  })
  type Found = { rule: string; line: number; column: number; endColumn: number; severity: string; message: string }
  return (JSON.parse(out).files[0].findings as Found[])
    .filter(({ rule }) => rule === 'lint-comment')
    .map(each => `${each.line}:${each.column}-${each.endColumn} ${each.severity} ${each.message}`)
}

test.each<[string, string[], Told]>([
  [
    'an unknown rule',
    ['<!--lint disable no-placehoder-->'],
    ['7:18-31 warning Unknown rule "no-placehoder" in a lint comment']
  ],
  ['a rule of another linter', ['<!--lint disable maximum-line-length-->'], []],
  ['one that silences something', ['<!--lint disable no-placeholder-->', 'TBD'], []],
  [
    'one that silences nothing',
    ['<!--lint disable no-placeholder-->', 'Done'],
    ['7:18-32 warning Unused "disable no-placeholder": it silences nothing']
  ],
  [
    'ignore reaches one block',
    ['<!--lint ignore no-placeholder-->', 'Fine', 'TBD'],
    ['7:17-31 warning Unused "ignore no-placeholder": it silences nothing']
  ],
  ['ignore that is needed', ['<!--lint ignore no-placeholder-->', 'TBD'], []],
  [
    'what was enabled again',
    ['<!--lint disable no-placeholder-->', 'Fine', '<!--lint enable no-placeholder-->', 'TBD'],
    ['7:18-32 warning Unused "disable no-placeholder": it silences nothing']
  ],
  [
    'a second one for the same',
    ['<!--lint disable no-placeholder-->', 'TBD', '<!--lint disable no-placeholder-->', 'Fine'],
    ['11:18-32 warning Unused "disable no-placeholder": it silences nothing']
  ],
  [
    'one of several',
    ['<!--lint disable step-order no-placeholder step-fields-->', 'TBD'],
    ['7:44-55 warning Unused "disable step-fields": it silences nothing']
  ],
  ['all rules, whose findings may be others', ['<!--lint disable-->', 'Fine', '<!--lint enable-->'], []],
  ['this rule itself', ['<!--lint disable lint-comment-->', '<!--lint disable no-placehoder-->'], []],
  [
    'what is no comment of its own',
    ['Fine <!-- lint disable no-placehoder -->', '`<!--lint disable no-placehoder-->`'],
    ['7:24-37 warning Unknown rule "no-placehoder" in a lint comment']
  ]
])('%s', async (_, lines, told) => {
  const text = plan(...lines)
  expect(byLibrary(text)).toEqual(told)
  expect(byRemark(text)).toEqual(told)
  expect(await byCommand(text)).toEqual(told)
})

test('unused ones are told of where that is asked for, unknown ones always', () => {
  const text = plan('<!--lint disable no-placeholder no-placehoder-->')
  const told = (more: object): string[] =>
    lintText(text, { options: more }).findings.map(({ messageId, rule }) => `${rule}/${messageId}`)
  expect(told({})).toEqual(['lint-comment/unknown'])
  expect(told({ reportUnusedDisableDirectives: true })).toEqual(['lint-comment/unused', 'lint-comment/unknown'])
  expect(told({ reportUnusedDisableDirectives: true, rules: { 'lint-comment': 'off' } })).toEqual([])
})

test('a rule that did not run is not judged', () => {
  const text = plan('<!--lint disable path-exists no-placeholder-->')
  const rules = { 'no-placeholder': 'off' } as const
  expect(lintText(text, { options: { reportUnusedDisableDirectives: true, rules } }).findings).toEqual([])
})
