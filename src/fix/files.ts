import type { Table } from 'mdast'
import type { BoundSection, Plan } from '../plan/bind-types.ts'
import { bodySpan } from '../plan/bind.ts'
import type { FileMention, MentionRole } from '../plan/files/mentions.ts'
import { spanOf, startOf, textOf } from '../outline/nodes.ts'
import { normalise } from '../outline/text.ts'
import type { Fix } from '../types.ts'
import { todo } from './blanks.ts'
import { entrySkeleton } from './skeleton.ts'
import { endOfText, withBreaks } from './text.ts'

/**
 * Adds a file that is named elsewhere to the overview of files or to the table of files, with what is to be written of it left open. Only offered: which of
 * the two places is wrong nobody but the author knows.
 */
export function addFile(mention: FileMention, where: MentionRole, plan: Plan): Fix[] {
  const section = plan.allSections.find(each => each.spec.files === where && each.part && each.state === 'filled')
  if (!section || /[`|<>[\]\r\n]/.test(mention.path)) return []
  return where === 'overview'
    ? addEntry(mention, section, plan)
    : where === 'table'
      ? addRow(mention, section, plan)
      : []
}

/** Behind the last entry, at the level of the others. */
function addEntry({ path }: FileMention, section: BoundSection, plan: Plan): Fix[] {
  const last = section.units.at(-1)
  if (last?.part.form !== 'heading') return []
  const { source } = plan.outline
  const at = endOfText(source, last.span.start, last.span.end)
  return [
    {
      title: `Add an entry for ${path}`,
      safe: false,
      edits: [{ start: at, end: at, text: withBreaks(`\n\n${entrySkeleton(path, last.part.level)}`, source) }]
    }
  ]
}

const verbs: Partial<Record<NonNullable<FileMention['mark']>, string>> = {
  new: 'Create',
  modified: 'Modify',
  deleted: 'Delete',
  renamed: 'Rename'
}

function addRow({ path, mark }: FileMention, section: BoundSection, plan: Plan): Fix[] {
  const { source, lines } = plan.outline
  const table = plan.content.tables(bodySpan(section)).find(each => fileColumn(each) >= 0)
  const head = table?.children[0]
  const last = table?.children.at(-1)
  if (!table || !head || !last) return []
  const column = fileColumn(table)
  const cells = head.children.map((cell, index) => {
    if (index === column) return `\`${path}\``
    const verb = mark === undefined || mark === 'unknown' ? undefined : verbs[mark]
    return /^(?:action|change)/.test(normalise(textOf(cell))) && verb ? verb : todo(textOf(cell))
  })
  const at = spanOf(last).end
  const start = lines.startOf(lines.pointAt(startOf(last)).line)
  const prefix = source.slice(start, startOf(last))
  return [
    {
      title: `Add a row for ${path}`,
      safe: false,
      edits: [{ start: at, end: at, text: withBreaks(`\n${prefix}| ${cells.join(' | ')} |`, source) }]
    }
  ]
}

function fileColumn(table: Table): number {
  return (table.children[0]?.children ?? []).findIndex(cell => /^(?:files?|paths?)\b/.test(normalise(textOf(cell))))
}
