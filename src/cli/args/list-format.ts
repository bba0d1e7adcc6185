/** `--format` of the commands that list things. */
import { didYouMean } from '../../util/suggest.ts'
import { UsageError } from '../io.ts'
import type { ParsedArgs } from './parse.ts'

/** @throws {UsageError} */
export function listFormat(parsed: ParsedArgs): 'text' | 'json' {
  const format = parsed.values.get('format') ?? 'text'
  if (format === 'text' || format === 'json') return format
  throw new UsageError(
    `Unknown format "${String(format)}"${didYouMean(String(format), ['text', 'json'])}; known: text, json`
  )
}
