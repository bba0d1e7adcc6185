/** The text of a document without its tags, so that Markdown is read in each of them from its own margin; and the way back to where it stands. */
import type { Node, Root } from 'mdast'
import { readInPlace, sureCommand } from '../../shell/index.ts'
import { lineEnd } from '../lines.ts'
import { isParent } from '../nodes.ts'
import type { LinePlaces, Span } from '../types.ts'
import type { Element, Tagged } from './types.ts'

/** What stands between two tags, from its own margin. */
interface TagPiece {
  text: string
  /** Of each of its lines, where it stands in the source. */
  lines: readonly Span[]
}

/** The texts between the tags of a document, without their margins; blank ones are left out. */
export function piecesOf(source: string, { elements, cutFences }: Tagged): TagPiece[] {
  const events = elements
    .flatMap(element => [
      { at: element.open, element, isOpen: true },
      { at: { start: element.inner.end, end: element.end }, element, isOpen: false }
    ])
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || Number(a.isOpen) - Number(b.isOpen))
  const pieces: TagPiece[] = []
  const add = (start: number, end: number, element: Element | undefined): void => {
    if (source.slice(start, end).trim() !== '')
      pieces.push(new Writer(source, { start, end }, element, cutFences.get(end)))
  }
  let from = 0
  const around: Element[] = []
  for (const { at, element, isOpen } of events) {
    if (at.start > from) add(from, at.start, around.at(-1))
    from = Math.max(from, at.end)
    if (isOpen) around.push(element)
    else around.pop()
  }
  add(from, source.length, undefined)
  return pieces
}

class Writer implements TagPiece {
  readonly #source: string
  readonly #texts: string[] = []
  readonly lines: Span[] = []

  constructor(source: string, span: Span, element: Element | undefined, cut: string | undefined) {
    this.#source = source
    this.#piece(span, element, cut)
  }

  get text(): string {
    return this.#texts.join('\n')
  }

  #line(text: string, start: number, length = text.length): void {
    this.#texts.push(text)
    this.lines.push({ start, end: start + length })
  }

  #piece({ start, end }: Span, element: Element | undefined, cut: string | undefined): void {
    const lines = this.#linesOf(start, end)
    const margin = element ? marginOf(lines.slice(1), this.#source) : 0
    const filled = lines.filter(line => !isBlank(line, this.#source))
    const first = filled[0]
    // What begins with dashes is no front matter there.
    if (start > 0) this.#line('', start)
    const isCode =
      element?.isCommand &&
      first &&
      this.#isPlain(first) &&
      (element.isCommand === true ||
        filled.every(line => isCommand(unescaped(this.#source.slice(line.start, line.end)).trim())))
    if (isCode) this.#line('```', first.start + leading(first, this.#source), 0)
    for (const [index, line] of lines.entries()) {
      if (isCode && (line.start < first.start || line.start > filled.at(-1)!.start)) continue
      const own = leading(line, this.#source)
      const skip = index === 0 ? (element ? own : 0) : Math.min(margin, own)
      const text = this.#source.slice(line.start + skip, line.end)
      this.#line(isCode ? unescaped(text) : text, line.start + skip)
    }
    if (isCode) this.#line('```', filled.at(-1)!.end, 0)
    if (cut !== undefined) this.#line(cut, end, 0)
  }

  #linesOf(start: number, end: number): Span[] {
    const lines: Span[] = []
    for (let at = start; at <= end;) {
      const to = Math.min(end, lineEnd(this.#source, at))
      lines.push({ start: at, end: to })
      at = to + (this.#source.startsWith('\r\n', to) ? 2 : 1)
    }
    return lines
  }

  /** A command without any mark of Markdown. */
  #isPlain(line: Span): boolean {
    return !'`~-*>#0123456789'.includes(this.#source[line.start + leading(line, this.#source)]!)
  }
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `a &amp;&amp; b`, as XML would have it: what is typed, of the same length, so that all behind it keeps its place. */
function unescaped(text: string): string {
  return text.replace(/(?:&(?:amp|lt|gt|quot|apos);)+/g, run =>
    run.replace(/&(\w+);/g, (_, name: string) => characters[name]!).padEnd(run.length)
  )
}

/** Is a line a command from its first word to its last? Where it may be one, `true` is no value. */
function isCommand(line: string): boolean {
  const sure = sureCommand(line)
  if (sure !== undefined || line === 'true') return sure === line || line === 'true'
  const reading = readInPlace(line)
  // "/usr/bin/check": a path from the root is no word.
  return reading === 'command' || (reading === 'word' && line.startsWith('/'))
}

function leading({ start, end }: Span, source: string): number {
  let at = start
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++
  return at - start
}

function isBlank(line: Span, source: string): boolean {
  return line.start + leading(line, source) >= line.end
}

/** The white space that all lines begin with. */
function marginOf(lines: readonly Span[], source: string): number {
  let least = Number.POSITIVE_INFINITY
  for (const line of lines) if (!isBlank(line, source)) least = Math.min(least, leading(line, source))
  return Number.isFinite(least) ? least : 0
}

/** Puts the nodes of a piece where they stand in the source. */
export function atSourcePlaces({ children }: Root, { lines }: TagPiece, places: LinePlaces): Root['children'] {
  const offsetOf = ({ line, column }: { line: number; column: number }): number => {
    const own = lines[Math.min(line, lines.length) - 1]!
    return Math.min(own.end, own.start + column - 1)
  }
  const stack: Node[] = [...children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.position)
      node.position = places.placeOf({ start: offsetOf(node.position.start), end: offsetOf(node.position.end) })
    if (isParent(node)) for (const child of node.children) stack.push(child)
  }
  return children
}
