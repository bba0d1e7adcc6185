import type { Root } from 'mdast'
import { parseFast } from 'mdast-fast'
import type { Profile } from '../profiles/schema.ts'
import { shippedProfiles } from '../profiles/builtin.ts'
import type { LintEnvironment, TreeResult } from './tree-types.ts'
import type { Reading } from '../sets/siblings.ts'
import { outlineOf } from '../outline/outline.ts'
import { vocabularyOf, unitWordsOf } from '../detect/vocabulary.ts'
import { outlineIn, planFor, readingSet, type PlanSet } from '../sets/plan-set.ts'
import { withWholeMatter } from '../sets/broken-matter.ts'
import { selectProfile, type Selection } from '../detect/select.ts'
import { bySettings } from './by-settings.ts'
import { withPast } from './placed.ts'
import type { Beside } from '../types.ts'
import { rules as allRules } from '../../rules/index.ts'
import { settingOf, noOptions, type Setting } from './severity.ts'
import { addFinding, suppressConsequences, inTextOrder, type FindingSink } from './findings.ts'
import { asksInVain, pleaseReport, type RuleContext, type Problem, type Rule } from './rule.ts'
import { repoNotes } from '../plan/files/ground.ts'
import { mayBeNamedOtherwise } from '../plan/sentences/language.ts'
import { untemplatedNote } from '../detect/untemplated.ts'
import type { Plan } from '../plan/bind-types.ts'
import { lengthsFrom } from './lengths.ts'
import { appliesTo } from './unruled.ts'
import type { Outline } from '../outline/types.ts'

const registries = new WeakMap<readonly Profile[], readonly Profile[]>()

/** Built-in profiles with custom ones over them. Memoised, since the vocabulary is. */
function allProfiles(custom: readonly Profile[] = []): readonly Profile[] {
  if (custom.length === 0) return shippedProfiles
  let merged = registries.get(custom)
  if (!merged)
    registries.set(
      custom,
      (merged = [...custom, ...shippedProfiles.filter(profile => !custom.some(own => own.name === profile.name))])
    )
  return merged
}

/**
 * Lints a parsed plan. Pure but for the files beside it, where those are to be read; a rule that throws becomes a fatal error with the rule's name, and the other
 * rules go on.
 *
 * @param tree mdast of the text, with positions.
 * @param text The text it was parsed from.
 * @param parse Reads a file beside it; a string says in a few words why it can't.
 */
export function lintTree(
  tree: Root,
  text: string,
  environment: LintEnvironment = {},
  parse: (text: string) => Root | string = source => parseFast(source) ?? 'it needs another parser'
): TreeResult {
  const linting = lintingTree({ source: text, tree }, environment)
  let step = linting.next()
  while (!step.done) step = linting.next(parse(step.value))
  return step.value
}

/** As `lintTree`, for whoever parses files beside the document in another way: their texts are asked about. */
export function* lintingTree(
  reading: Reading,
  environment: LintEnvironment
): Generator<string, TreeResult, Root | string> {
  const { options = {}, path, siblings } = environment
  const { tree, source: text } = reading
  const profiles = allProfiles(environment.profiles)
  // Where rules are plugins of their own, each of them asks.
  const isAsked = environment.only !== undefined
  const plain = isAsked
    ? outlineOf(yield* withWholeMatter(tree, text), text, vocabularyOf(profiles), unitWordsOf(profiles))
    : yield* outlineIn(reading, profiles)
  const chosen = selectProfile(plain, profiles, {
    options,
    ...(environment.forced === undefined ? {} : { forced: environment.forced }),
    ...(path === undefined ? {} : { path })
  })
  const { selection, looked } = bySettings(chosen, profiles, path, siblings)
  const result: TreeResult = { findings: [], fatalErrors: [], selection, notes: [], skipped: [], ...looked }
  if (selection.excluded) return result
  const { profile } = selection
  if (profile) result.plan = withPast(yield* planFor(profile, isAsked ? plain : reading, profiles), path)
  const outline = result.plan?.outline ?? plain
  let set: PlanSet | undefined
  if (profile && profile.set && result.plan && looksBeside(environment)) {
    if (path !== undefined) siblings?.readings.keep(path, reading)
    set = yield* readingSet(result.plan, profiles, path, siblings)
    if (!isAsked) result.notes.push(...set.notes)
    if (set.beside.length > 0) result.beside = [...(result.beside ?? []), ...set.beside]
  }
  const note = (beside: Beside): unknown => (result.beside = [...(result.beside ?? []), beside])
  const context = result.plan && contextOf(result.plan, selection, set, environment, note)
  const sink: FindingSink = { result, outline, path, seen: new Map() }
  const asked = askedOf(environment)
    .map(rule => ({ rule, setting: settingOf(rule, options, path, profile) }))
    .filter(({ setting }) => setting.severity !== 'off')
  for (const { rule, setting } of asked) {
    environment.onRule?.(rule.id)
    const before = result.findings.length
    runRule(
      rule,
      setting,
      () => (context ? problemsOf(rule, setting, context) : unrecognised(rule, outline, selection, profiles)),
      sink
    )
    // What a rule finds in the text alone is no less found.
    if (result.plan && asksInVain(rule, environment.repo) && result.findings.length === before)
      result.skipped.push(rule.id)
  }
  if (asked.some(({ rule }) => rule.repo) && result.plan && !isAsked)
    result.notes.push(
      ...(environment.repo
        ? repoNotes(result.plan, environment.repo, environment.repoPath ?? path)
        : ['Repository-aware checks skipped: no repository was looked for'])
    )
  if (selection.certainty === 'generic' && !isAsked) result.notes.push(untemplatedNote(selection.planLike!))
  if (result.plan && !isAsked) result.notes.push(...languageNotes(result.plan))
  suppressConsequences(outline, result)
  result.findings.sort(inTextOrder)
  return result
}

/** Sections that nobody can miss, as the titles are in a language whose names for them are not known. */
function languageNotes(plan: Plan): string[] {
  const titles = plan.allSections.filter(each => mayBeNamedOtherwise(each, plan)).map(({ spec }) => `"${spec.title}"`)
  return titles.length > 0 ? [`Not looked for, as the titles are in another language: ${titles.join(', ')}`] : []
}

/** Adds what a rule finds; one that throws is a fatal error. */
function runRule(rule: Rule, setting: Setting, problems: () => Iterable<Problem>, sink: FindingSink): void {
  try {
    for (const problem of problems()) addFinding(rule, setting, problem, sink)
  } catch (error) {
    sink.result.fatalErrors.push({
      code: 'crashed-rule',
      rule: rule.id,
      message: `Rule ${rule.id} crashed: ${error instanceof Error ? error.message : String(error)}; ${pleaseReport}`
    })
  }
}

/** Is a rule on that looks at the other files of a set? */
function looksBeside(environment: LintEnvironment): boolean {
  const { options = {}, path } = environment
  return askedOf(environment).some(rule => rule.set && settingOf(rule, options, path).severity !== 'off')
}

function askedOf({ only, isUnasked }: LintEnvironment): readonly Rule[] {
  return isUnasked ? [] : (only ?? allRules)
}

/** What the rules are given; but for those that are configured, all of them the same. */
function contextOf(
  plan: Plan,
  selection: Selection,
  set: PlanSet | undefined,
  { repo, otherPlans, path, repoPath, now, siblings }: LintEnvironment,
  note: (beside: Beside) => void
): RuleContext {
  return {
    plan,
    profile: plan.profile,
    selection,
    options: noOptions,
    ruleIds,
    ...(repo ? { repo } : {}),
    ...(otherPlans ? { otherPlans } : {}),
    ...(set ? { set } : {}),
    ...(path === undefined ? {} : { path: repoPath ?? path }),
    ...(siblings && path !== undefined ? { lines: lengthsFrom(siblings, path, repoPath ?? path, note) } : {}),
    ...(now === undefined ? {} : { now })
  }
}

const ruleIds: readonly string[] = allRules.map(rule => rule.id)

const none: readonly Problem[] = []

function problemsOf(rule: Rule, setting: Setting, context: RuleContext): Iterable<Problem> {
  if (!appliesTo(rule)(context.profile)) return none
  const given = setting.options === context.options ? context : { ...context, options: setting.options }
  const found = asksInVain(rule, context.repo) ? none : (rule.check?.(given) ?? none)
  return rule.checkText ? [...rule.checkText(given), ...found] : found
}

function unrecognised(
  rule: Rule,
  outline: Outline,
  selection: Selection,
  profiles: readonly Profile[]
): Iterable<Problem> {
  return rule.checkUnrecognised?.({ outline, selection, known: profiles.map(({ name }) => name) }) ?? none
}
