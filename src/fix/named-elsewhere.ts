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

/** What other files call a plan. */
export interface Called {
  /** Its file's name, with a folder where one without may be another's. */
  file: string
  /** Its title without what every plan is called ("Implementation Plan"); undefined where nothing is left to know it by. */
  title: string | undefined
}

/** The report with fixes only offered that rename what other files name. */
export function heldBack(report: FileReport, called: Called, others: readonly Other[]): FileReport {
  // A title may be broken into lines.
  const names = [stemOf(called.file), called.title?.split(' ', 1) ?? []].flat().map(name => name.toLowerCase())
  const about = others.filter(({ text }) => names.some(name => text.toLowerCase().includes(name)))
  if (about.length === 0) return report
  return { ...report, findings: report.findings.map(finding => offered(finding, called, about)) }
}

/** What plans are called besides their own names. */
const common = new Set(['plan', 'implementation', 'design', 'project', 'task', 'handoff', 'hand-off', 'execplan'])

/** A title as other files write it: "Byte Gate" of "Byte Gate: Implementation Plan". */
export function knownTitle(title: string): string | undefined {
  const words = title.split(/[\s:–—]/).filter(word => /[\p{L}\p{N}]/u.test(word))
  const isOwn = (word: string): boolean => !common.has(word.toLowerCase()) && /\p{L}/u.test(word)
  const own = words.slice(words.findIndex(isOwn), words.findLastIndex(isOwn) + 1)
  // A single word may be anything.
  return own.length > 1 ? own.join(' ') : undefined
}

function offered(finding: Finding, called: Called, others: readonly Other[]): Finding {
  const names = finding.fixes?.filter(isRenaming).flatMap(({ anchors = [] }) => anchors.map(([before]) => before)) ?? []
  if (names.length === 0) return finding
  const found = others.flatMap(other => firstNamed(other, called, names) ?? [])
  if (found.length === 0) return finding
  return {
    ...finding,
    fixes: finding.fixes!.map(fix => (isRenaming(fix) ? { ...fix, safe: false } : fix)),
    related: [...(finding.related ?? []), found[0]!]
  }
}

/** The first link to one of the headings, or paragraph that names the plan and one of the units: "Step 2 of so.md". */
function firstNamed({ path, text }: Other, called: Called, names: readonly string[]): Related | undefined {
  const { file: name, title } = called
  const wiki = `(?<=\\[\\[(?:[^\\[\\]|#\\n]{0,200}/)?)${escapePattern(stemOf(name))}(?=[#|\\]])`
  const file = new RegExp(
    `(?<![\\p{L}\\p{N}_-])${escapePattern(name)}(?![\\p{L}\\p{N}_-])|${wiki}${title === undefined ? '' : `|${wordsIn(title)}`}`,
    'iu'
  )
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

/** A title where it stands among words, its lines broken anywhere. */
function wordsIn(title: string): string {
  return `(?<![\\p{L}\\p{N}_-])${title.split(' ').map(escapePattern).join('[\\s:–—-]{1,5}')}(?![\\p{L}\\p{N}_-])`
}

/** What wikis and notes call a file: `[[so]]`, from wherever it lies. */
function stemOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
}

/** What a fence shows, such as a report, refers to nothing. */
function withoutFences(text: string): string {
  return text.replace(/^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|(?![^]))/gm, fence => fence.replace(/[^\n]/g, ' '))
}
