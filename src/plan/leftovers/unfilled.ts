import type { Content } from '../../outline/content.ts'
import { textOf } from '../../outline/nodes.ts'
import type { Span } from '../../outline/types.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { Plan } from '../bind-types.ts'
import { templateOf } from './template.ts'

/** Is all that a span says what the template asks to be said there? Instructions are no content. */
export function isUnfilled(span: Span, content: Content, profile: Profile): boolean {
  const template = templateOf(profile)
  if (!template.hasSentences) return false
  const first = content.firstParagraph(span)
  const isAsked = (paragraph: typeof first): boolean =>
    paragraph !== undefined && template.known(textOf(paragraph).trim()).isSentence
  return isAsked(first) && content.onlyProse(span) !== undefined && content.paragraphs(span).every(isAsked)
}

/** Does an offset stand in a section that is as good as empty, whatever the template left in it? */
export function isUnfilledAt(offset: number, { allSections }: Plan): boolean {
  return allSections.some(({ state, span }) => state === 'empty' && offset >= span.start && offset < span.end)
}
