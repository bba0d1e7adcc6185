import { quote } from '../../src/outline/text.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { writtenLevel } from '../../src/plan/units/parts/named-parts.ts'
import { formsOf } from '../../src/profiles/units.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** Units with a word and a number, or an identifier, at another level than the profile says, or in a list. */
export function* checkLevels(plan: Plan): Iterable<Problem<'nameLost'>> {
  for (const { spec, part } of allUnits(plan)) {
    const { level } = spec
    if (level === undefined || spec.id?.from !== undefined) continue
    const written = writtenLevel(part)
    const isListed = part.form === 'item' && !formsOf(spec).written.includes('item')
    if (!isListed && (written === undefined || written === level)) continue
    const expected = `${'#'.repeat(level)} ${part.title}`
    yield {
      message: 'nameLost',
      data: { expected, found: quote(`${isListed ? '-' : '#'.repeat(written!)} ${part.title}`) },
      at: part.place,
      help: `Write "${expected}"`,
      severity: 'error'
    }
  }
}
