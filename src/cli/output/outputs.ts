/**
 * Which format goes where. `--output-file` belongs to the `--format` named last before it; files named before any format
 * belong, in order, to the formats that are left without one. A format without a file goes to standard output; one may.
 */
import { UsageError } from '../io.ts'
import type { ArgToken } from '../args/scan.ts'

export interface Output {
  format: string
  file: string | undefined
}

/**
 * @param tokens the arguments in order
 * @param fallback the format where none is named
 * @throws {UsageError} when a file has no format, a format has two files, or two formats go to standard output
 */
export function pairOutputs(tokens: readonly ArgToken[], fallback: string): Output[] {
  const outputs: Output[] = []
  const early: string[] = []
  for (const { option, value } of tokens) {
    if (option === 'format' && value) outputs.push({ format: value, file: undefined })
    else if (option === 'output-file' && value) {
      const last = outputs.at(-1)
      if (!last) early.push(value)
      else if (last.file !== undefined)
        throw new UsageError(`Missing --format for the output file "${value}": name a format before each file`)
      else last.file = value
    }
  }
  if (outputs.length === 0) outputs.push({ format: fallback, file: undefined })
  for (const file of early) {
    const free = outputs.find(output => output.file === undefined)
    if (!free) throw new UsageError(`Missing --format for the output file "${file}"`)
    free.file = file
  }
  const toStdout = outputs.filter(output => output.file === undefined)
  if (toStdout.length > 1)
    throw new UsageError(
      `Only one format can go to standard output, not ${toStdout.map(output => `"${output.format}"`).join(' and ')}: add --output-file`
    )
  return outputs
}
