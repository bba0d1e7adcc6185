import { coverOf } from '../outline/cover.ts'
import { bodySpan } from './bind.ts'
import type { BoundField, BoundSection, Plan, Unit } from './bind-types.ts'
import type { CommandBlock } from '../outline/content.ts'
import { checksAlone, sureCommand, type FlawReport } from '../shell/index.ts'
import { runsOf, verificationsOf } from './verification.ts'
import { behindSentences } from './verified/behind-sentences.ts'
import { textBeside } from './verified/work.ts'
import type { Verification } from './verification.ts'
import { promisedCommands } from './promised.ts'
import { stepsOf } from './steps.ts'
import { looseWork, stepsByWord } from './units/loose.ts'
import { sequenceOf } from './units/sequence.ts'

/** The commands that check one thing: a step, a prerequisite, the plan as a whole. */
export interface Check {
  blocks: CommandBlock[]
  /** Is it no flaw here? */
  spares(found: FlawReport): boolean
}

type Spares = Check['spares']

const none: Spares = () => false
/** A sentence would do as well: where it names a command, somebody may look at what it shows while it runs. Tests that run again and again show nothing more. */
const whereSeen: Spares = found => found.flaw === 'never-ends' && !found.reruns
/** Code in a sentence that no known tool is called by may be the use of what is to be built, or a name. */
const whereNamed: Spares = found => whereSeen(found) || whereUnsure(found)
/** The same between tags, which an agent carries out alone. */
const whereUnsure: Spares = ({ flaw }) => flaw === 'placeholder' || flaw === 'syntax'
/** Work may go wrong and be gone on with: no check of anything. */
const whereDone: Spares = ({ flaw }) => flaw === 'cannot-fail'
/** A block of a step may show how something is used: only that it can tell nothing counts. */
const whereSole: Spares = ({ flaw }) => flaw !== 'cannot-fail'
/** In text, what is to be filled in says so. */
const whereWritten: Spares = ({ flaw }) => flaw === 'placeholder'
/** A sentence tells what to look at: what a command prints, a server, a session. */
const whereLookedAt: Spares = found =>
  whereTyped(found)
    ? found.flaw !== 'never-ends' || !found.reruns
    : found.flaw === 'cannot-fail' && found.why.how === 'always'
/** Where commands are shown to somebody who types them. */
const whereTyped: Spares = ({ flaw }) => ['never-ends', 'interactive', 'placeholder'].includes(flaw)

/** Every command that the plan relies on to tell done from not done, once each, in document order of what they check. */
export function checksOf(plan: Plan): Check[] {
  const checks: Check[] = []
  const seen = new Set<CommandBlock['node']>()
  const add = (blocks: readonly CommandBlock[], spares = none): void => {
    const own = blocks.filter(block => !seen.has(block.node) && seen.add(block.node))
    if (own.length > 0) checks.push({ blocks: own, spares })
  }
  // Of what may be a sentence as well, a command in one may be looked at; one in a fence, or with nothing said beside it, is to be run.
  const addSeen = (verifications: readonly Verification[], maySee: boolean): void => {
    const seenIn = maySee ? verifications.filter(isSentence) : []
    const inline = seenIn.flatMap(({ commands }) => commands.filter(block => block.inline))
    add(verifications.flatMap(({ commands }) => commands).filter(block => !inline.includes(block)))
    const isSure = ({ node }: CommandBlock): boolean => sureCommand(node.value) !== undefined
    const isTagged = coverOf(seenIn.flatMap(({ part }) => (part?.form === 'tag' ? [part.span] : [])))
    const isAlone = ({ place }: CommandBlock): boolean => isTagged(place.start.offset)
    const sure = inline.filter(isSure)
    const unsure = inline.filter(block => !isSure(block))
    add(sure.filter(isAlone))
    add(sure, whereSeen)
    add(unsure.filter(isAlone), whereUnsure)
    add(unsure, whereNamed)
  }
  const addUnit = (unit: Unit): void => {
    if (unit.part.struck) return
    // Where a unit need not be verified, an instruction in it may be anything: "run `npm run dev` and look".
    const isOptional = unit.spec.verification?.required === false
    if (unit.spec.verification) {
      const runs = runsOf(unit, plan).filter(({ part }) => part || !isOptional)
      addSeen(
        runs.filter(({ isDeed }) => !isDeed),
        ['optional', 'observable'].includes(unit.spec.verification.command ?? '')
      )
      add(
        runs.flatMap(({ commands, isDeed }) => (isDeed ? commands : [])),
        whereDone
      )
    }
    const fields = commandFields(unit.fields)
    if (fields.length > 0) add(fields.flatMap(field => plan.content.checks(field.span!)))
    for (const inner of unit.units) addUnit(inner)
  }
  for (const section of plan.allSections) {
    for (const unit of section.units) addUnit(unit)
    if (section.part && section.state === 'filled' && section.spec.verification)
      add(sectionCommands(section, plan), section.spec.verification.command === 'optional' ? whereTyped : none)
  }
  // Titles that would part them may be gone: each is a check by itself.
  for (const { unit, kind } of looseWork(plan)) {
    for (const verification of verificationsOf(unit, plan)) add(rightBehind(verification), whereTyped)
    if (kind === 'step') for (const commands of behindSentences(unit, plan)) add(commands, whereTyped)
  }
  for (const blocks of solitaryChecks(plan)) add(blocks, whereSole)
  // Those of steps are held to more.
  const promised = promisedCommands(plan)
  add(
    promised.flatMap(({ block, isAlone }) => (isAlone ? [block] : [])),
    whereWritten
  )
  add(
    promised.map(({ block }) => block),
    whereLookedAt
  )
  return checks
}

/** Where no label says what verifies a step, and nothing else does. */
function soleCheck(step: Unit, plan: Plan): CommandBlock[] {
  const fenced = plan.content.commands(step.span).filter(({ inline }) => !inline)
  return fenced.length === 1 && checksAlone(fenced[0]!.script) ? fenced : []
}

/** Where no label says what verifies a step; and where a section holds what is run, its blocks that only check. */
function solitaryChecks(plan: Plan): CommandBlock[][] {
  const among = plan.allSections
    .filter(({ spec, part }) => part && spec.files === 'steps')
    .flatMap(section => plan.content.commands(bodySpan(section)))
    .filter(({ inline, script }) => !inline && checksAlone(script))
  return [...stepsOfNoTemplate(plan).map(step => soleCheck(step, plan)), ...among.map(block => [block])]
}

function stepsOfNoTemplate(plan: Plan): readonly Unit[] {
  if (!stepsByWord(plan.profile)) return []
  return [...stepsOf(plan).filter(({ role, part }) => role === 'step' && !part.struck), ...sequenceOf(plan)]
}

/** Is something said beside the commands? */
function isSentence({ text, commands }: Verification): boolean {
  return /\p{L}/u.test(textBeside(text(), commands))
}

/** Where commands are not what a section is for, those in a sentence are not either: "run `npm run dev` and look". */
function sectionCommands(section: BoundSection, plan: Plan): CommandBlock[] {
  const blocks = plan.content.checks(bodySpan(section))
  return section.spec.verification?.required === false ? blocks.filter(block => !block.inline) : blocks
}

/** What a label says on its own lines: of what goes on below these nobody knows whether it is still part of it. */
function rightBehind({ part, commands }: Verification): CommandBlock[] {
  const value = part?.value
  if (!value || value.text === '') return part ? commands : []
  return commands.filter(({ place: { start } }) => start.offset >= value.start && start.offset < value.end)
}

function commandFields(fields: readonly BoundField[]): BoundField[] {
  return fields.filter(field => field.spec.kind === 'command' && field.state === 'filled' && field.span)
}
