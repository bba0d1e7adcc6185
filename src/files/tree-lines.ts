/** Cuts the lines of a file tree into indentation, connector, names and what follows them. */
import { readPhrase } from './change-words.ts'
import { readMark } from './marks.ts'
import { hasExtension, isFile } from './segments.ts'
import { splitList } from './split.ts'
import { brackets, pictures } from './change-vocabulary.ts'

export interface TreeLine {
  line: number
  /** The line without its end. */
  text: string
  /** Visual column (tabs to the next multiple of 4) of the connector `├──`; undefined on a plain line. */
  branch: number | undefined
  /** Visual column of the content. */
  column: number
  /** There is a vertical guide before the content. */
  guided: boolean
  /** The connector is drawn with `|`, `+`, `` ` ``. */
  ascii: boolean
  tabs: boolean
  spaces: boolean
  /** A sign of change in the first column, as in a diff. */
  sign: { mark: string; column: number } | undefined
  /** UTF-16 offset of the content in the line. */
  start: number
  /** The content, trimmed at its end. */
  rest: string
}

const tees = '├┝┞┟┠┡┢┣└┕┖┗╠╞╟╚╘╙╰┌┏╭'
const bars = '│┃║┆┇┊┋╎╏╽╿'
const dashes = '─━═╌╍┄┅┈┉╴╶╸╺'
const caps = '┬┮┭┯┰┱┲┳╤╥╦┐┘'
const spaces = /[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/

/** Reads where a line's content starts. `undefined` for a blank line and one that holds guides alone. */
export function readLine(text: string, line: number): TreeLine | undefined {
  let at = 0
  let column = 0
  let branch: number | undefined
  const seen = { guided: false, ascii: false, tabs: false, spaces: false }
  const sign = /^[+\-~MADR](?=[\t \u00A0]+\S)/.exec(text) ? { mark: text[0] ?? '', column: 0 } : undefined
  if (sign) {
    at = 1
    column = 1
  }
  for (; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\t') {
      seen.tabs = true
      column += 4 - (column % 4)
      continue
    }
    if (spaces.test(character)) {
      seen.spaces = true
      column += character === '\u3000' ? 2 : 1
      continue
    }
    const length = connector(text, at)
    if (length > 0) {
      branch = column
      at += length - 1
      column += length
      seen.ascii ||= character < '\u0080'
      continue
    }
    if (!isBar(text, at)) break
    seen.guided = true
    column++
  }
  const rest = text.slice(at).trimEnd()
  if (rest === '') return undefined
  const { guided, ascii, tabs, spaces: blanks } = seen
  return { line, text, branch, column, guided, ascii, tabs, spaces: blanks, sign, start: at, rest }
}

/** Length of a connector such as `├──`, `|--`, `+--`, `` `-- ``, `├─┬`, or 0. */
function connector(text: string, at: number): number {
  const first = text[at] ?? ''
  const drawn = tees.includes(first)
  if (!drawn && !'|+`\\'.includes(first)) return 0
  let end = at + 1
  while (
    end < text.length &&
    (drawn ? dashes.includes(text[end] ?? '') || text[end] === '-' : /[-_]/.test(text[end] ?? ''))
  )
    end++
  if (drawn && end > at + 1 && caps.includes(text[end] ?? ' ')) end++
  return drawn ? end - at : end - at >= 2 && /[\s\w.([{<*@$\p{L}]/u.test(text[end] ?? ' ') ? end - at : 0
}

function isBar(text: string, at: number): boolean {
  const character = text[at] ?? ''
  return (
    bars.includes(character) ||
    ((character === '|' || character === ':') && (at + 1 === text.length || /[\s]/.test(text[at + 1] ?? '')))
  )
}

/** One name on a line, with its place in the line. */
interface NamePart {
  name: string
  start: number
}

export interface LineContent {
  names: NamePart[]
  /** The old name of "old.ts → new.ts". */
  from?: { name: string; start: number; end: number }
  /** It is "latest -> target". */
  isLink?: boolean
  /** What stands before the name, such as "NEW:" or "[NEW]". */
  before: { text: string; start: number }
  /** What stands after it. */
  after: { text: string; start: number }
}

/** Lines that hold no entry: comments, "...", "(3 more)", the command that drew the tree and what it counted. */
export function isAside(rest: string): boolean {
  return /^(?:#(?!\w)|\/\/|<!--(?!.*-->\s*\S)|;;|--(?:\s|$))/.test(rest) || isElision(rest) || isOfTree(rest)
}

const isOfTree = (rest: string): boolean =>
  /^\d+ director(?:y|ies)(?:, \d+ files?)?$|^\d+ files?(?:, \d+ director(?:y|ies))?$/.test(rest) ||
  /^(?:[$%❯>#]|PS>?|[\w@~.:/-]{1,60}[$#%]) +(?:tree|ls|find|fd|eza|lsd)(?: |$)/.test(rest)

const isElision = (rest: string): boolean =>
  /^(?:\.{3,}|…|⋮|⋯|\[\.\.\.\]|\(\.\.\.\)|etc\.?$)(?![\w/.])/.test(rest) || /^[([].{0,20}\bmore\b/.test(rest)

/** Bullets and letters of version control, and pictures of folders and files, which say nothing. */
const bullet = /^(?:[-*•+~] +|[MADR] +(?=\S*[./])|(?:📁|📂|📄|📃|🗂)\uFE0F? *)/u

/** What stands before the names: a bullet or a sign of change, then a word, a picture or a bracket of the vocabulary. */
function leadOf(rest: string): { text: string; length: number } {
  const first = bullet.exec(rest)?.[0] ?? ''
  const mark = leadingMark(rest.slice(first.length))
  const length = first.length + mark
  return { text: (mark > 0 ? rest.slice(first.length, length) : first).trimEnd(), length }
}

/** Length of the mark that a line starts with, the spaces behind it included. */
function leadingMark(text: string): number {
  return /^[A-Za-z.]/.test(text) ? leadingWords(text, 0) : leadingSigns(text)
}

function leadingSigns(text: string): number {
  if (pictures.some(({ sign }) => text.startsWith(sign))) return /^.\uFE0F? */u.exec(text)![0].length
  const bracket = brackets.find(({ open }) => text.startsWith(open))
  if (!bracket) return leadingWords(text, /^[*_]{0,2}/.exec(text)![0].length)
  const close = text.indexOf(bracket.close, bracket.open.length)
  const spaces = close < 0 ? '' : (/^ +(?=\S)/.exec(text.slice(close + bracket.close.length))?.[0] ?? '')
  const length = close + bracket.close.length + spaces.length
  return spaces !== '' && length < 80 && readMark(text.slice(0, length), 'tree') ? length : 0
}

/** "Create: ", "**New file:** ", "edit ". */
function leadingWords(text: string, decorated: number): number {
  if (!/^\p{L}/u.test(text.slice(decorated, decorated + 2))) return 0
  const colon = text.includes(':') || text.includes('：') ? labelEnd.exec(text.slice(0, 80)) : null
  if (colon) {
    const label = text.slice(decorated, colon.index).replace(/[*_]{1,2} ?$| $/, '')
    return readPhrase(label)?.length === label.length ? colon.index + colon[0].length : 0
  }
  if (!text.includes(' ')) return 0
  const phrase = readPhrase(text.slice(decorated))
  const after = text.slice(decorated + (phrase?.length ?? 0))
  const spaces = /^[*_]{0,2} +/.exec(after)?.[0]
  // "edit b.ts" is an order, "Add notes.md" may be a name
  return phrase?.mayLead && spaces !== undefined && isPath(/^\S+/.exec(after.slice(spaces.length))?.[0] ?? '')
    ? decorated + phrase.length + spaces.length
    : 0
}

const labelEnd = /[:：][*_]{0,2}(?: +|(?<=：))(?=\S)/

const isPath = (word: string): boolean => hasExtension(word, true) || isFile(word, false) || /\w\/./.test(word)

/** Cuts the content into names and what surrounds them. */
export function readContent(rest: string, start: number): LineContent {
  const lead = leadOf(rest)
  const body = rest.slice(lead.length)
  const at = start + lead.length
  const end = nameEnd(body)
  const quoted = !/^["'`]/.test(body) ? null : /^(["'`])(.{1,300})\1$/.exec(body.slice(0, end))
  const names = quoted ? [{ name: quoted[2] ?? '', start: at + 1 }] : splitNames(body.slice(0, end).trimEnd(), at)
  const before = { text: lead.text, start: start + rest.slice(0, lead.length).lastIndexOf(lead.text) }
  return followed({ names, before, after: { text: body.slice(end), start: at + end } })
}

/** "old.ts → new.ts" has the new name, "latest -> target" is a link; what follows the second name is said of both. */
function followed(content: LineContent): LineContent {
  const { names, before, after } = content
  const found = names.length === 1 ? /^\s*(->|=>|→|⇒|⟶)\s+([^\s<>()[\]]{1,300})/.exec(after.text) : null
  if (!found || !isPath(found[2]!) || readPhrase(after.text.replace(/^\s*\S+\s+/, ''))) return content
  const old = names[0]!
  const [, arrow, target] = found as unknown as [string, string, string]
  const rest = { text: after.text.slice(found[0].length), start: after.start + found[0].length }
  const mark = readMark(rest.text, 'tree')
  const isRename = mark
    ? mark.kind === 'renamed'
    : !/[->=]/.test(arrow) && hasExtension(old.name, true) && hasExtension(target, true)
  if (!isRename) return { names, before, after: rest, isLink: true }
  const from = { name: old.name, start: old.start, end: old.start + old.name.length }
  return { names: [{ name: target, start: rest.start - target.length }], before, after: rest, from }
}

/** What a remark starts with: brackets, pictures, arrows, dashes. */
const openers = [...new Set([...brackets.map(({ open }) => open[0]!), ...pictures.map(({ sign }) => sign)])]
const stops = new RegExp(
  `[\\s\\u00A0\\u3000](?=[\\s\\u00A0\\u3000#${openers.join('').replace('[', '\\[')}←⟵→⟶—–|=⇒✅❌⏳⬅◀🔥⭐🚧]|\\/\\/|-{1,2}[>\\s]|<-|:\\s|\\*{1,2}\\p{L}|_\\p{L}+_)|:(?:\\s|$)|#\\s|(?<=\\S)<(?=(?:new|modified|deleted|renamed)\\b)|[（【]`,
  'u'
)

/** Where the name ends: at a comment, an annotation, an arrow, a dash, two spaces; or after the first word if that is a file already. */
function nameEnd(body: string): number {
  const stop = body.search(stops)
  const end = stop >= 0 ? stop : body.length
  const head = body.slice(0, end)
  const gap = head.search(/[\s,;]/)
  if (gap < 0) return end
  const word = head.slice(0, gap)
  if (head[gap] === ',' || head[gap] === ';') return end
  const trimmed = head.trimEnd()
  const last = trimmed.slice(trimmed.lastIndexOf(' ') + 1)
  const whole = hasExtension(last, true) || trimmed.endsWith('/')
  // `cli.py entry point` names cli.py; `My Notes.md` is one name
  if ((hasExtension(word, true) || word.endsWith('/') || isFile(word, false)) && !(whole && head.includes(', ')))
    return word.length
  // `bin/run new`, `.env-local modified`
  return /[./_-]/.test(word) && readPhrase(trimmed.slice(gap).trimStart())?.rest === '' ? gap : end
}

function splitNames(head: string, start: number): NamePart[] {
  if (!/[\s,;、，；]/.test(head)) return [{ name: head, start }]
  const parts = splitList(head)
  if (parts.length < 2 || !parts.every(part => !part.includes(' '))) return [{ name: head, start }]
  let from = 0
  return parts.map(name => {
    const at = head.indexOf(name, from)
    from = at + name.length
    return { name, start: start + at }
  })
}
