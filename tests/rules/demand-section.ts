/** Sections and plans whose units are demands: what requirements are to formats of specifications, without any format's words. */
import type { SectionSpec, UnitSpec } from '../../src/profiles/schema.ts'

/** How a plan with demands begins. */
export const demandsHead = ['# A plan', '', '## Demands', '']

/** A section in which each heading of the third level, "### Demand: …", is a demand, known by its name; `more` is what else it says of them. */
export function demandSection(more: Partial<UnitSpec> = {}): SectionSpec {
  return {
    id: 'demands',
    title: 'Demands',
    units: {
      role: 'demand',
      words: ['Demand'],
      form: ['heading'],
      level: 3,
      number: false,
      id: { from: 'name', in: ['demands'] },
      ...more
    }
  }
}
