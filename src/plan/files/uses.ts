import { onceEach } from '../../util/once.ts'
import type { Place } from '../../types.ts'
import { bodySpan } from '../bind.ts'
import type { BoundSection, Plan, Unit } from '../bind-types.ts'
import { checksOf } from '../checked-commands.ts'
import { looseWork } from '../units/loose.ts'
import { sequenceOf } from '../units/sequence.ts'
import { placeInCode } from '../../outline/code/code-place.ts'
import type { CommandBlock } from '../../outline/content.ts'
import { normalise } from '../../outline/text.ts'
import { headNouns } from '../../outline/title.ts'
import { ownUnitSpecs } from '../../profiles/units.ts'
import { isToRun, withheld } from '../sentences/to-run.ts'
import { stepsOf } from '../steps.ts'
import type { CommandReference, SimpleCommand } from '../../shell/index.ts'
import { pathsOf, referencesOf } from '../../shell/index.ts'

/** A block of commands that whoever carries the plan out is to run. */
export interface PlannedCommands {
  block: CommandBlock
  /** The step it stands in; absent in sections of checks. */
  step?: Unit
  /** What it needs the repository to have. */
  references: readonly CommandReference[]
  /** Files that its commands create, in order. */
  creates: { path: string; start: number }[]
  placeOf(reference: { start: number; end: number }): Place
  /** Where the plan says it is run: a folder, or another repository. */
  place?: string
}

/**
 * The commands that a plan has run: all of a step and of a section of steps, and the checks of everything else. Commands elsewhere may tell of the past, or of an alternative.
 * In order; memoised per plan.
 */
export const plannedCommands: (plan: Plan) => PlannedCommands[] = onceEach(collect)

function collect(plan: Plan): PlannedCommands[] {
  const runs = new Map<CommandBlock['node'], PlannedCommands>()
  const add = (block: CommandBlock, step?: Unit): void => {
    if (runs.has(block.node)) return
    const held = block.node.type === 'inlineCode' ? withheld(block.node, plan) : undefined
    if (held && held.place === undefined) return
    runs.set(block.node, { ...toRun(block, step, plan), ...held })
  }
  for (const step of stepsOf(plan))
    if (step.role === 'step' || step.role === 'commit')
      for (const block of plan.content.commands(step.span)) add(block, step)
  for (const step of sequenceOf(plan))
    for (const block of plan.content.commands(step.span))
      if (block.node.type === 'code' || isToRun(block.node, plan)) add(block, step)
  for (const { unit, kind } of looseWork(plan))
    if (kind === 'step') for (const block of plan.content.commands(unit.span)) add(block)
  for (const section of plan.allSections.filter(listsCommands))
    for (const block of plan.content.commands(bodySpan(section)))
      if (block.node.type === 'code' || isToRun(block.node, plan)) add(block)
  const phases = stepsOf(plan).filter(step => step.role === 'phase')
  for (const check of checksOf(plan))
    for (const block of check.blocks)
      add(
        block,
        phases.findLast(phase => holds(phase, block))
      )
  return [...runs.values()].sort((a, b) => a.block.place.start.offset - b.block.place.start.offset)
}

/** Is a section called steps, and no step has a title of its own in it? */
function listsCommands({ spec, part, state }: BoundSection): boolean {
  return (
    part !== undefined &&
    state === 'filled' &&
    ownUnitSpecs(spec).length === 0 &&
    headNouns(normalise(spec.title)).includes('steps')
  )
}

function holds({ span }: Unit, { place }: CommandBlock): boolean {
  return span.start <= place.start.offset && place.start.offset < span.end
}

function toRun(block: CommandBlock, step: Unit | undefined, plan: Plan): PlannedCommands {
  const { script } = block
  return {
    block,
    ...(step ? { step } : {}),
    references: referencesOf(script),
    creates: [...pathsOf(script).creates, ...script.commands.flatMap(scaffolded)].sort((a, b) => a.start - b.start),
    placeOf: ({ start, end }) => placeInCode(block.node, { start, end }, plan.outline)
  }
}

/** `npm init`, `npx create-vite app`, `pnpm create next-app`: they write a package.json, wherever that is. */
function scaffolded({ name, args, cwd, start }: SimpleCommand): { path: string; start: number }[] {
  const isScaffold =
    (/^(?:npm|pnpm|yarn|bun)$/.test(name) && /^(?:init|create)$/.test(args[0] ?? '')) ||
    /^(?:create-|degit$)/.test(name)
  return isScaffold
    ? ['package.json', ...(cwd === undefined ? [] : [`${cwd}/package.json`])].map(path => ({ path, start }))
    : []
}

const notAlways =
  /\b(?:fail(?:s|ed|ing|ure)?|red|errors?|not (?:yet )?(?:found|exist)|no longer|should not|must not|before (?:the|this) change)\b/i

/** That there is no failure, or what is done about one, expects none: "no type errors", "must not fail", "0 failed", "if it fails, …". */
const noFailure =
  /\b(?:no|zero|0|not|never|neither|nor|nothing|none|\w+n['’]t|no longer)(?: (?!longer\b|yet\b)[\p{L}-]+){0,3}? (?:fail(?:s|ed|ing|ures?)?|red|errors?)\b|\b(?:without|free of)(?: any)?(?: [\p{L}-]+)? (?:failing|failures?|errors?)\b|\b(?:if|when|whenever|unless|in case) (?:it|this|that|one|any(?: of them)?|something|(?:an?|the|any) [\p{L}-]+|tests?)(?: still| now)? fails?\b|\berrors?: (?:0|none)\b|\b(?:error|failure)s?[ -]free\b/giu

/** Does the text around a command expect it to fail? A test that is written first is run before there is anything to test. */
export function isExpectedToFail(run: PlannedCommands, plan: Plan): boolean {
  return textAround(run, plan).some(expectsFailure)
}

/** What a name is said to be that nothing goes by yet. */
const notThere =
  /\b(?:not (?:yet )?(?:found|there|exist\w*|defined|known)|(?:does|do|did)(?:n['’]t| not) (?:yet )?exist|no (?:such|rule)|no longer|missing|unknown|unrecogni[sz]ed|undefined|until|before (?:the|this) change)\b/i

/** Does the text around a command say that what it calls by name is not there yet? */
export function isExpectedMissing(run: PlannedCommands, plan: Plan): boolean {
  return textAround(run, plan).some(text => notThere.test(text))
}

/** What is said of a command: by its own comments, and in the lines around it. */
function textAround(run: PlannedCommands, plan: Plan): string[] {
  const { source, lines } = plan.outline
  const { place, script } = run.block
  const from = lines.startOf(Math.max(1, place.start.line - (run.block.inline ? 0 : 2)))
  const endOfLine = (at: number): number => {
    const end = source.indexOf('\n', at)
    return end < 0 ? source.length : end
  }
  const to = endOfLine(place.end.offset)
  // Below a fence, the line after the next one too: a blank one often stands between.
  const after = run.block.inline ? to : endOfLine(endOfLine(to + 1) + 1)
  const around = source.slice(from, place.start.offset) + source.slice(place.end.offset, after)
  return [...script.comments.map(({ text }) => text), around.slice(0, 2000)]
}

function expectsFailure(text: string): boolean {
  return notAlways.test(text.replace(noFailure, ' '))
}
