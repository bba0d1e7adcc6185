/** Files that are one plan: what is read beside a document, and what is said where it can't be. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseFast } from 'mdast-fast'
import { afterAll, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { siblingsOnDisk } from '../../src/sets/disk.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { setFilesOf } from '../../src/sets/places.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { folder, repo, sweep } from '../repo/make.ts'
import { at, files, spec, tasks } from './reading-lists.ts'

afterAll(sweep)

const home = 'specs/001-reading-lists'
const now = Date.UTC(2026, 1, 1)
const lint = (name: keyof typeof files, texts: Record<string, string>, text: string = files[name]) =>
  lintText(text, { path: `${home}/${name}`, siblings: createSiblings(texts), now })
const told = ({ findings }: ReturnType<typeof lint>): string[] =>
  findings.map(({ rule, message, place }) => `${place.start.line} ${rule}: ${message}`)

test('a set without a defect has no finding in any of its files, and says what was read', () => {
  for (const name of ['spec.md', 'plan.md', 'tasks.md'] as const) expect(told(lint(name, at(home)))).toEqual([])
  expect(lint('tasks.md', at(home)).notes).toContain('Read beside it: spec.md, plan.md')
})

test('a text without files beside it says so, and is judged alone', () => {
  const alone = lintText(tasks.replace('[US2]', '[US7]'), { path: `${home}/tasks.md`, now })
  expect(told(alone)).toEqual([expect.stringContaining('task-format')])
  expect(alone.notes).toContain('Not compared with spec.md, plan.md: no files beside it were read')
  expect(alone.beside).toBeUndefined()
})

test('what is not there is noted, and asked for where a spec-kit feature lies', () => {
  const found = lint('tasks.md', {})
  expect(told(found)).toEqual(['1 traceability: Missing spec.md beside it'])
  expect(found.notes).toContain('Not compared with spec.md, plan.md: not there')
  const elsewhere = lintText(tasks, { path: 'notes/tasks.md', siblings: createSiblings({}), now })
  expect(told(elsewhere)).toEqual([])
})

test('a finding names the place in the other file', () => {
  const found = lint('tasks.md', at(home), tasks.replace('FR-002,', 'FR-020,'))
  expect(found.findings).toMatchObject([
    { rule: 'traceability', severity: 'error', related: [{ path: `${home}/spec.md`, place: { start: { line: 40 } } }] }
  ])
  expect(tasks.split('\n')[found.findings[0]!.place.start.line - 1]).toContain('T004')
})

test('every place that was looked at is in the report, with a hash that follows the text', () => {
  const before = lint('tasks.md', at(home)).beside!
  const after = lint('tasks.md', { ...at(home), [`${home}/spec.md`]: `${spec}\n` }).beside!
  expect(before.map(each => each.path)).toEqual([`${home}/spec.md`, `${home}/plan.md`])
  expect(after[0]!.hash).not.toBe(before[0]!.hash)
  expect(after[1]).toEqual(before[1])
  expect(lint('tasks.md', {}).beside).toEqual([
    { path: `${home}/spec.md`, hash: null },
    { path: `${home}/plan.md`, hash: null }
  ])
})

test('each file of a set is parsed once, however many of them are judged', () => {
  let parsed = 0
  const parse = (text: string) => (parsed++, parseFast(text)!)
  const folders = Array.from({ length: 20 }, (_, i) => `specs/${String(i).padStart(3, '0')}-a`)
  const siblings = createSiblings(Object.assign({}, ...folders.map(at)) as Record<string, string>)
  for (const each of folders)
    for (const [name, text] of Object.entries(files)) lintText(text, { path: `${each}/${name}`, siblings, parse, now })
  expect(parsed).toBe(60)
})

test('a file that changes is read anew', () => {
  const texts = at(home)
  const siblings = createSiblings(name => (texts[name] === undefined ? undefined : { text: texts[name] }))
  const judge = () => lintText(tasks, { path: `${home}/tasks.md`, siblings, now }).findings.length
  expect(judge()).toBe(0)
  texts[`${home}/spec.md`] = spec.replace('**FR-002**', '**FR-012**')
  expect(judge()).toBe(1)
})

test('a file that is too complex is not read', () => {
  const found = lint('tasks.md', { ...at(home), [`${home}/spec.md`]: `${'> '.repeat(60)}a\n` })
  expect(found.notes).toContain('Not compared with spec.md: it is too complex')
  expect(told(found)).toEqual([])
})

test('a file in which nothing can be compared is not said to have been', () => {
  const notesOf = (name: keyof typeof files, beside: Record<string, string>) =>
    lint(name, { ...at(home), ...beside }).notes.filter(note => /compared|Read beside/.test(note))
  for (const text of ['', '# Tasks\n', '# Tasks\n\nLater.\n', '# Tasks\n\n1. Shelves\n'])
    expect(notesOf('spec.md', { [`${home}/tasks.md`]: text })).toEqual([
      'Not compared with tasks.md: no task can be read in it'
    ])
  // Requirements and criteria are found wherever they stand: that there is none is told of the tasks.
  expect(notesOf('tasks.md', { [`${home}/spec.md`]: '# Feature Specification: lists\n\n- Read them\n' })).toEqual([
    'Read beside it: spec.md, plan.md',
    'Not wholly compared with spec.md: no story can be read in it'
  ])
  expect(notesOf('tasks.md', { [`${home}/spec.md`]: '# Feature Specification: lists\n' })).toEqual([
    'Read beside it: spec.md, plan.md'
  ])
  expect(notesOf('tasks.md', { [`${home}/plan.md`]: '# Implementation Plan\n\nA plan.\n' })).toEqual([
    'Read beside it: spec.md',
    'Not compared with plan.md: no file tree can be read in it'
  ])
})

test('what can be compared in part says what could not', () => {
  const requirement = '### Requirement 1: Letters\n\n**User Story:** As Kim, I want letters, so that I read.\n'
  const tasksOf = (text: string) => `# Implementation Plan\n\n- [ ] 1. Sort\n  - _Requirements: ${text}_\n`
  const notesOf = (refs: string, criteria: string) =>
    lintText(tasksOf(refs), {
      path: '.kiro/specs/night/tasks.md',
      siblings: createSiblings({
        '.kiro/specs/night/requirements.md': `# R\n\n## Requirements\n\n${requirement}${criteria}`
      })
    }).notes.filter(note => /compared|Read beside/.test(note))
  const criteria = '\n#### Acceptance Criteria\n\n1. WHEN a letter comes THEN the sorter SHALL sort it\n'
  expect(notesOf('1.1, 1', criteria)).toEqual(['Read beside it: requirements.md'])
  expect(notesOf('1.1', '')).toEqual(['Not compared with requirements.md: no criterion can be read in it'])
  expect(notesOf('1.1, 1', '')).toEqual([
    'Read beside it: requirements.md',
    'Not wholly compared with requirements.md: no criterion can be read in it'
  ])
})

test('on disk: regular files of ordinary size, none through a link that leads out', () => {
  const outside = folder()
  fs.writeFileSync(path.join(outside, 'spec.md'), spec)
  const { top, write } = repo()
  write({ ...at(home), 'shared/spec.md': spec })
  const read = (name: string) => siblingsOnDisk(top, 100_000).read(`${home}/${name}`, `${home}/tasks.md`)
  expect(read('spec.md')).toEqual({ text: spec })
  expect(read('none.md')).toBeUndefined()
  expect(read('../../shared/spec.md')).toEqual({ text: spec })
  expect(read('../../../spec.md')).toBeUndefined()
  write({
    [`${home}/a.md`]: `-> ${outside}/spec.md`,
    [`${home}/b.md`]: '-> ../../shared/spec.md',
    [`${home}/c.md`]: '-> c.md'
  })
  expect(read('a.md')).toEqual({ failure: 'it lies outside of the repository' })
  expect(read('b.md')).toEqual({ text: spec })
  expect(read('c.md')).toBeUndefined()
  const above = path.relative(top, path.join(outside, 'spec.md'))
  expect(siblingsOnDisk(top).read(above, `${home}/tasks.md`)).toHaveProperty('failure')
  write({ [`${home}/big.md`]: 'a'.repeat(100_001), [`${home}/nul.md`]: 'a\0b' })
  fs.writeFileSync(path.join(top, home, 'latin.md'), Buffer.from([0x61, 0xe4, 0x62]))
  fs.mkdirSync(path.join(top, home, 'folder.md'))
  execFileSync('mkfifo', [path.join(top, home, 'pipe.md')])
  expect(read('big.md')).toEqual({ failure: 'it is larger than 100,000 bytes' })
  expect(read('nul.md')).toEqual({ failure: 'it is no UTF-8 text' })
  expect(read('latin.md')).toEqual({ failure: 'it is no UTF-8 text' })
  expect(read('folder.md')).toEqual({ failure: 'it is no file' })
  expect(read('pipe.md')).toEqual({ failure: 'it is no file' })
})

test('names tell which files are one plan', () => {
  expect(setFilesOf('specs/001-a/spec.md', builtinProfiles)).toEqual(['specs/001-a/tasks.md'])
  const beside = ['requirements', 'bugfix', 'spec', 'plan'].map(name => `specs/001-a/${name}.md`)
  expect(setFilesOf('specs/001-a/tasks.md', builtinProfiles)).toEqual(beside)
  expect(setFilesOf('docs/plans/letters.md', builtinProfiles)).toEqual([])
})
