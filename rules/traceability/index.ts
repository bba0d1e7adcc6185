import { strandedRefs, unknownRefs } from '../../src/checks/ids/traces.ts'
import { declaredIn } from '../../src/sets/declared.ts'
import type { Unknown } from '../../src/checks/ids/traces.ts'
import { workOf } from '../../src/checks/peers.ts'
import type { Work } from '../../src/checks/peers.ts'
import { quote } from '../../src/outline/text.ts'
import { allUnitSpecs } from '../../src/profiles/units.ts'
import { liesAt } from '../../src/detect/places.ts'
import { hasNames } from '../../src/sets/named-places.ts'
import type { PlanSet } from '../../src/sets/plan-set.ts'
import { enumerate } from '../../src/util/enumerate.ts'
import { baseOf } from '../../src/util/path.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { comparedElsewhere, keptSections, unlistedFiles } from '../../src/checks/names/elsewhere.ts'
import { elsewhereProblem, keptProblem, unlistedProblem } from './elsewhere.ts'
import type { ElsewhereMessage } from './elsewhere.ts'
import { uncoveredUnits, type Uncovered } from './uncovered.ts'
import { unitsNobodyNames, type Unnamed } from './unnamed.ts'

export default defineRule<
  'unknown' | 'stranded' | 'uncovered' | 'unnamed' | 'astray' | 'noPlan' | 'cycle' | ElsewhereMessage
>({
  id: 'traceability',
  summary: 'What is referred to by an identifier is declared, and what is to be done is referred to.',
  why: 'A task for a requirement that does not exist is built for nobody; a requirement that no task names is not built.',
  whenOff: 'Where requirements lie in a tracker, and their identifiers are not declared in any file.',
  severity: 'error',
  set: true,
  applies: profile =>
    profile.set !== undefined ||
    allUnitSpecs(profile).some(({ refs, coverage }) => refs ?? coverage !== undefined) ||
    profile.at !== undefined,
  messages: {
    unknown: d => `Unknown ${d.name} ${d.found}: ${d.where} has none such`,
    stranded: d => `Unknown ${d.name} ${d.found}: ${d.where} has nothing in it that could be one`,
    uncovered: d => `Missing reference to ${d.name} ${d.found}: nothing in ${d.where} names it`,
    unnamed: d => `Missing reference to each ${d.name} of ${d.where}: no ${d.step} names one`,
    noFile: d => `Missing ${d.file} beside it`,
    astray: d => `Expected it at ${d.expected}: tools pass over it where it lies`,
    unknownName: d => `Unknown ${d.name} ${d.found}: ${d.where} has none of that name`,
    taken: d => `Duplicate ${d.name} ${d.found}: ${d.where} has it already`,
    noOther: d => `Missing ${d.path} for ${d.name} ${d.found}`,
    existing: d => `Conflicting ${d.name} ${d.found}: it is new here, and ${d.path} is there`,
    dropped: d => `Missing ${d.role} ${d.lacks} in ${d.name} ${d.found}: ${d.where} has it`,
    kept: d => `Conflicting section "${d.title}": ${d.path} has one, which stays as it is`,
    unlisted: d => `Missing ${d.role} for ${d.paths}`,
    noPlan: d => `Unknown plan ${d.found}: none in the folder is called so`,
    cycle: d => `Circular dependency of plans: ${d.way}`
  },
  *check({ plan, set, path, profile }) {
    for (const unknown of unknownRefs(plan, set)) if (!unknown.isSkipped) yield unknownProblem(unknown)
    for (const stranded of strandedRefs(plan, set)) yield strandedProblem(stranded)
    for (const unnamed of unitsNobodyNames(plan, set)) yield unnamedProblem(unnamed, plan)
    for (const uncovered of uncoveredUnits(plan, set)) yield uncoveredProblem(uncovered)
    // What lies with what is done is as it was.
    if (plan.past !== undefined) return
    for (const found of comparedElsewhere(plan, set)) yield elsewhereProblem(found)
    for (const found of keptSections(plan, set)) yield keptProblem(found)
    for (const found of unlistedFiles(plan, set)) yield unlistedProblem(found)
    if (set?.isAstray)
      yield {
        message: 'astray',
        data: { expected: profile.at![0]!.replaceAll('{', '<').replaceAll('}', '>') },
        at: plan.titlePlace,
        help: 'Move it there'
      }
    yield* checkWork(workOf(plan, path, set))
    yield* missingFiles(plan, set, profile.paths !== undefined && path !== undefined && liesAt(path, profile.paths))
  }
})

function strandedProblem({ refs: [ref, ...others], keys: [found], in: place }: Unknown): Problem<'stranded'> {
  const { path } = place.member!
  return {
    message: 'stranded',
    data: { name: place.role, found: found!, where: baseOf(path) },
    at: ref!.place,
    help: `Write what ${baseOf(path)} had, or take what refers to it out`,
    related: [
      ...others.slice(0, 20).map(each => ({ place: each.place, message: 'Here too' })),
      { path, place: place.plan.titlePlace, message: 'It says nothing of it' }
    ]
  }
}

function unnamedProblem({ units, spec, member, form }: Unnamed, plan: Plan): Problem<'unnamed'> {
  const where = baseOf(member.path)
  const step = plan.units('step')[0]!.spec.role
  return {
    message: 'unnamed',
    data: { name: spec.role, where, step },
    at: plan.titlePlace,
    help: `Write ${form} at each ${step} that is for the first, and so for the others`,
    severity: 'warning',
    related: units.slice(0, 20).map(({ place }) => ({ path: member.path, place, message: 'It is named by none' }))
  }
}

function uncoveredProblem({ units, spec, member, forms }: Uncovered): Problem<'uncovered'> {
  const [first, ...others] = units
  const where = member ? baseOf(member.path) : 'the plan'
  return {
    message: 'uncovered',
    data: { name: spec.role, found: units.map(({ text }) => text).join(', '), where },
    at: first!.place,
    help: helpFor(forms, spec, member ? ` in ${where}` : ''),
    ...(spec.coverage!.required ? { severity: spec.coverage!.required } : {}),
    related: [
      ...others.slice(0, 20).map(({ place }) => ({ place, message: 'Here too' })),
      ...(member ? [{ path: member.path, place: member.plan.titlePlace, message: 'It is not named here' }] : [])
    ]
  }
}

/** What is referred to by its place draws others with it. */
function helpFor(forms: readonly string[], { role, id }: UnitSpec, where: string): string {
  const isOne = forms.length === 1
  const out = isOne ? `take the ${role} out` : 'take them out'
  const rest = id?.from === 'position' ? '; those behind it move up then, and so must what names them' : ''
  return `Write ${enumerate(forms, 'and')} at what does ${isOne ? 'it' : 'them'}${where}, or ${out}${rest}`
}

/** Plans that depend on what is not there, or on themselves. */
function* checkWork(work: Work | undefined): Iterable<Problem<'noPlan' | 'cycle'>> {
  for (const { text, place, on } of work?.dependencies ?? [])
    if (!on)
      yield {
        message: 'noPlan',
        data: { found: quote(text) },
        at: place,
        help: 'Name a plan of the folder, or write that one'
      }
  if (work?.cycle)
    yield {
      message: 'cycle',
      data: { way: work.cycle.names.join(' → ') },
      at: work.cycle.at,
      help: 'Take out the one that need not come first'
    }
}

function unknownProblem({ refs: [ref, ...others], keys, in: place }: Unknown): Problem<'unknown'> {
  const declared = declaredIn(place.plan, place.role)
  const where = place.member ? baseOf(place.member.path) : 'the plan'
  const known = declared.slice(0, 8).map(({ text }) => text)
  const more = declared.length > known.length ? ', …' : ''
  const first = declared[0]!
  const origin = { place: first.place, message: `The first ${place.role} that there is` }
  return {
    message: 'unknown',
    data: { name: place.role, found: keys.length > 2 ? `${keys[0]}–${keys.at(-1)}` : keys.join(', '), where },
    at: ref!.place,
    help: `Name one that ${where} has (${known.join(', ')}${more}), or add it there`,
    related: [
      ...others.slice(0, 20).map(each => ({ place: each.place, message: 'Here too' })),
      place.member ? { path: place.member.path, ...origin } : origin
    ]
  }
}

/** Files without which it can't be followed: asked for at the usual places alone. */
function* missingFiles(plan: Plan, set: PlanSet | undefined, isPlaced: boolean): Iterable<Problem<'noFile'>> {
  for (const [role, path] of isPlaced ? (set?.missing ?? []) : []) {
    const { required, paths } = plan.profile.set![role]!
    if (required === undefined) continue
    const isNamed = hasNames(paths[0]!)
    const name = isNamed ? path : paths[0]!
    yield {
      message: 'noFile',
      data: { file: baseOf(name) },
      at: plan.titlePlace,
      help: `Write ${name}${isNamed ? '' : ' in the same folder'}: the two are one plan`,
      severity: required
    }
  }
}
