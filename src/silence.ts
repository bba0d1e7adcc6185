import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { Finding, Trouble } from './types.ts'

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

/**
 * Applies `<!--lint disable …-->`, `ignore` and `enable` by remark-lint itself.
 *
 * @returns The findings that stay, and trouble where a comment has a keyword that does not exist.
 */
export function silence(tree: Root, text: string, findings: Finding[]): { findings: Finding[]; troubles: Trouble[] } {
  if (findings.length === 0 || !/<!--\s{0,20}lint\s/.test(text)) return { findings, troubles: [] }
  const file = new VFile({ value: text })
  const leafEnd = lastLeafEnd(tree)
  const byMessage = new Map<unknown, Finding>()
  for (const finding of findings) {
    const message = file.message(finding.message, { source: 'remark-lint', ruleId: finding.rule, place: finding.place })
    Object.assign(message, controlPoint(finding, tree, leafEnd))
    byMessage.set(message, finding)
  }
  const troubles: Trouble[] = []
  try {
    unified().use(remarkLint).freeze().runSync(tree, file)
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number }
    troubles.push({
      code: 'bad-comment', message: `Unusable lint comment: ${error instanceof Error ? error.message : String(error)}`,
      ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column })
    })
  }
  return { findings: file.messages.flatMap(message => byMessage.get(message) ?? []), troubles }
}
