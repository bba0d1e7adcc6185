/** Files that the rows of a table name. */
import type { Table, TableCell } from 'mdast'
import { mentionOf, setAside, type Origin, type FileMention } from './mention.ts'
import type { Plan } from '../bind-types.ts'
import { countWords, normalise } from '../../outline/text.ts'
import { textOf, placeOf, spanOf } from '../../outline/nodes.ts'
import { readPhrase } from '../../files/change-words.ts'
import { readMark } from '../../files/marks.ts'
import { markWith } from '../../files/mark.ts'
import { renamesIn } from './renames.ts'
import { namesOfFiles } from './listed/names-of-files.ts'
import { listedFiles, plainFiles, type ListedFile } from './listed/listed-files.ts'

/** Rows of a table with a column of files; a column of actions gives the marks. */
export function addTableFiles(origin: Origin, table: Table, plan: Plan, into: FileMention[]): void {
  const [head, ...rows] = table.children
  const titles = head ? head.children.map(cell => normalise(textOf(cell))) : []
  const fileColumn = titles.findIndex(title => /^(?:(?:test )?files?|paths?|modules?|location)\b/.test(title))
  const actionColumn = titles.findIndex(isActionTitle)
  if (fileColumn < 0) return
  for (const row of rows) addRowFiles(origin, row.children[fileColumn], row.children[actionColumn], plan, into)
}

function addRowFiles(
  origin: Origin,
  cell: TableCell | undefined,
  action: TableCell | undefined,
  plan: Plan,
  into: FileMention[]
): void {
  if (!cell) return
  const mark = action ? readMark(textOf(action), 'cell') : undefined
  const written = mark && markWith(mark, { place: placeOf(action!) })
  const add = ({ ref, place, written: own, aside }: ListedFile): void => {
    const said = written ?? own
    into.push(setAside(mentionOf(origin, ref, place, said?.kind, said), aside))
  }
  const moves = mark?.kind === 'renamed' ? renamesIn(spanOf(cell), plan) : []
  for (const { old, now } of moves) {
    into.push({ ...mentionOf(origin, old.ref, old.place), isLeft: true })
    into.push({ ...mentionOf(origin, now.ref, now.place, 'renamed', now.written), isWritten: true })
  }
  if (moves.length > 0) return
  const span = spanOf(cell)
  if (plan.content.has('inlineCode', span))
    for (const file of listedFiles(namesOfFiles(span, true, plan), span, true, plan)) add(file)
  else for (const file of plainFiles(textOf(cell), placeOf(cell))) add(file)
}

/** Is a column called so that it says what is done to a file? */
export function isActionTitle(title: string): boolean {
  return /^(?:actions?|change(?: type)?|type|operation|status)$/.test(title)
}

/** Does a cell say of a file what it is for or what changes in it, and not only that something does? Where that is asked, two words say more. */
export function saysOfFile(title: string, text: string): boolean {
  const bare = text.replace(/[()<>[\]*_`]/g, '').trim()
  const rest = readPhrase(bare)?.rest ?? bare
  return isActionTitle(title) ? countWords(rest) > 1 : /\p{L}/u.test(rest) && !/^n\/?a$/i.test(rest)
}
