/** What the members of something are called. */

import { singularOf } from '../util/plural.ts'
import { blanksIn, insideOf } from './blanks.ts'

/** "Pros and Cons of the Options": what stands behind it is what there are several of. */
const several = /^.*\bof (?:the |all |our )?(?=\p{L})/iu
/** "Alternatives considered", "Options we looked at". */
const said =
  /^(?:considered|rejected|explored|evaluated|examined|discussed|proposed|planned|known|open|made|taken|that|which|we|you|i|to|for|in|by|with|from)$/
/** They end as nouns for several do, and are none. */
const single = /(?:ss|us|is|ics|ews)$/
/** Words that say of any noun the same. */
const general = new Set([
  'short',
  'brief',
  'full',
  'descriptive',
  'your',
  'the',
  'a',
  'an',
  'this',
  'its',
  'file',
  'display'
])

/** What the members of "Pros and Cons of the Options" are called: an option; of "Alternatives considered" an alternative, of "Risks and mitigations" a risk. */
export function memberOf(title: string): string {
  const words = [
    ...title
      .replace(/\([^()]*\)/g, '')
      .replace(several, '')
      .matchAll(/\p{L}+|[&/,]/gu)
  ].map(([word]) => word.toLowerCase())
  const end = words.findIndex((word, at) => at > 0 && (/^(?:and|or|&|\/|,)$/.test(word) || said.test(word)))
  const head = (end < 0 ? words : words.slice(0, end)).filter(word => /\p{L}/u.test(word))
  return singleOf(head.findLast(isSeveral) ?? head.at(-1) ?? '') || 'part'
}

const isSeveral = (word: string): boolean => word === 'criteria' || (word.endsWith('s') && !single.test(word))

function singleOf(word: string): string {
  if (word === 'criteria') return 'criterion'
  return single.test(word) ? word : singularOf(word)
}

/** What titles that are blanks call what they stand for: "[Alternative 1]", "{title of option 2}", "<Task group name>". */
export function nounOfBlanks(titles: readonly string[]): string | undefined {
  const [noun, ...others] = new Set(titles.map(nounIn))
  return others.length === 0 ? noun : undefined
}

function nounIn(title: string): string | undefined {
  const [blank] = blanksIn(title)
  if (!blank) return undefined
  const text = insideOf(blank.text).toLowerCase()
  const noun =
    /(\p{L}[\p{L}-]+)[ -](?:\d{1,2}|[a-z]|name|title)$/u.exec(text)?.[1] ??
    /^(?:(?:short |brief )?(?:name|title)) of (?:the |an? )?(\p{L}[\p{L}-]+)$/u.exec(text)?.[1]
  return noun === undefined || general.has(noun) ? undefined : noun
}
