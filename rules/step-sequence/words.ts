import type { Unit } from '../../src/plan/bind-types.ts'
import { idNumber } from '../../src/plan/units/numbers.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Renumbering } from '../../src/fix/renumber/numbers.ts'
import type { Related } from '../../src/types.ts'
import { titleForm } from '../words/titles.ts'
import { nextFrom } from './numbers.ts'
import type { Slip } from './sequence.ts'
import { pluralOf } from '../../src/util/plural.ts'

/** What is said of slips; worded with the rule's other messages. */
export type SlipMessage = Slip['kind']

/**
 * A slip as the problem that it is, with what to do.
 *
 * @param renumbered The whole sequence numbered through; asked only where that mends the slip.
 */
export function slipProblem(slip: Slip, spec: UnitSpec, renumbered: () => Renumbering): Problem<SlipMessage> {
  const { kind, unit } = slip
  const at = unit.part.place
  const name = spec.role
  if (kind === 'unnumbered') return unnumbered(slip, spec)
  const { expected } = slip
  const found = unit.part.ordinal!.raw
  const data = { name, found, expected }
  switch (kind) {
    case 'form':
      return { message: kind, data, at, help: `Number it ${expected}, as the others are` }
    case 'start':
      return { message: kind, data, at, help: `Number the ${pluralOf(name)} from ${expected}`, ...mended(renumbered()) }
    case 'order':
      return { message: kind, data, at, help: 'Bring the numbers into order', ...mended(renumbered()) }
    case 'duplicate': {
      const { first, before, next } = slip
      const related = { place: first.part.place, message: `First ${name} ${found}` }
      const help = renumberTo(expected, unit, before, next)
      return { message: kind, data: { name, found }, at, help, ...mended(renumbered(), related) }
    }
    case 'gap': {
      const { before, next } = slip
      const help = gapHelp(renumberTo(expected, unit, before, next), unit, name)
      return {
        message: kind,
        data: { ...data, before: before.part.ordinal!.raw },
        at,
        help,
        ...mended(renumbered())
      }
    }
  }
}

/** Where the identifiers below it carry its number, another number alone would leave them without what they belong to. */
function gapHelp(renumber: string, { part, units }: Unit, name: string): string {
  const carries = units.some(({ lead }) => idNumber(lead?.id ?? '').startsWith(`${part.ordinal!.raw}.`))
  return carries
    ? `Add the missing ${name}, or r${renumber.slice(1)}, with the identifiers below it`
    : `${renumber}, or add the missing ${name}`
}

function unnumbered(
  { unit: { part }, others, expected = 'N', like }: Extract<Slip, { kind: 'unnumbered' }>,
  spec: UnitSpec
): Problem<SlipMessage> {
  const isList = others.length > 0
  return {
    message: 'unnumbered',
    data: { name: spec.role, title: part.title },
    at: part.place,
    help: `Number ${isList ? 'each' : 'it'}: ${like ? formLike(like, expected) : titleForm(spec, expected)}`,
    ...(isList ? { related: others.map(other => ({ place: other.part.place, message: 'Here too' })) } : {})
  }
}

/** How a title begins that is written as another is: "3. …" beside "2. Sort". */
function formLike({ part: { title, ordinal } }: Unit, number: string): string {
  const { raw, start, end, rest } = ordinal!
  const head = title.slice(0, rest !== '' && title.endsWith(rest) ? -rest.length : end)
  const at = head.lastIndexOf(raw)
  return `"${head.slice(start, at)}${number}${head.slice(at + raw.length).trimEnd()} …"`
}

/** What has a number of its own again draws those behind it along. */
function renumberTo(expected: string, unit: Unit, before: Unit | undefined, next: Unit | undefined): string {
  const rest = nextFrom(expected, unit, before, next)
  return `Renumber it to ${expected}${rest === undefined ? '' : `, and those behind it from ${rest} on`}`
}

function mended({ fixes, doubt }: Renumbering, ...related: Related[]): Pick<Problem<SlipMessage>, 'fixes' | 'related'> {
  const all = [...related, ...(doubt ? [doubt] : [])]
  return { fixes, ...(all.length > 0 ? { related: all } : {}) }
}
