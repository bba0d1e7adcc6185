import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { FileReport, Finding } from '../../src/types.ts'
import { expectations, whole } from '../findings/whole.ts'

/** One defect put into a valid plan, and the finding that must come of it. */
export interface Mutant {
  name: string
  /** Name of the plan that is edited: "valid-1". */
  plan: string
  /** What is replaced: a text that occurs, or a pattern that matches (its first hit); `to` is its replacement. Written with `\n`, whatever the plan's line ends. */
  from?: string | RegExp
  to?: string
  /** An edit that one replacement can't say. */
  edit?: (text: string) => string
  rule: string
  /** A piece of the line where the finding starts, or a function from the edited lines to its 1-based number. */
  at: string | ((lines: string[]) => number)
  /** What the message must say besides. */
  message?: string | RegExp
}

/** Plans by name, as they stand on disk. */
export type Plans = Readonly<Record<string, string>>

/** Reads the valid plans of a dialect: `valid-1.md` is called "valid-1". */
export function validPlans(profile: string): Plans {
  const folder = `fixtures/plans/${profile}`
  const names = readdirSync(folder)
    .filter(name => /^valid-.*\.md$/.test(name))
    .sort()
  return Object.fromEntries(names.map(name => [name.slice(0, -3), readFileSync(`${folder}/${name}`, 'utf8')]))
}

interface Outcome {
  hit: Finding | undefined
  others: Finding[]
  report: FileReport
}

/**
 * Registers the tests of a dialect: its valid plans are recognised without help and give no finding (also with other line ends and a byte order mark), every
 * mutant is reported by the right rule at the right line, and mutants together cause at most one extra finding for ten of them. Every word, place and edit is
 * as `tests/findings/` has it (`PLANLINT_UPDATE=1` writes that anew).
 *
 * @param profile Name of the profile that the plans must be recognised as.
 */
export function runMutants(profile: string, plans: Plans, mutants: readonly Mutant[]): void {
  describe(`valid plans of ${profile}`, () => {
    it.each(Object.keys(plans))('%s gives nothing', name => {
      for (const text of twins(plans[name]!)) {
        const report = lint(text)
        expect(report.findings.map(show)).toEqual([])
        expect(report.fatalErrors).toEqual([])
        expect(report.profile).toBe(profile)
      }
    })
  })

  describe(`mutants of ${profile}`, () => {
    const expected = expectations(`profiles/${profile}`)
    afterAll(expected.save)

    it.each(mutants.map(mutant => [`${mutant.name} (${mutant.plan})`, mutant] as const))('%s', (name, mutant) => {
      const outcome = run(mutant, plans)
      judged.set(mutant, outcome)
      const { hit, report } = outcome
      expect(
        hit ? undefined : report.findings.map(show),
        `expected ${mutant.rule} at ${String(mutant.at)}`
      ).toBeUndefined()
      expect(report.fatalErrors).toEqual([])
      expected.check(name, whole(report))
    })

    it('has at most one extra finding for ten mutants', () => {
      const extra = mutants.flatMap(mutant =>
        judge(mutant, plans).others.map(finding => `${mutant.name}: ${show(finding)}`)
      )
      expect(extra.length, extra.join('\n')).toBeLessThanOrEqual(Math.floor(mutants.length / 10))
    })
  })
}

/** The same plan with either line end, and with a byte order mark. */
function twins(text: string): string[] {
  const lf = text.replace(/\r\n/g, '\n').replace(/^\uFEFF/, '')
  return [text, lf, lf.replace(/\n/g, '\r\n'), `\uFEFF${lf}`]
}

function lint(text: string): FileReport {
  return lintText(text, { path: 'docs/document.md' })
}

const judged = new WeakMap<Mutant, Outcome>()

/** Lints a mutant, once. */
function judge(mutant: Mutant, plans: Plans): Outcome {
  let outcome = judged.get(mutant)
  if (!outcome) judged.set(mutant, (outcome = run(mutant, plans)))
  return outcome
}

function run(mutant: Mutant, plans: Plans): Outcome {
  const text = mutate(mutant, plans)
  const report = lint(text)
  const lines = text.split(/\r\n|\n/)
  const expected = typeof mutant.at === 'function' ? mutant.at(lines) : undefined
  const isHit = (finding: Finding): boolean =>
    finding.rule === mutant.rule &&
    (expected === undefined
      ? (lines[finding.place.start.line - 1] ?? '').includes(mutant.at as string)
      : finding.place.start.line === expected) &&
    (mutant.message === undefined ||
      (typeof mutant.message === 'string'
        ? finding.message.includes(mutant.message)
        : mutant.message.test(finding.message)))
  const hit = report.findings.find(isHit)
  return { hit, others: report.findings.filter(finding => finding !== hit), report }
}

/** Applies a mutant to its plan; an edit that changes nothing is a mistake in the test. */
function mutate(mutant: Mutant, plans: Plans): string {
  const original = plans[mutant.plan]
  if (original === undefined) throw new Error(`no plan "${mutant.plan}"`)
  const text = original.replace(/\r\n/g, '\n')
  const { from, to = '', edit } = mutant
  const edited = edit ? edit(text) : from === undefined ? text : text.replace(from, () => to)
  if (edited === text) throw new Error(`mutant "${mutant.name}" changes nothing in ${mutant.plan}`)
  return original.includes('\r\n') ? edited.replace(/\n/g, '\r\n') : edited
}

function show(finding: Finding): string {
  return `${finding.place.start.line}:${finding.place.start.column} ${finding.message} [${finding.rule}]`
}
