/** When something of a plan is expected: in which phase, from which state on. */
import { onceEach } from '../util/once.ts'
import { documentId } from '../profiles/holders.ts'
import { reached } from '../profiles/states.ts'
import type { State } from '../profiles/schema.ts'
import { isState, progressOf } from '../profiles/status.ts'
import type { BoundSection, Plan } from '../plan/bind-types.ts'
import { valuesIn } from './values.ts'

/** The phase that the plan is in, as an index into the profile's phases; undefined where it does not say, or says one that does not go with its status. */
export function currentPhase(plan: Plan): number | undefined {
  return phaseNow(plan).phase
}

/** Every section asks. */
const phaseNow: (plan: Plan) => { phase: number | undefined } = onceEach(plan => {
  const phase = statedPhase(plan)
  return { phase: phase !== undefined && goesWith(phase, plan) ? phase : undefined }
})

/** Does a phase go with the plan's status? In doubt it does. */
export function goesWith(phase: number, plan: Plan): boolean {
  const allowed = plan.status?.known ? phasesOf(plan) : []
  return allowed.length === 0 || allowed.includes(progressOf(plan.profile)!.values[phase]!)
}

/** The phases that go with the plan's state; none where the profile does not say. */
export function phasesOf({ profile, state }: Plan): readonly string[] {
  const progress = progressOf(profile)
  return progress?.values.filter(value => state !== undefined && progress.states[value]!.includes(state)) ?? []
}

/** Which phase the plan says it is in, as an index into the profile's phases; undefined where it does not say, or names none or several. */
export function statedPhase(plan: Plan): number | undefined {
  const progress = progressOf(plan.profile)
  if (!progress) return undefined
  const field = plan.metadata.find(({ spec }) => spec === progress.spec)
  if (!field || field.text === '') return undefined
  const found = valuesIn(field.text, progress.values)
  return found.length === 1 ? progress.values.indexOf(found[0]!) : undefined
}

/** Is a section expected: has the plan got to its phase or state, or is it none's? One that is more than a draft has, to every phase. */
export function isDue(section: BoundSection, plan: Plan): boolean {
  const phase = phaseOf(section, plan)
  if (phase === undefined) return true
  if (typeof phase === 'string') return reached(plan.state, phase)
  const current = currentPhase(plan)
  if (plan.state !== undefined && plan.state !== 'draft') return true
  return current === undefined ? plan.state !== 'draft' : phase <= current
}

/** May nothing in a section be open: is its phase over, or its state reached? True where it has neither, and where the plan says no phase and is no draft. */
export function mustBeComplete(section: BoundSection, plan: Plan): boolean {
  const phase = phaseOf(section, plan)
  if (phase === undefined) return true
  if (typeof phase === 'string') return reached(plan.state, phase)
  const current = currentPhase(plan)
  return current === undefined ? plan.state !== 'draft' : phase < current
}

/** Is a section's phase over by the plan's own word, or the first of all for one that has none? Then it is no draft any more, whatever the plan as a whole is. */
export function isOver(section: BoundSection, plan: Plan): boolean {
  const phase = phaseOf(section, plan) ?? 0
  const current = currentPhase(plan)
  return typeof phase === 'number' && current !== undefined && phase < current
}

/** The top-level section that an offset lies in. */
export function sectionAt(offset: number, plan: Plan): BoundSection | undefined {
  return plan.sections.find(section => holdsOffset(section, offset))
}

function holdsOffset({ span, part }: BoundSection, offset: number): boolean {
  return part !== undefined && offset >= span.start && offset < span.end
}

/** Is what stands at an offset expected to be complete: in a section whose phase is over, or in none? */
export function mustBeCompleteAt(offset: number, plan: Plan): boolean {
  // Parents stand before their children.
  const section = plan.allSections.findLast(each => each.spec.id !== documentId && holdsOffset(each, offset))
  return section === undefined || mustBeComplete(section, plan)
}

/** From when on a section is filled in: a state, or the place of a phase; undefined where at once. */
function phaseOf(section: BoundSection, { profile }: Plan): State | number | undefined {
  for (let s: BoundSection | undefined = section; s; s = s.parent)
    if (s.spec.from !== undefined) return fromOf(s.spec.from, profile)
  return undefined
}

function fromOf(from: string, profile: Plan['profile']): State | number | undefined {
  if (isState(from)) return from
  const at = progressOf(profile)?.values.indexOf(from) ?? -1
  return at < 0 ? undefined : at
}

/** Has the plan got to where something is demanded from? */
export function isDemanded({ from }: { from?: string | undefined }, plan: Plan): boolean {
  const at = from === undefined ? undefined : fromOf(from, plan.profile)
  if (at === undefined) return true
  if (typeof at === 'string') return reached(plan.state, at)
  const current = currentPhase(plan)
  return current === undefined ? plan.state !== 'draft' : at <= current
}
