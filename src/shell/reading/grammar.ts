import type { ParseError, Statement } from 'unbash'
import { parse } from 'unbash'
import { parsePlain } from './plain.ts'

interface ParsedScript {
  statements: readonly Statement[]
  error?: ParseError
}

/** Longest text that is read, in UTF-16 units. */
export const longestScript = 20_000

const openers = /\(\s{0,8}\)|\b(?:coproc|function)\b/g

/** Parses with Bash's grammar; undefined where the text is too long or nests too deep to be a plan's. Total. */
export function parseShell(text: string): ParsedScript | undefined {
  if (text.length > longestScript) return undefined
  // A function whose body is a function whose body … has no limit in the grammar.
  if (text.length > 500 && (text.match(openers)?.length ?? 0) > 150) return undefined
  const plain = parsePlain(text)
  if (plain) return { statements: plain }
  try {
    const script = parse(text)
    return { statements: script.commands, ...(script.errors?.[0] && { error: script.errors[0] }) }
  } catch {
    return undefined
  }
}
