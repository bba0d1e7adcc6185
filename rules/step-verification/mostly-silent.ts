import type { Node } from 'mdast'
import { listedSteps } from '../../src/plan/units/listed.ts'
import { textOf } from '../../src/outline/nodes.ts'
import type { Outline } from '../../src/outline/types.ts'
import { isEnglish, isForeign } from '../../src/plan/sentences/english.ts'
import { unitSpecs } from '../../src/profiles/units.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { isVerifiedInProse } from '../../src/plan/promised.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import { namesVerification, verificationsOf } from '../../src/plan/verification.ts'

/** From so many steps on a plan is expected to say how it is verified. */
const many = 3

/** Where a step without a verification stands among so many that have one, and so many times as many, it was forgotten. */
const fewest = { labelled: 2, times: 2 }

/** Steps that say nothing of how they are verified, where nearly all others do so under a label. */
export function forgotten(plan: Plan): Unit[] {
  const steps = foldedSteps(plan)
  const labelled = steps.filter(unit => verificationsOf(unit, plan).some(({ part, empty }) => part && !empty))
  const silent = steps.filter(
    unit =>
      verificationsOf(unit, plan).length === 0 &&
      !hasCommand(unit, plan) &&
      // One below it is enough: "Definition of Done" in each of a phase's packages.
      ![unit.part, ...plan.content.parts(unit.span, unit.part)].some(namesVerification)
  )
  return labelled.length >= Math.max(fewest.labelled, silent.length * fewest.times) ? silent : []
}

/** Where most of many steps say nothing of how they are verified, and nothing else in the plan does: how many. */
export function mostlySilent(plan: Plan): { silent: number; count: number } | undefined {
  const steps = foldedSteps(plan)
  if (steps.length === 0) return silentList(plan)
  if (steps.length < many) return undefined
  const silent = steps.filter(unit => verificationsOf(unit, plan).length === 0 && !hasCommand(unit, plan)).length
  if (silent * 2 <= steps.length) return undefined
  // In other words than those that are known, nobody can tell what they say, in fences or out of them.
  if (isForeign(steps.map(({ span }) => plan.outline.source.slice(span.start, span.end)).join('\n'))) return undefined
  const own = new Set(steps.map(({ part }) => part))
  const isElsewhere =
    plan.outline.parts.some(part => !own.has(part) && namesVerification(part)) || isVerifiedInProse(plan)
  return isElsewhere ? undefined : { silent, count: steps.length }
}

/** Where steps are a list or boxes: neither they nor anything else in the plan tells to check, or to run, something. */
function silentList(plan: Plan): { silent: number; count: number } | undefined {
  const { outline, content, profile } = plan
  if (!unitSpecs(profile).some(({ verification }) => verification?.fold === 'most')) return undefined
  const boxes = outline.checkboxes.filter(({ node }) => isOutermost(node, outline))
  const items = boxes.length > 0 ? boxes.map(({ text }) => text) : listedSteps(outline).map(textOf)
  if (items.length < many || !isEnglish(items.join('\n'))) return undefined
  const isSilent =
    content.commands({ start: 0, end: outline.source.length }).length === 0 &&
    !outline.parts.some(namesVerification) &&
    !items.some(title => namesVerification({ title }))
  return isSilent ? { silent: items.length, count: items.length } : undefined
}

function isOutermost(node: Node, { nodes }: Outline): boolean {
  const list = nodes.parents.get(node)
  const above = list && nodes.parents.get(list)
  return above?.type !== 'listItem'
}

function foldedSteps(plan: Plan): Unit[] {
  return stepsOf(plan).filter((unit, i, all) => unit.spec.verification?.fold === 'most' && !isAround(unit, all[i + 1]))
}

/** A phase around steps is verified by them. */
function isAround(unit: Unit, next: Unit | undefined): boolean {
  return next !== undefined && next.span.start < unit.part.span.end
}

function hasCommand(unit: Unit, plan: Plan): boolean {
  return plan.content.commands(unit.span).length > 0
}
