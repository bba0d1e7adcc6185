/** What holds for fixes on any text: an editor's edit is the command line's, bytes outside of edits stay, nothing new is wrong, twice is once. `PLANLINT_FUZZ` is the number of texts. */
import fc from 'fast-check'
import { remark } from 'remark'
import { VFile } from 'vfile'
import { afterAll, describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.ts'
import { applyEdits } from '../../src/fix/edits.ts'
import { checkComplexity } from '../../src/guard/complexity.ts'
import { sourceOf } from '../../src/util/source.ts'
import { lintText } from '../../src/lint/linter.ts'
import planlint from '../../src/lint/remark.ts'
import type { Edit, FileReport, Finding, Fix } from '../../src/types.ts'
import { mutantsOf } from '../fix/mutants.ts'
import { profiles } from './invariants.ts'
import { generated, mutated, ownPlans } from './texts.ts'

const numRuns = Number(process.env['PLANLINT_FUZZ'] ?? 25)
const long = numRuns > 100 ? 1_800_000 : 120_000
const profile = fc.constantFrom(...profiles)
const counted = { texts: 0, mended: 0, fighting: 0, messages: 0 }
afterAll(() => console.log(`fixed: ${JSON.stringify(counted)}`))

/** Plans with some of their lines spoilt in ways that are mended. */
const spoilt = fc
  .tuple(fc.constantFrom(...ownPlans.filter(text => mutantsOf(text).length > 3)), fc.nat(), fc.nat())
  .map(([text, first, second]) => {
    const once = mutantsOf(text)[first % mutantsOf(text).length]!.text
    const again = mutantsOf(once)
    return again.length === 0 ? once : again[second % again.length]!.text
  })
const anyText = fc
  .oneof({ weight: 2, arbitrary: spoilt }, mutated, generated)
  .filter(text => !checkComplexity(sourceOf(text)))

/** What is not written yet, and boxes that only a person ticks. */
const isOwed = ({ rule, message }: Finding): boolean =>
  rule === 'no-placeholder' || /^(?:Empty|Unchecked|Unanswered|Conflicting boxes) |ticked box/.test(message)
const errors = (report: FileReport): number =>
  report.findings.filter(finding => finding.severity === 'error' && !isOwed(finding)).length
const safeFixes = (report: FileReport): Fix[] =>
  report.findings.flatMap(finding => finding.fixes?.filter(fix => fix.safe).slice(0, 1) ?? [])

/** Do the pieces of a text that no edit covers stand in another, in their order, from its start to its end? */
function keepsAround(before: string, after: string, edits: readonly Edit[]): boolean {
  let [from, at] = [0, 0]
  const pieces: string[] = []
  for (const { start, end } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) pieces.push(before.slice(from, start))
    from = Math.max(from, end)
  }
  const last = before.slice(from)
  if (!after.startsWith(pieces[0] ?? last) || !after.endsWith(last)) return false
  for (const piece of pieces) {
    const found = after.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at + last.length <= after.length
}

test('the check of what is kept is strict', () => {
  const edits = [{ start: 2, end: 4, text: 'X' }]
  expect([
    keepsAround('abcdef', 'abXef', edits),
    keepsAround('abcdef', 'abef', edits),
    keepsAround('abcdef', 'aXef', edits),
    keepsAround('abcdef', 'abXeg', edits),
    keepsAround('abcdef', 'abXef ', edits)
  ]).toEqual([true, true, false, false, false])
})

test(
  '--fix: bytes outside of the named edits stay, nothing new is wrong, mended twice is mended once',
  () =>
    fc.assert(
      fc.asyncProperty(anyText, profile, async (text, forced) => {
        const seen: (FileReport & { text: string })[] = []
        const lint = (each: string): FileReport => {
          const report = lintText(each, { forced, now: 1.7e12 })
          // Whatever is tried is one of the texts before it with its own safe fixes, and nothing else.
          if (
            seen.length > 0 &&
            !seen.some(({ text: kept, ...before }) =>
              keepsAround(
                kept.replace(/^\uFEFF+/, ''),
                each,
                safeFixes(before).flatMap(fix => fix.edits)
              )
            )
          )
            expect.fail(`More than the edits changed: ${JSON.stringify(each)}`)
          if (!seen.some(one => one.text === each)) seen.push({ ...report, text: each })
          return report
        }
        const mended = await applyFixes(text, lint)
        counted.texts++
        counted.mended += mended.fixed
        const [before] = seen
        const mark = text.slice(0, text.length - sourceOf(text).length)
        expect(mended.text.startsWith(mark)).toBe(true)
        if (mended.fighting.length > 0) {
          // Named, and exit 2.
          counted.fighting++
          return
        }
        expect(errors(mended.report)).toBeLessThanOrEqual(errors(before!))
        seen.length = 0
        expect((await applyFixes(mended.text, lint)).text).toBe(mended.text)
      }),
      { numRuns }
    ),
  long
)

describe('in an editor', () => {
  test(
    'the same edit as on the command line',
    () =>
      fc.assert(
        fc.asyncProperty(
          anyText.filter(text => !/^\s*---|\ufeff/.test(text)),
          profile,
          async (text, forced) => {
            const { findings } = lintText(text, { forced, path: 'a-plan.md', now: Date.now() })
            const file = new VFile({ value: text, path: 'a-plan.md' })
            const processor = remark().use(planlint as never, { profile: forced } as never)
            await processor.run(processor.parse(file), file)
            const own = file.messages.filter(
              message => message.source === 'remark-lint'
            ) as ((typeof file.messages)[number] & { fixes?: Fix[] })[]
            expect(
              own
                .flatMap(message => message.fixes ?? [])
                .map(fix => JSON.stringify(fix))
                .sort()
            ).toEqual(
              findings
                .flatMap(finding => finding.fixes ?? [])
                .map(fix => JSON.stringify(fix))
                .sort()
            )
            for (const message of own) {
              const { start, end } = message.place as { start: { offset: number }; end: { offset: number } }
              for (const [index, put] of (message.expected ?? []).entries()) {
                const fix = message.fixes!.filter(one =>
                  one.edits.every(edit => edit.start >= start.offset && edit.end <= end.offset)
                )[index]!
                counted.messages++
                expect(text.slice(0, start.offset) + put + text.slice(end.offset)).toBe(
                  applyEdits(text, fix.edits).text
                )
              }
            }
          }
        ),
        { numRuns }
      ),
    long
  )
})
