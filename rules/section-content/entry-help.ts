import type { EntryDemand } from '../../src/checks/entry-demands.ts'

/** How an entry is made to say what every entry of its list must say: each form stands as it is accepted. */
export const entryHelp: Readonly<Record<EntryDemand, string>> = {
  date: 'Begin it with the date: "2025-03-31: …"',
  rationale: 'Say why behind the name, in a few words: "name: the reason for it"',
  context: 'Say behind the name, in a few words, what is known of it: "name: the context of it"',
  person: 'Name whom to ask behind it: "— @name"',
  mitigation: 'Say behind it what is done about it: "the risk → what is done"',
  path: 'Name the file in backticks: "`src/a-file.ts`"',
  arrow: 'Say behind it what follows from it: "cause → consequence"',
  outcome: 'Write all three of it: "If … → action → result"',
  description: 'Say behind the name, in a few words, what it is for: "name: what it is for"'
}
