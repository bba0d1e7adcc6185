import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { controlPoint, hasLintComment, lastLeafEnd } from './control-point.ts'
import type { Finding, FatalError } from '../../types.ts'

/**
 * Applies `<!--lint disable …-->`, `ignore` and `enable` by remark-lint itself.
 *
 * @returns The findings that stay, and a fatal error where a comment has a keyword that does not exist.
 */
export function silence(
  tree: Root,
  text: string,
  findings: Finding[]
): { findings: Finding[]; fatalErrors: FatalError[] } {
  if (findings.length === 0 || !hasLintComment(text)) return { findings, fatalErrors: [] }
  const file = new VFile({ value: text })
  const leafEnd = lastLeafEnd(tree)
  const byMessage = new Map<unknown, Finding>()
  for (const finding of findings) {
    const message = file.message(finding.message, { source: 'remark-lint', ruleId: finding.rule, place: finding.place })
    Object.assign(message, controlPoint(finding, tree, leafEnd))
    byMessage.set(message, finding)
  }
  const fatalErrors: FatalError[] = []
  try {
    unified().use(remarkLint).freeze().runSync(tree, file)
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number }
    fatalErrors.push({
      code: 'bad-comment',
      message: `Unusable lint comment: ${error instanceof Error ? error.message : String(error)}`,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column })
    })
  }
  return { findings: file.messages.flatMap(message => byMessage.get(message) ?? []), fatalErrors }
}
