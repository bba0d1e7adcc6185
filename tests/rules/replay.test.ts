import { describe, expect, it } from 'vitest'
import { claimsOf } from '../../src/plan/files/claims.ts'
import { replayOf } from '../../rules/step-order/replay.ts'
import { smallPlan } from '../plan/small-plan.ts'

const fields = [{ label: 'Files', kind: 'files' }]
const sections = [
  { id: 'tree', title: 'Tree', files: 'inventory', content: [{ kind: 'tree' }] },
  { id: 'steps', title: 'Steps', units: { role: 'step', words: ['Step'], fields } }
]

const planOf = (tree: string[], steps: string[]) =>
  smallPlan(
    `# A plan\n\n## Tree\n\n\`\`\`\n${tree.join('\n')}\n\`\`\`\n\n## Steps\n\n${steps.map((step, i) => `### Step ${i + 1}: Do it\n\n${step}\n`).join('\n')}`,
    sections
  )

/** The first and the last step of each file of the tree: `path 0-2`. */
function ranges(tree: string[], ...steps: string[]): string[] {
  const plan = planOf(tree, steps)
  const replay = replayOf(plan)
  return claimsOf(plan)
    .list.filter(({ mentions }) => mentions[0]!.role === 'inventory')
    .map(claim => `${claim.path} ${replay.first(claim) ?? 'none'}-${replay.last(claim) ?? 'none'}`)
}

describe('a replay', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'by the name in the text',
      ['src/a.ts <new>', 'src/b.ts <new>'],
      ['Write `a.ts`.', 'Text.', 'Change src/a.ts and b.ts.'],
      ['src/a.ts 0-2', 'src/b.ts 2-2']
    ],
    ['by the old name', ['src/b.ts <renamed: src/a.ts>'], ['Text.', 'Move a.ts.', 'Use b.ts.'], ['src/b.ts 1-2']],
    [
      'not by commands',
      ['src/a.ts <new>'],
      [
        'Run this:\n\n```sh\nnode src/a.ts\n```\n\nThen rest.',
        'Write a.ts.\n\n```sh\nnpm test\n```',
        '```sh\nls\n```\n\nSee a.ts.'
      ],
      ['src/a.ts 1-2']
    ],
    [
      'by folders, wherever they begin',
      ['app/src/lib/a.ts <new>', 'app/src/b.ts <new>'],
      ['**Files**: `src/lib/`', '**Files**: `app/src/`'],
      ['app/src/lib/a.ts 0-1', 'app/src/b.ts 1-1']
    ],
    [
      'by patterns, wherever they begin',
      ['app/src/a.ts <new>', 'b.ts <new>', 'app/src/c.md <new>'],
      ['**Files**: `src/*.ts`', '**Files**: `**/*.ts`', '**Files**: `*.md`'],
      ['app/src/a.ts 0-1', 'b.ts 1-1', 'app/src/c.md 2-2']
    ],
    [
      'by the folder, where files share a name',
      ['packages/a/index.ts <new>', 'packages/b/index.ts <new>'],
      ['Create `packages/a/index.ts`.', 'Create (b/index.ts).', 'Text.'],
      ['packages/a/index.ts 0-0', 'packages/b/index.ts 1-1']
    ],
    [
      'by a shared name without a folder',
      ['packages/a/index.ts <new>', 'packages/b/index.ts <new>'],
      ['Create `index.ts`.', 'Change packages/b/index.ts:12.'],
      ['packages/a/index.ts 0-0', 'packages/b/index.ts 0-1']
    ],
    ['by none', ['src/a.ts <new>'], ['Text.'], ['src/a.ts none-none']]
  ])('%s', (_, tree, steps, expected) => expect(ranges(tree, ...steps)).toEqual(expected))

  it('tries no more patterns than a plan has', () => {
    const many = (count: number): string =>
      `**Files**: ${Array.from({ length: count }, (_, i) => `\`x${i}/*.md\``).join(', ')}, \`src/*.ts\``
    expect(ranges(['src/a.ts <new>'], many(49))).toEqual(['src/a.ts 0-0'])
    expect(ranges(['src/a.ts <new>'], many(50))).toEqual(['src/a.ts none-none'])
  })

  it('is explicit where every step that should name files names paths', () => {
    const explicit = (...steps: string[]): boolean => replayOf(planOf(['src/a.ts <new>'], steps)).isExplicit
    expect(explicit('**Files**: `src/a.ts`', '**Files**: `src/b.ts`')).toBe(true)
    expect(explicit('**Files**: `src/a.ts`', 'Text.')).toBe(true)
    expect(explicit('**Files**: `src/a.ts`', '**Files**: the store')).toBe(false)
    expect(explicit('Text.')).toBe(false)
    expect(explicit()).toBe(false)
  })

  it('numbers the steps', () => {
    const { steps, indexOf } = replayOf(planOf([], ['Text.', 'Text.']))
    expect([...steps, undefined].map(step => indexOf(step))).toEqual([0, 1, -1])
  })
})
