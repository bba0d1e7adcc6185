/** Trouble of the tool, as lines on standard error. */
import { clean } from '../../report/text/clean.ts'
import type { RunReport, Trouble } from '../../types.ts'
import type { Io } from '../io.ts'

/**
 * @param trouble what happened
 * @param path the file it happened to
 * @returns one line: `planlint: path:line:column: message`
 */
export function troubleLine(trouble: Trouble, path?: string): string {
  const place = trouble.line === undefined ? '' : `:${trouble.line}:${trouble.column ?? 1}`
  return `planlint: ${path === undefined ? '' : `${clean(path)}${place}: `}${clean(trouble.message)}\n`
}

/** Says every trouble of a run. */
export function sayTroubles(report: RunReport, io: Pick<Io, 'stderr'>): void {
  for (const file of report.files) for (const trouble of file.troubles) io.stderr.write(troubleLine(trouble, file.path))
  for (const trouble of report.troubles) io.stderr.write(troubleLine(trouble))
}
