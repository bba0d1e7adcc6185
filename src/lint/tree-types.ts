/** What a tree is linted with, and what comes of it. */
import type { PlanlintOptions } from '../options.ts'
import type { Profile } from '../profiles/schema.ts'
import type { RepoFacts } from '../repo/facts.ts'
import type { OtherPlan, Rule } from './rule.ts'
import type { Siblings } from '../sets/siblings.ts'
import type { Finding, FatalError, Beside } from '../types.ts'
import type { Selection } from '../detect/select.ts'
import type { Plan } from '../plan/bind-types.ts'

/** What the linter knows besides the text. */
export interface LintEnvironment {
  options?: PlanlintOptions
  /** Profiles besides the built-in ones; one of the same name replaces it. */
  profiles?: readonly Profile[]
  /** A profile forced by the user. */
  forced?: string
  /** Facts of the repository that holds the document. */
  repo?: RepoFacts
  /** Path of the document relative to the working directory. */
  path?: string
  /** Path of the document in the repository, where it differs from `path`. */
  repoPath?: string
  /** What other plans in progress say of files, for the rule that compares them. */
  otherPlans?: readonly OtherPlan[]
  /** The files beside the document, of which some may be one plan with it. */
  siblings?: Siblings
  /** What time it is, in milliseconds since the epoch: a date beyond it lies in the future. The clock's where absent. */
  now?: number
  /** Only these rules run. */
  only?: readonly Rule[]
  /** What becomes of the document is asked, as with its rules, and not what they say of it: none runs. */
  isUnasked?: boolean
  /** Called with the rule that is about to run. */
  onRule?: (id: string) => void
}

/** What the rules say of a tree, before comments in the document have silenced anything. */
export interface TreeResult {
  findings: Finding[]
  fatalErrors: FatalError[]
  selection: Selection
  plan?: Plan
  notes: string[]
  /** Ids of rules that could not run; one that found something in the text alone is not among them. */
  skipped: string[]
  /** Files of its set that were looked at. */
  beside?: readonly Beside[]
}

/** What lies around a document: its repository, other plans, and the files beside it. */
export type Surroundings = Pick<LintEnvironment, 'repo' | 'repoPath' | 'otherPlans' | 'siblings'>
