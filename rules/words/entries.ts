import type { EntryDemand } from '../../src/checks/demands/entry-demands.ts'

interface EntryWords {
  /** What an entry lacks. */
  name: string
  help: string
  /** The help of a row, where it is another one. */
  inRow?: string
  /** What is said once of a list that lacks it everywhere. */
  inAll?: string
}

/** What every entry of a list must say, and how it is made to say it: in sentences, since a sample would be taken over as it is. */
export const entryWords: Readonly<Record<EntryDemand, EntryWords>> = {
  date: {
    name: 'date',
    help: 'Write the date in it: YYYY-MM-DD',
    inAll: 'Write in each entry its date: YYYY-MM-DD',
    inRow: 'Write the date in a cell of its own: YYYY-MM-DD'
  },
  stamp: {
    name: 'date',
    help: 'Begin it with the date: "YYYY-MM-DD: …"',
    inAll: 'Begin each entry with its date: "YYYY-MM-DD: …"',
    inRow: 'Write the date in a cell of its own: YYYY-MM-DD'
  },
  rationale: { name: 'reason', help: 'Say why behind the name, after a colon', inRow: 'Say why in another cell' },
  context: {
    name: 'context',
    help: 'Say behind the name, after a colon, what is known of it',
    inRow: 'Say in another cell what is known of it'
  },
  person: {
    name: 'person to ask',
    help: 'Name whom to ask behind it, with an @ before the name',
    inRow: 'Name whom to ask in another cell, with an @ before the name'
  },
  mitigation: { name: 'mitigation', help: 'Say behind it, after an arrow (→), what is done about it' },
  path: { name: 'file path', help: 'Name the file by its path, in backticks' },
  arrow: { name: 'consequence (→)', help: 'Say behind it, after an arrow (→), what follows from it' },
  outcome: {
    name: 'action or result',
    help: 'Write all three of it, with arrows (→) between: the case, what is done, what comes of it'
  },
  description: {
    name: 'description',
    help: 'Say behind the name, after a colon, what it is for',
    inRow: 'Say in another cell what it is for'
  }
}

/** How all entries of a list are. */
export function allHelp(each: EntryDemand): string {
  const { help, inAll = help } = entryWords[each]
  return inAll
}

/** How an entry is made to say what it lacks. */
export function entryHelp(each: EntryDemand, isRow: boolean): string {
  const { help, inRow = help } = entryWords[each]
  return isRow ? inRow : help
}
