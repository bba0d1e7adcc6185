/** Reads JSON and YAML; syntax errors come with their line. */
import path from 'node:path'
import { ConfigError, reason } from './error.ts'
import { jsonHint } from './json-hint.ts'
import { repeatedKey } from './repeated-key.ts'

/**
 * @param text the file's text
 * @param file its path: `.yml` and `.yaml` are YAML, anything else JSON
 * @param within the key of a JSON file that alone is meant
 * @throws {ConfigError} when it doesn't parse, or says a key twice
 */
export async function parseData(text: string, file: string, within?: string): Promise<unknown> {
  const extension = path.extname(file)
  return extension === '.yaml' || extension === '.yml' ? parseYaml(text, file) : parseJson(text, file, within)
}

function parseJson(text: string, file: string, within: string | undefined): unknown {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    const at = brokenAt(text)
    throw new ConfigError(`not valid JSON: ${reason(error)}${jsonHint(text, at)}`, file, pointAt(text, at), error)
  }
  const twice = repeatedKey(text, within)
  // YAML forbids it, too. Of JSON the first would be lost without a word.
  if (twice) throw new ConfigError(`"${twice.key}" stands here twice: keep one`, file, pointAt(text, twice.keyStart))
  return data
}

async function parseYaml(text: string, file: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text, { logLevel: 'error' })
  } catch (error) {
    const start = (error as { linePos?: [{ line: number; col: number }] }).linePos?.[0]
    throw new ConfigError(
      `not valid YAML: ${reason(error)}`,
      file,
      start && { line: start.line, column: start.col },
      error
    )
  }
}

/**
 * V8 names the position of some JSON errors only; but a text is broken before `n` exactly when its first `n` units fail
 * for another reason than having ended.
 */
function brokenAt(text: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isBroken(text.slice(0, middle))) high = middle - 1
    else low = middle
  }
  return low
}

function isBroken(prefix: string): boolean {
  try {
    JSON.parse(prefix)
    return false
  } catch (error) {
    const message = (error as Error).message
    const position = /at position (\d+)/.exec(message)?.[1]
    if (position !== undefined) return Number(position) < prefix.length
    return !/end of JSON|unterminated/i.test(message)
  }
}

function pointAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
