import type { Part } from '../../src/outline/types.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { nearLabel } from '../../src/checks/near-label.ts'

/** Says a section in prose what its fields would say? Once some of them are used with nothing else beside them, it does not. */
export function isProse(section: BoundSection, plan: Plan): boolean {
  const { fields } = section
  const used = fields.filter(field => field.part)
  if (used.length === 0) return true
  const misspelt = fields.filter(
    field =>
      !field.part &&
      nearLabel(
        field.spec,
        fields.map(each => each.spec),
        section.span,
        plan
      )
  )
  // A label that stands there again says no more of what lacks one.
  const isAgain = ({ key }: Part): boolean => used.some(({ part }) => part!.key === key)
  const others = plan.content.parts(section.span, section.part).filter(part => !isAgain(part))
  const more = others.length > misspelt.length || section.part!.blocks.some(block => block.type === 'paragraph')
  return more && used.every(field => field.state !== 'empty')
}
