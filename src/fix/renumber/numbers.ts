import type { Span } from '../../outline/types.ts'
import type { Plan, Unit } from '../../plan/bind-types.ts'
import { numberingOf, startsOf, unitSpecs } from '../../profiles/units.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import type { Edit, Fix, Related } from '../../types.ts'
import { followHeadings, moving } from '../anchors.ts'
import type { Followed } from '../anchors.ts'
import { foreignStepWords } from './callings.ts'
import { ownership } from './owner.ts'
import { referencesTo } from './references.ts'
import type { NumberReference } from './references.ts'
import { turned } from './turned.ts'
import { pluralOf } from '../../util/plural.ts'

/**
 * Numbers a sequence of units through, each number replaced where it stands, and with it the plan's own references ("see Step 4") and links to the titles.
 * What is another document's stays. Where it is unclear whose step is meant, or which, the fix is only offered.
 */
export function renumber(units: readonly Unit[], spec: UnitSpec, plan: Plan): Renumbering {
  if (numberingOf(spec) !== 'number') return { fixes: [] }
  const edits: Edit[] = []
  const moved = new Map<number, Move[]>()
  const first = units[0]?.part.ordinal?.numbers[0] ?? -1
  const starts = startsOf(spec)
  let next = starts.includes(first) ? first : starts[0]!
  for (const unit of units) {
    const number = unit.part.ordinal?.numbers[0]
    const edit = numberEdit(unit, next, plan)
    if (edit === undefined || number === undefined) return { fixes: [] }
    if (edit) edits.push(edit)
    moved.set(number, [...(moved.get(number) ?? []), { from: number, to: next, unit }])
    next++
  }
  if (edits.length === 0) return { fixes: [] }
  const references = followReferences(units, spec, moved, plan)
  const all = [...edits, ...references.edits]
  const links = followHeadings(all, plan)
  const { doubt } = references
  return {
    fixes: [
      {
        title: `Number the ${pluralOf(spec.role)} through`,
        safe: references.isSafe && links.isSafe && !isNamedElsewhere(spec, plan),
        edits: [...all, ...links.edits],
        renumbers: touchedBy([...moved.values()].flat(), units, spec, plan),
        ...moving(links)
      }
    ],
    ...(doubt ? { doubt: { place: plan.outline.lines.placeOf(doubt), message: doubtful(doubt, spec, plan) } } : {})
  }
}

/** Other files of its set refer to these units, or to what is in them, by number: they would come to mean another. */
function isNamedElsewhere(spec: UnitSpec, { profile }: Plan): boolean {
  return profile.set !== undefined && isAddressed(spec)
}

function isAddressed(spec: UnitSpec): boolean {
  return spec.coverage !== undefined || spec.id?.from === 'position' || unitSpecs(spec).some(isAddressed)
}

/** How a sequence is numbered through. */
export interface Renumbering {
  /** None where it can't be, one that is not safe where it is unclear what else would change. */
  fixes: Fix[]
  /** The first place that holds it back. */
  doubt?: Related
}

function doubtful({ start, end, kind }: Doubt, { role }: UnitSpec, { outline: { source } }: Plan): string {
  if (kind === 'sense') return `What is said of "${source.slice(start, end)}" would change: --fix renumbers nothing`
  return `Unclear whether "${source.slice(start, end)}" means one of the ${pluralOf(role)}: --fix renumbers nothing`
}

/** A unit and its new number. */
interface Move {
  from: number
  to: number
  unit: Unit
}

/** What holds renumbering back. */
interface Doubt extends Span {
  /** `whose`: it may be no unit's; `sense`: what is said of it would be another thing. */
  kind: 'whose' | 'sense'
}

function followReferences(
  units: readonly Unit[],
  spec: UnitSpec,
  moved: ReadonlyMap<number, Move[]>,
  plan: Plan
): Pick<Followed, 'edits' | 'isSafe'> & { doubt?: Doubt } {
  const words = wordsOf(units, spec)
  const isAlone = countSequences(spec, plan) === 1
  const moves = [...moved.values()].flat().sort((a, b) => a.to - b.to)
  const targets = new Set(moves.map(({ to }) => to))
  const last = Math.max(...moved.keys())
  const { named, unread } = referencesTo(words, units, plan)
  /** Would a number come to mean something else, or lose what it means? */
  const isTouched = (number: number): boolean =>
    moved.has(number) ? moved.get(number)!.some(({ to }) => to !== number) : targets.has(number)
  const ownerOf = ownership(plan, number => moved.get(number)?.[0]?.unit)
  const edits: Edit[] = []
  const doubts: Doubt[] = unread
    .filter(({ number }) => isTouched(number))
    .map(each => (each.id ? { ...each.id, kind: 'sense' } : { ...each, kind: 'whose' }))
  const own: NumberReference[] = []
  for (const reference of named) {
    const { start, end, number } = reference
    // A hole is spoken of as long as there is one: "Step 3 was dropped".
    const isHole = !moved.has(number) && number < last && number > 0
    const owner = ownerOf(reference)
    if (owner !== 'other') own.push(reference)
    if (!isTouched(number) && !isHole) continue
    const [only, ...more] = moved.get(number) ?? []
    if (owner === 'plan' && isAlone && only && more.length === 0) edits.push({ start, end, text: String(only.to) })
    else if (owner !== 'other') doubts.push({ start, end, kind: 'whose' })
  }
  for (const span of turned(own, moves, plan.outline.source)) doubts.push({ ...span, kind: 'sense' })
  const [doubt] = doubts.sort((a, b) => a.start - b.start)
  return { edits, isSafe: doubt === undefined, ...(doubt ? { doubt } : {}) }
}

function wordsOf(units: readonly Unit[], spec: UnitSpec): string[] {
  return [
    ...new Set([
      ...(spec.words?.flatMap(word => (typeof word === 'string' ? word : [])) ?? [spec.role]),
      ...units.flatMap(unit => unit.part.ordinal?.word ?? [])
    ])
  ]
}

/** The numbers that mean another unit then, or none: those that units had, and those that they get. */
function touchedBy(
  moves: readonly Move[],
  units: readonly Unit[],
  spec: UnitSpec,
  plan: Plan
): NonNullable<Fix['renumbers']> {
  const changed = moves.filter(({ from, to }) => from !== to)
  const own = new Set([spec.role, ...wordsOf(units, spec).map(word => word.toLowerCase())])
  return {
    numbers: [...new Set(changed.flatMap(({ from, to }) => [String(from), String(to)]))],
    words: foreignStepWords(plan, units, own)
  }
}

/** How many sequences of these units the plan has: with several, "step 2" may be of any. */
function countSequences(spec: UnitSpec, plan: Plan): number {
  let count = 0
  for (const section of plan.allSections) {
    for (const own of unitSpecs(section.spec)) {
      if (own.role === spec.role && section.units.some(unit => unit.spec === own)) count++
      for (const inner of unitSpecs(own))
        if (inner.role === spec.role)
          count += inner.number === 'through' ? 1 : section.units.filter(unit => unit.units.length > 0).length
    }
  }
  return count
}

/** null where the number is right already; undefined where it can't be replaced safely. */
function numberEdit(unit: Unit, number: number, { outline: { source } }: Plan): Edit | null | undefined {
  const { ordinal, place, form } = unit.part
  if (
    !ordinal ||
    ordinal.numbers.length !== 1 ||
    ordinal.letter !== undefined ||
    ordinal.until !== undefined ||
    form === 'item' ||
    form === 'row'
  )
    return undefined
  if (ordinal.numbers[0] === number) return null
  const written = source.slice(place.start.offset, place.end.offset)
  const at = written.indexOf(ordinal.raw)
  const before = written
    .slice(0, at)
    .replace(/[#*_\s]+/g, '')
    .toLowerCase()
  // Nothing but marks and the unit's word may stand before it.
  if (at < 0 || before !== (ordinal.word ?? '') || /\d/.test(written[at + ordinal.raw.length] ?? '')) return undefined
  const start = place.start.offset + at
  return { start, end: start + ordinal.raw.length, text: String(number) }
}
