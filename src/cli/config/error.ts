import { relativePath } from '../discover/relative-path.ts'
import { UsageError } from '../io.ts'
import type { At } from './locate.ts'

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** What is wrong, without the file. */
  message: string
  /** The configuration file, or the profile's own, absolute. */
  file: string
  /** Where in it, as far as that is known. */
  at?: At | undefined
}

/** A configuration that can't be used: exit 2, with its file and, where there is one, its line. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  /** At least one. */
  readonly problems: readonly ConfigProblem[]

  /**
   * @param message what is wrong, without the file
   * @param file the configuration file, absolute
   * @param at a 1-based place in it
   * @param cause the error behind it
   */
  constructor(message: string, file: string, at?: At, cause?: unknown) {
    super(message, { cause })
    this.problems = [{ message, file, at }]
  }

  /** @param problems at least one, in the order in which they are told */
  static of(problems: readonly ConfigProblem[]): ConfigError {
    const [first] = problems
    const error = new ConfigError(first!.message, first!.file, first!.at)
    return Object.assign(error, { problems })
  }
}

/** More than these say nothing more to whoever mends them. */
const mostProblems = 20

/**
 * Each problem in one line, with its place.
 *
 * @param cwd the folder that files are named from
 */
export function inWords({ problems }: ConfigError, cwd: string): string[] {
  const lines = problems.slice(0, mostProblems).map(({ message, file, at }) => {
    const name = file === '' ? '' : relativePath(file, cwd)
    const place = at === undefined ? '' : `:${at.line}:${at.column}`
    return name === '' ? message : `${name}${place}: ${message}`
  })
  const left = problems.length - lines.length
  return left > 0 ? [...lines, `… and ${left} more problems of the configuration`] : lines
}

/** The same as an error of a command that can do nothing without its configuration. */
export function usageError(error: ConfigError, cwd: string): UsageError {
  const [first = error.message, ...more] = inWords(error, cwd)
  return new UsageError(first, more)
}

/** The first line of an error's message. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]!
}
