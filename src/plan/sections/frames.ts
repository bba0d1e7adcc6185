/** Sections that do no more than hold another one, which may stand in their place. */
import { titleNames } from '../../outline/title.ts'
import type { Part } from '../../outline/types.ts'
import type { SectionSpec } from '../../profiles/schema.ts'
import type { BoundSection } from '../bind-types.ts'
import { titlesOf } from './near-titles.ts'

/** "## Functional Requirements" without "## Requirements" around it: a frame that demands one section is there where that one stands in its place. */
export function matchFrames(top: readonly BoundSection[], headings: readonly Part[], taken: Set<Part>): void {
  for (const section of top) {
    const inner = section.part ? undefined : framed(section.spec)
    const part = inner && headings.find(each => !taken.has(each) && isCalled(each, inner))
    if (!part) continue
    section.part = part
    taken.add(part)
  }
}

/** The one section that another demands, which demands nothing else. */
function framed({ sections = [], fields, units, content }: SectionSpec): SectionSpec | undefined {
  const demanded = sections.filter(({ required }) => required !== false)
  return demanded.length === 1 && !fields && !units && !content ? demanded[0] : undefined
}

/** Is the heading of a section that of its part, and not its own? */
export function isItself({ part, spec }: BoundSection, child: BoundSection): boolean {
  return isCalled(part!, child.spec) && !isCalled(part!, spec)
}

function isCalled(part: Part, spec: SectionSpec): boolean {
  return titleNames(part).some(name => titlesOf(spec).includes(name))
}
