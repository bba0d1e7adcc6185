/** Front matter as parts: keys with what they say, lists and objects in them, each at its exact place. No YAML library reads a stranger's text. */
import { onceEach } from '../../util/once.ts'
import { spanOf } from '../nodes.ts'
import { normalise } from '../text.ts'
import type { Outline, Part, Span } from '../types.ts'
import type { FlowItem } from './flow.ts'
import { flowEnd, flowItems } from './flow.ts'
import type { MatterLine } from './lines.ts'
import { colonOf, isItem, linesIn, noLine, skipMatterBlanks, skipSpace } from './lines.ts'
import type { WrittenValue } from './values.ts'
import { closedQuote, readScalar } from './values.ts'
import { matterBody } from './shape.ts'

/** What stands between the dashes at the head of a document. */
interface Matter {
  /** Does a line of dashes begin it, the first of the document? */
  isOpened: boolean
  /** Does a line of dashes end it? */
  isClosed: boolean
  /** Its keys: `key` parts, and below lists `entry` parts. */
  parts: readonly Part[]
  /** Lines that are neither a key, nor an item, nor part of a value. */
  odd: readonly Span[]
  /** Values that YAML can't read. */
  broken: readonly BrokenValue[]
  /** All of it, the dashes included. */
  span: Span
}

/** A value with a quote or bracket that is never closed, or with a colon in it as keys have. */
export interface BrokenValue {
  part: Part
  sign: string
  span: Span
}

/** Objects in lists that are nested deeper than this are not read: keeps the walk bounded whatever the text. */
const MAX_DEPTH = 8

/** Front matter of a document that has some. Memoised per outline. */
export const matterOf: (outline: Outline) => Matter | undefined = outline => readOnce(outline).matter

const readOnce = onceEach((outline: Outline): { matter: Matter | undefined } => {
  const { yaml } = outline.nodes
  if (!yaml) return { matter: undefined }
  const span = spanOf(yaml)
  const reader = new Reader(outline)
  const { body, ...ends } = matterBody(outline.source, span)
  return { matter: { ...ends, ...reader.read(body), span } }
})

/** Most front matter has some ten lines; of one that is endless the beginning will do. */
const MOST_LINES = 5000
/** UTF-16 units of a value in brackets or quotes. */
const LONGEST = 10_000

class Reader {
  readonly #outline: Outline
  readonly #source: string
  #lines: MatterLine[] = []
  #at = 0
  readonly #parts: Part[] = []
  readonly #odd: Span[] = []
  readonly #broken: BrokenValue[] = []

  constructor(outline: Outline) {
    this.#outline = outline
    this.#source = outline.source
  }

  read(span: Span): Pick<Matter, 'parts' | 'odd' | 'broken'> {
    this.#lines = linesIn(this.#source, span).slice(0, MOST_LINES)
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!
      // A list without a key is nobody's.
      if (isItem(this.#source, line)) this.#skip(line)
      else this.#block(line.indent, undefined, 0)
    }
    return { parts: this.#parts, odd: this.#odd, broken: this.#broken }
  }

  #childrenOf(parent: Part | undefined): Part[] {
    return parent?.children ?? this.#parts
  }

  #skip({ from, end }: MatterLine): void {
    this.#odd.push({ start: from, end })
    this.#at++
  }

  /** Keys of one indent, or items. */
  #block(indent: number, parent: Part | undefined, depth: number): void {
    const isList = isItem(this.#source, this.#lines[this.#at] ?? noLine)
    for (;;) {
      const line = this.#lines[this.#at]
      if (!line || line.indent < indent) return
      if (line.indent === indent && isItem(this.#source, line) !== isList) return
      const known = line.indent === indent && depth < MAX_DEPTH
      if (known && isItem(this.#source, line)) this.#item(line, parent, depth)
      else {
        const colon = known ? colonOf(this.#source, line.from, line.end) : undefined
        if (colon === undefined) this.#skip(line)
        else {
          this.#at++
          this.#key(line, line.from, colon, parent, depth)
        }
      }
    }
  }

  #key(line: MatterLine, from: number, colon: number, parent: Part | undefined, depth: number): void {
    const part = this.#part('key', readScalar(this.#source, from, colon), { start: from, end: line.end }, parent)
    part.place = this.#outline.lines.placeOf({ start: from, end: colon + 1 })
    this.#childrenOf(parent).push(part)
    this.#value(part, skipMatterBlanks(this.#source, colon + 1, line.end), line, from - line.start, depth)
  }

  #item(line: MatterLine, parent: Part | undefined, depth: number): void {
    this.#at++
    const from = skipMatterBlanks(this.#source, line.from + 1, line.end)
    const indent = from - line.start
    const colon = colonOf(this.#source, from, line.end)
    const scalar = colon === undefined ? readScalar(this.#source, from, line.end) : undefined
    const part = this.#part(
      'entry',
      scalar ?? { text: '', start: from, end: from },
      { start: line.from, end: line.end },
      parent
    )
    part.place = this.#outline.lines.placeOf({ start: line.from, end: line.end })
    this.#childrenOf(parent).push(part)
    if (colon === undefined) this.#value(part, from, line, line.indent, depth)
    else {
      this.#key(line, from, colon, part, depth + 1)
      this.#block(indent, part, depth + 1)
      const last = part.children.at(-1)
      if (last) part.span.end = Math.max(part.span.end, last.span.end)
    }
  }

  /** What a key or an item says: on its line, and on the lines below that stand deeper. */
  #value(part: Part, from: number, line: MatterLine, indent: number, depth: number): void {
    const source = this.#source
    const first = source[from]
    if (from >= line.end || first === '#') {
      const next = this.#lines[this.#at]
      if (!next) return
      // Items of a list may stand where the key does.
      const isList = isItem(source, next) && part.form === 'key' && next.indent >= indent
      if (next.indent <= indent && !isList) return
      if (isList || colonOf(source, next.from, next.end) !== undefined) this.#block(next.indent, part, depth + 1)
      else this.#text(part, next.from, indent)
      const last = part.children.at(-1)
      if (last) part.span.end = Math.max(part.span.end, last.span.end)
    } else if (first === '[' || first === '{') this.#flow(part, from, line, depth)
    else if ((first === '|' || first === '>') && line.end - from <= 3) this.#text(part, line.end, indent)
    else this.#text(part, from, indent, line)
  }

  #flow(part: Part, from: number, line: MatterLine, depth: number): void {
    const closed = flowEnd(this.#source, from, this.#far(from))
    const end = closed ?? line.end
    if (closed === undefined) this.#broken.push({ part, sign: this.#source[from]!, span: { start: from, end } })
    while (this.#lines[this.#at] && this.#lines[this.#at]!.start < end) this.#at++
    part.value = { text: this.#source.slice(from, end), start: from, end }
    part.span.end = end
    if (closed === undefined) return
    if (part.form === 'entry' && this.#source[from] === '{') part.title = part.key = ''
    this.#flowParts(
      flowItems(this.#source, { start: from, end: Math.min(end, from + LONGEST) }, MAX_DEPTH - depth),
      part
    )
  }

  /** Items of a list in brackets are entries, those of an object keys. */
  #flowParts(items: readonly FlowItem[], parent: Part): void {
    for (const { start, end, key, value, from, items: inner } of items) {
      const own = key ?? value ?? { text: '', start, end: start }
      const part = this.#part(key ? 'key' : 'entry', own, { start, end }, parent)
      if (key) part.place = this.#outline.lines.placeOf({ start, end: key.colonEnd })
      else if (!value) part.place = this.#outline.lines.placeOf({ start, end: this.#lineEnd(start, end) })
      if (key) part.value = value ?? { text: this.#source.slice(from, end), start: from, end }
      parent.children.push(part)
      this.#flowParts(inner, part)
    }
  }

  #lineEnd(start: number, end: number): number {
    const at = /[\r\n]/.exec(this.#source.slice(start, end))?.index
    return at === undefined ? end : start + at
  }

  /** Text, with its lines below that stand deeper than the key. */
  #text(part: Part, from: number, indent: number, own?: MatterLine): void {
    const source = this.#source
    const isQuoted = own && (source[from] === '"' || source[from] === "'")
    const quoted = isQuoted ? closedQuote(source, from, this.#far(from)) : undefined
    const isKey = part.form === 'key' && own
    if (
      isQuoted
        ? quoted === undefined
        : isKey && colonOf(source, from, readScalar(source, from, own.end).end) !== undefined
    )
      this.#broken.push({ part, sign: isQuoted ? source[from]! : ':', span: { start: from, end: own!.end } })
    let end = own?.end ?? from
    while (this.#lines[this.#at]) {
      const next = this.#lines[this.#at]!
      if (quoted === undefined ? next.indent <= indent : next.start >= quoted) break
      end = next.end
      this.#at++
    }
    const start = skipSpace(source, from, end)
    const said = own ? readScalar(source, start, end) : { text: source.slice(start, end), start, end }
    part.value = { ...said, text: inOneLine(said.text) }
    part.span.end = Math.max(part.span.end, said.end)
    if (part.form === 'entry') part.title = part.value.text
  }

  /** How far a value in brackets or quotes that begins at `from` may reach. */
  #far(from: number): number {
    return Math.min(this.#lines.at(-1)!.end, from + LONGEST)
  }

  #part(form: 'key' | 'entry', title: WrittenValue, span: Span, parent: Part | undefined): Part {
    const { lines, nodes } = this.#outline
    return {
      form,
      title: title.text,
      key: normalise(title.text),
      level: form === 'key' ? 8 : 9,
      node: nodes.yaml!,
      place: lines.placeOf(title),
      span: { start: span.start, end: span.end },
      blocks: [],
      children: [],
      ...(parent ? { parent } : {}),
      ...(form === 'entry' ? { value: { ...title } } : {})
    }
  }
}

function inOneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .join(' ')
    .trim()
}
