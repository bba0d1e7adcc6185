/**
 * What belongs together, for reports that people read: findings of one kind stand in one frame, and second places that say the same
 * in one row. Nothing is dropped: each is named, and all of them count.
 */
import type { Finding, Place, Related, Severity } from '../types.ts'
import { isFixable } from './tally.ts'

/** So many of a kind, and more, stand together. */
const fewest = 3

/** Findings of one file that a person is told of at once, with what they have in common. */
export interface FindingGroup {
  /** In the order of the text. */
  findings: Finding[]
  severity: Severity
  rules: string[]
  /** What is wrong, in one line; hostile text may be in it. */
  message: string
  help?: string
  url: string
  /** The first one's. */
  place: Place
  /** Where each of several stands and what it is, unless the message says all: `line 3: "[Name]", "[Date]"`. */
  places: string[]
  related: Second[]
  /** How many of them `--fix` fixes. */
  fixable: number
}

/** One second place, or several that say the same. */
export interface Second {
  /** Where it is, if in another file. */
  path?: string
  message: string
  places: Place[]
}

/** The findings of one file as a person is told of them, each group at the place of its first one. */
export function foldFindings(findings: readonly Finding[]): FindingGroup[] {
  const kinds = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = kindOf(finding)
    if (key === undefined) continue
    const kind = kinds.get(key)
    if (kind) kind.push(finding)
    else kinds.set(key, [finding])
  }
  return findings.flatMap(finding => {
    const kind = kinds.get(kindOf(finding) ?? '') ?? []
    if (kind.length < fewest) return [groupOf([finding])]
    return kind[0] === finding ? [groupOf(kind)] : []
  })
}

/** At most `limit` of the groups, those of errors first, in their own order again. */
export function capGroups(groups: FindingGroup[], limit: number): FindingGroup[] {
  if (groups.length <= limit) return groups
  const [errors, warnings] = (['error', 'warning'] as const).map(each =>
    groups.filter(({ severity }) => severity === each)
  ) as [FindingGroup[], FindingGroup[]]
  const kept = new Set([...errors, ...warnings].slice(0, Math.max(0, limit)))
  return groups.filter(group => kept.has(group))
}

/** How many findings groups hold. */
export function countFindings(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { findings }) => sum + findings.length, 0)
}

/** `line 3`, `lines 3, 8, 12`. */
export function lineWords({ places }: Second): string {
  const lines = [...new Set(places.map(({ start }) => start.line))]
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`
}

function kindOf({ severity, fold }: Finding): string | undefined {
  return fold && `${severity} ${fold.several}`
}

function groupOf(findings: readonly Finding[]): FindingGroup {
  const first = findings[0]!
  const isOne = findings.length === 1
  const { message, help, places } = isOne
    ? { message: first.message, help: first.help, places: [] }
    : together(findings)
  return {
    findings: [...findings],
    severity: first.severity,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    message,
    ...(help === undefined ? {} : { help }),
    url: first.url,
    place: first.place,
    places,
    related: seconds(findings.flatMap(({ related = [] }) => related)),
    fixable: findings.filter(isFixable).length
  }
}

/** `new`, or `2 new`: what was not there at the commit that the run was compared with; nothing where all was, or nothing was compared. */
export function newWords({ findings }: FindingGroup): string {
  const fresh = findings.filter(({ isNew }) => isNew === true).length
  return fresh === 0 ? '' : fresh === findings.length ? 'new' : `${fresh} new`
}

/** Several findings in words: on one line the message names them, else each line is told of with what is there. */
function together(findings: readonly Finding[]): { message: string; help: string | undefined; places: string[] } {
  const { several, help: common } = findings[0]!.fold!
  const message = several.replace('{count}', String(findings.length))
  const byLine = new Map<number, Set<string>>()
  for (const { place, fold } of findings) {
    const { line } = place.start
    byLine.set(line, (byLine.get(line) ?? new Set()).add(fold!.one))
  }
  const helps = [...new Set(findings.flatMap(({ help = [] }) => help))]
  const names = [...byLine.values()]
  return {
    message: names.length === 1 ? `${message}: ${[...names[0]!].join(', ')}` : message,
    help: helps.length > 1 && common !== undefined ? common : helps.join('\n') || undefined,
    places: names.length === 1 ? [] : [...byLine].map(([line, ones]) => `line ${line}: ${[...ones].join(', ')}`)
  }
}

/** Second places, those that say the same together from the third on. */
function seconds(related: readonly Related[]): Second[] {
  const kinds = new Map<string, Second>()
  for (const { path, place, message } of related) {
    const key = `${path ?? ''}\n${message}`
    const kind = kinds.get(key)
    if (!kind) kinds.set(key, { ...(path === undefined ? {} : { path }), message, places: [place] })
    else if (!kind.places.some(({ start }) => start.offset === place.start.offset)) kind.places.push(place)
  }
  return [...kinds.values()].flatMap(kind =>
    kind.places.length < fewest ? kind.places.map(place => ({ ...kind, places: [place] })) : [kind]
  )
}
