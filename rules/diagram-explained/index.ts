import type { Code, Node } from 'mdast'
import { bodySpan } from '../../src/plan/bind.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isDiagram } from './diagrams.ts'
import { parseTree } from '../../src/files/tree.ts'
import { placeOf, spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Part, Span } from '../../src/outline/types.ts'
import { countWords } from '../../src/outline/text.ts'
import { allHoldersOf, isUnderRule } from '../../src/profiles/holders.ts'
import type { Problem } from '../../src/lint/rule.ts'
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
    const seen = new Set<Node>()
    for (const section of plan.allSections) {
      if (!isUnder(section.spec)) continue
      for (const drawing of drawingsIn(bodySpan(section), plan)) {
        seen.add(drawing.node)
        const alone = aloneIn(drawing.node, section, plan)
        if (alone !== undefined) yield unexplained(drawing, alone)
      }
    }
    // Where sections stand as they like, those of the plan's own are among them.
    if (plan.profile.order !== 'free') return
    for (const drawing of drawingsIn({ start: 0, end: plan.outline.source.length }, plan)) {
      const alone = seen.has(drawing.node) || isFileTree(drawing.node) ? undefined : aloneBelow(drawing.node, plan)
      if (alone !== undefined) yield unexplained(drawing, alone)
    }
  }
})

/** A drawing, and what it is called. */
interface Drawing {
  node: Node
  what: string
}

const unexplained = ({ node, what }: Drawing, title: string): Problem<'unexplained'> => ({
  message: 'unexplained',
  data: { what, title },
  at: placeOf(node),
  help: 'Say in a sentence or two what it shows and what follows from it'
})

function isUnder(spec: BoundSection['spec']): boolean {
  return isUnderRule(spec, 'diagram-explained')
}

function drawingsIn(span: Span, { content }: Plan): Drawing[] {
  const fences = content.fences(span).filter(isDiagram)
  return [
    ...fences.map(node => ({ node, what: 'diagram' })),
    ...content.images(span).map(node => ({ node, what: 'image' }))
  ]
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
  if (!saysBeside(node, bodySpan(section), plan, 5)) return section.spec.title
  return !own || countWords(own.value?.text ?? '') > 0 || saysBeside(node, below(own), plan, 1) ? undefined : own.title
}

/** The title of the heading below which a drawing stands without a word, in no section that is looked at by itself. */
function aloneBelow(node: Node, plan: Plan): string | undefined {
  const { start } = spanOf(node)
  const own = plan.outline.parts.findLast(
    part => part.form === 'heading' && part.span.start < start && start < part.span.end
  )
  return own === undefined || saysBeside(node, below(own), plan, 1) ? undefined : own.title
}

/** A tree of files below a heading of its own is a list of them. */
const isFileTree = (node: Node): boolean => node.type === 'code' && parseTree((node as Code).value, false) !== undefined

const below = ({ place, span }: Part): Span => ({ start: place.end.offset, end: span.end })

/** Says a span, beside a drawing, so many words, or has it a table? */
function saysBeside(node: Node, span: Span, plan: Plan, least: number): boolean {
  return plan.content.tables(span).length > 0 || wordsAround(node, span, plan) >= least
}

function wordsAround(node: Node, span: Span, plan: Plan): number {
  const own = spanOf(node)
  return plan.content
    .paragraphs(span)
    .filter(paragraph => !(startOf(paragraph) <= own.start && spanOf(paragraph).end >= own.end))
    .reduce((sum, paragraph) => sum + countWords(textOf(paragraph)), 0)
}
