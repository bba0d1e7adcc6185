/** A plain text area; behind it a copy of its lines carries numbers and marks. The copy decides the height, so that both always wrap alike. */
import type { Finding } from '../../../types.ts'
import { byId, el } from '../../page/dom.ts'

interface Editor {
  text(): string
  /** Replaces what differs, so that undo still works. */
  change(text: string): void
  /** A new text altogether. */
  load(text: string): void
  mark(findings: readonly Finding[]): void
  /** Selects a span and brings it into view. */
  show(start: number, end: number): void
}

/** An empty line has a height, too. */
const blank = '\u200b'
/** Longer insertions are made without undo. */
const mostLines = 300

/** @param onInput called after every change */
export function createEditor(onInput: () => void): Editor {
  const area = byId<HTMLTextAreaElement>('text')
  const copy = byId('copy')
  let lines: string[] = []
  const nodes: HTMLElement[] = []
  area.addEventListener('input', () => {
    refresh()
    onInput()
  })
  return { text: () => area.value, change, load, mark, show }

  /** Renews the lines that changed: those before and behind keep their nodes, and their marks. */
  function refresh(): void {
    const now = area.value.split('\n')
    const { head, tail } = shared(lines, now)
    const made = now.slice(head, now.length - tail).map(line => el('div', { className: 'line' }, line || blank))
    const old = nodes.splice(head, lines.length - tail - head, ...made)
    for (const node of old) node.remove()
    const after = nodes[head + made.length] ?? null
    for (const node of made) copy.insertBefore(node, after)
    lines = now
  }

  function load(text: string): void {
    area.value = text
    refresh()
    area.setSelectionRange(0, 0)
    area.closest('.editor')!.scrollTop = 0
    onInput()
  }

  function change(text: string): void {
    const old = area.value
    const { head, tail } = shared(old, text)
    area.focus()
    area.setSelectionRange(head, old.length - tail)
    const part = text.slice(head, text.length - tail)
    // The one way that undo follows; it fires `input` itself. Browsers take the square of the time on many lines.
    const isShort = part.split('\n', mostLines).length < mostLines
    if (isShort && document.execCommand(part === '' ? 'delete' : 'insertText', false, part) && area.value === text)
      return
    area.value = text
    refresh()
    onInput()
  }

  function mark(findings: readonly Finding[]): void {
    const spans = spansOf(findings, lines)
    for (const [index, node] of nodes.entries()) {
      const own = spans.get(index)
      if (own) draw(node, lines[index]!, own)
      else if (node.className !== 'line') {
        node.className = 'line'
        node.textContent = lines[index] || blank
      }
    }
  }

  function show(start: number, end: number): void {
    area.focus({ preventScroll: true })
    area.setSelectionRange(start, end)
    const line = area.value.slice(0, start).split('\n').length - 1
    nodes[line]?.scrollIntoView({ block: 'center' })
  }
}

/** How much two texts, or lists of lines, share at the beginning, and of the rest at the end. */
function shared(a: string | readonly string[], b: string | readonly string[]): { head: number; tail: number } {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return { head, tail }
}

interface Marked {
  start: number
  end: number
  severity: string
}

/** What is marked in each line, from its first column: of a finding of several lines, the first. */
function spansOf(findings: readonly Finding[], lines: readonly string[]): Map<number, Marked[]> {
  const spans = new Map<number, Marked[]>()
  for (const { place, severity } of findings) {
    const first = place.start.line - 1
    const line = lines[first] ?? ''
    const start = Math.min(place.start.column - 1, Math.max(0, line.length - 1))
    const end = place.end.line > place.start.line ? line.length : Math.max(place.end.column - 1, start + 1)
    spans.set(first, [...(spans.get(first) ?? []), { start, end, severity }])
  }
  return spans
}

function draw(node: HTMLElement, line: string, spans: Marked[]): void {
  node.className = `line ${spans.some(span => span.severity === 'error') ? 'has-error' : 'has-warning'}`
  if (line === '') return void (node.textContent = blank)
  const parts: (Node | string)[] = []
  let at = 0
  for (const { start, end, severity } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    parts.push(line.slice(at, start), el('mark', { className: severity }, line.slice(start, end)))
    at = end
  }
  node.replaceChildren(...parts, line.slice(at))
}
