import { isBare } from '../../src/checks/bare-units.ts'
import { takenFor } from '../../src/detect/untemplated.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { holdsOtherWork, isWhollyQuoted } from '../../src/detect/plan-like.ts'
import type { Match } from '../../src/detect/detect.ts'
import { lineEnd } from '../../src/outline/lines.ts'
import { nearest } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Selection } from '../../src/detect/select.ts'
import type { Place } from '../../src/types.ts'
import type { Outline } from '../../src/outline/types.ts'

type Message = 'near' | 'likely' | 'empty' | 'idle' | 'unknown'

export default defineRule<Message>({
  id: 'profile-match',
  summary: 'A plan follows one of the known profiles, or says which.',
  why: 'A plan that no profile recognises is not checked at all, and one that is only near to a profile may be checked by the wrong one; neither must look like a pass. A plan without a word, one that is clearly what is left of a known kind, and a declared profile that does not exist are errors.',
  whenOff: 'Where folders of plans hold notes and drafts as well, which no profile is to judge.',
  severity: 'warning',
  messages: {
    near: d =>
      `Unknown kind of plan, judged without a template: nearest is ${d.nearest}${d.lacking === '' ? '' : `, lacking ${d.lacking}`}`,
    likely: d => `Unknown kind of plan, judged by the nearest: ${d.profile} (${d.score} % of its marks)`,
    empty: d => `Empty plan: there is ${d.left}`,
    idle: () => 'Empty plan: nothing in it can be carried out',
    unknown: d => `Unknown profile "${d.name}" declared`
  },
  *check({ plan, selection, path }) {
    const { outline } = plan
    if (selection.certainty === 'generic' && isUntold(plan)) yield emptyOf('titles', firstLine(outline))
    else if (selection.certainty === 'generic') yield* without(outline, selection, path)
    if (selection.certainty !== 'likely') return
    const profile = selection.profile!.name
    yield {
      message: 'likely',
      data: { profile, score: Math.round(selection.score * 100) },
      at: firstLine(outline),
      help: `Write "planlint: ${profile}" into the front matter if it is one, the right name if it is another, "planlint: false" if it is no plan`
    }
  },
  *checkUnrecognised({ outline, selection: { unknown, isBlank, planLike }, known }) {
    const at = firstLine(outline)
    if (unknown !== undefined) yield declared(unknown, known, at)
    else if (isBlank && planLike?.isPlaced)
      yield emptyOf(isWhollyQuoted(outline) ? 'quote' : outline.nodes.headings.length > 0 ? 'headings' : 'nothing', at)
  }
})

/** What there is where no plan is. */
const left = {
  nothing: 'no text in it',
  headings: 'nothing but headings in it',
  quote: 'nothing but a quote in it',
  titles: 'nothing below the titles of its steps'
} as const

function emptyOf(has: keyof typeof left, at: Place): Problem<Message> {
  return {
    message: 'empty',
    data: { left: left[has] },
    at,
    help: 'Write the plan ("planlint init <profile>" prints one to fill in), or remove the file',
    severity: 'error'
  }
}

/** Has it steps, of which none holds a word, and no other work, whatever is said above them? */
function isUntold(plan: Plan): boolean {
  const steps = plan.units('step')
  return (
    steps.length > 0 &&
    !holdsOtherWork(plan.outline) &&
    plan.outline.nodes.tables.length === 0 &&
    steps.every(unit => isBare(unit, plan))
  )
}

/** What is judged without a template, and should not be taken for a plan that passed. */
function* without(outline: Outline, selection: Selection, path: string | undefined): Iterable<Problem<Message>> {
  const found = takenFor(outline, selection, path)
  if (found) yield found.match ? near(found.match, found.isError, outline) : idle(outline, found.isError)
}

function idle(outline: Outline, isError: boolean): Problem<Message> {
  return {
    message: 'idle',
    at: firstLine(outline),
    help: 'Write its steps, each with the command that shows that it is done ("planlint init <profile>" prints a plan to fill in), or remove the file',
    severity: isError ? 'error' : 'warning'
  }
}

/** A plan that lost most of its sections, or all of its headings, is like one that never had a template; what is left tells them apart. */
function near({ profile, lacking }: Match, isError: boolean, outline: Outline): Problem<Message> {
  return {
    message: 'near',
    data: {
      nearest: profile,
      lacking: lacking
        .slice(0, 3)
        .map(name => `"${name}"`)
        .join(', ')
    },
    at: firstLine(outline),
    help: `Write "planlint: ${profile}" into the front matter if it is one, "planlint: generic" if it follows no template`,
    severity: isError ? 'error' : 'warning'
  }
}

function declared(name: string, known: readonly string[], at: Place): Problem<Message> {
  const meant = nearest(name, known)
  return {
    message: 'unknown',
    data: { name },
    at,
    help: meant ? `Write ${meant}, if that is meant` : `Use one of ${known.join(', ')}`,
    severity: 'error'
  }
}

/** The title, else the first line. */
function firstLine(outline: Outline): Place {
  const title = outline.parts.find(part => part.form === 'heading')
  if (title) return title.place
  return outline.lines.placeOf({ start: 0, end: lineEnd(outline.source, 0) })
}
