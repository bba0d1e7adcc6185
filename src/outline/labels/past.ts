/** Labels and titles that speak of what has happened, by their words: a date under them has come. Of all others nothing is said. */

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What was done. None that also stands for what is planned, as "planned", "agreed", "released". */
const done = wordsOf(`
  abandoned accepted added amended answered approved archived audited authored begun changed checked closed completed created decided declined detected
  discovered documented drafted edited entered filed finished fixed generated happened introduced investigated logged measured merged modified noted observed
  occurred opened raised ratified received recorded registered rejected reported resolved reviewed revised signed started submitted superseded tested updated
  verified withdrawn written
`)
/** Acts of which the last one has been. */
const acts = wordsOf(
  'audit change check drill edit modification rehearsal review revision sync test update verification'
)
/** What there is only once it has been. */
const beginnings = wordsOf('creation incident outage')
/** Words that leave it at that: "Date created", "Last updated on", "When it was opened". */
const beside = wordsOf(
  'a an and at date dates day first initially it last most of on or originally recently the this time timestamp was when'
)
/** Parts of a document that hold what has been, entry by entry. */
const records = wordsOf('changelog diary history journal log logbook logs progress record records')

/** @returns the words of a name, in small letters: `date_created`, "dateCreated" and "Date created" are the same */
function wordsIn(name: string): string[] {
  return (
    name
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}

/** Does a label speak of what has happened, and of nothing else: "Created", "Last updated", "Date of the incident"? "Review by" and "Approved budget until" do not. */
export function speaksOfPast(label: string): boolean {
  const words = wordsIn(label)
  const isPast = (word: string): boolean =>
    done.has(word) || beginnings.has(word) || (acts.has(word) && words.includes('last'))
  return words.some(isPast) && words.every(word => isPast(word) || beside.has(word))
}

/** "Date", alone: of a document, the day that it is from. */
export function isOwnDate(label: string): boolean {
  return wordsIn(label).join(' ') === 'date'
}

/** Does a title say that below it stands what has been: "Change Log", "Progress"? */
export function namesRecord(title: string): boolean {
  return speaksOfPast(title) || wordsIn(title).some(word => records.has(word))
}
