/** The command line's parser: the fast one where it answers, the reference otherwise. Both yield the same tree. */
import type { Root } from 'mdast'
import { parseFast } from './fast/index.ts'

/**
 * @param text The document without a byte order mark.
 * @returns The tree that `parsePlan` makes of it.
 */
export async function parseQuickly(text: string): Promise<Root> {
  return parseFast(text) ?? parseFully(text)
}

/** The reference parser, loaded when the first document needs it. */
export async function parseFully(text: string): Promise<Root> {
  return (await import('./parse.ts')).parsePlan(text)
}
