/**
 * What is worth a word besides findings and fatal errors, the same in every format: what became of files that were not judged, and the
 * notes on those that were. A format that goes through the remarks forgets none of them.
 */
import type { FileReport, FileState } from '../types.ts'
import { andMore, profileLabel, plural } from './text/words.ts'

export interface Remark {
  kind: Exclude<FileState, 'judged'> | 'note'
  /** Why, or what; one line of text that may be hostile. */
  text: string
  /** Files that the user meant, and plans: each is named. */
  named: string[]
  /** Files that a folder holds besides plans: they are counted. */
  others: string[]
  /** These look like plans: they are named. */
  isPlanLike: boolean
  /** True of every plan of the run: none is named. */
  isOfAll: boolean
}

/** In the order of the files, each once for all files that it is true of. */
export function remarksOf({ files }: { files: readonly FileReport[] }): Remark[] {
  const remarks = new Map<string, Remark>()
  const judged = files.filter(({ state }) => state === 'judged')
  for (const file of files) {
    for (const { kind, text, isPlanLike } of remarksOn(file)) {
      const key = isPlanLike ? 'plan-like' : `${kind}\n${text}`
      let remark = remarks.get(key)
      if (!remark) remarks.set(key, (remark = { kind, text, named: [], others: [], isPlanLike, isOfAll: false }))
      const list = kind === 'note' || isMeant(file) ? remark.named : remark.others
      list.push(file.path)
    }
  }
  for (const remark of remarks.values())
    remark.isOfAll =
      remark.kind === 'note' &&
      remark.named.length === judged.length &&
      judged.every(({ notes }) => notes.includes(remark.text))
  return [...remarks.values()]
}

/** Did the user mean this very file, or is a plan expected at its place? */
export function isMeant(file: FileReport): boolean {
  return file.expected === true
}

function remarksOn(file: FileReport): Pick<Remark, 'kind' | 'text' | 'isPlanLike'>[] {
  const notes = file.notes.map(text => ({ kind: 'note' as const, text, isPlanLike: false }))
  // Its fatal error, or an error, says the same.
  const isSaid =
    file.fatalErrors.length > 0 ||
    file.findings.some(({ rule, severity }) => rule === profileMatch && severity === 'error')
  if (file.state === 'judged' || isSaid) return notes
  const isPlanLike =
    file.state === 'not-judged' && file.planLike === true && !isMeant(file) && file.findings.length === 0
  return [{ kind: file.state, text: isPlanLike ? 'looks like a plan' : file.reason, isPlanLike }, ...notes]
}

/** Does a fatal error only say of the run what stands beside each of its files? */
export function isRemarked({ code }: { code: string }, { files }: { files: readonly FileReport[] }): boolean {
  return files.length > 0 && (code === 'nothing-judged' || code === 'not-judged')
}

/** The rule that speaks of files which no profile judges. */
const profileMatch = 'profile-match'

/** `not judged: no profile recognises it as a plan`; a note as it is. */
export function remarkWords(kind: Remark['kind'], text: string): string {
  return kind === 'note' ? text : `${stateWords[kind]}: ${text}`
}

export const stateWords: Record<FileState, string> = {
  judged: 'judged',
  excluded: 'excluded',
  'not-judged': 'not judged'
}

/** A note with the plans that it is true of; what is true of all of them is said of the run. `show` makes a text harmless. */
export function noteWords(remark: Remark, show: (text: string) => string, showPath = show): string {
  return `${show(remark.text)}${remark.isOfAll ? '' : ` (${remarkFiles(remark, showPath)})`}`
}

/** Files that the user meant are named up to so many, of others three. */
const [mostNamed, fewNamed] = [20, 3]

/** `a.md, b.md, c.md and 4 more` */
export function remarkFiles({ kind, named, others }: Remark, show: (path: string) => string): string {
  const first = named.slice(0, kind === 'note' ? fewNamed : mostNamed)
  const shown = [...first, ...others.slice(0, Math.max(0, fewNamed - first.length))]
  const left = named.length + others.length - shown.length
  return `${shown.map(show).join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

/** Those that look like plans are named up to so many. */
const mostPlanLike = 10

/** `3 others look like plans: a.md, b.md, c.md`. `show` makes a path harmless. */
export function planLikeWords({ others }: Remark, show: (path: string) => string, more = ''): string {
  const left = others.length - mostPlanLike
  const [are, were] = others.length === 1 ? ['other looks like a plan', 'was'] : ['others look like plans', 'were']
  const names = others.slice(0, mostPlanLike).map(show).join(', ')
  return `${others.length} ${are}${more === '' ? '' : ` and ${were} ${more}`}: ${names}${left > 0 ? ` and ${left} more` : ''}`
}

/** `12 other files not judged: …`, for formats that give each file that was meant a line of its own; those that look like plans are named. */
export function otherWords(remark: Remark, show: (path: string) => string): string {
  if (remark.isPlanLike) return planLikeWords(remark, show, stateWords['not-judged'])
  return `${plural(remark.others.length, 'other file')} ${remarkWords(remark.kind, remark.text)}`
}

/** Which profile judged which plans, and how sure that is: for formats that have no better place for it. */
interface ProfileUse {
  /** `judged by task-plan (likely): a.md, b.md` */
  words: string
  /** The first of the plans. */
  path: string
}

/** One for each profile. `show` makes a path harmless. */
export function profileUses({ files }: { files: readonly FileReport[] }, show: (path: string) => string): ProfileUse[] {
  const paths = new Map<string, string[]>()
  for (const file of files) {
    if (file.state !== 'judged') continue
    const by = profileLabel(file)
    const list = paths.get(by)
    if (list) list.push(file.path)
    else paths.set(by, [file.path])
  }
  return [...paths].map(([by, all]) => ({
    words: `judged by ${by}: ${andMore(all.map(show), mostPlans)}`,
    path: all[0]!
  }))
}

const mostPlans = 20
