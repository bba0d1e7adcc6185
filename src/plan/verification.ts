import { once, onceEach } from '../util/once.ts'
import type { VerificationSpec } from '../profiles/schema.ts'
import { verificationLabels } from '../profiles/verification.ts'
import type { Place } from '../types.ts'
import type { Plan, Unit } from './bind-types.ts'
import type { CommandBlock } from '../outline/content.ts'
import { commentIn } from '../outline/code/comment-in.ts'
import { lineEnd } from '../outline/lines.ts'
import { placeOf, spanOf, startOf, textOf } from '../outline/nodes.ts'
import { isGuardedCommit } from '../shell/index.ts'
import { isNothing } from '../outline/nothing.ts'
import { normalise } from '../outline/text.ts'
import { titleNames } from '../outline/title.ts'
import type { Part, Span } from '../outline/types.ts'
import { isWideName, keysOfLabels } from './fields.ts'
import { namedTogether } from './verified/together.ts'
import { isBeyondGit, isWork, saysOutcome } from './verified/work.ts'

/** How a step says it is verified. */
export interface Verification {
  /** Where it stands. */
  place: Place
  span: Span
  /** Plain text, without its label: read when it is asked for, which is where there is no command. */
  text: () => string
  commands: CommandBlock[]
  /** The label it was found by; absent where an instruction says it ("Run `npm test`"). */
  part?: Part
  /** The label is there with nothing after it. */
  empty: boolean
  /** Its commands are the work itself, and nothing is expected of them: "Run: `npm install`". */
  isDeed?: boolean
}

/** Words by which a title promises a verification, at the beginning of one of its words. */
const promise =
  /\b(?:verif|valid|test|accept|check|qa\b|proof|prove|done|success|expected|measur|criteri|audit|review)/i

/** Does a heading or a label say that what stands below it shows whether the work is done? */
export function namesVerification({ title }: Pick<Part, 'title'>): boolean {
  return promise.test(title)
}

/** An item or sentence that tells to check something: "3. Verify: …", "Run `npm test`". */
const imperative =
  /^(?:\*{0,2})(?:verify|verification|check|confirm|ensure|validate|run|re-?run|test|execute|assert|prove)\b/i

/** It tells to look at what comes of it: "Verify …", "Run the focused tests and confirm …". */
const verifies =
  /^(?:verify|verification|check|confirm|ensure|validate|assert|prove)\b|^[^.;]{0,160}\band (?:verify|check|confirm|ensure|validate|assert|inspect)\b/i

/** The beginning of a paragraph that tells nothing of the kind, by its first letter. */
const otherwise = /[*_]{0,3}[bdf-oqsuw-z0-9]/iy

const none: ReadonlySet<string> = new Set()

const keysOf: (spec: VerificationSpec) => ReadonlySet<string> = once(
  spec => new Set(verificationLabels(spec).map(normalise))
)

/** The verifications of a step, in order; none where it has none. Memoised per unit. */
export const verificationsOf: (unit: Unit, plan: Plan) => Verification[] = onceEach((unit, plan) =>
  runsOf(unit, plan).filter(({ isDeed }) => !isDeed)
)

/** The same, and what it tells to run besides: commands that are the work itself. Memoised per unit. */
export const runsOf: (unit: Unit, plan: Plan) => Verification[] = onceEach(read)

function read(unit: Unit, plan: Plan): Verification[] {
  const { verification } = unit.spec
  if (!verification) return []
  const keys = keysOf(verification)
  const own = plan.content.parts(unit.span, unit.part).filter(part => !isInsideUnit(part, unit))
  const exact = own.filter(part => titleNames(part).some(name => keys.has(name)))
  const parts = exact.length > 0 || verification.required === false ? exact : own.filter(part => isWideName(part, keys))
  const runs = verification.run ? keysOfLabels(verification.run) : none
  const found = parts
    .filter(
      part =>
        !parts.some(other => other !== part && other.span.start < part.span.start && other.span.end >= part.span.end)
    )
    .map(part => {
      const before = isExpectation(part, verification) ? stepBefore(part, unit) : undefined
      const one = fromPart(upToNext(part, unit), unit, plan, before)
      return runs.has(part.key) ? { ...one, isDeed: isWork(one.commands) } : one
    })
  found.push(...fromItems(unit, plan, found))
  found.push(...fromTitles(unit, plan, found))
  found.push(...fromCommits(unit, plan, found))
  found.push(...fromTogether(unit, plan))
  // Where no label is given, a command is all that there is to go by.
  const isBare = verification.command === 'observable' || keys.size === 0
  if (isBare && found.length === 0) found.push(...fromAnywhere(unit, plan))
  return found.sort((a, b) => a.span.start - b.span.start)
}

function isInsideUnit(part: Part, unit: Unit): boolean {
  return unit.units.some(
    inner => isVerified(inner) && part.span.start >= inner.span.start && part.span.start < inner.span.end
  )
}

/** Has a unit a verification of its own, or one of those inside it? */
export function isVerified({ spec, units }: Unit): boolean {
  return spec.verification !== undefined || units.some(isVerified)
}

/** A label reaches as far as its part of the step: the next one has its own. */
function upToNext(part: Part, unit: Unit): Part {
  const next = unit.units.find(inner => inner.span.start > part.span.start)
  return next === undefined || next.span.start >= part.span.end
    ? part
    : { ...part, span: { start: part.span.start, end: next.span.start } }
}

function isExpectation(part: Part, { expected = [] }: VerificationSpec): boolean {
  return expected !== true && expected.some(label => normalise(label) === part.key)
}

/** What stands before a label in its part of the step: what is expected is expected of the command there. */
function stepBefore(part: Part, unit: Unit): Span {
  const own = unit.units.findLast(inner => inner.span.start <= part.span.start)
  return { start: (own ?? unit).span.start, end: part.span.start }
}

function fromPart(part: Part, unit: Unit, plan: Plan, before?: Span): Verification {
  const start = part.form === 'heading' ? part.place.end.offset : (part.value?.start ?? part.place.end.offset)
  const span = { start: part.place.end.offset, end: Math.max(start, part.span.end) }
  const inline = plan.content.valueOf(part)
  // Of a tag, up to the one that closes it.
  const from = part.place.end.offset
  let own = plan.content.checks({ start: part.span.start, end: part.inner?.end ?? part.span.end }, from)
  if (own.length === 0 && !part.inner)
    own = plan.content.checks({ start: part.span.start, end: followingFence(part.span, unit, plan) }, from)
  const commands = own.length === 0 && before ? plan.content.checks(before) : own
  const empty =
    isNothing(inline) &&
    plan.content.isEmpty({ start: part.value && inline !== '' ? part.value.end : span.start, end: span.end })
  return { place: part.place, span, text: () => textUnder(part, start, plan), commands, part, empty }
}

function textUnder(part: Part, start: number, plan: Plan): string {
  const inline = plan.content.valueOf(part)
  const below = { start: Math.max(start, part.value?.end ?? start), end: part.span.end }
  const text = [plainInline(inline), ...plan.content.paragraphs(below).map(textOf)].join('\n').trim()
  if (text !== '' || plan.content.commands(below).some(({ script }) => script.commands.length > 0)) return text
  // A fence in which nothing is to be run says what its comments say.
  return plan.content
    .fences(below)
    .map(({ value }) => commentIn(value))
    .join('\n')
}

/** Markdown's marks taken away, code as it is written. */
const plainInline = (text: string): string =>
  text
    .split(/`+/)
    .map((piece, index) => (index % 2 === 0 ? piece.replace(/(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)/g, '') : piece))
    .join('')

/** List items and paragraphs that tell to run or check something. */
function fromItems(unit: Unit, plan: Plan, labelled: Verification[]): Verification[] {
  const covered = (span: Span): boolean =>
    labelled.some(
      v =>
        span.start >= v.span.start - 200 &&
        span.start < v.span.end &&
        span.start >= (v.part?.span.start ?? v.span.start)
    )
  const found: Verification[] = []
  for (const paragraph of plan.content.paragraphs(unit.span)) {
    const span = spanOf(paragraph)
    otherwise.lastIndex = span.start
    if (span.end > unit.span.end || otherwise.test(plan.outline.source) || covered(span)) continue
    const text = textOf(paragraph)
    if (!imperative.test(text)) continue
    const commands = plan.content.checks({ start: span.start, end: followingFence(span, unit, plan) })
    if (commands.length > 0 || verifies.test(text)) {
      const isDeed = isWork(commands) && !saysOutcome(text, commands)
      found.push({ place: placeOf(paragraph), span, text: () => text, commands, empty: false, isDeed })
    }
  }
  return found
}

/** "Build and commit", "Add a smoke test and run": what a title of a part of a step tells besides. */
const alsoRuns = /^build\b|(?:\b(?:and|then)|[,;+&]) (?:run|re-?run|test|verify|check|build)\b/i

/** Parts of a step whose title tells to run or check something, with the commands in it or below it: "Step 5: Verify and commit", "Step 3: Run `npm test`". */
function fromTitles(unit: Unit, plan: Plan, known: readonly Verification[]): Verification[] {
  const found: Verification[] = []
  for (const { part, span, spec } of unit.units) {
    const said = part.ordinal?.rest ?? part.title
    if (spec.verification || !(imperative.test(said) || alsoRuns.test(said))) continue
    if (known.some(each => each.span.start >= span.start && each.span.start < span.end)) continue
    const commands = plan.content.checks(span).filter(isBeyondGit)
    if (commands.length > 0)
      found.push({ place: part.place, span, text: () => part.title, commands, part, empty: false })
  }
  return found
}

/** What is said of a step below a heading that says it of several, up to the end of the line. */
function fromTogether(unit: Unit, plan: Plan): Verification[] {
  const { source } = plan.outline
  return namedTogether(unit, plan).map(({ place }) => {
    const start = place.start.offset
    const end = Math.min(lineEnd(source, start), start + 2000)
    const text = (): string => source.slice(start, end)
    return { place, span: { start, end }, text, commands: plan.content.checks({ start, end }), empty: false }
  })
}

/** Commits that stand in one script with a check: "Step 4: Commit", `npm test && git commit`. */
function fromCommits(unit: Unit, plan: Plan, known: readonly Verification[]): Verification[] {
  const seen = new Set(known.flatMap(({ commands }) => commands.map(({ node }) => node)))
  return plan.content
    .commands(unit.span)
    .filter(({ node, script }) => !seen.has(node) && isGuardedCommit(script))
    .map(fromBlock)
}

/** Commands that stand in a unit though nothing tells to run them: where a sentence would do, they do. */
function fromAnywhere(unit: Unit, plan: Plan): Verification[] {
  return plan.content.commands(unit.span).filter(isBeyondGit).map(fromBlock)
}

const fromBlock = (block: CommandBlock): Verification => ({
  place: block.place,
  span: { start: block.place.start.offset, end: block.place.end.offset },
  text: () => block.node.value,
  commands: [block],
  empty: false,
  isDeed: isWork([block])
})

/** A fence right after an instruction belongs to it. */
function followingFence(span: Span, unit: Unit, plan: Plan): number {
  const next = plan.content.fences({ start: span.end, end: unit.span.end })[0]
  if (!next) return span.end
  const gap = plan.outline.source.slice(span.end, startOf(next))
  return gap.trim() === '' ? spanOf(next).end : span.end
}
