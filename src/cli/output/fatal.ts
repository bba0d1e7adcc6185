/** Fatal errors, as lines on standard error. */
import { clean } from '../../report/text/clean.ts'
import type { RunReport, FatalError } from '../../types.ts'
import type { Io } from '../io.ts'

/**
 * @param fatal what happened
 * @param path the file it happened to
 * @returns one line: `planlint: path:line:column: message`
 */
export function fatalLine(fatal: FatalError, path?: string): string {
  const place = fatal.line === undefined ? '' : `:${fatal.line}:${fatal.column ?? 1}`
  return `planlint: ${path === undefined ? '' : `${clean(path)}${place}: `}${clean(fatal.message)}\n`
}

/** Reports every fatal error of a run. */
export function reportFatalErrors(report: RunReport, io: Pick<Io, 'stderr'>): void {
  for (const file of report.files) for (const fatal of file.fatalErrors) io.stderr.write(fatalLine(fatal, file.path))
  for (const fatal of report.fatalErrors) io.stderr.write(fatalLine(fatal))
}
