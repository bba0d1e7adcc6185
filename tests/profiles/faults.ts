/** Faults that are put into every valid plan of the five dialects wherever they fit: each is found by its rule at its line. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { Finding } from '../../src/types.ts'
import { validPlans } from './mutate.ts'

export const plans = ['design-plan', 'planning-md', 'handoff-plan', 'task-plan', 'backlog-plan'].flatMap(profile =>
  Object.entries(validPlans(profile)).map(([name, text]) => ({
    profile,
    name,
    lines: text.replace(/\r\n/g, '\n').split('\n')
  }))
)

type Lines = readonly string[]

/** A spoilt plan, and where by which rules that is told of. */
export interface Fault {
  lines: string[]
  rules: readonly string[]
  /** 1-based. */
  line: number
}

export type Kinds = Readonly<Record<string, (lines: Lines) => Fault[]>>

/** Whatever stands on a line that is no code, with its index. */
export function prose(lines: Lines): [string, number][] {
  let fence: string | undefined
  return lines.flatMap((text, i): [string, number][] => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark === undefined) return fence === undefined ? [[text, i]] : []
    if (fence === undefined) fence = mark
    else if (text.trim().startsWith(fence)) fence = undefined
    return []
  })
}

/** Each line that a pattern fits, written anew. */
export function each(
  lines: Lines,
  pattern: RegExp,
  to: (match: RegExpExecArray) => string,
  rules: readonly string[],
  among: [string, number][] = prose(lines)
): Fault[] {
  return among.flatMap(([text, i]) => {
    const match = pattern.exec(text)
    return match ? [{ lines: lines.with(i, to(match)), rules, line: i + 1 }] : []
  })
}

/** The command behind a label of verification, alone on its line. */
export const verified = /^(.*\b(?:verify|verification)\b[^`]*)`([^`]+)`([^`]*)$/i
export const command =
  (spoil: (command: string) => string, rules = ['verification-quality']) =>
  (lines: Lines): Fault[] =>
    each(lines, verified, ([, label, text, rest]) => `${label}\`${spoil(text!)}\`${rest}`, rules)

export const show = ({ place, message, rule }: Finding): string => `${place.start.line}: ${message} [${rule}]`
export const judge = (lines: Lines): readonly Finding[] =>
  lintText(lines.join('\n'), { path: 'docs/document.md' }).findings

/** So many of a hundred are found. */
const least = 98
/** Of every plan so many places of a kind are tried; with PLANLINT_ALL all. */
const most = process.env['PLANLINT_ALL'] === '1' ? Infinity : 4

/** Registers the tests of kinds of faults. `isNear`: also told of at the line behind the next. */
export function injectKinds(faults: Kinds, isNear: (kind: string) => boolean = () => false): void {
  describe('faults of every kind in every dialect', () => {
    const tried = Object.entries(faults).flatMap(([kind, of]) =>
      plans.flatMap(({ profile, name, lines }) => {
        const all = of(lines)
        const every = Math.max(1, Math.ceil(all.length / most))
        return all
          .filter((_, i) => i % every === 0)
          .map(({ lines: spoilt, rules, line }) => {
            const found = judge(spoilt)
            const hit = found.find(
              ({ rule, place }) =>
                rules.includes(rule) && (place.start.line === line || (isNear(kind) && place.start.line === line + 2))
            )
            const title = `${kind} in ${profile}/${name}, line ${line} "${spoilt[line - 1]}"`
            return { kind, title, isHit: hit !== undefined, extra: found.filter(other => other !== hit).map(show) }
          })
      })
    )
    const told = tried.map(({ title, extra }) => `${title}: ${extra.join('; ')}`)

    test('are found by their rule at their line', () => {
      expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(Object.keys(faults)))
      const missed = told.filter((_, i) => !tried[i]!.isHit)
      if (process.env['PLANLINT_FIGURES'] === '1')
        console.log(`${tried.length} faults, ${missed.length} missed\n${missed.join('\n')}`)
      expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor((tried.length * (100 - least)) / 100))
    }, 120_000)

    test('give at most one more finding for ten of them', () => {
      const extra = tried.reduce((sum, one) => sum + (one.isHit ? one.extra.length : 0), 0)
      const more = told.filter((_, i) => tried[i]!.isHit && tried[i]!.extra.length > 0)
      if (process.env['PLANLINT_FIGURES'] === '1') console.log(`${extra} more\n${more.join('\n')}`)
      expect(extra, more.join('\n')).toBeLessThanOrEqual(Math.floor(tried.length / 10))
    })
  })
}
