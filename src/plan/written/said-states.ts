/** Where a plan says how far a numbered unit is: in its title, in a table, in a list of boxes, in a field of its own. */
import type { Heading, Paragraph, PhrasingContent, Table } from 'mdast'
import { firstFrom } from '../../outline/cover.ts'
import { readOrdinal } from '../../outline/numbers/read-ordinal.ts'
import { placeOf, spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Part, Span } from '../../outline/types.ts'
import type { Profile } from '../../profiles/schema.ts'
import { allUnitSpecs, titleWords } from '../../profiles/units.ts'
import type { Place } from '../../types.ts'
import { once } from '../../util/once.ts'
import { remember } from '../../util/remember.ts'
import type { Plan } from '../bind-types.ts'
import type { HowFar } from './how-far.ts'
import { howFarBehind, howFarIn } from './how-far.ts'

/** What is said of a unit in one place. */
export interface SaidState {
  by: 'title' | 'table' | 'list' | 'field'
  /** The unit's word and number: "phase 2". */
  key: string
  /** As the plan calls it there, without what is said of it. */
  called: string
  /** The normalised name behind the number; may be empty. */
  name: string
  far: HowFar
  /** As written; empty where a box or a mark says it. */
  word: string
  place: Place
  /** Of a title, all that belongs to it. */
  span: Span
}

/** Everything of the kind in document order, and the names that the titles of each number have. */
export function saidStates(plan: Plan): { said: SaidState[]; names: ReadonlyMap<string, ReadonlySet<string>> } {
  const read = readersOf(plan.profile)
  const names = new Map<string, Set<string>>()
  const titles = fromTitles(plan, read, names)
  const said = [...titles, ...fromFields(plan, read), ...fromBoxes(plan, read), ...fromTables(plan, read)]
  return { said: said.sort((a, b) => a.place.start.offset - b.place.start.offset), names }
}

/** How titles, cells and boxes are read: each text by what its profile counts with. */
interface Read {
  /** The unit that a text names. */
  nameIn: (text: string) => Named | undefined
  /** The unit that a title names, and what it says of it. */
  behind: (title: string) => SaidBehind | undefined
}

const readersOf: (profile: Profile) => Read = once(profile => {
  const words = [...new Set(allUnitSpecs(profile).flatMap(spec => titleWords(spec).usual))]
  const names = remember(text => nameIn(text, words), 1000)
  return { nameIn: names, behind: remember(title => behind(title, names), 1000) }
})

function fromTitles(
  { outline: { parts, checkboxes } }: Plan,
  read: Read,
  names: Map<string, Set<string>>
): SaidState[] {
  // Where nothing is ticked, a mark in a title adorns it.
  const isTicking = checkboxes.some(({ state }) => state === 'done')
  return parts.flatMap(part => {
    const title = titleText(part)
    const found = title === undefined || part.struck ? undefined : read.behind(title)
    if (!found) return []
    const known = names.get(found.key) ?? new Set()
    names.set(found.key, known.add(found.name))
    const { far, word, ...more } = found
    if (far === undefined || (word === '' && !isTicking)) return []
    return [{ ...more, by: 'title' as const, far, word, place: part.place, span: part.span }]
  })
}

function titleText({ form, node, title }: Part): string | undefined {
  if (form === 'heading') return textOf(node as Heading)
  return form === 'bold' ? title : undefined
}

interface Named {
  key: string
  called: string
  name: string
}

type SaidBehind = Named & { far?: HowFar; word: string }

function behind(text: string, names: Read['nameIn']): SaidBehind | undefined {
  const said = howFarBehind(text)
  const named = names(said ? said.name : text)
  return named && { ...named, word: said?.word ?? '', ...(said ? { far: said.far } : {}) }
}

/** Decoration and brackets that stand around a name say nothing of it. */
const around = /^[^\p{L}\p{N}]{1,12}|[^\p{L}\p{N})\]"'`]{1,12}$/gu

function nameIn(text: string, words: readonly string[]): Named | undefined {
  const called = text.replace(around, '')
  const ordinal = readOrdinal(called, words)
  if (ordinal?.word === undefined || ordinal.until !== undefined) return undefined
  const name = normalise(ordinal.rest)
  return { key: `${ordinal.word} ${ordinal.raw.toLowerCase()}`, called, name }
}

/** "**Status**: not started" below the title of a unit. */
function fromFields({ outline: { parts } }: Plan, read: Read): SaidState[] {
  return parts.flatMap(part => {
    if ((part.form !== 'label' && part.form !== 'row') || !isOfProgress(part.title)) return []
    const text = part.value?.text ?? ''
    const far = howFarIn(text)
    const unit = far && part.parent && titleText(part.parent)
    const found = unit === undefined ? undefined : read.behind(unit)
    return found
      ? [{ ...found, by: 'field' as const, far: far!, word: firstWords(text), place: part.place, span: part.span }]
      : []
  })
}

const isOfProgress = (title: string): boolean => /^\W*(?:status|state|progress)\W*$/i.test(title)

/** Lists of what is done. Below other titles a box is about something of the unit: its tests, its review. */
const tracking =
  /\b(?:status|progress|track(?:ing|er)?|phases?|milestones?|roadmap|tasks|to-?dos?|steps|implementation)\b/i
const elsewhere =
  /\b(?:tests?|testing|reviews?|sign-?offs?|approvals?|roll-?backs?|verification|validation|change ?log|history|log|journal|archive|snapshot|baseline|previous|before|as of|original)\b/i

function fromBoxes(plan: Plan, read: Read): SaidState[] {
  const tracked = plan.allSections.filter(({ spec, part }) => part && spec.checklist?.units !== undefined)
  return plan.outline.checkboxes.flatMap(({ state, text, place, start, end }) => {
    if (state !== 'done' && state !== 'open') return []
    const found = read.nameIn(withoutDone(text))
    if (!found || howFarBehind(text)?.far === 'open' || howFarIn(found.name) === 'open') return []
    const titles = titlesAbove(start, plan)
    const isTracked = tracked.some(({ span }) => start >= span.start && start < span.end)
    if (!isTracked && (!titles.some(title => tracking.test(title)) || titles.some(title => elsewhere.test(title))))
      return []
    const span = { start, end }
    return [{ ...found, by: 'list' as const, far: state, word: '', place, span }]
  })
}

/** "Phase 1 complete" is what a box of Phase 1 stands for. */
function withoutDone(text: string): string {
  const line = text.split('\n', 1)[0]!
  return line.replace(/[\s:–—(-]{1,4}(?:is )?(?:completed?|done|finished)[^\p{L}\p{N}]{0,4}$/iu, '')
}

/** Titles that an offset stands below, that of the plan aside. */
function titlesAbove(offset: number, { outline: { parts }, title }: Plan): string[] {
  const titles: string[] = []
  let part = parts[firstFrom(parts.length, i => parts[i]!.span.start >= offset) - 1]
  for (; part; part = part.parent)
    if (titleForms.has(part.form) && part !== title && offset < part.span.end) titles.push(part.title)
  return titles
}

const titleForms: ReadonlySet<Part['form']> = new Set(['heading', 'bold', 'label'])

function fromTables(plan: Plan, read: Read): SaidState[] {
  return plan.outline.nodes.tables.flatMap(table => fromTable(table, plan, read))
}

function fromTable(table: Table, plan: Plan, read: Read): SaidState[] {
  const [head, ...rows] = table.children
  const columns = (head?.children ?? []).map(cell => textOf(cell))
  const found = rows.flatMap(row => {
    const cells = row.children.map(cell => textOf(cell).trim())
    const at = cells.slice(0, 2).findIndex(cell => read.nameIn(cell) !== undefined)
    const named = at < 0 ? undefined : read.nameIn(cells[at]!)
    if (!named) return []
    const states = cells.flatMap((cell, i) => {
      const far =
        i > at && (isOfProgress(columns[i] ?? '') || isLoud(row.children[i]!.children, cell)) && howFarIn(cell)
      return far ? [{ far, word: firstWords(cell), place: placeOf(row.children[i]!) }] : []
    })
    const [first] = states
    return first && states.every(({ far }) => far === first.far)
      ? [{ ...named, by: 'table' as const, ...first, span: spanOf(row) }]
      : []
  })
  return found.length > 0 && titlesAbove(startOf(table), plan).some(title => elsewhere.test(title)) ? [] : found
}

/** Whatever its column is called, "DONE" and "**done**" are verdicts. */
function isLoud(children: readonly (PhrasingContent | Paragraph)[], text: string): boolean {
  return (children.length > 0 && children[0]!.type === 'strong') || /^[^\p{L}]{0,6}\p{Lu}{4,}/u.test(text)
}

/** What a cell says before its date and its remark. */
function firstWords(text: string): string {
  return text.split(/[\n(]|\d{4}-/, 1)[0]!.trim()
}
