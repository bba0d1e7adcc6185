import type { Node } from 'mdast'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isDiagram } from './diagrams.ts'
import { placeOf, spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Span } from '../../src/outline/types.ts'
import { countWords } from '../../src/outline/text.ts'
import { allHoldersOf, isUnderRule } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'unexplained'>({
  id: 'diagram-explained',
  summary: 'A diagram stands beside prose that says what it shows.',
  why: 'A drawing shows that two boxes are connected, seldom why; agents and screen readers may not see it at all.',
  whenOff: 'Where diagrams come out of a tool, and the prose on them is kept with that tool.',
  severity: 'error',
  applies: profile => allHoldersOf(profile).some(isUnder),
  messages: { unexplained: d => `Missing explanation of the ${d.what} in "${d.title}"` },
  *check({ plan }) {
    for (const section of plan.allSections) {
      if (!isUnder(section.spec)) continue
      const diagrams = diagramsIn(section, plan)
      for (const { node, what } of diagrams) {
        const alone = aloneIn(node, section, plan)
        if (alone === undefined) continue
        yield {
          message: 'unexplained',
          data: { what, title: alone },
          at: placeOf(node),
          help: 'Say in a sentence or two what it shows and what follows from it'
        }
      }
    }
  }
})

function isUnder(spec: BoundSection['spec']): boolean {
  return isUnderRule(spec, 'diagram-explained')
}

function diagramsIn(section: BoundSection, plan: Plan): { node: Node; what: string }[] {
  const body = bodySpan(section)
  const fences = plan.content
    .fences(body)
    .filter(isDiagram)
    .map(node => ({ node: node as Node, what: 'diagram' }))
  return [...fences, ...plan.content.images(body).map(node => ({ node, what: 'image' }))]
}

/**
 * The title of what a drawing stands in without a word. Prose anywhere in the section explains its drawings: requiring it right beside would only move sentences
 * about. Only where a subsection or a field is nothing but its drawing does it say nothing of what its title promises.
 */
function aloneIn(node: Node, section: BoundSection, plan: Plan): string | undefined {
  const { start } = spanOf(node)
  // The label of a field promises as much as a heading.
  const labels = new Set(section.fields.map(field => field.part))
  const own = plan.content
    .parts(bodySpan(section), section.part)
    .findLast(part => (part.form === 'heading' || labels.has(part)) && part.span.start < start && start < part.span.end)
  const says = (span: Span, least: number): boolean =>
    plan.content.tables(span).length > 0 || wordsAround(node, span, plan) >= least
  if (!says(bodySpan(section), 5)) return section.spec.title
  return !own || countWords(own.value?.text ?? '') > 0 || says({ start: own.place.end.offset, end: own.span.end }, 1)
    ? undefined
    : own.title
}

function wordsAround(node: Node, span: Span, plan: Plan): number {
  const own = spanOf(node)
  return plan.content
    .paragraphs(span)
    .filter(paragraph => !(startOf(paragraph) <= own.start && spanOf(paragraph).end >= own.end))
    .reduce((sum, paragraph) => sum + countWords(textOf(paragraph)), 0)
}
