import { lineEnd } from '../lines.ts'
import type { Span } from '../types.ts'
import type { Attribute } from './types.ts'

/** A known tag where it counts: an opening one at the head of a line or behind another tag, a closing one anywhere but in code. */
export interface TagToken extends Span {
  name: string
  /** `spoken`: an opening one within a line, which is spoken of, as is the one that closes it. */
  kind: 'open' | 'close' | 'empty' | 'spoken'
  attributes: readonly Attribute[]
  /** It ends a fence that nothing closes. */
  cuts?: string
}

const fence = /^(?:`{3,}|~{3,})/
const name = /[A-Za-z][A-Za-z0-9_-]{0,40}/y
/** Tags are one line, and no longer than this. */
const LONGEST = 500

/** What lines are read into. */
interface Scan {
  source: string
  known: ReadonlySet<string>
  tokens: TagToken[]
  /** How many of each name are open. */
  open: Map<string, number>
}

/** An open fence, and how many of each name are open within. */
interface Fenced {
  mark: string
  names: Map<string, number>
}

/**
 * The known tags of a text outside of fences and comments, in order; linear in its length.
 *
 * @param from Behind the front matter.
 */
export function readTokens(
  source: string,
  from: number,
  known: ReadonlySet<string>
): { tokens: TagToken[]; isCut: boolean } {
  const tokens: TagToken[] = []
  const open = new Map<string, number>()
  const scan: Scan = { source, known, tokens, open }
  let fenced: Fenced | undefined
  let isComment = false
  for (let at = from; at < source.length;) {
    const end = lineEnd(source, at)
    let head = at
    while (head < end && (source[head] === ' ' || source[head] === '\t')) head++
    if (fenced) {
      const cut = endsFence(scan, head, end, fenced)
      if (cut === 'closed') fenced = undefined
      else if (cut) {
        tokens.push({ ...cut, cuts: fenced.mark })
        count(open, cut.name, -1)
        fenced = undefined
      }
    } else {
      const line = source.slice(head, Math.min(end, head + 200))
      const mark = isComment ? undefined : fence.exec(line)?.[0]
      if (mark !== undefined && !(mark[0] === '`' && line.includes('`', mark.length)))
        fenced = { mark, names: new Map() }
      else isComment = readLine(scan, head, end, isComment)
    }
    at = end + (source.startsWith('\r\n', end) ? 2 : 1)
  }
  return { tokens, isCut: fenced !== undefined || isComment }
}

function count(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

/** A line in a fence: closes it, or is the closing tag of what the fence stands in. */
function endsFence(
  { source, known, open }: Scan,
  head: number,
  end: number,
  { mark, names }: Fenced
): 'closed' | TagToken | undefined {
  const line = source.slice(head, Math.min(end, head + 200)).trimEnd()
  if (line.length >= mark.length && line === mark[0]!.repeat(line.length)) return 'closed'
  const tag = line.startsWith('<') ? tagAt(source, head, end, known) : undefined
  if (!tag) return undefined
  if (tag.kind !== 'close') {
    if (tag.kind === 'open') count(names, tag.name, 1)
    // `<name>x</name>` in one line.
    if (line.endsWith(`</${tag.name}>`)) count(names, tag.name, -1)
    return undefined
  }
  if ((names.get(tag.name) ?? 0) > 0) {
    count(names, tag.name, -1)
    return undefined
  }
  return line === `</${tag.name}>` && (open.get(tag.name) ?? 0) > 0 ? tag : undefined
}

/** @returns Is a comment open at its end? */
function readLine({ source, known, tokens, open }: Scan, head: number, end: number, inComment: boolean): boolean {
  let isComment = inComment
  let isHead = true
  let isCode = false
  for (let at = head; at < end; at++) {
    if (isComment) {
      if (!source.startsWith('-->', at)) continue
      isComment = false
      at += 2
      continue
    }
    const unit = source[at]!
    if (unit === '`') isCode = source.indexOf('`', at + 1) < end && source.indexOf('`', at + 1) > 0 ? !isCode : false
    else if (unit === '<' && !isCode) {
      if (source.startsWith('<!--', at)) {
        isComment = true
        at += 3
        continue
      }
      const tag = tagAt(source, at, end, known)
      if (tag?.kind === 'open' && !isHead) tokens.push({ ...tag, kind: 'spoken' })
      else if (tag && (tag.kind === 'close' || isHead)) {
        tokens.push(tag)
        if (tag.kind !== 'empty') count(open, tag.name, tag.kind === 'open' ? 1 : -1)
        at = tag.end - 1
        isHead = true
        continue
      }
    }
    if (unit !== ' ' && unit !== '\t') isHead = false
  }
  return isComment
}

/** The known tag at an offset, in one line. */
function tagAt(source: string, start: number, lineEndAt: number, known: ReadonlySet<string>): TagToken | undefined {
  const isClose = source[start + 1] === '/'
  name.lastIndex = start + (isClose ? 2 : 1)
  const found = name.exec(source)?.[0]
  if (found === undefined || !known.has(found)) return undefined
  const end = Math.min(lineEndAt, start + LONGEST)
  const attributes: Attribute[] = []
  let at = name.lastIndex
  while (at < end) {
    const unit = source[at]!
    if (unit === '>') {
      const kind = isClose ? 'close' : source[at - 1] === '/' ? 'empty' : 'open'
      return { name: found, kind, attributes, start, end: at + 1 }
    }
    if (unit === ' ' || unit === '\t' || unit === '/') {
      at++
      continue
    }
    name.lastIndex = at
    const key = name.exec(source)?.[0]
    if (key === undefined) return undefined
    const attribute = attributeAt(source, at, at + key.length, end)
    attributes.push(attribute)
    at = attribute.span.end
  }
  return undefined
}

function attributeAt(source: string, start: number, nameEnd: number, end: number): Attribute {
  const key = source.slice(start, nameEnd)
  const quote = source[nameEnd] === '=' ? source[nameEnd + 1] : undefined
  if (source[nameEnd] !== '=')
    return { name: key, text: '', span: { start, end: nameEnd }, value: { start: nameEnd, end: nameEnd } }
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, nameEnd + 2)
    if (close >= 0 && close < end) {
      const value = { start: nameEnd + 2, end: close }
      return { name: key, text: source.slice(value.start, value.end), span: { start, end: close + 1 }, value }
    }
  }
  let to = nameEnd + 1
  while (to < end && !' \t>'.includes(source[to]!)) to++
  return {
    name: key,
    text: source.slice(nameEnd + 1, to),
    span: { start, end: to },
    value: { start: nameEnd + 1, end: to }
  }
}
