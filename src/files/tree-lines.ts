/** Cuts the lines of a file tree into indentation, connector, names and what follows them. */
import { hasExtension, isFile } from './segments.ts'
import { splitList } from './split.ts'

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
export interface NamePart {
  name: string
  start: number
}

export interface Content {
  names: NamePart[]
  /** What stands before the name, such as "NEW:" or "[NEW]". */
  before: { text: string; start: number }
  /** What stands after it. */
  after: { text: string; start: number }
}

/** Lines that hold no entry: comments, "...", "(3 more)". */
export function isAside(rest: string): boolean {
  return /^(?:#(?!\w)|\/\/|<!--|;;|--(?:\s|$))/.test(rest) || isElision(rest)
}

const isElision = (rest: string): boolean =>
  /^(?:\.{3,}|…|⋮|⋯|\[\.\.\.\]|\(\.\.\.\)|etc\.?$)(?![\w/.])/.test(rest) || /^[([].{0,20}\bmore\b/.test(rest)

const prefix =
  /^(?:(?:new|add|added|create|created|modify|modified|update|updated|delete|deleted|remove|removed|rename|renamed|move)(?: file)?: +|[[(<](?:new|add|added|create|mod|modify|modified|update|updated|upd|del|delete|deleted|remove|removed)[\])>] +|(?:🆕|✨|➕|✏️?|📝|🗑️?|➖|📁|📂|📄|📃|🗂️?) *|[-*•+~] +|[MADR] +(?=\S*[./]))/iu

/** Words lead with a colon, letters with a space; the rest are signs. */
function mayLead(rest: string): boolean {
  return !/^[A-Za-z]/.test(rest) || rest.includes(':') || rest[1] === ' '
}

/** Cuts the content into names and what surrounds them. */
export function readContent(rest: string, start: number): Content {
  const lead = mayLead(rest) ? (prefix.exec(rest)?.[0] ?? '') : ''
  const body = rest.slice(lead.length)
  const at = start + lead.length
  const end = nameEnd(body)
  const quoted = !/^["'`]/.test(body) ? null : /^(["'`])(.{1,300})\1$/.exec(body.slice(0, end))
  const names = quoted ? [{ name: quoted[2] ?? '', start: at + 1 }] : splitNames(body.slice(0, end).trimEnd(), at)
  return { names, before: { text: lead.trimEnd(), start }, after: { text: body.slice(end), start: at + end } }
}

/** Where the name ends: at a comment, an annotation, an arrow, a dash, two spaces; or after the first word if that is a file already. */
function nameEnd(body: string): number {
  const stop = body.search(
    /[\s\u00A0\u3000](?=[\s\u00A0\u3000#(（<[←→—–|=⇒✅❌⏳🆕✨⬅🔥⭐🚧]|\/\/|-{1,2}[>\s]|<-|:\s)|:(?:\s|$)|#\s|(?<=\S)<(?=(?:new|modified|deleted|renamed)\b)|[（]/u
  )
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
  return (hasExtension(word, true) || word.endsWith('/') || isFile(word, false)) && !(whole && head.includes(', '))
    ? word.length
    : end
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
