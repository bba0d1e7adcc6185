import { lineEnd } from '../../src/outline/lines.ts'
import { nearest } from '../../src/outline/text.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import type { Outline } from '../../src/outline/types.ts'

export default defineRule<'none' | 'unknown'>({
  id: 'profile-match',
  summary: 'A plan follows one of the known profiles, or says which.',
  why: 'A plan that no profile recognises is not checked at all; that must not look like a pass.',
  severity: 'warning',
  messages: {
    none: d => `Unknown kind of plan: nearest is ${d.nearest} (${d.score} % of its marks), lacking ${d.lacking}`,
    unknown: d => `Unknown profile "${d.name}" declared`
  },
  *checkUnrecognised({ outline, detection, declared, known }) {
    const at = firstLine(outline)
    if (declared !== undefined) {
      const near = nearest(declared, known)
      yield {
        message: 'unknown',
        data: { name: declared },
        at,
        help: near ? `Did you mean ${near}?` : `Use one of ${known.join(', ')}`,
        severity: 'error'
      }
      return
    }
    const best = detection.matches[0]!
    const lacking = best.lacking
      .slice(0, 3)
      .map(name => `"${name}"`)
      .join(', ')
    yield {
      message: 'none',
      data: {
        nearest: best.profile,
        score: Math.round(best.score * 100),
        lacking: lacking === '' ? 'nothing' : lacking
      },
      at,
      help: `Name the profile with --profile, in the configuration, or in front matter ("planlint: ${best.profile}"); "planlint: false" says that this is no plan`
    }
  }
})

/** The title, else the first line. */
function firstLine(outline: Outline): Place {
  const title = outline.parts.find(part => part.form === 'heading')
  if (title) return title.place
  return outline.lines.placeOf({ start: 0, end: lineEnd(outline.source, 0) })
}
