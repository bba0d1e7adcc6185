/** Commands in sentences, where the plan says that it tells how the work is verified: no label of a template need be there. */
import type { InlineCode } from 'mdast'
import { coverOf } from '../outline/cover.ts'
import { spanOf, textOf } from '../outline/nodes.ts'
import type { CommandBlock } from '../outline/content.ts'
import { normalise, sentencesIn } from '../outline/text.ts'
import { titleNames } from '../outline/title.ts'
import type { Part, Span } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import { allUnitSpecs } from '../profiles/units.ts'
import { isKnownProgram } from '../shell/index.ts'
import { once, onceEach } from '../util/once.ts'
import { bodySpan } from './bind.ts'
import type { Plan } from './bind-types.ts'
import { isWideName } from './fields.ts'
import { isToRun, standsAlone } from './sentences/to-run.ts'
import { stepsByWord } from './units/loose.ts'

/** A command in a code span that is surely to be run. */
interface PromisedCommand {
  block: CommandBlock
  /** Nothing is said beside it: nobody is told to look at what it shows. */
  isAlone: boolean
}

/**
 * The commands in code spans below titles that promise a verification, where the profile asks for none, and in sentences that tell to verify something: those
 * of known programs alone, and of these only what the sentence has run. In document order; memoised per plan.
 */
export const promisedCommands: (plan: Plan) => readonly PromisedCommand[] = onceEach(plan => {
  const sections = promisingSections(plan)
  const isPromised = coverOf([...sections, ...promises(plan), ...tellingSentences(plan)])
  // "Testing" below "Dev Notes" is what the profile says it is.
  const withdrawn = plan.outline.parts.filter(part => isOfAnother(part) && !sections.some(isBelow(part)))
  const isWithdrawn = coverOf(withdrawn.map(({ span }) => span))
  return plan.content.commands({ start: 0, end: plan.outline.source.length }).flatMap(block => {
    const { node, place } = block
    const at = place.start.offset
    if (node.type !== 'inlineCode' || !isPromised(at) || isWithdrawn(at) || !isSure(block)) return []
    return isToRun(node, plan) ? [{ block, isAlone: standsAlone(node as InlineCode, plan) }] : []
  })
})

const verifies = /\b(?:verif(?:y|ies|ying)|validates?|confirms?|checks?|make sure|ensures?|proves?)\b/i

/** Paragraphs that tell to verify something. */
function tellingIn({ outline: { nodes } }: Plan): Span[] {
  return nodes.paragraphs.filter(paragraph => verifies.test(textOf(paragraph))).map(spanOf)
}

/** Of these, the sentences that do: another may tell of the work, or of what was. */
function tellingSentences(plan: Plan): Span[] {
  return tellingIn(plan).flatMap(({ start, end }) => {
    const text = plan.outline.source.slice(start, end)
    return sentencesIn(text)
      .filter(sentence => verifies.test(text.slice(sentence.start, sentence.end)))
      .map(sentence => ({ start: start + sentence.start, end: start + sentence.end }))
  })
}

/** Does a sentence, wherever it stands, have a command run to verify something: "Run `npm run build` to verify the types"? */
export function isVerifiedInProse(plan: Plan): boolean {
  return tellingIn(plan).some(span =>
    plan.content
      .commands(span)
      .some(block => block.node.type === 'inlineCode' && isSure(block) && isToRun(block.node, plan))
  )
}

/** The first word is a program's, and all of it is understood. */
const isSure = ({ script }: CommandBlock): boolean =>
  script.complete && script.commands.length > 0 && isKnownProgram(script.commands[0]!.words[0]!)

/** The profile's sections of checks that need have none. */
function promisingSections(plan: Plan): Span[] {
  return plan.allSections
    .filter(({ part, state, spec }) => part && state === 'filled' && spec.verification?.required === false)
    .map(bodySpan)
}

const isBelow =
  ({ span: { start, end } }: Part) =>
  (span: Span): boolean =>
    start < span.start && span.end <= end

/** Where the profile has no template, a verification is promised by whatever is called so. */
function promises(plan: Plan): Span[] {
  if (!stepsByWord(plan.profile)) return []
  const names = namesOf(plan.profile)
  return plan.outline.parts.filter(part => promisesIt(part, names)).map(promisedBy)
}

/** What verifications are called by a profile, those of sections and of steps. */
const namesOf: (profile: Profile) => ReadonlySet<string> = once(profile => {
  const sections = (profile.sections ?? []).filter(({ verification }) => verification)
  return new Set(
    [
      ...sections.flatMap(({ title, aliases = [] }) => [title, ...aliases]),
      ...allUnitSpecs(profile).flatMap(({ verification }) => verification?.fields ?? [])
    ].map(normalise)
  )
})

const forms: ReadonlySet<Part['form']> = new Set(['heading', 'bold', 'label'])
/** "How to verify", "Verification steps", "Verify it works". */
const telling =
  /^(?:how (?:to|we(?:['’]ll)?|you|i) (?:verify|validate|test|check)|verify|(?:verification|validation|testing|test) (?:steps|plan|commands?|instructions|procedure|checklist))(?: |$)/

function promisesIt(part: Part, names: ReadonlySet<string>): boolean {
  if (!forms.has(part.form)) return false
  return titleNames(part).some(name => names.has(name) || telling.test(name)) || isWideName(part, names)
}

/** A label with a value promises that alone: of what goes on below nobody knows whether it is still part of it. */
function promisedBy({ form, value, span }: Part): Span {
  return form === 'label' && value && value.text !== '' ? value : span
}

/** What was found, what was before, and what is not to be done is no promise. */
const another =
  /\b(?:results?|log|report|history|notes?|current|existing|before|previous|old|past|known|baseline|not|no|non|out of scope|excluded|removed|deprecated|later|future|optional|follow-ups?|alternatives?|rejected|troubleshooting|rollback)\b/

const isOfAnother = ({ form, key }: Part): boolean => forms.has(form) && another.test(key)
