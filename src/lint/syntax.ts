import type { Processor } from 'unified'
import { planSyntax } from '../parse/parse.ts'

/** Adds tables, task lists and front matter to a processor's parser; harmless beside remark-gfm and remark-frontmatter. */
export function addSyntax(processor: Processor): void {
  const data = processor.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  const syntax = planSyntax()
  ;(data.micromarkExtensions ??= []).push(...syntax.micromark)
  ;(data.fromMarkdownExtensions ??= []).push(...syntax.fromMarkdown)
}
