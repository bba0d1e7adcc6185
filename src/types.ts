/**
 * The shapes that travel between the layers: plain, serialisable data.
 * Lines and columns are 1-based, columns and offsets count UTF-16 units (a byte order mark is none), ends are exclusive.
 */

/** A point in a document. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A span in a document; `end` is exclusive. */
export interface Place {
  start: Point
  end: Point
}

/** How much a finding weighs: `error` fails a run, `warning` does not. */
export type Severity = 'error' | 'warning'

/** One text edit: replace the UTF-16 units `[start, end)` of the document with `text`; where both are equal, it inserts. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** A way to fix a finding. */
export interface Fix {
  /** What the edit does, as an editor shows it: "Insert section "Non-Goals"". */
  title: string
  /** Of the text that was judged. */
  edits: Edit[]
  /** `--fix` applies only safe fixes: what they change is surely the plan's own, and what they write surely meant. Others are offered in editors. */
  safe: boolean
  /** Headings that are called otherwise in links then: the name before, and the one after. Links from other files are not changed. */
  anchors?: readonly (readonly [string, string])[]
  /** Numbers of units or sections that mean others then, and the words that another file may call these by: what it says is not changed. */
  renumbers?: { numbers: readonly string[]; words: readonly string[] }
  /** It inserts a skeleton of what is missing, for a person to fill in: `--fix --scaffold` applies it, too. */
  scaffold?: boolean
}

/** A second place that takes part in a finding. */
export interface Related {
  /** The file that it stands in, relative to the working directory, with `/`; the finding's own where absent. */
  path?: string
  place: Place
  message: string
}

/** How a report for people tells of several findings at once. */
export interface Fold {
  /** What they are together, `{count}` for how many: "Missing {count} sections after "Goal"". Findings of a file with the same words stand together. */
  several: string
  /** What this one is among them: ""Non-Goals"". */
  one: string
  /** What to do about all of them, where the helps of each differ; without it these stand one below the other. */
  help?: string
}

/** One defect, at one place, with its remedy. */
export interface Finding {
  rule: string
  /** Key into the rule's `messages`. */
  messageId: string
  severity: Severity
  /** What is wrong, in one line. */
  message: string
  /** What to do about it. */
  help?: string
  /** Where it stands: what is absent is told at the nearest thing that is there. */
  place: Place
  related?: Related[]
  fixes?: Fix[]
  /** The page that explains the rule. */
  url: string
  /** Stable across unrelated edits: no line numbers go into it. */
  fingerprint: string
  /** Where several of its kind are told of at once. */
  fold?: Fold
  /** Where findings are compared with an earlier state: it was not there. */
  isNew?: boolean
}

/** How many of each thing the model saw: shows that a clean file was really looked at. */
export interface Examined {
  sections: number
  steps: number
  commands: number
  files: number
  checkboxes: number
}

/** Something that kept planlint from judging a file: never a pass, always exit 2. */
export interface FatalError {
  /** A short stable word: `unreadable`, `invalid-utf8`, `binary`, `too-complex`, `timeout`, `crashed-rule`, … */
  code: string
  /** One line for a person: what happened, and what to do. */
  message: string
  /** Where in the file, if it has a place; both from 1. */
  line?: number
  column?: number
  /** The rule that crashed, if one did. */
  rule?: string
}

/** How far a plan is, by what it says itself. */
export interface PlanSummary {
  /** As written, without markup; null where the plan has no title. */
  title: string | null
  /** What its status means; null where it says none, or one that the profile does not know. */
  state: 'draft' | 'approved' | 'active' | 'done' | null
  /** `tracked`: those with boxes of their own; `done`: those whose boxes are all ticked. */
  steps: {
    total: number
    tracked: number
    done: number
    /** Those that the plan marks as optional are not among the others. */
    optional?: { total: number; done: number }
  }
  /** How many stories it tells, where it tells some. */
  stories?: number
  /** Of the whole plan, those of steps among them; what was dropped is not counted. */
  boxes: { total: number; done: number }
  questions: { total: number; open: number }
  /** Files that it creates, modifies, deletes or renames, each once; `mark` is `new`, `modified`, `deleted` or `renamed`. */
  changes: { path: string; mark: string }[]
  /** Where it may be one of several files that are one plan: the names of its profile and of the others' that it is compared with. */
  set?: string[]
}

/**
 * How a judged file came by its profile: `named` by the user or the file itself; by its marks, `certain` or `likely` (clearly nearest);
 * `generic` where it is only like a plan.
 */
export type Recognised = 'certain' | 'likely' | 'generic' | 'named'

/** Every such word. */
export const recognitions: readonly Recognised[] = ['certain', 'likely', 'generic', 'named']

/** Is it a word for how a file came by its profile? */
export function isRecognised(word: unknown): word is Recognised {
  return (recognitions as readonly unknown[]).includes(word)
}

/** By whose word a profile judges a file: an option, the configuration, what the document declares, what is in it, or where it lies. */
export type SelectedBy = 'option' | 'configuration' | 'declaration' | 'content' | 'place'

/** A file that a result depends on besides the plan: another of its set, or one whose lines the plan counts. */
export interface Beside {
  /** Relative to the working directory, with `/`. */
  path: string
  /** Stands for what lies there; null where nothing does. */
  hash: string | null
}

/** What there is to say of a file whatever became of it. */
interface FileFacts {
  /** Relative to the working directory, with `/`. */
  path: string
  /** The user meant this very file, or a plan is expected at its place: people are told what became of it, by name. */
  expected?: boolean
  /** 0…1, how well the document matches the profile, or the nearest one; 1 where the profile was declared. */
  profileScore: number
  /** The plan's own status value as written, if it has one. */
  status: string | null
  examined: Examined
  findings: Finding[]
  fatalErrors: FatalError[]
  /** Things worth a word that are no finding, such as checks that could not run, and why. */
  notes: string[]
  /** Ids of rules that could not run; one that found something in the text alone is not among them. */
  skipped: string[]
  /** Where the result depends on other files: which, and in what state they were. */
  beside?: readonly Beside[]
  /** How many findings are none of these because comments or a baseline say so: without any it is absent. */
  silenced?: number
  /** With `--fix`: how many findings are gone; with `--fix-dry-run`, would be. The report is on what is left. */
  fixed?: { count: number; isDryRun?: boolean }
  /** Where it was asked for. */
  summary?: PlanSummary
  /** The text that was judged (for code frames); reporters must cope with its absence. */
  source?: string
}

/** A plan, and the result on it. */
export interface JudgedFile extends FileFacts {
  state: 'judged'
  profile: string
  recognised: Recognised
  /** Absent in reports that were read from a file. */
  by?: SelectedBy
}

/** A file that is no plan to planlint, and nobody's loss: declared so by itself or a configuration, or a template. */
export interface ExcludedFile extends FileFacts {
  state: 'excluded'
  profile: null
  /** By whose word, in a few words without a final period. */
  reason: string
}

/** A file on which there is no result. Never a pass. */
export interface UnjudgedFile extends FileFacts {
  state: 'not-judged'
  profile: null
  /** Why not, in a few words without a final period. */
  reason: string
  /** It looks like a plan all the same. */
  planLike?: boolean
}

/** What became of one file of a run. */
export type FileReport = JudgedFile | ExcludedFile | UnjudgedFile

/** In which of three states a file ends. */
export type FileState = FileReport['state']

/** What of a report depends on its state. */
export type StateOf =
  | Pick<JudgedFile, 'state' | 'profile' | 'recognised' | 'by'>
  | Pick<ExcludedFile, 'state' | 'profile' | 'reason'>
  | Pick<UnjudgedFile, 'state' | 'profile' | 'reason' | 'planLike'>

/** How the findings of a run differ from those of an earlier commit. */
export interface Comparison {
  /** The commit, as the user named it. */
  ref: string
  /** How many findings are gone, are new, and are still there. */
  fixed: number
  new: number
  persisting: number
  /** What is gone since then, of the plans of this run: as it was said. */
  mended: { path: string; rule: string; severity: Severity; message: string }[]
}

/** What became of every file of a run. Files in path order. */
export interface RunReport {
  version: string
  files: FileReport[]
  /** Fatal errors of the run as a whole. */
  fatalErrors: FatalError[]
  /** Wall time in milliseconds. */
  elapsed: number
  compare?: Comparison
  /** Where the plans were shared out among several runs: which share these are, from 1. */
  shard?: { part: number; of: number }
}
