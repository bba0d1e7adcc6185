/** Each kind of fix where it is delicate: what follows, what is only offered, what is left alone. */
import { remark } from 'remark'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import { correctTitle } from '../../src/fix/spelling.ts'
import { applyEdits } from '../../src/fix/edits.ts'
import { lintText } from '../../src/lint/linter.ts'
import planlint from '../../src/lint/remark.ts'
import type { Finding } from '../../src/types.ts'

const front = '---\nplanlint: design-plan\n---\n'

async function fixed(body: string, forced = 'design-plan'): Promise<string> {
  return (await applyFixes(body, text => lintText(text, { forced, only }), { scaffold: true })).text
}

/** One rule at a time: these are pieces of plans. */
let only: Parameters<typeof lintText>[1] extends infer E
  ? NonNullable<E> extends { only?: infer O }
    ? O
    : never
  : never

async function withRule(id: string, body: string, forced?: string): Promise<string> {
  const { rules } = await import('../../rules/index.ts')
  only = rules.filter(rule => rule.id === id)
  return fixed(body, forced)
}

function findingsOf(text: string): Finding[] {
  return lintText(text, { forced: 'design-plan' }).findings
}

const step = (number: number | string, more = ''): string =>
  `### Step ${number}: Do it\n\n**Files**: \`a.ts\`\n\n**Actions**:\n1. Do it${more}\n\n**Verify**: \`npm test\`\n\n`

describe('steps are numbered through', () => {
  const steps = (...parts: string[]): string => `## Implementation Steps\n\n${parts.join('')}`
  const number = (body: string): Promise<string> => withRule('step-sequence', body)

  test('with what refers to them, but not other words', async () => {
    const more = ' after Step 1, steps 3 and 4, Steps 3–4; see step 4.\n   Figure 4 stays, and 4 hours'
    expect(await number(steps(step(1), step(3), step(4, more)))).toBe(
      steps(
        step(1),
        step(2),
        step(3, more.replace('steps 3 and 4, Steps 3–4; see step 4.', 'steps 2 and 3, Steps 2–3; see step 3.'))
      )
    )
  })

  test('a reference to a number that there is twice keeps its number: it is only offered', async () => {
    const text = steps(step(1), step(2), step(2, '; see Step 2'))
    expect(await number(text)).toBe(text)
    expect(findingsOf(text).find(finding => finding.rule === 'step-sequence')!.fixes).toMatchObject([{ safe: false }])
  })

  test('a reference to nothing would come to mean something: only offered', async () => {
    const text = steps(step(1), step(3), step(4, '; not before step 2'))
    expect(await number(text)).toBe(text)
  })

  test('a double without references', async () => {
    expect(await number(steps(step(1), step(2), step(2)))).toBe(steps(step(1), step(2), step(3)))
  })

  test('bold titles', async () => {
    const bold = (n: number): string =>
      `**Step ${n}: Do it**\n\n**Files**: \`a.ts\`\n\n**Actions**:\n1. Do it\n\n**Verify**: \`npm test\`\n\n`
    expect(await number(steps(bold(1), bold(2), bold(4)))).toBe(steps(bold(1), bold(2), bold(3)))
  })
})

describe('sections', () => {
  const sections = (body: string): Promise<string> => withRule('required-sections', body)

  test('in a document with nothing but front matter, behind it', async () => {
    const text = await sections(`${front}\nSome words.\n`)
    expect(text).toMatch(/^---\nplanlint: design-plan\n---\n\n## Goal\n\n/)
    expect(text.endsWith('\n\nSome words.\n')).toBe(true)
  })

  test('in an empty document', async () => {
    expect(await sections('')).toMatch(/^## Goal\n/)
  })

  test('a nested one is raised with its own headings', async () => {
    const all = await sections('# Plan\n\n## Goal\n\nAim.\n')
    const nested = all
      .replace('## Open Questions', '### Open Questions\n\n#### First')
      .replace('## Plan Review', '### Plan Review')
    const mended = await sections(nested)
    expect(mended).toContain('\n## Open Questions\n\n### First\n')
    expect(mended).toContain('\n## Plan Review\n')
  })

  test('not where a heading behind it would change hands', async () => {
    const all = await sections('# Plan\n\n## Goal\n\nAim.\n')
    const nested = all
      .replace('## Open Questions', '### Open Questions')
      .replace('## Plan Review', '### Notes of the section before\n\n## Plan Review')
    expect(await sections(nested)).toContain('\n### Open Questions\n')
  })

  test('one that is only recommended is not put in', async () => {
    const all = await sections('# Plan\n\n## Goal\n\nAim.\n')
    const less = all.replace(/### Observability[^]*?(?=## Dependencies)/, '')
    expect(await sections(less)).toBe(less)
  })
})

test('a file without an entry is offered one, at the level of the others: nothing is written off a comparison', async () => {
  const text =
    '## Files Modified or Created\n\n### Directory Tree\n\n```text\na.ts <new>\nb.ts <new>\nc.ts <new>\n```\n\n### File-by-File Overview\n\n#### `a.ts` (new)\n\nAll of it.\n\n## Next\n'
  expect(await withRule('file-coverage', text)).toBe(text)
  const fixes = findingsOf(text).flatMap(finding => (finding.rule === 'file-coverage' ? (finding.fixes ?? []) : []))
  expect(fixes.map(({ safe, scaffold }) => [safe, scaffold])).toEqual([
    [false, undefined],
    [false, undefined]
  ])
  expect(applyEdits(text, fixes[0]!.edits).text).toBe(
    text.replace(
      'All of it.\n',
      'All of it.\n\n#### `b.ts` (new)\n\n[TODO: what the file is for, and what changes in it]\n'
    )
  )
})

test.each([
  ['🎯 Gaol', 'Goal', '🎯 Goal'],
  ['2. Non‑Goasl', 'Non-Goals', '2. Non‑Goals'],
  ['GAOL', 'Goal', 'GOAL'],
  ['trade-ofs', 'Trade-offs', 'trade-offs'],
  ['Risks and Mitigatoins', 'Risks & Mitigations', 'Risks and Mitigations'],
  ['Cross Cuting Concerns', 'Cross-Cutting Concerns', 'Cross Cutting Concerns'],
  ['3. NonGoals', 'Non-Goals', '3. Non-Goals'],
  ['**Plan Reviwe**', 'Plan Review', '**Plan Review**'],
  ['Plan Reveiw {#review}', 'Plan Review', 'Plan Review {#review}'],
  ['10) PlanReview {.wide #r}', 'Plan Review', '10) Plan Review {.wide #r}'],
  ['Plan Reveiw — first', 'Plan Review', 'Plan Review — first'],
  ['Our Plan Reveiw :eyes:', 'Plan Review', 'Our Plan Review :eyes:'],
  ['Reviewing of Plans', 'Plan Review', 'Reviewing of Plans'],
  ['…', 'Goal', '…']
])('%s, meant as %s', (typed, meant, right) => {
  expect(applyEdits(`x${typed}`, correctTitle(typed, 1, [meant])?.edits ?? []).text).toBe(`x${right}`)
})

test.each([
  ['The heading "Open Question" is meant.', false],
  ['An Open Questions list.', true],
  ['open question', true]
])('a misspelt title that the text says once more is left alone: %s', (said, safe) => {
  const text = `${front}# P\n\n## Goal\n\n${said}\n\n## Open Question\n\nNone — all is settled.\n`
  const fixes = lintText(text)
    .findings.flatMap(({ rule, fixes: own = [] }) => (rule === 'required-sections' ? own : []))
    .filter(({ title }) => title.startsWith('Rename'))
  expect(fixes.map(fix => fix.safe)).toEqual([safe])
})

describe('in an editor', () => {
  const messagesOf = async (text: string) =>
    (
      await remark()
        .use(planlint as never, { profile: 'design-plan' } as never)
        .process(text)
    ).messages

  test('a fix inside the place of its message is the replacement of that place', async () => {
    const text = '# Plan\n\n## Gaol\n\nAim.\n'
    const message = (await messagesOf(text)).find(each => each.reason.startsWith('Unknown section'))!
    expect(message.expected).toEqual(['## Goal'])
    const { start, end } = message.place as { start: { offset: number }; end: { offset: number } }
    expect(text.slice(start.offset, end.offset)).toBe('## Gaol')
  })

  test('another travels whole', async () => {
    const message = (await messagesOf('# Plan\n\n## Goal\n\nAim.\n')).find(
      each => each.reason === 'Missing section "Non-Goals"'
    )!
    expect(message.expected).toBeUndefined()
    expect(message).toMatchObject({
      fixes: [{ title: 'Insert section "Non-Goals"', safe: false, scaffold: true, edits: [{ start: 21, end: 21 }] }]
    })
  })
})
