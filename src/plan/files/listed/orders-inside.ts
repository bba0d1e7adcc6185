/** Orders that name the file as the place of a change: "In `a.ts`, accept it", "Add it to `a.ts`", "Move it from `a.ts` into `b.ts`". */
import { insideVerbs, placingVerbs, touchingVerbs } from '../../../files/change-vocabulary.ts'

/** What may stand before the first word of an order. */
const leads = new Set(['then', 'also', 'and', 'next', 'finally', 'first', 'now', 'please'])
/** Words that stand between an order and a file and say no more of it. */
const articles = new Set(['the', 'a', 'an', 'new', 'existing', 'file', 'module', 'both', 'your'])
/** With these it is no order, or one under a condition. */
const withheld = /^(?:not|never|no|nor|without|avoid|cannot|if|when|unless|whether|instead|rather|[a-z]+n['’]t)$/
/** What makes of a file a remark on something else: "add tests for the helper in `a.ts`", "add a link to `a.ts`". */
const remarks = new Set(
  'in to into from of for that which like as with by where used using see per matching against about on between via link links reference references pointer call calls path paths redirect'.split(
    ' '
  )
)
const most = 10

/**
 * What a text orders of the files that it names: `inside`, what is to be done in them is said behind them ("In `a.ts`, accept it", "Open `a.ts` and drop it");
 * `place`, they are the place of what is said before ("Fix ", "then add `warm` to the ", "Move it from ").
 *
 * @param before what the paragraph says before the files
 * @param behind what it says behind them
 */
export function placeOfChange(before: string, behind: string): 'inside' | 'place' | undefined {
  const words = wordsOf(before)
  while (articles.has(words.at(-1) ?? '')) words.pop()
  const at = words.pop() ?? ''
  if (isInside(at, words, behind)) return 'inside'
  return isPlace(at, words) ? 'place' : undefined
}

/** @param words those before the last one, `at` */
function isPlace(at: string, words: string[]): boolean {
  if (touchingVerbs.has(at)) return begins(words, words.length)
  const where = at === 'of' ? endsOf(words) : at
  for (let verb = words.length - 1; verb >= 0 && words.length - verb <= most; verb--) {
    const places = placingVerbs.get(words[verb]!)
    if (places?.has(where) && begins(words, verb)) return isObject(words.slice(verb + 1), places)
  }
  return false
}

function isInside(at: string, words: readonly string[], behind: string): boolean {
  if ((at !== 'in' && at !== 'open') || !begins(words, words.length)) return false
  const said = inside.exec(behind)
  return said !== null && insideVerbs.has(said[1]!.toLowerCase())
}

/** A remark, a place in the file, and then the verb. */
const inside =
  /^[*_]{0,2}(?: \([^()\n]{1,60}\))?(?: (?:around|near|at|above|below|after|before|under|inside) [^,;:.\n]{1,60}(?=[,:]))?(?:[,:]| [—–-])?[*_]{0,2}\s(?:and |also |then |only )*(\p{L}{2,20})\s(?!of\s|is\s|are\s)/iu

/** The words of the last clause, in lower case; code is one, whatever it says. None where it is denied, or under a condition. */
function wordsOf(text: string): string[] {
  const plain = text.slice(-300).replace(/`[^`\n]{1,200}`/g, '`')
  const behind = (ends: readonly string[], whole: string): string => {
    const from = Math.max(...ends.map(end => whole.lastIndexOf(end)))
    return from < 0 ? whole : whole.slice(from + 2)
  }
  const sentence = behind(['. ', '! ', '? ', '.\n', '.*'], plain)
  if (split(sentence).some(word => withheld.test(word))) return []
  return split(behind([': ', '; ', ':\n', ':*', '— '], sentence))
}

const split = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[*_,()]/g, ' ')
    .split(/\s+/)
    .filter(word => word !== '' && !/^(?:[-+]|\d{1,3}[.)]|\[[ x]\])$/.test(word))

/** Is a word the first of an order? */
function begins(words: readonly string[], index: number): boolean {
  return words.slice(0, index).every(word => leads.has(word)) || leads.has(words[index - 1]!)
}

/** Is nothing named between an order and its place but what it is about? What is moved comes from elsewhere, and what a plan says of itself is no work. */
function isObject(words: readonly string[], places: ReadonlySet<string>): boolean {
  const from = words.at(-1) === '`' && words.at(-2) === 'from' && places.has('from') ? words.slice(0, -2) : words
  return from.length > 0 && from.every(word => !remarks.has(word) && !/^plan(?:['’]s)?$/.test(word))
}

/** "At the end of": as good as "to"; "out of": as "from"; empty where it is nothing of the kind. */
function endsOf(words: string[]): string {
  if (words.at(-1) === 'out') {
    words.pop()
    return 'from'
  }
  const [to, the, end] = words.slice(-3)
  if (!/^(?:at|to)$/.test(to ?? '') || the !== 'the') return ''
  if (!/^(?:top|end|bottom|head|start|beginning)$/.test(end ?? '')) return ''
  words.splice(-3)
  return 'to'
}
