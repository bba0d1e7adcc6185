/** What the command line needs of the world: injected, so that tests run it in-process. */

/** Where text goes. */
export interface Sink {
  write(text: string): unknown
}

export interface Io {
  stdout: Sink
  stderr: Sink
  /** The bytes of `-`. */
  stdin: AsyncIterable<Uint8Array | string>
  /** An absolute path. */
  cwd: string
  env: Record<string, string | undefined>
  /** Whether standard output is a terminal. */
  isTTY: boolean
  /** Whether standard input is a terminal: then somebody can be asked. */
  isInputTTY?: boolean
  /** Whether standard error is a terminal: then a long run shows how far it is. */
  isErrorTTY?: boolean
  /** The terminal's width in columns; 80 where it is none. */
  columns: number
  /** Set once a plan was judged; a result that was remembered is none. */
  linted?: boolean
  /** Told in a long run, when a few plans have been judged: what linting takes is compiled by now, and nothing of it dropped again. */
  onWarm?(): void
}

/** 0: clean; 1: findings fail the run; 2: planlint could not do its work. */
export type ExitCode = 0 | 1 | 2

/** The user asked for something that there is not: a clear line, exit 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  /** What else is wrong, each in a line. */
  readonly more: readonly string[]

  /**
   * @param message what is wrong, in one line
   * @param more what else is, where that can be told at once
   */
  constructor(message: string, more: readonly string[] = []) {
    super(message)
    this.more = more
  }
}
