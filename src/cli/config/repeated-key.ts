import type { JsonMember, JsonNode } from './json-tree.ts'
import { parseJsonTree } from './json-tree.ts'

/**
 * The first key of an object that an earlier one has, too.
 *
 * @param text valid JSON
 * @param within the key at the top that alone is looked into; everything otherwise
 */
export function repeatedKey(text: string, within?: string): JsonMember | undefined {
  const root = treeOf(text)
  const meant = within === undefined ? root : root?.members?.find(({ key }) => key === within)?.node
  return meant && repeatedIn(meant)
}

function repeatedIn({ members = [], items = [] }: JsonNode): JsonMember | undefined {
  const seen = new Set<string>()
  for (const member of members) {
    if (seen.has(member.key)) return member
    seen.add(member.key)
    const inner = repeatedIn(member.node)
    if (inner) return inner
  }
  for (const item of items) {
    const inner = repeatedIn(item)
    if (inner) return inner
  }
  return undefined
}

/** @returns undefined for what is nested too deeply to be a configuration */
function treeOf(text: string): JsonNode | undefined {
  try {
    return parseJsonTree(text)
  } catch {
    return undefined
  }
}
