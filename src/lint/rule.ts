import type { Plan } from '../plan/bind-types.ts'
import type { Profile, State } from '../profiles/schema.ts'
import type { Selection } from '../detect/select.ts'
import type { LintComment } from '../plan/lint-comments.ts'
import type { Outline } from '../outline/types.ts'
import type { RepoFacts } from '../repo/facts.ts'
import type { PlanSet } from '../sets/plan-set.ts'
import type { Fix, Fold, Place, Related, Severity } from '../types.ts'

/** Where pages of rules are published. */
export const homepage = 'https://github.com/planlint/planlint'

/** What is said after every crash. */
export const pleaseReport = `please report it at ${homepage}/issues`

/**
 * The page that explains a rule.
 *
 * @param id of a rule of planlint
 * @returns its address
 */
export function pageOf(id: string): string {
  return `${homepage}/blob/main/rules/${id}.md`
}

/** What a rule finds; the adapter turns it into a finding. */
export interface Problem<Id extends string = string> {
  /** Key into the rule's messages. */
  message: Id
  /** What the message is made of: text of the plan is quoted. */
  data?: Record<string, string | number>
  /** Where it stands: of what is absent, the nearest thing that is there. */
  at: Place
  /** What to do, one sentence without a final period. */
  help: string
  /** A lighter or heavier severity than the rule's own, where the profile says so. */
  severity?: Severity
  /** What it stands in is in another state than the plan: the profile's severities of that one count. */
  state?: State
  related?: Related[]
  fixes?: Fix[]
}

/** Another plan in progress, as plain data: what it says of files. */
export interface OtherPlan {
  /** Relative to the working directory, with `/`. */
  path: string
  /** What it creates, modifies, deletes or renames, each once. */
  files: { path: string; mark: string }[]
}

/** What a rule may look at. */
export interface RuleContext {
  plan: Plan
  profile: Profile
  /** How the profile was chosen. */
  selection: Selection
  /** Facts of the repository; absent in editors' untitled buffers, browsers, and where there is none. */
  repo?: RepoFacts
  /** The plan's path relative to the repository (or working directory), with `/`. */
  path?: string
  /** The other files of the plan's set; absent where its profile has none. */
  set?: PlanSet
  /** How many lines a file of the repository has now, by its path there; undefined where it is none that can be read; the result depends on it from then on. Absent where nothing is read. */
  lines?: (path: string) => number | undefined
  /** Other plans in progress; absent where nobody looked for them. */
  otherPlans?: readonly OtherPlan[]
  /** What time it is, in milliseconds since the epoch; the clock's where absent. */
  now?: number
  /** Ids of every rule that there is. */
  ruleIds?: readonly string[]
  /** Validated options of this rule, if it has any. */
  options: Readonly<Record<string, unknown>>
}

/** A rule in a comment that silenced none of its findings. */
export interface UnusedSilence {
  verb: LintComment['verb']
  /** Of the rule, as the comment names it. */
  id: string
  place: Place
}

/** What `profile-match` sees where there is no profile, and so no plan model. */
interface DetectionContext {
  outline: Outline
  selection: Selection
  /** Names of all profiles that there are. */
  known: string[]
}

/**
 * A rule: data, prose and one pure generator. What it throws is a fatal error (`crashed-rule`) of the file: the others run all the same.
 */
export interface Rule<Id extends string = string> {
  /** In lower case, with hyphens: the name of its folder, page and fixtures. */
  id: string
  /** What it demands, one sentence. */
  summary: string
  /** Why that matters, one or two sentences. */
  why: string
  /** When a project does well without it, one sentence. */
  whenOff?: string
  /** Its own, where neither the configuration nor the profile says one. */
  severity: Severity
  /** How much its findings weigh in a state of the plan, where that is less than the profile would have it: a draft speaks of what is to come. */
  byState?: Partial<Record<State, 'warning'>>
  /** Is it off unless configuration turns it on? */
  optIn?: boolean
  /** Does it ask the repository? */
  repo?: boolean
  /** Does it look at the other files of the plan's set? */
  set?: boolean
  /** By the key that a problem names: what is wrong, in one line without a final period. */
  messages: Record<Id, (data: Record<string, string | number>) => string>
  /** Of messages that come in numbers: how reports for people tell of several at once. */
  several?: Partial<Record<Id, (data: Record<string, string | number>) => Fold>>
  /** Does the profile say anything that this rule could check? Inert where not. */
  applies?(profile: Profile): boolean
  /** Finds its problems, in any order; must not change what it is given. */
  check?(context: RuleContext): Iterable<Problem<Id>>
  /** Of a rule that asks the repository: what it says besides, for which the text is enough. */
  checkText?(context: RuleContext): Iterable<Problem<Id>>
  /** For the rule that speaks of comments, once they have silenced what they do. */
  checkSilence?(unused: readonly UnusedSilence[]): Iterable<Problem<Id>>
  /** For the rule that speaks where no profile was recognised. */
  checkUnrecognised?(context: DetectionContext): Iterable<Problem<Id>>
}

/**
 * Does a rule ask a repository that cannot answer? Of what the text alone shows, it may speak all the same (`checkText`).
 *
 * @param repo absent where there is none
 */
export function asksInVain({ repo: asks }: Pick<Rule, 'repo'>, repo: RepoFacts | undefined): boolean {
  return asks === true && (repo === undefined || repo.unavailable !== undefined)
}

/**
 * Declares a rule; only for its types.
 *
 * @returns the rule as it is
 */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule
}
