/** What a template says of whether a part of it is needed. */

/** `why`: its words. */
export interface Obligation {
  isOptional: boolean
  why: string
}

/** Words that make a part optional, as templates have them. */
const optional: readonly RegExp[] = [
  /\boptional\b/i,
  /\bif (?:applicable|needed|necessary|relevant|any|there (?:is|are)|one exists)\b/i,
  /\b(?:when|where) (?:applicable|needed|relevant)\b/i,
  /\bas needed\b/i,
  /\bfeel free to (?:remove|delete|omit)\b/i,
  // Not "delete the rest": what is left of a choice is needed. Not "delete this comment": that is the template's own.
  /\b(?:remove|delete|omit|skip|drop) (?:it(?! (?:after|before|once|when)\b)|section|if|(?:this|the)(?! (?:[a-z]{1,12} )?(?:comments?|examples?|guidance|hints?|instructions?|lines?|notes?|others?|placeholders?|quotes?|rest|rows?|samples?|template|text)\b))\b/i,
  /\b(?:include|keep|fill(?: in)?|use) (?:this section |this )?(?:only )?(?:if|when)\b/i,
  /\bonly (?:if|when|for)\b/i,
  /(?:\bnot|n't) required\b/i,
  /\bleave (?:this |it )?empty\b/i
]
const mandatory = /\b(?:mandatory|required|must be (?:filled|present|completed))\b/i
/** "It is not optional": of a negation nothing is concluded. */
const denied = /\bnot optional\b|\bnon-optional\b/i

/**
 * @param whole a qualifier of a title, a comment, an instruction
 * @returns undefined where it says nothing of it
 */
export function needIn(whole: string): Obligation | undefined {
  const text = withoutGeneral(whole)
  if (denied.test(text)) return { isOptional: false, why: quoted(denied.exec(text)![0]) }
  const yes = firstOf(optional, text)
  if (yes) return { isOptional: true, why: quoted(yes[0]) }
  const no = mandatory.exec(text)
  return no ? { isOptional: false, why: quoted(no[0]) } : undefined
}

/** A template's word for what it is made of, one of them or several. */
const single = /\b(?:section|heading|chapter)\b/i
const several = /\b(?:sections|headings|chapters)\b/i
/** Before it: which ones are meant, and that it is none in particular. */
const anyOne = /\b(?:all|any|each|either|every|no|whichever)(?: [\w'-]{1,20}){0,2} (?:section|heading|chapter)\b/i
const thisOne = /\b(?:this|the following|the next)(?: [\w'-]{1,20}){0,2} (?:section|heading|chapter)\b/i

/** "Every section is needed unless it says optional": what is said of sections in general is said of none. */
function withoutGeneral(text: string): string {
  if (!single.test(text) && !several.test(text)) return text
  return (text.match(/[^.!?]+[.!?]*/g) ?? []).filter(sentence => !isGeneral(sentence)).join('')
}

function isGeneral(sentence: string): boolean {
  return anyOne.test(sentence) || (several.test(sentence) && !thisOne.test(sentence))
}

/** "Pick one of these": of several only some stay in a plan. */
export function offersChoice(text: string): boolean {
  return /\b(?:pick|choose|select|keep|tick|check) (?:only )?one\b|\bdelete (?:the (?:rest|others)|what does not apply)\b/i.test(
    text
  )
}

/** The words that stand first in a text, of several. */
function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  const found = patterns.map(pattern => pattern.exec(text)).filter(each => each !== null)
  return found.sort((a, b) => a.index - b.index)[0]
}

/** What stands in parentheses behind a name may be nothing but the condition: "(if user-facing)". */
export function needOfQualifier(text: string): Obligation | undefined {
  const found = needIn(text)
  if (found) return found
  const [condition] = /^\W{0,6}(?:only )?(?:after|as soon as|if|once|unless|when|where) \w[^()]{0,60}/i.exec(text) ?? []
  return condition === undefined ? undefined : { isOptional: true, why: quoted(condition.replace(/^\W+/, '')) }
}

/** What is put off. */
const later =
  /\blater\b|\bwill (?:be|contain|have|hold|link|list)\b|\bto be (?:added|completed|filled(?: in)?|written) (?:after|at|by the end|once|when)\b/i

/** "(will hold links to the changes)", "(find one later)": what a plan has only once it goes on. */
export function needLater(text: string): Obligation | undefined {
  const [words] = later.exec(text) ?? []
  return words === undefined ? undefined : { isOptional: true, why: quoted(words) }
}

const quoted = (words: string): string => `it says "${words}"`
