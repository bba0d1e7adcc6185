import type { Code } from 'mdast'
import { findLogic } from './code.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { firstCodeLine, lineEnd } from '../../src/outline/lines.ts'
import { spanOf } from '../../src/outline/nodes.ts'
import { quote } from '../../src/outline/text.ts'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { allHoldersOf, isUnderRule } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

type Id = 'body'

export default defineRule<Id>({
  id: 'no-implementation-code',
  summary: 'Where the profile asks for a design, code blocks hold signatures and types, not bodies.',
  why: 'Code in a design is reviewed by nobody, tested by nothing, and copied by whoever executes the plan.',
  whenOff: 'Where the plan is a tutorial or a patch that is to be copied as it stands.',
  severity: 'error',
  applies: profile => allHoldersOf(profile).some(isUnder),
  messages: {
    body: d => `Expected signatures only in "${d.title}", found an implementation: ${d.text}`
  },
  *check({ plan }) {
    for (const section of plan.allSections) if (isUnder(section.spec)) yield* checkSection(section, plan)
  }
})

function isUnder(spec: SectionSpec): boolean {
  return isUnderRule(spec, 'no-implementation-code')
}

/** One finding a fence, at the first line that does something; subsections with a word of their own answer for themselves. */
function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const own = section.children.filter(({ spec }) => isUnder(spec) || spec.rules?.length === 0)
  for (const fence of plan.content.fences(section.span)) {
    const { start } = spanOf(fence)
    if (own.some(child => start >= child.span.start && start < child.span.end)) continue
    const found = findLogic(fence.value, fence.lang ?? undefined)
    if (found)
      yield {
        message: 'body',
        data: { title: section.spec.title, text: quote(found.text) },
        at: lineOf(fence, found.line, plan),
        help: 'Keep the signature and write "..." for the body; say in prose what it does'
      }
  }
}

/** A line of a code block, without its indentation. */
function lineOf(code: Code, index: number, plan: Plan): Place {
  const { lines, source } = plan.outline
  const from = lines.startOf(firstCodeLine(code, source) + index)
  const text = source.slice(from, lineEnd(source, from))
  return lines.placeOf({ start: from + text.length - text.trimStart().length, end: from + text.trimEnd().length })
}
