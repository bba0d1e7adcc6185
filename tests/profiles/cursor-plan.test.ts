/** Plans of Cursor: their front matter is judged, their text is as in any plan. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { plannedCommands } from '../../src/plan/files/uses.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { planBy } from '../plan/own-plan.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans/cursor-plan')
const [first, second] = ['valid-1.md', 'valid-2.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8')) as [
  string,
  string
]
const place = '.cursor/plans/limit_1a2b3c4d.plan.md'
const lint = (text: string, file = place) => lintText(text, { path: file, now: Date.parse('2026-06-01') })

describe('a plan of Cursor', () => {
  it.each([first, second])('is recognised by its place, and has no fault', text => {
    expect(lint(text)).toMatchObject({ profile: 'cursor-plan', recognised: 'certain', findings: [] })
  })

  it('is known elsewhere by the keys that no other format has', () => {
    expect(lint(first, 'docs/limit.md')).toMatchObject({ profile: 'cursor-plan', recognised: 'certain' })
    const renamed = first.replace('todos:', 'tasks:')
    expect(lint(renamed, 'docs/limit.md').profile).toBe('cursor-plan')
    expect(lint(renamed.replace('isProject:', 'project:'), 'docs/limit.md').profile).not.toBe('cursor-plan')
  })

  it('without front matter is told so once, as a warning', () => {
    const bare = first.replace(/^---\n[^]*?\n---\n/, '')
    expect(
      lint(bare, '.cursor/plans/limit.plan.md').findings.map(({ message, severity }) => `${severity}: ${message}`)
    ).toEqual(['warning: Missing front matter'])
  })

  it.each([
    ['no dashes', (text: string) => text.replace('---\n', '')],
    ['two of them', (text: string) => text.replace('---\n', '--\n')],
    ['a blank line above them', (text: string) => `\n${text}`]
  ])('is known and told with %s at its head', (_, change) => {
    const { profile, findings } = lint(change(first), 'docs/limit.md')
    expect([profile, ...findings.map(({ message }) => message)]).toEqual([
      'cursor-plan',
      'Unopened front matter: no line of dashes begins it on the first line'
    ])
  })
})

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
const broken: readonly (readonly [from: string, to: string, rule: string, line: string])[] = [
  ['name: Rate limit for the search\n', '', 'metadata', '---'],
  ['name: Rate limit for the search', 'name:', 'metadata', 'name:'],
  ['name: Rate limit for the search', 'name: TBD', 'no-placeholder', 'name: TBD'],
  [/overview: .*\n/.exec(first)![0], '', 'metadata', '---'],
  ['overview: Refuse', 'overview Refuse', 'metadata', 'overview Refuse'],
  ['name: Rate', 'name: Avatars\nname: Rate', 'metadata', 'name: Rate'],
  ['  - id: middleware', '  - id: bucket', 'metadata', '  - id: bucket'],
  ['  - id: docs\n    content', '  - content', 'metadata', '  - content'],
  ['    content: Say in docs/api.md what a client sees\n', '', 'metadata', '  - id: docs'],
  ['content: Say in docs/api.md what a client sees', 'content: ""', 'metadata', '    content: ""'],
  ['content: Say in docs/api.md what a client sees', 'content: "[say it]"', 'no-placeholder', '    content: "[say'],
  ['    status: pending\n', '', 'metadata', '  - id: docs'],
  ['status: pending', 'status: todo', 'metadata', '    status: todo'],
  ['status: in_progress', 'status: done', 'metadata', '    status: done'],
  ['isProject: false', 'isProject: maybe', 'metadata', 'isProject: maybe'],
  [
    '- `src/limit/bucket.ts` (new): ten tokens for each client, one comes back every six seconds.',
    'TBD',
    'no-placeholder',
    'TBD'
  ],
  ['npx vitest run tests/limit/bucket.test.ts', 'npx vitest run || true', 'verification-quality', 'npx vitest run ||']
]

describe('what is broken in it', () => {
  it.each(broken)('%j → %j', (from, to, rule, line) => {
    expect(first).toContain(from)
    const at = first.lastIndexOf(from)
    const text = first.slice(0, at) + to + first.slice(at + from.length)
    const lines = text.split('\n')
    const told = lint(text).findings.map(({ rule: id, place: where }) => [id, lines[where.start.line - 1]!])
    // A key that lost its colon is missing as well.
    expect(told.map(([id]) => id).slice(-1)).toEqual([rule])
    expect(told.length).toBeLessThan(3)
    expect(
      told.some(([, found]) => found!.startsWith(line)),
      String(told)
    ).toBe(true)
  })
})

describe('todos in brackets', () => {
  const todos = /todos:\n[^]*?(?=isProject)/.exec(first)![0]
  const said = (text: string): string[] => lint(first.replace(todos, () => text)).findings.map(({ message }) => message)

  it.each([
    'todos:\n  - {id: ring, content: Make a ring, status: pending}\n  - { id: test, content: "Test it, twice", status: completed }\n',
    'todos: [{"id": "ring", "content": "Make a ring", "status": "pending"}]\n',
    'todos: [{"id":"ring","content":"Make a ring: of ten","status":"pending"}]\n',
    'todos: [\n  {\n    "id": "ring",\n    "content": "Make a ring",\n    "status": "pending"\n  },\n  { "id": "test", "content": "Test it", "status": "cancelled" }\n]\n',
    'todos:\n  - {id: ring,\n     content: Make a ring,\n     status: pending}\n',
    "todos: [{id: 'ring', content: 'Make a ring # of ten', status: 'in_progress', deps: [test]}]\n"
  ])('are read: %j', text => expect(said(text)).toEqual([]))

  it.each([
    ['todos: [{"id": "ring", "content": "Make a ring"}]\n', 'Missing "status" in todo "Make a ring"'],
    ['todos:\n  - {id: ring, content: Make a ring, status: soon}\n', 'Unknown value "soon" for "status"'],
    ['todos:\n  - {id: ring, content: "", status: pending}\n', 'Empty "content" in todo "ring"'],
    [
      'todos: [{id: ring, content: Make it, status: pending}, {id: ring, content: Test it, status: pending}]\n',
      'Duplicate id "ring" of todos'
    ]
  ])('are judged: %j', (text, message) => expect(said(text)).toEqual([message]))
})

it('a fence of commands that is never closed is no file tree', () => {
  const { findings } = lint(`${first}\n## Check\n\n\`\`\`sh\nnpx vitest run\n`)
  expect(findings.map(({ rule }) => rule)).toEqual(['required-sections'])
  const drawn = lint(`${first}\n## Files\n\n\`\`\`\nsrc/\n├── limit/\n│   └── bucket.ts\n└── server.ts\n`)
  expect(drawn.findings.map(({ rule }) => rule)).toEqual(['file-tree'])
})

describe('a plan whose work is listed in the front matter alone', () => {
  const cut = (body: string): string => first.replace(/## Verification[^]*/, () => body)
  const told = (body: string): string[] => lint(cut(body)).findings.map(({ rule }) => rule)

  it('has the commands of its text carried out', () => {
    const profile = builtinProfiles.find(({ name }) => name === 'cursor-plan')!
    const commands = (text: string): string[] =>
      plannedCommands(planBy(profile, text)).map(({ block }) => block.node.value)
    const body = '## Approach\n\nRun `npm run limit`.\n\n```sh\nnpm run build\n```\n'
    expect(commands(cut(body))).toEqual(['npm run limit', 'npm run build'])
    expect(commands(cut(body).replace(/todos:[^]*?(?=isProject)/, ''))).toEqual([])
  })

  it('has its verification judged wherever it stands', () =>
    expect(told('## Approach\n\nAdd it.\n\nVerify: `npm test || true`\n')).toEqual(['verification-quality']))

  it.each(['## Approach\n\nStart `npm run dev` and look.\n', '## Now\n\n```sh\nnpm run dev\n```\n'])(
    'may show what somebody types: %j',
    body => expect(told(body)).toEqual([])
  )
})
