/** Where remark-lint's comments meet a finding; apart from remark-lint itself, which few documents need. */
import type { Root } from 'mdast'
import type { Point, Position } from 'unist'
import type { Finding } from '../../types.ts'

/** Whether a text holds a comment that remark-lint obeys. */
export function hasLintComment(text: string): boolean {
  return /<!--\s{0,20}lint\s/.test(text)
}

/** Where remark-lint's comments end to reach: it drops what starts behind the last leaf of a tree, and a list or quote without anything in it is none. */
export function lastLeafEnd(tree: Root): number {
  let node: { children?: unknown[]; position?: Position | undefined } = tree
  while (node.children && node.children.length > 0) node = node.children[node.children.length - 1] as typeof node
  return (node.children ? node.position?.start.offset : node.position?.end.offset) ?? 0
}

/** The point by which comments are applied to a finding: its own; where remark-lint would not see that, the start of the last block, or the end of the text. */
export function controlPoint(finding: Finding, tree: Root, leafEnd: number): Point {
  const own = finding.place.start
  if (own.offset < leafEnd) return own
  const block = tree.children[tree.children.length - 1]?.position?.start
  return (block && block.offset! < leafEnd ? block : tree.position?.end) ?? own
}
