/** What other files say of a plan's headings and units: a fix that renames these would leave their links and sentences behind. */
import { Lines } from '../../outline/nodes.ts'
import { escapePattern } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import type { FileReport, Finding, Fix, Related } from '../../types.ts'
import { baseOf } from '../../util/path.ts'
import type { Called } from './called.ts'
import { recordOf, speechesOf } from './speaking.ts'
import { firstUnitNamed } from './unit-names.ts'

/** Another text, by the path that messages have. */
export interface Other {
  path: string
  text: string
}

/** One that may speak of the plan. */
interface Speaker extends Other {
  /** It tells of the work on the plan, and of nothing else. */
  isRecord: boolean
}

/** Has a report fixes that would rename headings, or give units other numbers? Only then it matters what else there is. */
export function renamesParts({ findings }: FileReport): boolean {
  return findings.some(({ fixes = [] }) => fixes.some(isRenaming))
}

function isRenaming({ safe, anchors = [], renumbers }: Fix): boolean {
  return safe && (anchors.length > 0 || renumbers !== undefined)
}

/** The report with fixes only offered that rename what other files name. */
export function heldBack(report: FileReport, called: Called, others: readonly Other[]): FileReport {
  const about = others.flatMap(other => speakers(other, called))
  if (about.length === 0) return report
  // Findings in one sequence have one fix.
  const known = new Map<string, Related | undefined>()
  const named = (fixes: readonly Fix[]): Related | undefined => {
    const key = JSON.stringify(fixes.map(({ anchors, renumbers }) => [anchors, renumbers]))
    if (!known.has(key)) known.set(key, firstNamed(about, called, fixes))
    return known.get(key)
  }
  return { ...report, findings: report.findings.map(finding => offered(finding, named)) }
}

function speakers(other: Other, { path, heading, names, pattern, records }: Called): Speaker[] {
  const base = baseOf(other.path)
  const record = recordOf(other.path, path)
  if (record === 'surely' || records.some(line => line.includes(base))) return [{ ...other, isRecord: true }]
  if (isCopy(other.text, heading)) return []
  const lower = other.text.toLowerCase()
  if (!names.some(name => lower.includes(name))) return []
  return [{ ...other, isRecord: record === 'if-named' && pattern.test(withoutFences(other.text)) }]
}

/** A file with the plan's own title is another version of it: what it numbers is its own. */
function isCopy(text: string, heading: string): boolean {
  return heading !== '' && /^#[ \t]+([^\n]*)/m.exec(text)?.[1]!.trim() === heading.trim()
}

function offered(finding: Finding, named: (fixes: readonly Fix[]) => Related | undefined): Finding {
  const fixes = finding.fixes?.filter(isRenaming) ?? []
  const found = fixes.length === 0 ? undefined : named(fixes)
  if (!found) return finding
  return {
    ...finding,
    fixes: finding.fixes!.map(fix => (isRenaming(fix) ? { ...fix, safe: false } : fix)),
    related: [...(finding.related ?? []), found]
  }
}

function firstNamed(others: readonly Speaker[], called: Called, fixes: readonly Fix[]): Related | undefined {
  for (const other of others) {
    const found = namedIn(other, called, fixes)
    if (found) return found
  }
  return undefined
}

/** The first link to one of the headings, or one of the units where a text speaks of the plan: "Step 2 of so.md". */
function namedIn({ path, text, isRecord }: Speaker, { pattern }: Called, fixes: readonly Fix[]): Related | undefined {
  const own = withoutFences(text)
  const names = fixes.flatMap(({ anchors = [] }) => anchors.map(([before]) => before))
  const links = names.map(
    each => new RegExp(`#(?:${escapePattern(each)}|${escapePattern(encodeURI(each))})(?![\\p{L}\\p{N}_%-])`, 'iu')
  )
  const speeches = isRecord
    ? [{ start: 0, end: own.length, isAbout: true }]
    : speechesOf(own, piece => pattern.test(piece))
  for (const { start, end, isAbout } of speeches) {
    const piece = own.slice(start, end)
    const found = firstOf([
      ...links.map(link => spanIn(link, piece)),
      ...fixes.map(({ renumbers }) => renumbers && firstUnitNamed(piece, renumbers, isAbout))
    ])
    if (found)
      return {
        path,
        place: new Lines(text).placeOf({ start: start + found.start, end: start + found.end }),
        message: 'What would be renamed is named here: --fix renames nothing'
      }
  }
  return undefined
}

function firstOf(spans: readonly (Span | undefined)[]): Span | undefined {
  return spans.filter(span => span !== undefined).sort((a, b) => a.start - b.start)[0]
}

function spanIn(pattern: RegExp, text: string): Span | undefined {
  const match = pattern.exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

/** What a fence shows, such as a report, refers to nothing. */
function withoutFences(text: string): string {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|(?![^]))/gm, fence => fence.replace(/[^\n]/g, ' '))
}
