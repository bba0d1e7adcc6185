import { describe, expect, it } from 'vitest'
import { claimsOf } from '../../src/plan/files/claims.ts'
import { smallPlan } from './small-plan.ts'

const fields = [{ label: 'Files', kind: 'files' }]
const sections = [
  { id: 'tree', title: 'Tree', files: 'inventory', content: [{ kind: 'tree' }] },
  { id: 'map', title: 'Map', files: 'map', fields },
  { id: 'steps', title: 'Steps', units: { role: 'step', words: ['Step'], fields } }
]

const claimed = (tree: string[], files: string[]) =>
  claimsOf(
    smallPlan(
      `# A plan\n\n## Tree\n\n\`\`\`\n${tree.join('\n')}\n\`\`\`\n\n## Map\n\n**Files**:\n${files.map(file => `- ${file}`).join('\n')}\n`,
      sections
    )
  )

/** Each claim as `path mark < old name, how often, line`. */
const claims = (tree: string[], files: string[]): string[] =>
  claimed(tree, files).list.map(
    ({ path, mark = 'unmarked', from, mentions, mention }) =>
      `${path} ${mark}${from === undefined ? '' : ` < ${from}`} ${mentions.length} ${mention.place.start.line}`
  )

describe('claims', () => {
  it.each<[string, string[], string[], string[]]>([
    ['join what ends alike', ['src/a.ts <new>'], ['`a.ts`', '`lib/src/a.ts`'], ['lib/src/a.ts new 3 6']],
    [
      'leave a name alone that several end in',
      ['src/a.ts <new>', 'lib/a.ts <new>'],
      ['`a.ts`'],
      ['src/a.ts new 1 6', 'lib/a.ts new 1 7']
    ],
    [
      'take the path itself for what it says',
      ['a.ts <new>', 'lib/a.ts <new>', 'src/a.ts <new>'],
      ['`a.ts`', '`src/a.ts`'],
      ['a.ts new 2 6', 'lib/a.ts new 1 7', 'src/a.ts new 2 8']
    ],
    [
      'take a name alone in a tree for itself',
      ['src/a.ts <new>', 'a.ts <modified>'],
      [],
      ['src/a.ts new 1 6', 'a.ts modified 1 7']
    ],
    [
      'stand where the mark is, else at the first',
      ['src/a.ts', 'src/b.ts'],
      ['`src/a.ts` (new)', '`b.ts`'],
      ['src/b.ts unmarked 2 7', 'src/a.ts new 2 13']
    ],
    ['say nothing where marks contradict', ['src/a.ts <new>'], ['`src/a.ts` (deleted)'], ['src/a.ts unmarked 2 6']],
    [
      'stand at the first of marks that contradict',
      ['src/a.ts'],
      ['`src/a.ts` (new)', '`src/a.ts` (deleted)'],
      ['src/a.ts unmarked 3 12']
    ],
    [
      'contradict beside an unknown mark, too',
      ['src/a.ts <nwe>'],
      ['`src/a.ts` (new)', '`src/a.ts` (deleted)'],
      ['src/a.ts unmarked 3 12']
    ],
    [
      'stand at the first of equal marks, in the order of the text',
      ['a.ts', 'b/a.ts <new>'],
      ['`b/a.ts` (new)', '`c/b/a.ts` (new)'],
      ['a.ts unmarked 1 6', 'c/b/a.ts new 3 7']
    ],
    ['take no unknown mark for one', ['src/a.ts <nwe>'], ['`src/a.ts` (deleted)'], ['src/a.ts deleted 2 12']],
    [
      'say the most of what agrees',
      ['src/a.ts (existing)', 'src/b.ts <modified>'],
      ['`src/a.ts` (modified)', '`src/b.ts` (renamed from c.ts)'],
      ['src/a.ts modified 2 13', 'src/b.ts renamed < c.ts 2 14']
    ],
    [
      'keep paths that lead out apart',
      ['src/a.ts <new>'],
      ['`../src/a.ts` (modified)', '`../src/a.ts`', '`../a.ts`'],
      ['src/a.ts new 1 6', '../src/a.ts modified 2 12', '../a.ts unmarked 1 14']
    ]
  ])('%s', (_, tree, files, expected) => expect(claims(tree, files)).toEqual(expected))

  it('are found by what their paths end in', () => {
    const { find } = claimed(['src/a.ts <new>', 'lib/b.ts <new>'], [])
    expect(['a.ts', 'x/lib/b.ts', 'c.ts'].map(path => find(path).map(claim => claim.path))).toEqual([
      ['src/a.ts'],
      ['lib/b.ts'],
      []
    ])
  })

  it.each<[string[], string[]]>([
    [['client/', '  src/a.ts', '  b.ts'], ['client']],
    [['client/', '  src/a.ts', 'clients/', '  b.ts'], []],
    [['client/a.ts <new>'], []],
    [['client/a.ts <new>', 'client/b.ts <new>'], ['client']]
  ])('know the folder that holds all of %j', (tree, roots) => expect([...claimed(tree, []).roots()]).toEqual(roots))
})
