/** What other files say of a plan's headings: a fix that renames these would leave their links and sentences behind. */
import { Lines } from '../outline/nodes.ts'
import { escapePattern } from '../outline/text.ts'
import type { FileReport, Finding, Fix, Related } from '../types.ts'

/** Another text, by the path that messages have. */
export interface Other {
  path: string
  text: string
}

/** Has a report fixes that would rename headings? Only then it matters what else there is. */
export function renamesHeadings({ findings }: FileReport): boolean {
  return findings.some(({ fixes = [] }) => fixes.some(isRenaming))
}

function isRenaming({ safe, anchors = [] }: Fix): boolean {
  return safe && anchors.length > 0
}

/**
 * The report with fixes only offered that rename what other files name.
 *
 * @param name The plan's file name.
 */
export function heldBack(report: FileReport, name: string, others: readonly Other[]): FileReport {
  const about = others.filter(({ text }) => text.toLowerCase().includes(stemOf(name).toLowerCase()))
  if (about.length === 0) return report
  return { ...report, findings: report.findings.map(finding => offered(finding, name, about)) }
}

function offered(finding: Finding, name: string, others: readonly Other[]): Finding {
  const names = finding.fixes?.filter(isRenaming).flatMap(({ anchors = [] }) => anchors.map(([before]) => before)) ?? []
  if (names.length === 0) return finding
  const found = others.flatMap(other => firstNamed(other, name, names) ?? [])
  if (found.length === 0) return finding
  return {
    ...finding,
    fixes: finding.fixes!.map(fix => (isRenaming(fix) ? { ...fix, safe: false } : fix)),
    related: [...(finding.related ?? []), found[0]!]
  }
}

/** The first link to one of the headings, or paragraph that names the plan and one of the units: "Step 2 of so.md". */
function firstNamed({ path, text }: Other, name: string, names: readonly string[]): Related | undefined {
  const wiki = `(?<=\\[\\[(?:[^\\[\\]|#\\n]{0,200}/)?)${escapePattern(stemOf(name))}(?=[#|\\]])`
  const file = new RegExp(`(?<![\\p{L}\\p{N}_-])${escapePattern(name)}(?![\\p{L}\\p{N}_-])|${wiki}`, 'iu')
  const unit = names.flatMap(each => {
    const [, word, number] = /^(\p{L}+)-(\d+)(?![^-])/u.exec(each) ?? []
    return word === undefined ? [] : [new RegExp(`(?<![\\p{L}\\p{N}])${word}s?[ \\u00a0\\n-]${number}(?!\\d)`, 'iu')]
  })
  const link = names.map(
    each => new RegExp(`#(?:${escapePattern(each)}|${escapePattern(encodeURI(each))})(?![\\p{L}\\p{N}_%-])`, 'iu')
  )
  for (const { 0: paragraph, index } of withoutFences(text).matchAll(/(?:[^\n]|\n(?![ \t]*\r?\n))+/g)) {
    const at = file.exec(paragraph)
    if (!at || ![...link, ...unit].some(each => each.test(paragraph))) continue
    const start = index + at.index
    return {
      path,
      place: new Lines(text).placeOf({ start, end: start + at[0].length }),
      message: 'What would be renamed is named here: --fix renames nothing'
    }
  }
  return undefined
}

/** What wikis and notes call a file: `[[so]]`, from wherever it lies. */
function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
}

/** What a fence shows, such as a report, refers to nothing. */
function withoutFences(text: string): string {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|(?![^]))/gm, fence => fence.replace(/[^\n]/g, ' '))
}
