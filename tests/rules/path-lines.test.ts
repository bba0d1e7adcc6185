/** Lines that a plan names are looked up in the file as it is now; verdicts know of which file that was. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { holding, listing } from './listing.ts'

const profile = listing()
const numbered = (count: number, end = '\n'): string =>
  Array.from({ length: count }, (_, i) => `line ${i}`).join('\n') + end

interface Where {
  path?: string
  repoPath?: string
  texts?: Readonly<Record<string, string>>
  there?: string[]
  status?: string
}

function judge(
  steps: string[],
  { path = 'docs/a.md', repoPath, texts = { 'src/dock.ts': numbered(40) }, there = [], status = 'Draft' }: Where = {}
) {
  const work = steps.map((files, i) => `### Step ${i + 1}: Row\n\n**Files**: ${files}\n`).join('\n')
  const { findings, beside } = lintText(`**Status**: ${status}\n\n## Steps\n\n${work}`, {
    profiles: [profile],
    forced: profile.name,
    path,
    ...(repoPath === undefined ? {} : { repoPath }),
    repo: holding(['src/dock.ts', ...there]),
    siblings: createSiblings(texts)
  })
  const told = findings
    .filter(({ rule }) => rule === 'path-exists')
    .map(({ severity, message }) => `${severity} ${message}`)
  return { told, beside: beside?.map(each => each.path) }
}

const beyond = (line: number, count = 40) => [`warning Unknown line ${line} of "src/dock.ts": it has ${count}`]

describe('lines beyond the end of a file', () => {
  it.each([
    ['`src/dock.ts:12-41` (modified)', 41],
    ['`src/dock.ts:90` (modified)', 90],
    ['`src/dock.ts#L12-L300` (modified)', 300],
    ['`src/dock.ts:3-9,44` (modified)', 44],
    ['`src/dock.ts:50`', 50]
  ])('%s', (files, line) => expect(judge([files]).told).toEqual(beyond(line)))

  it.each([
    '`src/dock.ts:12-40` (modified)',
    '`src/dock.ts` (modified)',
    '`src/dock.ts::test_400` (modified)',
    '`src/dock.ts:open` (modified)'
  ])('%s: fine', files => expect(judge([files]).told).toEqual([]))

  it('counts the last line whether it ends or not, and none of what is empty', () => {
    expect(judge(['`src/dock.ts:41`'], { texts: { 'src/dock.ts': numbered(40, '') } }).told).toEqual(beyond(41))
    expect(judge(['`src/dock.ts:40`'], { texts: { 'src/dock.ts': numbered(40, '') } }).told).toEqual([])
    expect(judge(['`src/dock.ts:1`'], { texts: { 'src/dock.ts': '' } }).told).toEqual(beyond(1, 0))
    expect(judge(['`src/dock.ts:3`'], { texts: { 'src/dock.ts': 'a\r\nb\r\n' } }).told).toEqual(beyond(3, 2))
  })

  it('are there in later steps, which find more than is there now', () =>
    expect(judge(['`src/dock.ts` (modified)', '`src/dock.ts:41` (modified)']).told).toEqual([]))

  it('are those of the step, where a tree draws the file before', () => {
    const { findings } = lintText(
      '## Tree\n\n```\nsrc/\n└── dock.ts <modified>\n```\n\n## Steps\n\n### Step 1: Row\n\n**Files**: `src/dock.ts:41` (modified)\n',
      {
        profiles: [profile],
        forced: profile.name,
        path: 'docs/a.md',
        repo: holding(['src/dock.ts']),
        siblings: createSiblings({ 'src/dock.ts': numbered(40) })
      }
    )
    const told = findings.filter(({ rule }) => rule === 'path-exists')
    expect(told.map(({ message, place }) => `${place.start.line} ${message}`)).toEqual([
      '12 Unknown line 41 of "src/dock.ts": it has 40'
    ])
  })

  it('are not counted in what is made, what is not there, and once work has begun', () => {
    expect(judge(['`src/new.ts:90` (new)']).told).toEqual([])
    expect(judge(['`src/dock.ts:90`'], { texts: {} }).told).toEqual([])
    const begun = judge(['`src/dock.ts:90` (modified), `src/made.ts` (new)'], { there: ['src/made.ts'] }).told
    expect(begun.filter(each => each.includes('line'))).toEqual([])
    expect(judge(['`src/dock.ts:90` (modified)'], { status: 'Done' }).told).toEqual([])
  })
})

describe('what a verdict depends on', () => {
  it('is the file whose lines were counted, and no other', () => {
    expect(judge(['`src/dock.ts:12` (modified)']).beside).toEqual(['src/dock.ts'])
    expect(judge(['`src/dock.ts` (modified)']).beside).toBeUndefined()
  })

  it.each([
    ['docs/a.md', 'docs/a.md', 'src/dock.ts'],
    ['a.md', 'docs/a.md', '../src/dock.ts'],
    ['../docs/a.md', 'docs/a.md', '../src/dock.ts'],
    ['../a.md', 'docs/a.md', '../../src/dock.ts'],
    ['a.md', 'src/a.md', 'dock.ts']
  ])('from %s, which is %s in the repository: %s', (path, repoPath, at) => {
    const { told, beside } = judge(['`src/dock.ts:41` (modified)'], { path, repoPath, texts: { [at]: numbered(40) } })
    expect(told).toEqual(beyond(41))
    expect(beside).toEqual([at])
  })
})
