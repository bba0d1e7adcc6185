/** A remedy: a plan spoilt, what is said of it, and the edit that the help asks for, made to the letter. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../../rules/index.ts'
import { builtinProfiles } from '../../../src/profiles/builtin.ts'
import { createSiblings } from '../../../src/sets/siblings.ts'
import { lintText } from '../../../src/lint/linter.ts'
import type { Finding } from '../../../src/types.ts'
import type { Small } from '../../plan/own-plan.ts'
import { ownProfile } from '../../plan/own-plan.ts'
import type { Edit } from '../../profiles/edits.ts'
import { fixtureAround } from '../repo.ts'

export interface Remedy {
  /** `rule/message`. */
  of: string
  /** A valid plan below `fixtures/plans/`, without its ending: "design-plan/valid-1". */
  plan: string
  spoil: Edit
  obey: Edit
  /** Of several findings with that message: a piece of the one that is meant. */
  said?: string
}

/** The same of one rule, where a valid plan isn't enough: a rule's own fixture with what it sees there, or a text by a small profile. */
export interface FixtureRemedy {
  of: string
  /** Below `fixtures/rules/`, without its ending. */
  fixture?: string
  profile?: Small
  text?: string
  obey: Edit
  /** Files of its set that the help asks to write. */
  beside?: Record<string, string>
  said?: string
}

/** Texts by their paths. */
export type Texts = Readonly<Record<string, string>>

/** The same of files that are one plan, or of one whose folder says something: all of them are judged. */
export interface SetRemedy {
  of: string
  texts: Texts
  obey: (texts: Texts) => Texts
  said?: string
}

const root = path.join(import.meta.dirname, '../../../fixtures')

function read(file: string): string {
  return readFileSync(path.join(root, `${file}.md`), 'utf8').replace(/\r\n/g, '\n')
}

export function planText(name: string): string {
  return read(`plans/${name}`)
}

export const now = Date.parse('2026-06-15T12:00:00Z')

/** The findings of all rules that need nothing but the text. */
export function findingsOf(text: string): Finding[] {
  return [...lintText(text, { path: 'docs/document.md', now }).findings]
}

/** Several edits, one after the other. */
export const all =
  (...edits: Edit[]): Edit =>
  text =>
    edits.reduce((edited, edit) => edit(edited), text)

/** What profiles say to write, the longest first: data, not wording of a rule. */
const hints: readonly string[] = [...new Set(builtinProfiles.flatMap(profile => hintsIn(profile)))]
  // A title has it: What "Done" Looks Like.
  .filter(hint => hint !== 'Done')
  .sort((a, b) => b.length - a.length)

function hintsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'hint' && typeof inner === 'string'
      ? [inner]
      : key === 'values' && 'kind' in value && value.kind === 'enum' && typeof inner === 'object'
        ? namesIn(inner)
        : hintsIn(inner)
  )
}

/** The values of an enum, alone and as they are listed. */
function namesIn(values: object | null): string[] {
  const names = Array.isArray(values) ? (values as string[]) : Object.keys(values ?? {})
  return [names.join(', '), ...names]
}

/** A message or help whose names, numbers, and words of a profile are left out. */
export function shapeOf(text: string): string {
  const bare = hints.reduce((rest, hint) => (rest.includes(hint) ? rest.replaceAll(hint, '…') : rest), text)
  return bare
    .replace(/Write (?:one of .*|Section \d|Planning Complete)$/, 'Write …')
    .replace(/"(?:[^"]|"Done")*"/g, '"…"')
    .replace(/"…"(?:, "…")+/g, '"…"')
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\*\*[^*]*\*\*/g, '**…**')
    .replace(/\b(?:the )?(?:missing )?(?:alternative|commit|decision|item|option|phase|prerequisite|step)s?\b/g, 'unit')
    .replace(/\b[0-9B](?:[-.:T+Z]?\d+)*Z?\b/g, 'N')
    .replace(/from A$/, 'from N')
}

export interface Outcome {
  /** What the remedy is about; undefined where it is not said. */
  hit: Finding | undefined
  /** What is said after obeying and was not said before. */
  fresh: string[]
  /** Is the finding still there? */
  stays: boolean
  before: string[]
}

/** Spoils, asks, obeys, asks again. */
export function tryRemedy({ of, plan, spoil, obey, said = '' }: Remedy): Outcome {
  const valid = planText(plan)
  const spoilt = spoil(valid)
  if (spoilt === valid) throw new Error(`${of}: the plan is as it was`)
  const mended = obey(spoilt)
  if (mended === spoilt) throw new Error(`${of}: obeying changes nothing`)
  return compare(of, said, findingsOf(spoilt), findingsOf(mended))
}

/** Asks one rule, obeys, asks it again. */
export function tryFixture({ of, fixture, profile, text = '', obey, beside = {}, said = '' }: FixtureRemedy): Outcome {
  const id = of.split('/')[0]!
  const rule = rules.find(each => each.id === id)!
  const own = profile && ownProfile(profile)
  const told = (source: string, written = {}): Finding[] => [
    ...lintText(source, {
      only: rule.checkSilence ? rules.filter(other => !other.repo) : [rule],
      now,
      options: { reportUnusedDisableDirectives: true, ...(rule.optIn ? { rules: { [id]: true } } : {}) },
      ...(own ? { profiles: [own], forced: own.name } : {}),
      ...fixtureAround(rule, fixture === undefined ? 'a-plan.md' : `${path.basename(fixture)}.md`, source, written)
    }).findings
  ]
  const spoilt = fixture === undefined ? text : read(`rules/${fixture}`)
  return compare(of, said, told(spoilt), told(obey(spoilt), beside))
}

/** The findings of all files of a set. */
export function findingsOfSet(texts: Texts): Finding[] {
  const siblings = createSiblings(texts)
  return Object.entries(texts).flatMap(([name, text]) => lintText(text, { path: name, siblings, now }).findings)
}

/** Spoilt texts are judged, the help is obeyed, all are judged again. */
export function trySet({ of, texts, obey, said = '' }: SetRemedy): Outcome {
  return compare(of, said, findingsOfSet(texts), findingsOfSet(obey(texts)))
}

function compare(of: string, said: string, before: readonly Finding[], after: readonly Finding[]): Outcome {
  const hit = before.find(
    finding => `${finding.rule}/${finding.messageId}` === of && `${finding.message}\n${finding.help}`.includes(said)
  )
  const known = before.map(keyOf)
  return {
    hit,
    before: before.map(show),
    stays: hit !== undefined && after.some(finding => keyOf(finding) === keyOf(hit)),
    fresh: after.filter(finding => !known.includes(keyOf(finding))).map(show)
  }
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

export function show({ place, rule, messageId, message, help }: Finding): string {
  return `${place.start.line} ${rule}/${messageId}: ${message} → ${help}`
}
