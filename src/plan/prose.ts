import { onceEach } from '../util/once.ts'
import type { Plan } from './bind-types.ts'
import { blanked } from '../outline/said.ts'
import { lazy } from '../util/lazy.ts'

/** A line of a plan's text. */
export interface ProseLine {
  text: string
  /** Its offset in the plan. */
  start: number
}

/** The plan's text without its commands and comments, in whose place stand spaces. */
interface Prose {
  /** Is the name written anywhere outside of commands? */
  has(name: string): boolean
  /** The lines that have the name, outside of commands; a hundred at most. */
  linesWith(name: string): readonly ProseLine[]
}

/** Answers what a plan writes besides its commands. Memoised per plan. */
export const proseOf: (plan: Plan) => Prose = onceEach(makeProse)

function makeProse(plan: Plan): Prose {
  const whole = { start: 0, end: plan.outline.source.length }
  const text = blanked(
    plan.content.said(whole),
    plan.content.commands(whole).map(block => ({ start: block.place.start.offset, end: block.place.end.offset }))
  )
  const lines: ProseLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line, start })
    start += line.length + 1
  }
  const naming = linesNaming(lines)
  return { has: name => naming(name).length > 0, linesWith: name => naming(name).slice(0, mostLines) }
}

const mostLines = 100

/** So many names are looked for one by one; for more, an index of all names is made. */
const mostSearched = 40

/** Answers which lines have a name, as `identifierWords` reads them. Few names are asked for as a rule: all the others need not be read. */
export function linesNaming<Line extends { text: string }>(lines: readonly Line[]): (name: string) => readonly Line[] {
  const found = new Map<string, readonly Line[]>()
  const index = lazy(() => indexed(lines))
  const search = (name: string): readonly Line[] => {
    const naming: Line[] = []
    for (const line of lines) if (hasName(line.text, name)) naming.push(line)
    return naming
  }
  return name => {
    const known = found.get(name)
    if (known) return known
    const naming = found.size < mostSearched ? search(name) : (index().get(name) ?? [])
    found.set(name, naming)
    return naming
  }
}

function indexed<Line extends { text: string }>(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const index = new Map<string, Line[]>()
  for (const line of lines)
    for (const name of new Set(identifierWords(line.text))) {
      const list = index.get(name)
      if (list) list.push(line)
      else index.set(name, [line])
    }
  return index
}

/** What names are made of; halves of a pair as well, so that no letter is cut. */
const inName = /[\p{L}\p{N}\p{Cs}_@$.:()[\]{}+~-]/u

/** Is a name among the words of a line? Only those around it are read. */
function hasName(line: string, name: string): boolean {
  if (name === '') return false
  let from = line.indexOf(name)
  while (from >= 0) {
    let [start, end] = [from, from + name.length]
    while (start > 0 && inName.test(line[start - 1]!)) start--
    while (end < line.length && inName.test(line[end]!)) end++
    for (const word of identifierWords(line.slice(start, end))) if (word === name) return true
    from = line.indexOf(name, end)
  }
  return false
}

/**
 * The names in a line that files, folders and scripts could have: `docs:check`, `store.ts`, `[slug].tsx`; those of a path one by one, and what stands
 * between brackets and quotes by itself.
 */
export function* identifierWords(line: string): Generator<string> {
  for (const [name] of line.matchAll(/[\p{L}\p{N}_@$.:()[\]{}+~-]+/gu)) {
    yield name
    const bare = trim(name)
    if (bare !== name) yield bare
    const colon = bare.indexOf(':')
    if (colon > 0) yield bare.slice(0, colon)
  }
}

function trim(name: string): string {
  let [start, end] = [0, name.length]
  while (start < end && '.:()[]{}'.includes(name[start]!) && !(name[start] === '.' && /\w/.test(name[start + 1] ?? '')))
    start++
  while (end > start && '.:()[]{}'.includes(name[end - 1]!)) end--
  return name.slice(start, end)
}
