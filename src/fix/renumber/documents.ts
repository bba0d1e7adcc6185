/** How texts name documents other than the plan. */

import { normalise } from '../../outline/text.ts'

/** What others write, and number the steps of. */
const kinds = new Set(
  'adr adrs appendix article articles blog book chapter checklist cookbook doc docs documentation epic gist guide guides guideline guidelines handbook howto instruction instructions issue jira manual manuals norm norms paper pep playbook playbooks policy prd procedure proposal protocol quickstart readme readmes recipe regulation regulations report rfc rfcs runbook runbooks skill spec specs specification standard standards template ticket tickets tutorial tutorials upstream walkthrough wiki wizard workflow'.split(
    ' '
  )
)

/** Words between which and "plan" no name stands: "this plan". */
const own = new Set(['this', 'the', 'our', 'same', 'entire', 'whole', 'current', 'a', 'and', 'or', 'to', 'we', 'i'])

/** The end of a document's path, a host, a well-known document, a link. */
const address =
  /:\/\/|\bwww\.|[\w-]\.(?:md|mdx|markdown|mdc|rst|adoc|org|txt|html?|pdf|docx?)\b|\b(?:README|CONTRIBUTING|CHANGELOG|AGENTS|CLAUDE)\b|\]\((?!#)|\]\[/i

/** "In Onboarding, Step 3": what follows is a name, unless it has a number of its own. */
const name =
  /(?<![\p{L}\p{N}])(?:[Ii]n|[Oo]f|[Ff]rom|[Pp]er|[Uu]nder|[Bb]y|[Ff]ollowing) (?:the )?(?:["“«[]|\p{Lu}\p{L}{1,40}(?![\p{L}]| \d))/u

/** A title in quotation marks or italics; italics before a colon are a label. */
const title = /["“«]\p{Lu}|(?<![*_\p{L}\p{N}])[*_]\p{Lu}[^*_:\n]{0,80}[*_](?![*_:])/u

/** "ISO 2812", and a year in parentheses: something that is published. */
const published = /(?<![\p{L}\p{N}])\p{Lu}{2,10} \d{2,6}(?![\p{L}\p{N}])|\((?:1[89]|20)\d\d[a-z]?[,;)]/u

const startOfAddress =
  /^[`*_<"“]{0,3}(?:\[[^\]]{1,120}\][([]|[a-z]{2,20}:\/\/|www\.|[\w.-]{1,80}\/|[\w-]{1,80}\.(?:md|mdx|markdown|mdc|rst|adoc|org|txt|html?|pdf|docx?)\b)/i

const ownDocument =
  /^(?:(?:this|our|the same) (?:plan|document|file|list|section)\b|the (?:plan|document)\b(?! ["“]?\d)|(?:above|below)\b)/i

/** Is there the path or the address of a document, or a link to one? */
export function hasAddress(text: string): boolean {
  return address.test(text)
}

/** Does a piece of a sentence speak of a document besides the plan? */
export function namesDocument(text: string): boolean {
  const words = wordsOf(text)
  return (
    hasAddress(text) ||
    name.test(text) ||
    title.test(text) ||
    published.test(text) ||
    words.some((word, index) => kinds.has(word) || isOther(words, index))
  )
}

/** Words of a lead-in that speaks of the plan's own units: "The steps, in order:". */
const ownUnits = /\b(?:steps?|phases?|tasks?|commits?|items?|milestones?|plan|here|we|our|this|these)\b/i

/** May what a paragraph leads in to be somebody else's: "The shipyard's list:"? */
function leadsElsewhere(text: string): boolean {
  const lead = text.trimEnd()
  return /[:：]$/.test(lead) && (!ownUnits.test(lead) || /\p{L}['’]s\b/u.test(lead) || namesDocument(lead))
}

/** Labels that plans have for what they say of their own units. */
const ownLabels =
  /^(?:depend(?:s|ency|encies|ent)(?: on)?|needs|requires|requirements?|prerequisites?|block(?:s|ed|ers?)(?: (?:by|on))?|waits (?:for|on)|after|before|follows|precedes|parallel|in parallel|order|sequence|critical path|status|progress|done|next|now|remaining|todo|note|notes|nb|important|warning|caution|risk|risks|mitigation|goal|files|actions|verify|verification|verified by|covers|covered by|see|see also|used by|owner|why|reason|rationale|outcome|output|input|result)$/i

/** May what stands before a colon be somebody whose steps are then told: "TLS handshake: Step 2 sends …"? */
export function introducesOther(text: string): boolean {
  const lead = normalise(text)
  return lead !== '' && !ownLabels.test(lead) && leadsElsewhere(`${lead}:`)
}

/** Does a text begin with a name of the plan itself: "this plan"? */
export function startsWithOwn(text: string): boolean {
  return ownDocument.test(text)
}

/** Does a text begin with a path, an address, a link, or a name of a document: "the deployment guide", "plan 001"? */
export function startsWithDocument(text: string): boolean {
  if (startOfAddress.test(text)) return true
  const words = wordsOf(/^[^.,;:()]{0,80}/.exec(text)![0]).slice(0, 5)
  return words.some((word, index) => kinds.has(word) || isOther(words, index))
}

/** Does a text end with the name of a document: "the RFC's", "plan 001"? */
export function endsWithDocument(text: string): boolean {
  const words = wordsOf(
    text
      .slice(-60)
      .split(/[.,;:()]/)
      .at(-1)!
  )
  return words.slice(-2).some(word => kinds.has(word)) || (words.length > 1 && isOther(words, words.length - 2))
}

/** "plan 001", "the other plan", "Anna's document"; not "this plan". */
function isOther(words: readonly string[], index: number): boolean {
  if (!/^(?:plans?|documents?)$/.test(words[index]!)) return false
  const [lead, next] = [words[index - 1], words[index + 1]]
  return /^\d/.test(next ?? '') || (lead !== undefined && !own.has(lead))
}

/** In lower case, without the apostrophe of a genitive. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []).map(word => word.replace(/['’]s?$/, ''))
}
