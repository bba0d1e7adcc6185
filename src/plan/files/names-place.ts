import { readPath, splitPaths } from '../../files/paths.ts'
import { trimChars } from '../../outline/text.ts'
import type { Span } from '../../outline/types.ts'
import type { Plan } from '../bind-types.ts'

/** More of a value is not read. */
const longest = 4000

/** The plan itself: where the work is the document that says so, it need not say its own path. */
const itself = /\bthis (?:very )?(?:file|document|plan|page)\b/i

/** Says a span where something is to be found: a path, in code or not ("gateway/handlers"), or the plan itself ("Documentation: this file")? */
export function namesPlace(span: Span, { content }: Plan): boolean {
  const isPath = (text: string): boolean => readPath(text, { lenient: true }) !== undefined
  if (content.codeSpans(span).some(code => isPath(code.value))) return true
  const said = content
    .said({ start: span.start, end: Math.min(span.end, span.start + longest) })
    .replace(/[[\]()*]/g, ' ')
  if (itself.test(said) || splitPaths(said).length > 0) return true
  return said.split(/\s+/).some(word => /\w\/\w/.test(word) && isPath(trimChars(word, '', '.,:;')))
}
