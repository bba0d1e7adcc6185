import type { Demand } from '../profiles/schema.ts'
import type { Plan } from '../plan/bind-types.ts'
import { leadingDate } from '../outline/dates.ts'
import { explainsItself } from './demands.ts'
import type { Entry } from './entries.ts'
import { readNegative } from '../outline/negative.ts'
import { countWords } from '../outline/text.ts'

/** What every entry may have to say; the mark of a file is another thing. */
export type EntryDemand = Exclude<NonNullable<Demand['each']>, 'mark'>

/** Arrows, those included that a wrong decoding has made of them. */
const arrow = /→|⟶|⇒|➜|‚Üí|--?>|==?>/

/** Does an entry lack what every entry of its list must say? In doubt it does not. */
export function entryLacks(each: EntryDemand, entry: Entry, plan: Plan): boolean {
  const { text } = entry
  switch (each) {
    case 'date':
      return leadingDate(text) === undefined && !/^\[/.test(text) && !isUnderDate(entry, plan)
    case 'arrow':
      return !arrow.test(text) && !/[:—–,]|\bthen\b/.test(text)
    case 'outcome':
      return countOutcomes(entry) < 3
    case 'mitigation':
      return !mitigates(entry)
    case 'person':
      return !/@\w/.test(text)
    case 'path':
      return plan.content.codeSpans(entry.span).length === 0 && !/[\w-]\/[\w-]|\.\w{1,5}\b/.test(text)
    default:
      return entry.node
        ? !explainsItself(entry.node)
        : entry.cells
          ? [...entry.cells.values()].filter(cell => cell !== '').length < 2
          : countWords(text) < 3
  }
}

/** A dated title above the bullets dates each of them. */
function isUnderDate(entry: Entry, plan: Plan): boolean {
  const above = plan.outline.parts.filter(
    part => part.form !== 'document' && part.span.start < entry.span.start && part.span.end >= entry.span.end
  )
  return above.some(part => leadingDate(part.title) !== undefined)
}

/** "If X → action → result": a condition, what is done, what comes of it. Where arrows are used they count, elsewhere clauses do. */
function countOutcomes({ text, cells, node }: Entry): number {
  if (cells) return [...cells.values()].filter(cell => cell !== '').length
  const nested = node ? text.split('\n').filter(line => countWords(line) > 0).length : 1
  const pieces = text
    .split(arrow.test(text) ? /→|⟶|⇒|➜|‚Üí|--?>|==?>|;|\s[—–]\s/ : /[:;,→]\s|\s[—–]\s|\.\s|\bthen\b/)
    .filter(piece => countWords(piece) > 0)
  return Math.max(pieces.length, nested)
}

const counter =
  /\b(?:mitigat|prevent|detect|guarded|covered|caught|handled|protected|avoided|limited|capped|monitored|reviewed|roll(?:ed)?[ -]back|fall(?:s)?[ -]?back|revert)/i
const harmless = /^(?:none\b|no\b|nothing\b|not\b|n\/a\b|unchanged\b|does not\b|negligible\b)/i

/** Says a risk what is done about it: in a column, in so many words, or in a second clause? */
function mitigates({ text, cells }: Entry): boolean {
  if (cells) {
    const cell = [...cells].find(([title]) =>
      /^(?:mitigations?|response|counter ?measures?|safeguards?|how (?:it is|we) .+|handling|mitigation strategy)$/.test(
        title
      )
    )
    return cell === undefined || countWords(cell[1]) > 0
  }
  if (counter.test(text) || arrow.test(text)) return true
  const said = text.replace(/^[^:\n]{1,60}[:：]\s*/, '')
  if (harmless.test(said) || readNegative(said)) return true
  const clauses = said
    .split(/[.;?!]\s|\n|\s[—–-]\s|, so\b|\bso that\b|, but\b|\bbecause\b|, which\b/)
    .filter(clause => countWords(clause) >= 2)
  return clauses.length >= 2
}
