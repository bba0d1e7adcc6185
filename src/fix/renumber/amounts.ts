/** Words by which a number surely counts or names something else than a unit of the plan. */

import { trimChars } from '../../outline/text.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What is measured and counted, by words that are no verbs. */
const measures = set(
  'percent percentage degrees pixel pixels px pt em rem cm mm km metre metres meter meters inch inches feet mile miles kg gram grams litre litres byte bytes kb mb gb tb kib mib gib bit bits ms millisecond milliseconds second seconds sec secs minute minutes min mins hour hours hr hrs day days weekday weekdays night nights week weeks month months quarter quarters year years decade decades january february march april may june july august september october november december am pm o’clock hz khz mhz ghz fps rpm cpu cpus core cores thread threads worker workers replica replicas node nodes pod pods instance instances server servers machine machines user users person persons people developer developers engineer engineers reviewer reviewers team teams customer customers euro euros dollar dollars eur usd digit digits character characters letter letters word words sentence sentences paragraph paragraphs column columns row rows cell cells section sections chapter chapters page pages option options alternative alternatives endpoint endpoints route routes module modules class classes method methods function functions argument arguments parameter parameters variable variables constant constants component components package packages dependency dependencies library libraries service services repository repositories branch branches folder folders directory directories byte image images icon icons colour colours color colors entry entries item items element elements record records event events message messages error errors warning warnings bug bugs issue issues ticket tickets attempt attempts retry retries time times level levels layer layers tier tiers dimension dimensions space spaces tab tabs bracket brackets decimal decimals trials studies people copies kinds types ways places cases examples scenarios questions answers requirements assertions fixtures snapshots migrations'
)

/** Such words that are verbs as well: "4 tests" counts where something leads in to it. */
const verbal = set(
  'file files line lines test tests change changes check checks point points run runs build builds call calls request requests commit commits step steps phase phases task tasks part parts table tables field fields key keys value values query queries job jobs return returns use uses use plan plans note notes review reviews release releases deploy deploys command commands script scripts box boxes set sets list lists'
)

/** What leads in to an amount. */
const leadIns = set(
  'the all these those its their has have with of about some only over than first last other next least most exactly around adds add takes take in across'
)

/** What is numbered besides units: "Figure 4", "port 4". */
const numbered = set(
  'alternative option approach figure fig table chapter appendix section sections version v port line lines page pages level levels node python java ruby php go django react vue angular svelte next nuxt vite eslint typescript kotlin swift rust postgres postgresql mysql sqlite redis ubuntu debian fedora macos ios android windows chrome firefox http tls rfc adr pep issue issues pr ticket bug release round tier priority severity exit exits code status rule column columns row rows question risk decision week day month quarter year q sprint iteration sigma heading headings depth rank layer layers component requirement criterion scenario utf ecma es gpt'
)

/** Words that units of plans are counted with: in a plan that has none of these, somebody may call its units so. */
const unitWords = set('step task phase stage milestone commit item part story checkpoint sprint iteration')

const joiner = /^\s*(?:,|,? ?(?:and|or)|to|–|-|&|×|x|by)\s*\d+(?:\.\d+)?/

/**
 * Does a number with spaces around it count things: "4 hours", "4–5 days", "with 4 tests"?
 *
 * @param before what stands in front of it, in its block
 * @param after what follows
 */
export function isAmount(before: string, after: string): boolean {
  let rest = after
  for (let i = 0; i < 4 && joiner.test(rest); i++) rest = rest.replace(joiner, '')
  if (/^\s?%/.test(rest)) return true
  const noun =
    /^[\s*_]{1,4}(?:(?:more|extra|new|separate|further|additional|other|different|full|calendar|working|business|unit|consecutive)\s)?([\p{L}’]+)/u
      .exec(rest)?.[1]
      ?.toLowerCase()
  if (noun === undefined) return false
  return isMeasure(noun) || (verbal.has(noun) && leadIns.has(lastWord(before)))
}

const ratio = /^(?:\/| (?:out )?of )\d{1,6}(?= )/
const passed = /^ (?:\p{L}{1,20} )?(?:pass(?:ing|ed|es)?|green|ok|done|tests?|checks?)(?![\p{L}])/u

/** Is a number half of a result: "3/3 tests passing", "2 of 2 pass"? */
export function isShare(before: string, after: string): boolean {
  const whole = ratio.exec(after)?.[0]
  if (whole !== undefined) return passed.test(after.slice(whole.length))
  return /\d(?:\/| (?:out )?of )$/.test(before) && passed.test(after)
}

/** Is a number led by a word that units are counted with, but not these: "Step 2a" among commits? */
export function isOtherWord(before: string, own: ReadonlySet<string>): boolean {
  const word = lastWord(before)
  return !own.has(word) && unitWords.has(word)
}

/** Is it a word for what is measured or counted, and no verb? */
export function isMeasure(word: string): boolean {
  return measures.has(word)
}

/** A word for what is counted that may be a verb: "files". */
export function isVerbal(word: string): boolean {
  return verbal.has(word)
}

/**
 * Does a number name something else: "Figure 4", "Alternatives 1 and 4"?
 *
 * @param before what stands in front of it, in its block
 * @param own the units' words, lower case
 * @param others words that other units of the plan are counted with
 */
export function isNumbered(before: string, own: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const lead = before.replace(/(?:\d{1,6}\s?(?:,|,? ?(?:and|or)|to|–|-|&)\s?){1,5}$/, '')
  const word = lastWord(lead)
  if (own.has(word)) return false
  const single = word.replace(/s$/, '')
  return unitWords.has(single) ? others.has(single) : numbered.has(word) || others.has(single)
}

function lastWord(text: string): string {
  return (
    /(?<![\p{L}’])[\p{L}’]{1,30}$/u.exec(trimChars(text.slice(-40), '', ' \t\r\n\u00a0*_'))?.[0].toLowerCase() ?? ''
  )
}
