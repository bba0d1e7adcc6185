/** Where a key stands in a file of JSON or YAML. */

/** 1-based. */
export interface At {
  line: number
  column: number
}

/**
 * @param text JSON or YAML
 * @param keys that lead to the place
 * @returns the place of the last key that is there, and how many of the keys are
 */
export async function locateKeys(text: string, keys: readonly (string | number)[]): Promise<At & { depth: number }> {
  const { LineCounter, isNode, isPair, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents
  let offset = 0
  let depth = 0
  for (const key of keys) {
    const { items } = (node ?? {}) as { items?: unknown[] }
    const found = typeof key === 'number' ? items?.[key] : items?.find(item => isPair(item) && String(item.key) === key)
    if (found === undefined) break
    const [at, value] = isPair(found) ? [found.key, found.value] : [found, found]
    offset = (isNode(at) ? at.range?.[0] : undefined) ?? offset
    node = value
    depth++
  }
  const { line, col } = lines.linePos(offset)
  return { line, column: col, depth }
}
