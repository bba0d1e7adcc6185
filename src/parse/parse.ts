import type { Root } from 'mdast'
import type { Extension as MdastExtension, Options } from 'mdast-util-from-markdown'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

/** The syntax a plan needs on top of CommonMark: tables, task lists, YAML front matter. */
interface PlanSyntax {
  micromark: NonNullable<Options['extensions']>
  fromMarkdown: (MdastExtension | MdastExtension[])[]
}

/** Builds the syntax extensions anew (they hold no state, but unified wants its own list). */
export function planSyntax(): PlanSyntax {
  return {
    micromark: [gfmTable(), gfmTaskListItem(), frontmatter(['yaml'])],
    fromMarkdown: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), frontmatterFromMarkdown(['yaml'])]
  }
}

const startsMatter = /^---[ \t]*(?:\r|\n)/
const endsMatter = /[\r\n]---[ \t]*(?:\r|\n|$)/

let shared: PlanSyntax | undefined

/**
 * Parses a plan to mdast, as remark-parse does with tables, task lists and front matter.
 *
 * @param text The document without a byte order mark.
 * @returns Its tree, with positions (lines and columns 1-based, UTF-16).
 */
export function parsePlan(text: string): Root {
  shared ??= planSyntax()
  const { micromark } = shared
  // Front matter that never ends takes all lists and quotes of a document with it (micromark-extension-frontmatter#5): there it is a rule.
  const extensions = startsMatter.test(text) && !endsMatter.test(text) ? micromark.slice(0, -1) : micromark
  return fromMarkdown(text, { extensions, mdastExtensions: shared.fromMarkdown })
}
