import type { Place } from '../../src/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { firstCodeLine, lineEnd } from '../../src/outline/lines.ts'
import { spanOf } from '../../src/outline/nodes.ts'

/** A cycle in a drawing of arrows. */
interface Cycle {
  text: string
  place: Place
}

const arrow = /(?:-{1,4}>|={1,3}>|→|⟶|⇒|↓|↑|▼|⬇|‚Üí|‚Üì|\bv\b)/

/**
 * Cycles in the file maps of a plan. Reads chains ("a.py → b.py", or one name a line with "↓ calls" between) in fences; a name counts as a whole, with the
 * function behind `::` left off.
 */
export function findCycle(plan: Plan): Cycle[] {
  const cycles: Cycle[] = []
  for (const section of plan.allSections) {
    if (!section.spec.rules?.includes('file-coverage') || !section.part || section.state === 'negative') continue
    for (const fence of plan.content.fences(bodySpan(section))) {
      const found = cycleIn(fence.value)
      if (!found) continue
      const at = plan.outline.lines.startOf(firstCodeLine(fence, plan.outline.source) + found.line)
      cycles.push({
        text: found.names.join(' → '),
        place: plan.outline.lines.placeOf({
          start: at,
          end: Math.min(spanOf(fence).end, lineEnd(plan.outline.source, at))
        })
      })
    }
  }
  return cycles
}

interface Edge {
  from: string
  to: string
  line: number
}

function cycleIn(text: string): { names: string[]; line: number } | undefined {
  const next = new Map<string, Edge[]>()
  for (const edge of edgesOf(text)) {
    const cycle = pathBetween(edge.to, edge.from, next)
    if (cycle) return { names: [edge.from, ...cycle], line: edge.line }
    const list = next.get(edge.from)
    if (list) list.push(edge)
    else next.set(edge.from, [edge])
  }
  return undefined
}

/** The edges of chains that run along a line, or down the lines with an arrow between. */
function edgesOf(text: string): Edge[] {
  const edges: Edge[] = []
  let above: string | undefined
  let pending: 'down' | 'up' | undefined
  for (const [line, raw] of text
    .split(/\r\n|\r|\n/)
    .slice(0, 5000)
    .entries()) {
    const pieces = raw.split(arrow).map(nameOf)
    if (raw.trim() === '') {
      above = undefined
      pending = undefined
      continue
    }
    const upward = /^\s*(?:↑|▲|⬆|\^\s*$|‚Üë)/.test(raw)
    if (upward || /^\s*(?:↓|▼|⬇|‚Üì|\||v\s*$|↳)/.test(raw)) {
      if (above !== undefined && !(pending !== undefined && /^\s*\|/.test(raw))) pending = upward ? 'up' : 'down'
      continue
    }
    const names = pieces.filter(name => name !== '')
    const first = names[0]
    if (first === undefined) continue
    if (pending && above !== first)
      edges.push(pending === 'up' ? { from: first, to: above!, line } : { from: above!, to: first, line })
    pending = undefined
    for (let i = 1; i < names.length; i++)
      if (names[i] !== names[i - 1]) edges.push({ from: names[i - 1]!, to: names[i]!, line })
    above = names.at(-1)
  }
  return edges.slice(0, 2000)
}

/** A node's name: brackets, what it does and the function in it left off; of mermaid's `A[label]` the id. */
function nameOf(piece: string): string {
  const node = /^\s*(?:\|[^|]*\|\s*)?([\w-]+)(?:\[|\(\[?|\{)/.exec(piece)
  if (node) return node[1]!
  const bare = piece
    .replace(/^\s*\|[^|]*\|/, '')
    .replace(/^[\s[(`"'*-]+/, '')
    .split(/::|\]|`|\s{2,}|\s--|\s\(|\s+(?:calls|uses|imports|writes|reads|depends)\b/)[0]!
    .trim()
  return /^[\w@][\w./@-]*$/.test(bare) ? bare : ''
}

function pathBetween(from: string, to: string, next: Map<string, Edge[]>): string[] | undefined {
  const stack: string[][] = [[from]]
  const seen = new Set([from])
  while (stack.length > 0) {
    const path = stack.pop()!
    const last = path.at(-1)!
    if (last === to) return path
    for (const edge of next.get(last) ?? [])
      if (!seen.has(edge.to)) {
        seen.add(edge.to)
        stack.push([...path, edge.to])
      }
  }
  return undefined
}
