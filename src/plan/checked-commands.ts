import { bodySpan } from './bind.ts'
import type { BoundField, BoundSection, Plan, Unit } from './bind-types.ts'
import type { CommandBlock } from '../outline/content.ts'
import type { CommandFlaw } from '../shell/index.ts'
import { verificationsOf } from './verification.ts'

/** The commands that check one thing: a step, a prerequisite, the plan as a whole. */
export interface Check {
  blocks: CommandBlock[]
  /** What is no flaw here. */
  spared: ReadonlySet<CommandFlaw>
}

const none: ReadonlySet<CommandFlaw> = new Set()
/** A sentence would do as well: where it names a command, somebody may look at what it shows while it runs. */
const whereSeen: ReadonlySet<CommandFlaw> = new Set(['never-ends'])
/** Where commands are shown to somebody who types them. */
const whereTyped: ReadonlySet<CommandFlaw> = new Set(['never-ends', 'interactive', 'placeholder'])

/** Every command that the plan relies on to tell done from not done, once each, in document order of what they check. */
export function checksOf(plan: Plan): Check[] {
  const checks: Check[] = []
  const seen = new Set<CommandBlock['node']>()
  const add = (blocks: readonly CommandBlock[], spared = none): void => {
    if (blocks.length === 0) return
    const own = blocks.filter(block => !seen.has(block.node) && seen.add(block.node))
    if (own.length > 0) checks.push({ blocks: own, spared })
  }
  // Of what may be a sentence as well, a command in it may be looked at; one in a fence is to be run.
  const addSeen = (blocks: readonly CommandBlock[], isSeen: boolean): void => {
    const inline = isSeen ? blocks.filter(block => block.inline) : []
    add(blocks.filter(block => !inline.includes(block)))
    add(inline, whereSeen)
  }
  const addUnit = (unit: Unit): void => {
    if (unit.part.struck) return
    // Where a unit need not be verified, an instruction in it may be anything: "run `npm run dev` and look".
    const isOptional = unit.spec.verification?.required === false
    if (unit.spec.verification)
      addSeen(
        verificationsOf(unit, plan).flatMap(({ part, commands }) => (part || !isOptional ? commands : [])),
        unit.spec.verification.command === 'optional'
      )
    const fields = commandFields(unit.fields)
    if (fields.length > 0) add(fields.flatMap(field => plan.content.checks(field.span!)))
    for (const inner of unit.units) addUnit(inner)
  }
  for (const section of plan.allSections) {
    for (const unit of section.units) addUnit(unit)
    if (section.part && section.state === 'filled' && section.spec.verification)
      add(sectionCommands(section, plan), section.spec.verification.command === 'optional' ? whereTyped : none)
  }
  return checks
}

/** Where commands are not what a section is for, those in a sentence are not either: "run `npm run dev` and look". */
function sectionCommands(section: BoundSection, plan: Plan): CommandBlock[] {
  const blocks = plan.content.checks(bodySpan(section))
  return section.spec.verification?.required === false ? blocks.filter(block => !block.inline) : blocks
}

function commandFields(fields: readonly BoundField[]): BoundField[] {
  return fields.filter(field => field.spec.kind === 'command' && field.state === 'filled' && field.span)
}
