import type { Node } from 'mdast'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isDiagram } from './diagrams.ts'
import { placeOf, spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import { countWords } from '../../src/outline/text.ts'
import { holdersOf } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'unexplained'>({
  id: 'diagram-explained',
  summary: 'A diagram stands beside prose that says what it shows.',
  why: 'A drawing shows that two boxes are connected, seldom why; agents and screen readers may not see it at all.',
  severity: 'error',
  applies: profile => holdersOf(profile).some(wants),
  messages: { unexplained: d => `Missing explanation of the ${d.what} in "${d.title}"` },
  *check({ plan }) {
    for (const section of plan.allSections) {
      if (section.spec.diagrams !== 'explained') continue
      const diagrams = diagramsIn(section, plan)
      for (const { node, what } of diagrams) {
        if (isExplained(node, section, plan)) continue
        yield {
          message: 'unexplained',
          data: { what, title: section.spec.title },
          at: placeOf(node),
          help: 'Say in a sentence or two what it shows and what follows from it'
        }
      }
    }
  }
})

function wants(spec: BoundSection['spec']): boolean {
  return spec.diagrams === 'explained' || (spec.sections ?? []).some(wants)
}

function diagramsIn(section: BoundSection, plan: Plan): { node: Node; what: string }[] {
  const body = bodySpan(section)
  const fences = plan.content
    .fences(body)
    .filter(isDiagram)
    .map(node => ({ node: node as Node, what: 'diagram' }))
  return [...fences, ...plan.content.images(body).map(node => ({ node, what: 'image' }))]
}

/** Prose anywhere in the section explains its drawings: requiring it right beside would only move sentences about. */
function isExplained(node: Node, section: BoundSection, plan: Plan): boolean {
  const own = spanOf(node)
  const words = plan.content
    .paragraphs(bodySpan(section))
    .filter(paragraph => !(startOf(paragraph) <= own.start && spanOf(paragraph).end >= own.end))
    .reduce((sum, paragraph) => sum + countWords(textOf(paragraph)), 0)
  const tables = plan.content.tables(bodySpan(section)).length > 0
  return words >= 5 || tables
}
