/** Sentences that say how many there are of what stands right below them: "Three places change:". */
import type { Span } from '../../outline/types.ts'
import type { CountPhrase } from './phrases.ts'
import { countPhrases } from './phrases.ts'
import { unmarked } from './said.ts'

/** How a sentence ends behind which a list is to come. */
const leading = /:[*_\s]{0,8}$/
const sentenceEnd = /[.!?;:][*_)]{0,3}\s/g
/** What else than the counted things may be listed: what they do, need, or what comes besides. */
const elsewhere =
  /(?:^|\s)(?:and|but|so|then|while|because|if|when|until|unless|or|by|not|only|each|every|e\.g\.|i\.e\.|such|like|including)(?:\s|$)/iu
const dangling =
  /(?:^|\s)(?:by|with|to|for|on|in|of|using|via|under|covering|including|testing|stating|verifying|must|should|can|could|will|may|verify|cover|ensure|include|includes|contain|contains|need|needs|require|requires|use|uses|have|has|do|does)$/iu
const belonging = /^(?:in|of|for|from|to|on|at|across|below|here|remaining|left|needed|required)(?:\s|$)/iu
const relative = /^(?:that|which)(?:\s+\S+){2}/iu
/** What may stand before the subject of a sentence. */
const opening = /^(?:the|these|those|our|its|all|there are|we have)?\s*$/iu

/**
 * The count by which a sentence leads over to a list.
 *
 * @param text - a paragraph as it stands in the source
 * @returns what is counted, by its place in the text; undefined where nothing surely is
 */
export function leadingCount(text: string): CountPhrase | undefined {
  const colon = leading.exec(text)
  if (!colon) return undefined
  const start = lastSentence(text, colon.index)
  const sentence = text.slice(start, colon.index)
  const [phrase, another] = countPhrases(sentence)
  if (!phrase || another || /\d/.test(without(sentence, phrase))) return undefined
  if (!mayLead(unmarked(sentence.slice(0, phrase.start)).trim(), unmarked(sentence.slice(phrase.end)).trim()))
    return undefined
  return { ...phrase, start: start + phrase.start, end: start + phrase.end }
}

function lastSentence(text: string, before: number): number {
  let start = 0
  for (const { 0: end, index } of text.matchAll(sentenceEnd)) if (index < before) start = index + end.length
  return start
}

function without(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(end)
}

/** Is it the counted things that are to be listed, and not what becomes of them? */
function mayLead(before: string, behind: string): boolean {
  const rest = behind.startsWith('(') && behind.endsWith(')') ? '' : behind
  if (rest === '') return !/[,(]\s*$/.test(before)
  if (rest.length > 100 || /[,;()]/.test(rest) || elsewhere.test(rest) || dangling.test(rest)) return false
  return opening.test(before) || belonging.test(rest) || relative.test(rest)
}
