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
    let same = 0
    while (same < now.length && same < lines.length && now[same] === lines[same]) same++
    let tail = 0
    while (tail < now.length - same && tail < lines.length - same && now.at(-1 - tail) === lines.at(-1 - tail)) tail++
    const made = now
      .slice(same, now.length - tail)
      .map(line => el('div', { className: 'line' }, line === '' ? '\u200b' : line))
    const old = nodes.splice(same, lines.length - tail - same, ...made)
    for (const node of old) node.remove()
    const after = nodes[same + made.length] ?? null
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
    let start = 0
    while (start < old.length && start < text.length && old[start] === text[start]) start++
    let end = 0
    while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++
    area.focus()
    area.setSelectionRange(start, old.length - end)
    const part = text.slice(start, text.length - end)
    // The one way that undo follows; it fires `input` itself. Browsers take the square of the time on many lines.
    const isShort = part.split('\n', mostLines).length < mostLines
    if (isShort && document.execCommand(part === '' ? 'delete' : 'insertText', false, part) && area.value === text)
      return
    area.value = text
    refresh()
    onInput()
  }

  function mark(findings: readonly Finding[]): void {
    const spans = new Map<number, { start: number; end: number; severity: string }[]>()
    for (const { place, severity } of findings) {
      const first = place.start.line - 1
      const line = lines[first] ?? ''
      const start = Math.min(place.start.column - 1, Math.max(0, line.length - 1))
      const end = place.end.line > place.start.line ? line.length : Math.max(place.end.column - 1, start + 1)
      spans.set(first, [...(spans.get(first) ?? []), { start, end, severity }])
    }
    for (const [index, node] of nodes.entries()) {
      const own = spans.get(index)
      if (own) draw(node, lines[index]!, own)
      else if (node.className !== 'line') {
        node.className = 'line'
        node.textContent = lines[index] === '' ? '\u200b' : lines[index]!
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

function draw(node: HTMLElement, line: string, spans: { start: number; end: number; severity: string }[]): void {
  node.className = `line ${spans.some(span => span.severity === 'error') ? 'has-error' : 'has-warning'}`
  if (line === '') return void (node.textContent = '\u200b')
  const parts: (Node | string)[] = []
  let at = 0
  for (const { start, end, severity } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    parts.push(line.slice(at, start), el('mark', { className: severity }, line.slice(start, end)))
    at = end
  }
  node.replaceChildren(...parts, line.slice(at))
}
