/** One word of a command. */
export interface Token {
  /** Without quotes; expansions stay as written. */
  value: string
  /** UTF-16 offsets in the given text. */
  start: number
  end: number
  /** Nothing in it depends on variables, substitutions or patterns. */
  fixed: boolean
  /** Some of it stands in quotes. */
  quoted: boolean
}

export interface Redirection {
  operator: string
  target?: Token
  /** The descriptor, where it is written: `2>`. */ fd?: number
}

export interface SimpleCommand {
  /** `[...via, name, ...args]`. */
  words: string[]
  tokens: Token[]
  /** The program, after environment, `sudo`, `npx`, `uv run`, `python -m` and the like. */
  name: string
  /** The words that only run it. */
  via: string[]
  args: string[]
  env: Record<string, string>
  /** The folder that an earlier `cd` in the same script changed to; absent at the start. */
  cwd?: string
  /** The `cd` was that of another line, `cd web && npm test`: each line may be meant from the start. */
  unsure?: true
  /** An earlier `cd` went where the text does not say. */
  lost?: true
  start: number
  end: number
  text: string
  /** What stands between the command and the one before it; absent for the first. */
  joined?: '&&' | '||' | '|' | ';' | '&' | 'newline'
  redirects: string[]
  redirections: Redirection[]
  heredoc?: true
  /** Runs in the background. */
  background?: true
  /** Stands in a condition, loop or function. */
  nested?: true
  /** `! command`. */
  negated?: true
  /** Something is done if it fails: `command || …`. */
  guarded?: true
}

export interface Comment {
  text: string
  start: number
  end: number
  /** What the comment says to expect. */ expected?: string
}
export interface SyntaxProblem {
  said: string
  start: number
  end: number
}
export interface Placeholder {
  text: string
  start: number
  end: number
}

/** What the exit status and the output say: whether all went well, or never anything else than that it did. */
type Outcome = 'tells' | 'never'

export interface Script {
  commands: SimpleCommand[]
  comments: Comment[]
  expected: string[]
  /** False where the grammar found errors. */
  complete: boolean
  problem?: SyntaxProblem
  language: 'sh' | 'undecided'
  /** Text to be filled in, inside commands. */
  placeholders: Placeholder[]
  outcome: Outcome
  /** Failures that the exit status does not show, line by line. */
  hidden: Hidden[]
  /** Loops that nothing ends. */
  loops: Loop[]
}

/** A loop, by its head: `while true`. */
export interface Loop {
  start: number
  end: number
  text: string
}

/** A failure that is not seen in the exit status. */
export interface Hidden {
  start: number
  end: number
  why: Silence
}

/** Why a command says nothing by its exit status; programs, flags and commands as they are written. */
export type Silence =
  /** `by` hides the failure of `of`, or of a condition or of whatever stands before it, where that has no name. */
  | {
      how: 'hidden'
      by: string
      of?: string
      isCondition?: true
      /** What it shows tells, to whom is told what to expect. */ isSeen?: true
    }
  /** A flag has a program succeed whatever it finds, do nothing but tell, or pick no test. */
  | { how: 'forgiven' | 'idle' | 'none-picked'; flag: string; program: string }
  /** The command always succeeds. */
  | { how: 'always'; command: string }

/** What a command waits for: an editor that is opened, keys, a session, a signing in, a yes, values of fields, changes one by one, a window. */
export type Wait = 'editor' | 'keys' | 'session' | 'account' | 'consent' | 'fields' | 'changes' | 'window'

/** What is wrong with a command, where, and what is to be told of it. */
export type FlawReport = { start: number; end: number } & (
  | { flaw: 'cannot-fail'; why: Silence }
  /** `reruns`: a check that was told to watch: without that word it ends, and shows the same. */
  | { flaw: 'never-ends'; command: string; reruns?: true }
  /** `takes`: what would keep the program from asking, on its command line. */
  | { flaw: 'interactive'; command: string; waits: Wait; takes?: 'query' | 'command' | 'code' }
  | { flaw: 'machine-bound'; path: string }
  | { flaw: 'placeholder'; text: string }
  /** `problem`: the parser's own words. */
  | { flaw: 'syntax'; problem: string }
)

export type CommandFlaw = FlawReport['flaw']

export interface PathUse {
  path: string
  start: number
  end: number
}

export type CommandReference = {
  /** The folder of an earlier line, which may not be meant any more. */
  from?: string
} & (
  | {
      kind: 'npm-script'
      manager: string
      script: string
      /** `npm run build`: how it is called, options aside. */ written: string
      workspace?: string
      cwd?: string
      /** The manager also runs installed programs by this name. */ orProgram?: true
      start: number
      end: number
    }
  | { kind: 'make-target' | 'just-recipe'; target: string; file?: string; cwd?: string; start: number; end: number }
  /** `loose`: the runner looks for it below folders, or in one that an option names. */
  | { kind: 'path'; path: string; id?: string; runner: string; loose?: true; start: number; end: number }
  /** A package of cargo, or what one builds: `-p relay`, `--test queue`. */
  | {
      kind: 'crate'
      what: CrateTarget | 'package'
      name: string
      of?: string
      cwd?: string
      start: number
      end: number
    }
  | { kind: 'gradle-project'; name: string; cwd?: string; start: number; end: number }
  /** A package of Go by its import path: `example.org/shop/orders`, without `/...`. */
  | { kind: 'go-package'; name: string; cwd?: string; start: number; end: number }
  | { kind: 'python-package'; name: string; cwd?: string; start: number; end: number }
)

/** What a package of cargo builds by name. */
export type CrateTarget = 'test' | 'bin' | 'example' | 'bench'
