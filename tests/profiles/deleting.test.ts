/** The worse a plan is, the worse its verdict: once it fails, deleting other parts of it never makes it pass. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Finding } from '../../src/types.ts'

const plans = path.join(import.meta.dirname, '../../fixtures/plans')
// A list of tasks demands no section: nothing that is missing from it can be told.
const profiles = builtinProfiles
  .filter(({ sections, units }) => demands(sections) || demands([units].flat()))
  .map(({ name }) => name)
  // What is missing from it is a warning, but for numbers.
  .filter(name => name !== 'kiro-requirements')

/** What is missing from these is a warning. */
const warned = new Set(['gsd-plan', 'copilot-plan'])

/** How many parts are deleted first, and second: with PLANLINT_ALL all of them. */
const [mostFirst, mostSecond] = process.env['PLANLINT_ALL'] === '1' ? [Infinity, Infinity] : [6, 10]

/** Lines `[start, end)`. */
type Span = readonly [start: number, end: number]

/**
 * 0 passes by a profile, 1 has errors, 2 was not judged: as a run with this file alone ends. 3 is what is left of a plan when no profile knows it any more:
 * at a plan's usual place it is checked without a template, every format says so, and nobody takes it for a plan of its kind.
 */
function verdictOf(text: string): { code: 0 | 1 | 2 | 3; errors: Finding[] } {
  const report = lintText(text, { path: 'docs/a-plan.md' })
  const errors = report.findings.filter(({ severity }) => severity === 'error')
  if (report.fatalErrors.length > 0) return { code: 2, errors }
  if (errors.length > 0) return { code: 1, errors }
  return { code: report.state !== 'judged' ? 2 : report.recognised === 'generic' ? 3 : 0, errors }
}

/** Each heading but the title, with all that stands below it. */
function sectionsOf(text: string): Span[] {
  const lines = text.split('\n')
  const heads: { line: number; level: number }[] = []
  let isCode = false
  for (const [line, each] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(each)) isCode = !isCode
    const level = isCode ? undefined : /^#+(?= )/.exec(each)?.[0].length
    if (level !== undefined) heads.push({ line, level })
  }
  return heads
    .filter(({ level }) => level > 1)
    .map(({ line, level }) => [
      line,
      heads.find(other => other.line > line && other.level <= level)?.line ?? lines.length
    ])
}

/** Sections, what stands below their headings, and shares of the text from its beginning and its end. */
function partsOf(text: string): Span[] {
  const sections = sectionsOf(text)
  const { length } = text.split('\n')
  return [
    ...sections,
    ...sections.map(([start, end]): Span => [start + 1, end]),
    ...[0.1, 0.25, 0.5, 0.75, 0.9].flatMap((share): Span[] => [
      [0, Math.floor(length * share)],
      [Math.floor(length * share), length]
    ])
  ]
}

function demands(list: readonly ({ required?: unknown; min?: number | undefined } | undefined)[]): boolean {
  return list.some(
    one =>
      one !== undefined && ('min' in one ? (one.min ?? 1) > 0 : one.required === undefined || one.required === true)
  )
}

const without = (text: string, [start, end]: Span): string =>
  text
    .split('\n')
    .toSpliced(start, end - start)
    .join('\n')

/** Parts in which an error stands may be what is wrong: without them, the plan may be whole again. */
function touches([start, end]: Span, errors: readonly Finding[]): boolean {
  const places = errors.flatMap(({ place, related = [] }) => [place, ...related.map(other => other.place)])
  return places.some(place => place.start.line <= end && place.end.line > start)
}

/** Every so-many-th, so that no more than `most` are left. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(list.length / most))
  return list.filter((_, index) => index % step === 0)
}

describe.each(profiles)('%s', profile => {
  const folder = path.join(plans, profile)
  const files = fs.readdirSync(folder).filter(name => /^valid.*\.md$/.test(name))

  test('a second deletion mends nothing', { timeout: 120_000 }, () => {
    let tried = 0
    for (const name of files) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8')
      expect(verdictOf(text).code, name).toBe(0)
      for (const first of spread(sectionsOf(text), mostFirst)) {
        const broken = without(text, first)
        const { code, errors } = verdictOf(broken)
        // What some plans may do without, and what a draft lacks, fails nothing.
        if (code !== 1) continue
        const others = partsOf(broken).filter(part => !touches(part, errors))
        for (const second of spread(others, mostSecond)) {
          tried++
          const lines = `${name} without lines ${first.join('–')}, then ${second.join('–')}`
          expect(verdictOf(without(broken, second)).code, lines).not.toBe(0)
        }
      }
    }
    // Where nothing but warnings tells of missing sections, there is nothing to mend.
    if (!warned.has(profile)) expect(tried).toBeGreaterThan(0)
  })

  test('a section that is emptied weighs no more than one that is gone', { timeout: 120_000 }, () => {
    for (const name of files) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8')
      for (const section of spread(sectionsOf(text), 2 * mostFirst)) {
        // Of what the profile does not ask for, that it is empty may be worse than that it is not there: it was begun.
        const gone = lintText(without(text, section), { path: 'docs/a-plan.md' }).findings
        if (gone.some(({ severity }) => severity === 'error')) continue
        if (!gone.some(({ rule }) => rule === 'required-sections')) continue
        const emptied = without(text, [section[0] + 1, section[1]])
        expect(verdictOf(emptied).code, `${name} with lines ${section.join('–')} emptied`).toBe(0)
      }
    }
  })

  const begun = planSkeleton(
    builtinProfiles.find(({ name }) => name === profile)!,
    new Date('2026-01-01')
  )
  // One that begins as a draft has warnings alone.
  test.runIf(verdictOf(begun).code === 1)('of a plan that was only begun, no part passes', { timeout: 120_000 }, () => {
    for (const part of partsOf(begun)) expect(verdictOf(without(begun, part)).code, part.join('–')).not.toBe(0)
  })
})
