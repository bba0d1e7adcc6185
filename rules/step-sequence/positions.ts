import { addressOf } from '../../src/plan/units/ids.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

/** What is said of units that are referred to by their place in a list; worded with the rule's other messages. */
export type PositionMessage = 'position' | 'unnumbered'

/** The number that is written at a unit, its last piece, and of "2.3" what stands before it. */
interface Written {
  text: string
  last: number
  outer?: string
}

const marker = /^\s*(\d{1,9})[.)]/

/** A list that is counted by place and written with other numbers: Markdown shows the place, whoever reads the text sees the number. */
export function* checkPositions(plan: Plan): Iterable<Problem<PositionMessage>> {
  const units = allUnits(plan).filter(({ spec }) => spec.id?.from === 'position')
  for (const list of groupBy(units, ({ parent, section }) => parent ?? section).values()) yield* checkList(list, plan)
}

function* checkList(list: readonly Unit[], plan: Plan): Iterable<Problem<PositionMessage>> {
  const written = list.map(unit => writtenAt(unit, plan))
  if (written.filter(each => each !== undefined).length * 2 <= list.length) return
  /** Numbers whose lack was told of, and the number or its first piece that was told of last. */
  const owed = new Set<number>()
  let reported: string | undefined
  let before = 0
  const holder = outerOf(list[0]!)
  for (const [i, unit] of list.entries()) {
    const own = written[i]
    const place = i + 1
    const at = unit.part.place
    if (!own) {
      const data = { name: unit.spec.role, title: unit.part.title }
      yield { message: 'unnumbered', data, at, help: `Begin it with "${place}."` }
    } else if (isWrong(own, place)) {
      const expected = own.outer === undefined ? String(place) : (addressOf(unit) ?? own.text)
      if (reported === undefined || (own.text !== reported && own.outer !== reported))
        yield {
          message: 'position',
          data: { name: unit.spec.role, found: own.text, expected },
          at,
          help: `Write ${expected}${goesOn(own, written[i + 1]) ? ', and those behind it after it' : ''}: it is referred to by its place in the list`
        }
      reported = own.last === place ? own.outer : own.text
      owed.add(place)
    }
    before = own?.last ?? place
  }

  /** In place, behind one that was told of, or what was told to be missing: these are not wrong. */
  function isWrong({ last, outer }: Written, place: number): boolean {
    return (
      (last !== place && last !== before + 1 && !owed.has(last)) ||
      (outer !== undefined && holder !== undefined && outer !== holder)
    )
  }
}

/** Does what stands behind go on from a wrong number, and draw no finding of its own? */
function goesOn({ last }: Written, next: Written | undefined): boolean {
  return next?.last === last + 1
}

/** The number of what holds a list; undefined where it has none, or one that is out of order itself. */
function outerOf({ parent }: Unit): string | undefined {
  const ordinal = parent?.part.ordinal
  return ordinal?.numbers[0] === (parent?.index ?? 0) + 1 ? ordinal?.raw : undefined
}

/** "3. WHEN …", or "2.3 WHEN …" at the head of the text. */
function writtenAt({ part, lead }: Unit, { outline: { source } }: Plan): Written | undefined {
  const isItem = part.node.type === 'listItem'
  const listed = isItem ? marker.exec(source.slice(part.span.start, part.span.start + 20))?.[1] : undefined
  const text = lead?.id ?? listed
  if (text === undefined) return undefined
  const dot = text.lastIndexOf('.')
  return { text, last: Number(text.slice(dot + 1)), ...(dot < 0 ? {} : { outer: text.slice(0, dot) }) }
}
