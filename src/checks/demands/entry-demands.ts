import type { Demand } from '../../profiles/schema.ts'
import type { Plan } from '../../plan/bind-types.ts'
import { findDate, leadingDate } from '../../outline/dates.ts'
import { explainsItself, isOnlyNamed } from './demands.ts'
import type { Entry } from './entries.ts'
import { changeWords } from '../../files/change-vocabulary.ts'
import { textOf } from '../../outline/nodes.ts'
import { isBareDenial, readNegative } from '../../outline/negative.ts'
import { countWords, normalise } from '../../outline/text.ts'
import { readPath } from '../../files/paths.ts'
import { saysOfFile } from '../../plan/files/table-files.ts'
import { namesPlace } from '../../plan/files/names-place.ts'

/** What every entry may have to say; the mark of a file is another thing. */
export type EntryDemand = Exclude<NonNullable<Demand['each']>, 'mark'>

/** Arrows, those included that a wrong decoding has made of them. */
const arrow = /→|⟶|⇒|➜|‚Üí|--?>|==?>/

/** Does an entry lack what every entry of its list must say? In doubt it does not. */
export function entryLacks(each: EntryDemand, entry: Entry, plan: Plan): boolean {
  const { text } = entry
  switch (each) {
    case 'date':
      return findDate(text) === undefined && !isDatedOtherwise(entry, plan)
    case 'stamp':
      return leadingDate(text) === undefined && !isDatedOtherwise(entry, plan)
    case 'arrow':
      return !arrow.test(text) && !/[:—–,]|\bthen\b/.test(text)
    case 'outcome':
      return countOutcomes(entry) < 3
    case 'mitigation':
      return !mitigates(entry)
    case 'person':
      return !/@\w/.test(text) && !namesInColumn(entry)
    case 'path':
      return !namesPlace(entry.span, plan)
    case 'description':
      return !describes(entry)
    case 'rationale':
      return isNameAlone(entry) || !explains(entry)
    default:
      return !explains(entry)
  }
}

const explains = (entry: Entry): boolean => (entry.node ? explainsItself(entry.node) : saysMore(entry))

/** One short line that goes on behind no name that is set apart. */
function isNameAlone({ node }: Entry): boolean {
  const [first, ...others] = node?.children ?? []
  if (others.length > 0 || first?.type !== 'paragraph' || first.children[0]?.type !== 'text') return false
  const text = textOf(first).trim()
  return countWords(text) < 9 && isOnlyNamed(text)
}

/** Is there a name in a column of names? */
function namesInColumn({ cells = new Map<string, string>() }: Entry): boolean {
  return [...cells].some(([title, text]) => text !== '' && ofPeople.test(title))
}

const ofPeople =
  /\b(?:who|whom|owners?|person|people|names?|assignees?|authors?|reviewers?|approvers?|deciders?|contacts?)\b/

/** Is there more than a name in a row, a label or a title with what stands below it? */
function saysMore({ text, cells }: Entry): boolean {
  return cells ? [...cells.values()].filter(cell => cell !== '').length >= 2 : countWords(text) >= 3
}

/** Does an entry say of a file what it is for or what changes in it? One word will do, if it isn't but the mark once more: "retries", not "(new)". */
function describes(entry: Entry): boolean {
  if (entry.cells) return [...entry.cells].some(([title, text]) => !isFile(text) && saysOfFile(title, text))
  if (!entry.node) return saysMore(entry)
  if (entry.node.children.length > 1) return true
  const first = entry.node.children[0]
  const name = first?.type === 'paragraph' ? first.children[0] : undefined
  const named = name?.type === 'strong' || name?.type === 'inlineCode' ? textOf(name) : /^\S*/.exec(entry.text)![0]
  const said = entry.text.slice(named.length)
  if (/[\u3040-\u9fff]/.test(said)) return true
  const words = normalise(said).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length > 1 || words.some(word => !changeWords.has(word))
}

const isFile = (text: string): boolean => readPath(text.split(/[ ,(]/, 1)[0]!) !== undefined

/** A cell of its own dates a row, a dated title above the bullets each of them; a bracket is left to be filled in. */
function isDatedOtherwise({ text, cells, span }: Entry, plan: Plan): boolean {
  if ([...(cells?.values() ?? [])].some(cell => leadingDate(cell) !== undefined) || text.startsWith('[')) return true
  const above = plan.outline.parts.filter(
    part => part.form !== 'document' && part.span.start < span.start && part.span.end >= span.end
  )
  return above.some(part => leadingDate(part.title) !== undefined)
}

/**
 * "If X → action → result": a condition, what is done, what comes of it. Where arrows are used they part it, with the ends of sentences, "then" and "so";
 * elsewhere clauses do.
 */
function countOutcomes({ text, cells, node }: Entry): number {
  if (cells) return [...cells.values()].filter(cell => cell !== '').length
  const nested = node ? text.split('\n').filter(line => countWords(line) > 0).length : 1
  const first = arrow.exec(text)
  const pieces = first
    ? [text.slice(0, first.index), ...text.slice(first.index).split(behindArrow)]
    : text.split(byClauses)
  return Math.max(pieces.filter(piece => countWords(piece) > 0).length, nested)
}

const behindArrow = /→|⟶|⇒|➜|‚Üí|--?>|==?>|;|[:.]\s|\s[—–]\s|,\s(?:and )?(?:then|so)\b/
const byClauses = /[:;,→]\s|\s[—–]\s|\.\s|\bthen\b/

const counter =
  /\b(?:mitigat|prevent|detect|guarded|covered|caught|handled|protected|avoided|limited|capped|monitored|reviewed|roll(?:ed)?[ -]back|fall(?:s)?[ -]?back|revert)/i
const harmless = /^(?:none\b|no\b|nothing\b|not\b|n\/a\b|unchanged\b|does not\b|negligible\b)/i
/** What is done about a risk, as an order at the head of a clause. */
const order =
  /^(?:(?:we|they|it|the team) )?(?:add|alert|archive|back|batch|benchmark|block|cache|check|compare|copy|deny|disable|document|encrypt|enforce|ensure|escape|feature|freeze|gate|index|isolate|keep|limit|lock|log|measure|monitor|never|only|paginate|pause|pin|poll|profile|queue|raise|reject|rename|repeat|restore|retry|review|roll|rotate|run|sanitise|sanitize|save|ship|split|start|stop|stream|switch|test|throttle|track|train|use|validate|verify|wait|warn|watch|write)s?\b/i
/** A clause that says what may go wrong. */
const harm = /\b(?:may|might|could)\b/i

/** Says a risk what is done about it: in a column, in so many words, as an order, or in a second clause? */
function mitigates({ text, cells }: Entry): boolean {
  if (cells) {
    const cell = [...cells].find(([title]) =>
      /^(?:mitigations?|response|counter ?measures?|safeguards?|how (?:it is|we) .+|handling|mitigation strategy)$/.test(
        title
      )
    )
    return cell === undefined || countWords(cell[1]) > 0
  }
  const answer = text.split(arrow).at(-1)!
  if (answer !== text && isBareDenial(answer)) return false
  if (counter.test(text) || arrow.test(text)) return true
  const said = text.replace(/^[^:\n]{1,60}[:：]\s*/, '')
  if (harmless.test(said) || readNegative(said)) return true
  if (said !== text && countWords(said) >= 2 && (order.test(said) || (isRisk(text) && !harm.test(said)))) return true
  const clauses = said
    .split(/[.;?!]\s|\n|\s[—–-]\s|, so\b|\bso that\b|, but\b|\bbecause\b|, which\b/)
    .filter(clause => countWords(clause) >= 2)
  return clauses.length >= 2
}

/** Is the name before the colon the risk itself ("Two clocks drift: …"), not a kind of risk ("Performance: …", "Regression Risk: …") whose risk follows? */
function isRisk(text: string): boolean {
  const name = text.slice(0, text.search(/[:：]/))
  return countWords(name) > 1 && !/\brisks?\s*$/i.test(name)
}
