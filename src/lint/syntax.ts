import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import type { Processor } from 'unified'
import { planSyntax } from '../parse/parse.ts'

/**
 * Adds tables, task lists and front matter to a processor; harmless beside remark-gfm and remark-frontmatter. Its compiler learns them as its parser does:
 * `remark PLAN.md` writes the document, and so does every host that formats.
 */
export function addSyntax(processor: Processor): void {
  const data = processor.data() as Record<`${'micromark' | 'fromMarkdown' | 'toMarkdown'}Extensions`, unknown[]>
  const syntax = planSyntax()
  ;(data.micromarkExtensions ??= []).push(...syntax.micromark)
  ;(data.fromMarkdownExtensions ??= []).push(...syntax.fromMarkdown)
  ;(data.toMarkdownExtensions ??= []).push(
    frontmatterToMarkdown(['yaml']),
    gfmTableToMarkdown(),
    gfmTaskListItemToMarkdown()
  )
}
