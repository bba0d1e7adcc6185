/** The report on one text, whatever became of it. */
import { examine } from '../plan/examined.ts'
import type { Selection } from '../detect/select.ts'
import type { ExcludedFile, FileReport, SelectedBy, StateOf, FatalError, UnjudgedFile } from '../types.ts'
import type { TreeResult } from './tree-types.ts'
import { pleaseReport } from './rule.ts'

/** The report on a text whose tree was linted. */
export function reportOf(result: TreeResult, path: string, source: string): FileReport {
  const { plan, selection } = result
  return {
    path,
    ...documentState(selection),
    profileScore: selection.score,
    status: plan?.status?.value ?? null,
    examined: examine(plan),
    findings: result.findings,
    fatalErrors: result.fatalErrors,
    notes: result.notes,
    skipped: result.skipped,
    ...(result.beside ? { beside: result.beside } : {}),
    source
  }
}

/** What becomes of a document, by what was chosen to judge it. */
export function documentState(selection: Selection): StateOf {
  const { profile, certainty, excluded, by, planLike, isBlank } = selection
  if (profile) {
    const isByPlace = selection.isByPlace || (certainty === 'generic' && planLike?.signs.length === 0)
    return {
      state: 'judged',
      profile: profile.name,
      recognised: certainty ?? 'named',
      by: isByPlace ? 'place' : words[by]
    }
  }
  if (excluded) return { state: 'excluded', profile: null, reason: excluded }
  return {
    state: 'not-judged',
    profile: null,
    reason: whyNot(selection),
    ...(planLike && !isBlank ? { planLike: true } : {})
  }
}

const words: Record<Selection['by'], SelectedBy> = {
  flag: 'option',
  'front-matter': 'declaration',
  override: 'configuration',
  configuration: 'configuration',
  detection: 'content',
  none: 'content'
}

function whyNot({ unknown, isBlank }: Selection): string {
  if (unknown !== undefined) return `unknown profile "${unknown}"`
  if (isBlank) return 'there is no text in it'
  return 'no profile recognises it as a plan'
}

/** The report on a text that could not be judged. */
export function unjudged(source: string, { path = '<text>' }: { path?: string }, fatal: FatalError): UnjudgedFile {
  return { ...unjudgedFor(path, fatal.message), fatalErrors: [fatal], source }
}

/** The report on a file that nobody judged. */
export function unjudgedFor(path: string, reason: string): UnjudgedFile {
  return { ...nothing(path), state: 'not-judged', reason }
}

/** The report on a file that somebody's word, or its own looks, leaves out. */
export function excludedFile(path: string, reason: string): ExcludedFile {
  return { ...nothing(path), state: 'excluded', reason }
}

function nothing(path: string) {
  return {
    path,
    profile: null,
    profileScore: 0,
    status: null,
    examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 },
    findings: [],
    fatalErrors: [],
    notes: [],
    skipped: []
  }
}

/** A fatal error for what was thrown. */
export function crash(error: unknown): FatalError {
  return {
    code: 'crash',
    message: `planlint crashed on this file: ${error instanceof Error ? error.message : String(error)}; ${pleaseReport}`
  }
}
