import type { Table } from 'mdast'
import type { BoundSection, Plan } from '../../plan/bind-types.ts'
import { bodySpan } from '../../plan/bind.ts'
import type { FileMention, MentionRole } from '../../plan/files/mention.ts'
import { filesOf } from '../../plan/files/mentions.ts'
import { isActionTitle } from '../../plan/files/table-files.ts'
import type { Mark } from '../../files/mark.ts'
import { isLeftAlone, type MarkKind } from '../../files/change-vocabulary.ts'
import { spanOf, startOf, textOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Fix } from '../../types.ts'
import { todo } from '../skeletons/blanks.ts'
import { ownMark } from './own-marks.ts'
import type { Deed } from './own-marks.ts'
import { entrySkeleton } from '../skeletons/skeleton.ts'
import { endOfText, withBreaks } from '../text.ts'

/** A file, and what is done to it. */
export type Added = Pick<FileMention, 'path' | 'mark'> & { written?: Pick<Mark, 'from'> }

/**
 * Adds a file that is named elsewhere to the overview of files or to the table of files, with what is to be written of it left open. Only offered: which of
 * the two places is wrong nobody but the author knows.
 */
export function addFile(mention: Added, where: MentionRole, plan: Plan): Fix[] {
  const section = plan.allSections.find(each => each.spec.files === where && each.part && each.state === 'filled')
  if (!section || /[`|<>[\]\r\n]/.test(mention.path)) return []
  return where === 'overview'
    ? addEntry(mention, section, plan)
    : where === 'table'
      ? addRow(mention, section, plan)
      : []
}

/** Behind the last entry, at the level of the others. */
function addEntry(added: Added, section: BoundSection, plan: Plan): Fix[] {
  const last = section.units.at(-1)
  if (last?.part.form !== 'heading') return []
  const { source } = plan.outline
  const at = endOfText(source, last.span.start, last.span.end)
  return [
    {
      title: `Add an entry for ${added.path}`,
      safe: false,
      edits: [
        {
          start: at,
          end: at,
          text: withBreaks(
            `\n\n${entrySkeleton(added.path, last.part.level, markBehind(added, section, plan))}`,
            source
          )
        }
      ]
    }
  ]
}

/** As the other entries have it: nothing where most have none. */
function markBehind(added: Added, section: BoundSection, plan: Plan): string {
  const entries = filesOf(plan)
    .by('overview')
    .filter(mention => mention.section === section)
  const written = entries.flatMap(mention => mention.written ?? [])
  const deed = deedOf(added)
  return deed && written.length * 2 > entries.length ? ` ${ownMark(deed, written, 'paren')}` : ''
}

function deedOf({ mark, written }: Added): Deed | undefined {
  if (mark === undefined || mark === 'unknown' || isLeftAlone(mark)) return undefined
  return { kind: mark, ...(written?.from === undefined ? {} : { from: written.from }) }
}

const verbs: Record<MarkKind, string | undefined> = {
  new: 'Create',
  modified: 'Modify',
  deleted: 'Delete',
  renamed: 'Rename',
  existing: undefined,
  unchanged: undefined
}

/** The verb of the table's own rows where they have one for that kind. */
function verbFor(added: Added, section: BoundSection, plan: Plan): string | undefined {
  const deed = deedOf(added)
  const rows = filesOf(plan)
    .by('table')
    .filter(mention => mention.section === section)
    .flatMap(mention => mention.written ?? [])
  if (!deed) return undefined
  return rows.length === 0 ? verbs[deed.kind] : ownMark(deed, rows, 'cell')
}

function addRow(added: Added, section: BoundSection, plan: Plan): Fix[] {
  const { source, lines } = plan.outline
  const table = plan.content.tables(bodySpan(section)).find(each => fileColumn(each) >= 0)
  const head = table?.children[0]
  const last = table?.children.at(-1)
  if (!table || !head || !last) return []
  const column = fileColumn(table)
  const verb = verbFor(added, section, plan)
  // Of several that may say it ("Action", "Status"), the first does.
  const action = head.children.findIndex(cell => isActionTitle(normalise(textOf(cell))))
  const cells = head.children.map((cell, index) => {
    if (index === column) return `\`${added.path}\``
    return index === action && verb ? verb : todo(textOf(cell))
  })
  const at = spanOf(last).end
  const start = lines.startOf(lines.pointAt(startOf(last)).line)
  const prefix = source.slice(start, startOf(last))
  return [
    {
      title: `Add a row for ${added.path}`,
      safe: false,
      edits: [{ start: at, end: at, text: withBreaks(`\n${prefix}| ${cells.join(' | ')} |`, source) }]
    }
  ]
}

function fileColumn(table: Table): number {
  return (table.children[0]?.children ?? []).findIndex(cell => /^(?:files?|paths?)\b/.test(normalise(textOf(cell))))
}
