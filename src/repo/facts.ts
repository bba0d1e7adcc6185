/**
 * What a repository-aware rule may ask. Data and synchronous lookups only: by the time a rule runs, git has answered
 * and is not asked again. Nothing here imports `node:*`, so rules and the browser bundle may import these types.
 *
 * Paths are relative to the repository's top folder, with `/`, unless a parameter says otherwise.
 */

import type { FatalError } from '../types.ts'
import type { Refusal } from './paths.ts'
import type { FileKind } from './there/files.ts'
import type { Names } from './there/names.ts'

/** The time at which a plan's claims about the repository are judged. */
export type Moment =
  /** `pending`: the plan is not committed yet. What the pending change itself adds or removes is `unknown`, because the work may have begun. */
  | { kind: 'work-tree'; pending?: true }
  /**
   * `stated`: the state right after the commit that the plan names.
   * `introduced`: the state in which the plan was written, that is around the commit which added it; what this very commit
   * adds or removes is `unknown`, because plan and work may have come in together (squashed branches, first imports).
   */
  | { kind: 'commit'; hash: string; short: string; why: 'stated' | 'introduced' }
  /** Cannot be told; `why` says it in words for the report. Every lookup answers `unknown`. */
  | { kind: 'unknown'; why: string }

/** `unknown` means undecided: say nothing. Ignored files, insides of submodules, and history that is not there give it. */
export type Existence = 'file' | 'directory' | 'absent' | 'unknown'

/** A path of the repository that a written path may stand for. */
export interface Resolved {
  path: string
  kind: 'file' | 'directory' | 'unknown'
  /** As written from the top; from the plan's own folder; or as the end of a longer path. */
  how: 'exact' | 'plan-relative' | 'suffix'
}

/** What a missing path may have meant, or what became of it. */
export interface Near {
  /** The path to suggest; for `deleted` the path that was deleted. */
  path: string
  /** `case`: differs in case only · `moved`/`deleted` in git history · `typo` · `elsewhere`: the one file of that name. */
  why: 'case' | 'moved' | 'typo' | 'elsewhere' | 'deleted'
  /** Abbreviated hash of the commit that moved or deleted it. */
  commit?: string
}

/** The runners whose named targets are known. */
export type Runner = 'npm' | 'make' | 'just' | 'task' | 'deno' | 'cargo' | 'python' | 'gradle' | 'uv'

/** The named targets that a runner has in a folder. */
export interface Targets {
  /** The manifest that declares them. */
  file: string
  names: Set<string>
  /** Whether these are all: false where the manifest includes others, makes names up, or can't be read. Then a miss means nothing. */
  complete: boolean
}

/** A named package of the repository. */
export interface Package {
  name: string
  dir: string
}

/** A package of cargo. */
export interface Crate {
  name: string
  dir: string
  /** What its manifest builds by name, besides what lies in the usual folders. */
  declared: readonly { what: string; name: string }[]
  dependencies: ReadonlySet<string>
}

/** A module of Go. */
export interface GoModule {
  /** What import paths of its packages begin with. */
  name: string
  dir: string
  /** The manifest that declares it. */
  file: string
  /** Modules that it takes from elsewhere. */
  requires: ReadonlySet<string>
}

export interface RepoFacts {
  /** Why repository-aware rules can't answer, in words for the report; absent when they can. */
  unavailable?: string
  /** What limits the answers so far: "shallow clone: …", "submodule x not looked into". */
  readonly notes: string[]
  /**
   * When to judge a plan: the stated base commit or tag, else the commit that introduced the plan (where it lay, if it was moved since), else now.
   *
   * @param planPath The plan.
   * @param statedBase Commit hash (4 digits or more) or tag, as the plan writes it. Names of branches move, so they don't count.
   */
  at(planPath: string, statedBase?: string): Moment
  /** Whether a path exists. Refused paths are `unknown`. Links inside the repository are followed. */
  exists(path: string, moment: Moment): Existence
  /**
   * The paths that a written path may stand for, best first: one means found, several ambiguous (20 at most), none absent
   * (or refused: ask `refuse` first). Near misses don't count, see `near`.
   *
   * @param from The plan's folder, `''` for the top.
   */
  resolve(path: string, moment: Moment, from?: string): Resolved[]
  /**
   * What a missing path may have meant: three at most, best first.
   *
   * @param others Paths that will be asked about as well: git is asked for the fate of all of them at once.
   */
  near(path: string, moment: Moment, others?: Iterable<string>): Near[]
  /**
   * Why a path is never looked up. Absent: may be looked up.
   *
   * @param from The plan's folder: a path that leaves the top but not from there is fine.
   */
  refuse(path: string, from?: string): Refusal | undefined
  /**
   * The targets of a runner as seen from a folder, now: npm scripts, make targets, just recipes, cargo packages, …
   * Looks where the runner would: make in the folder itself, the others in the folders above as well.
   *
   * @returns Nothing where there is no manifest.
   */
  targets(runner: Runner, cwd: string): Targets | undefined
  /** All `package.json` with a name, now: what `--workspace`, `--filter` and `yarn workspace` may mean. */
  packages(): Package[]
  /** All packages of cargo, now: what `-p` may mean. */
  crates(): readonly Crate[]
  /** All modules of Go, now: what import paths may mean. */
  modules(): readonly GoModule[]
}

/** What git said, as plain data that may cross to a worker. Outputs are kept raw and parsed where they are used. */
export interface RepoData {
  /** Absolute path of the top folder; empty where there is none. */
  top: string
  unavailable?: string
  /** What git failed with, where it did. */
  failure?: FatalError
  notes: string[]
  shallow: boolean
  /** Hash of the head commit; absent before the first one. */
  head?: string
  /** `git ls-files -z -t -s -c`: the index. What lies in the work tree besides is asked for when something depends on it. */
  files: string
  /** It is ASCII, and in git's order. */
  isPlain?: boolean
  /** How git can be asked on, in this thread or another; absent where nobody may. */
  asking?: GitAccess
}

/** How git can be asked on. */
export interface GitAccess {
  gitDir: string
  cwd: string
  env: Record<string, string | undefined>
  /** How many of the newest commits are looked at where the whole history is read; none leaves the past out. */
  commits: number
}

/** What is asked of git when something depends on it, and only then. */
export interface Later {
  /** `git ls-files -z -t -o --exclude-standard`: what is in the work tree and not in the index. */
  untracked(): string
  /** Where a file lay at the head that was moved since, in the index or in the work tree alone: no commit knows it by its name. */
  origin(path: string): string | undefined
  /**
   * The past, for a plan that contradicts what is there now.
   *
   * @param plan Of the first few, git is asked for what concerns them; of more, for the whole history.
   */
  past(plan?: string): Past
  /** What limits the answers so far. */
  notes(): string[]
}

/** A kind of file, or why there is none. */
export type PastKind = FileKind | 'absent' | 'unknown'

/** What became of a path that is gone. */
export interface Fate {
  path: string
  moved: boolean
  /** Hash of the commit that moved or deleted it. */
  commit: string
}

/** The past of a repository. Commits are named by their full hashes. */
export interface Past {
  /** What limits the answers so far. */
  readonly notes: readonly string[]
  /** Why the history could not be read: plans that git knows then have no time. */
  readonly noHistory?: string
  /** The commit of the head's history that a hash, its beginning, or a tag names. */
  find(name: string): string | 'ambiguous' | undefined
  /** The commit that first wrote a path of the head, through renames, inside merged branches; `cut`: it may lie before what is at hand. */
  introduced(path: string): string | 'cut' | undefined
  /** The first parent. */
  parent(commit: string): string | undefined
  /** What a path was right after a commit. */
  kindAt(path: string, commit: string): PastKind
  /** Names that were there at a commit, those of now apart or not. */
  names(commit: string): Names
  /**
   * What became of a path that is gone at a commit.
   *
   * @param within How many first parents back that is looked for.
   */
  fate(path: string, commit: string, others: Iterable<string>, within: number): Fate | undefined
}

/** The only reading of the disk that lookups need: small manifests and the text of links, never through a link. */
export interface Disk {
  /** The text of a regular file, or nothing if it is missing, too large, or reached through a link. */
  read(path: string): string | undefined
  /** What a symbolic link says. */
  link(path: string): string | undefined
  /** What is there, links not followed. Without this, what git listed is taken to be there. */
  kind?(path: string): 'directory' | 'other' | undefined
}
