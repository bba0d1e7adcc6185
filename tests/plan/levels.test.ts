/** Headings at another level than their siblings: what they are by the profile says where they belong. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import { planText } from '../rules/remedies/remedy.ts'

/** Headings that only their level makes a part of something: no profile knows them. */
const unknown: Readonly<Record<string, readonly string[]>> = {
  'design-plan/valid-1': [],
  'planning-md/valid-3': [],
  'handoff-plan/valid-1': ['### Step 1: Staging'],
  'task-plan/valid-2': [],
  'backlog-plan/valid-1': []
}

const fence = /^\s*(?:```|~~~)/

/** Lines of headings at level three and below, outside of fences. */
function headingsOf(lines: readonly string[]): number[] {
  let isCode = false
  return lines.flatMap((line, i) => {
    if (fence.test(line)) isCode = !isCode
    return !isCode && /^#{3,5} /.test(line) ? [i] : []
  })
}

describe.each(Object.keys(unknown))('%s', plan => {
  const lines = planText(plan).split('\n')
  const told = (text: string): string[] =>
    lintText(text, { path: 'a.md', forced: plan.split('/')[0]!, now: Date.parse('2026-06-15T12:00:00Z') }).findings.map(
      ({ place, rule, message }) => `${place.start.line} ${rule}: ${message}`
    )
  const before = told(lines.join('\n'))

  test.each([
    ['up', -1],
    ['down', 1]
  ])('each heading one level %s', (_, by) => {
    const found: string[] = []
    for (const i of headingsOf(lines)) {
      const moved = [...lines]
      moved[i] = by < 0 ? lines[i]!.slice(1) : `#${lines[i]}`
      const fresh = told(moved.join('\n')).filter(each => !before.includes(each))
      if (fresh.length > 0 && !unknown[plan]!.includes(lines[i]!)) found.push(lines[i]!, ...fresh)
    }
    expect(found).toEqual([])
  })
})

describe('an outline with other levels', () => {
  const text = '# A\n\n## B\n\n## C\n\n<h2>D</h2>\n\n### E\n'
  const written = buildOutline(parsePlan(text), text, new Set())
  const tree = (outline: typeof written): string[] =>
    outline.parts.slice(1).map(({ title, level, parent }) => `${title} ${level} in ${parent!.title}`)

  test('is another, and the one it was made of stays', () => {
    const at = (title: string): number => text.indexOf(title) - 3
    const other = written.withLevels(
      new Map([
        [at('C'), 3],
        [text.indexOf('<h2>'), 3]
      ])
    )
    expect(tree(other)).toEqual(['A 1 in ', 'B 2 in A', 'C 3 in B', 'D 3 in B', 'E 3 in B'])
    expect(tree(written)).toEqual(['A 1 in ', 'B 2 in A', 'C 2 in A', 'D 2 in A', 'E 3 in D'])
    expect(tree(other.withLevels(new Map()))).toEqual(tree(written))
  })
})
