/** What the front end must agree with: the parser of remark with tables, task lists and YAML front matter. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

const extensions = [gfmTable(), gfmTaskListItem(), frontmatter(['yaml'])]
const mdastExtensions = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), frontmatterFromMarkdown(['yaml'])]

/** The tree of a document, with positions. */
export function parseReference(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions })
}
