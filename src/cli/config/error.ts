import type { At } from './locate.ts'

/** A configuration that can't be used: exit 2, with its file and, where there is one, its line. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined

  /**
   * @param message what is wrong, without the file
   * @param file the configuration file, absolute
   * @param at a 1-based place in it
   * @param cause the error behind it
   */
  constructor(message: string, file: string, at?: At, cause?: unknown) {
    super(message, { cause })
    this.file = file
    this.line = at?.line
    this.column = at?.column
  }
}

/**
 * The error in one line, with its place.
 *
 * @param name the file as messages name it
 */
export function inWords({ line, column, message }: ConfigError, name: string): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return name === '' ? message : `${name}${place}: ${message}`
}

/** The first line of an error's message. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]!
}
