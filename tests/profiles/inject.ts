/** Faults put into valid plans of a format, and what must stay silent: one table of each, one finding for each fault. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

/** Which plan, what is changed, into what; the rule that tells, and how the line begins that it tells of. */
export type Fault = readonly [plan: string, from: string | RegExp, to: string, rule: string, line: string]
/** What it is, which plan, what is changed, into what. */
export type Right = readonly [what: string, plan: string, from: string | RegExp, to: string]

const folder = path.join(import.meta.dirname, '../../fixtures/plans')

/** A valid plan, without what it declares itself. */
export function validPlan(profile: string, name: string): string {
  return fs.readFileSync(path.join(folder, profile, `${name}.md`), 'utf8').replace(/^---\nplanlint:.*\n---\n/, '')
}

/** Registers the tests of a format whose plans lie at a place. */
export function injectFaults(
  profile: string,
  place: string,
  { faults, rights }: { faults: readonly Fault[]; rights: readonly Right[] }
): void {
  const lint = (text: string) => lintText(text, { path: place, now: Date.parse('2026-11-30') })
  const edited = (plan: string, from: string | RegExp, to: string): string => {
    const before = validPlan(profile, plan)
    const text = before.replace(from, () => to)
    expect(text, `${String(from)} occurs`).not.toBe(before)
    return text
  }

  describe(`plans of ${profile}`, () => {
    const names = fs.readdirSync(path.join(folder, profile)).filter(name => name.startsWith('valid-'))
    it.each(names.map(name => name.slice(0, -3)))('%s is recognised for certain, and has no fault', name => {
      const text = validPlan(profile, name)
      for (const twin of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`])
        expect(lint(twin)).toMatchObject({ profile, recognised: 'certain', findings: [] })
    })
  })

  describe(`faults in plans of ${profile}`, () => {
    it.each(faults)('%s: %j → %j', (plan, from, to, rule, line) => {
      const text = edited(plan, from, to)
      const lines = text.split('\n')
      const told = lint(text).findings.map(each => [each.rule, lines[each.place.start.line - 1]!.trim()] as const)
      expect(told).toEqual([[rule, expect.stringContaining(line)]])
      expect(told[0]![1].startsWith(line), told[0]![1]).toBe(true)
    })
  })

  describe(`what is right in plans of ${profile}`, () => {
    it.each(rights)('%s (%s)', (_, plan, from, to) => {
      const { findings } = lint(edited(plan, from, to))
      expect(findings.map(each => `${each.place.start.line} ${each.rule}: ${each.message}`)).toEqual([])
    })
  })
}
