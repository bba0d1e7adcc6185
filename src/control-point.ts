/** Where remark-lint's comments meet a finding; apart from remark-lint itself, which few documents need. */
import type { Root } from 'mdast'
import type { Finding } from './types.ts'

/** Whether a text holds a comment that remark-lint obeys. */
export function hasLintComment(text: string): boolean {
  return /<!--\s{0,20}lint\s/.test(text)
}

/** The last offset that remark-lint's comments reach: it drops what starts behind the last leaf of a tree. */
export function lastLeafEnd(tree: Root): number {
  let node: { children?: unknown[]; position?: { end: { offset?: number | undefined } } | undefined } = tree
  while (node.children && node.children.length > 0) node = node.children[node.children.length - 1] as typeof node
  return node.position?.end.offset ?? 0
}

/** The point by which comments are applied to a finding: its own, or the start of the last block where remark-lint would not see it. */
export function controlPoint(finding: Finding, tree: Root, leafEnd: number): { line: number; column: number } {
  if (finding.place.start.offset < leafEnd) return finding.place.start
  const block = tree.children[tree.children.length - 1]?.position?.start
  return block ?? finding.place.start
}
