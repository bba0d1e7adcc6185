import type { Match } from '../../src/detect/detect.ts'
import { lineEnd } from '../../src/outline/lines.ts'
import { nearest } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import type { Outline } from '../../src/outline/types.ts'

type Message = 'none' | 'likely' | 'empty' | 'unknown'

/** With fewer marks of a profile, a document is near to none. */
const fewestMarks = 2

export default defineRule<Message>({
  id: 'profile-match',
  summary: 'A plan follows one of the known profiles, or says which.',
  why: 'A plan that no profile recognises is not checked at all, and one that is only near to a profile may be checked by the wrong one; neither must look like a pass.',
  severity: 'warning',
  messages: {
    none: d =>
      `Unknown kind of plan, so not judged${d.nearest === undefined ? '' : `: nearest is ${d.nearest}, lacking ${d.lacking}`}`,
    likely: d => `Unknown kind of plan, judged by the nearest: ${d.profile} (${d.score} % of its marks)`,
    empty: () => 'Empty plan: there is no text in it',
    unknown: d => `Unknown profile "${d.name}" declared`
  },
  *check({ plan: { outline }, selection }) {
    if (selection.certainty !== 'likely') return
    const profile = selection.profile!.name
    yield {
      message: 'likely',
      data: { profile, score: Math.round(selection.score * 100) },
      at: firstLine(outline),
      help: `Write "planlint: ${profile}" into the front matter if it is one, the right name if it is another, "planlint: false" if it is no plan`
    }
  },
  *checkUnrecognised({ outline, selection: { unknown, isBlank, planLike, detection }, known }) {
    const at = firstLine(outline)
    if (unknown !== undefined) yield declared(unknown, known, at)
    else if (isBlank) {
      if (planLike?.isPlaced)
        yield {
          message: 'empty',
          at,
          help: 'Write the plan ("planlint init <profile>" prints one to fill in), or remove the file',
          severity: 'error'
        }
    } else if (planLike)
      yield {
        message: 'none',
        data: near(detection?.matches[0]),
        at,
        help: `Name the profile with --profile, in the configuration, or in front matter ("planlint: ${known[0]}"; known: ${known.join(', ')}); "planlint: false" says that this is no plan`
      }
  }
})

function declared(name: string, known: readonly string[], at: Place): Problem<Message> {
  const meant = nearest(name, known)
  return {
    message: 'unknown',
    data: { name },
    at,
    help: meant ? `Did you mean ${meant}?` : `Use one of ${known.join(', ')}`,
    severity: 'error'
  }
}

function near(match: Match | undefined): Record<string, string> {
  if (!match || match.found.length < fewestMarks) return {}
  const lacking = match.lacking.slice(0, 3).map(name => `"${name}"`)
  return { nearest: match.profile, lacking: lacking.length > 0 ? lacking.join(', ') : 'nothing' }
}

/** The title, else the first line. */
function firstLine(outline: Outline): Place {
  const title = outline.parts.find(part => part.form === 'heading')
  if (title) return title.place
  return outline.lines.placeOf({ start: 0, end: lineEnd(outline.source, 0) })
}
