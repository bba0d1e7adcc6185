import { commentsIn } from '../../outline/nothing.ts'
import { spanOf } from '../../outline/nodes.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'
import { lintComments } from '../lint-comments.ts'

/** Does a span say nothing, and hold a comment that asks for what belongs there? Those that speak to linters ask for nothing. */
export function holdsFillIn({ start, end }: Span, plan: Plan): boolean {
  const { nodes, source } = plan.outline
  if (!plan.content.isEmpty({ start, end })) return false
  const comments = nodes.html.map(spanOf).filter(html => {
    const isInside = html.start >= start && html.end <= end
    return isInside && [...commentsIn(source.slice(html.start, html.end))].length > 0
  })
  if (comments.length === 0) return false
  const toLinters = new Set(lintComments(plan.outline).map(({ place }) => place.start.offset))
  return comments.some(comment => !toLinters.has(comment.start))
}
