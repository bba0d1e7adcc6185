/** What of another text speaks of a plan: paragraphs that name it, what stands below such a heading, records of the work on it. */
import type { Span } from '../../outline/types.ts'

/** A piece of a text that speaks of the plan. */
interface Speech extends Span {
  /** It is about the plan as a whole: what it numbers are the plan's units. */
  isAbout: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What files are called that tell of the work on a plan. */
const recordWords = set(
  'results result progress status log logs worklog journal retro retrospective tracking tracker outcome outcomes handover'
)
/** Besides these, records have the plan's name. */
const planWords = set('plan plans the of project implementation')
/** Labels that say which plan a document is about; one that it depends on is another. */
const aboutWords = set(
  'plan the this of for file source implementation implements implementing tracks tracking progress results status'
)

/**
 * How a file's name makes it a record of the work on a plan.
 *
 * @param path Of the file, with `/`.
 * @returns `surely`: by its name or its place; `if-named`: where it names the plan
 */
export function recordOf(path: string, plan: string): 'surely' | 'if-named' | undefined {
  const [own, its] = [wordsOf(path), wordsOf(plan)]
  const [stem, folder] = [own.at(-1)!, own.at(-2) ?? []]
  if (![...stem, ...folder].some(word => recordWords.has(word))) return undefined
  const named = (words: readonly string[]): string =>
    words.filter(word => !recordWords.has(word) && !planWords.has(word)).join(' ')
  const name = named(stem)
  const isBeside = path.slice(0, path.lastIndexOf('/') + 1) === plan.slice(0, plan.lastIndexOf('/') + 1)
  return (name === '' ? isBeside : name === named(its.at(-1)!)) ? 'surely' : 'if-named'
}

/** The words of each part of a path, lower case. */
function wordsOf(path: string): string[][] {
  return path
    .replace(/\.[a-z]{1,8}$/i, '')
    .split('/')
    .map(part => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/**
 * The pieces of a text that speak of a plan.
 *
 * @param text Without what stands in fences.
 * @param names Does a piece of it name the plan?
 */
export function* speechesOf(text: string, names: (piece: string) => boolean): Iterable<Speech> {
  /** Of the heading that named the plan; 0 where the document says that it is about it. */
  let about: number | undefined
  let isHead = true
  let isLed = false
  for (const { 0: paragraph, index } of text.matchAll(/(?:[^\n]|\n(?![ \t]*\r?\n))+/g)) {
    const title = /^\s{0,8}(#{1,6})[ \t][^\n]*/.exec(paragraph)
    if (title) {
      const depth = title[1]!.length
      if (about !== undefined && depth <= about) about = undefined
      if (about === undefined && names(title[0])) about = depth
      isHead &&= depth === 1
    }
    if (isHead && about === undefined && paragraph.split('\n').some(line => saysWhichPlan(line) && names(line)))
      about = 0
    const isNaming = names(paragraph)
    if (about !== undefined || isLed || isNaming)
      yield { start: index, end: index + paragraph.length, isAbout: about !== undefined }
    isLed = isNaming && /[:：][*_]{0,2}$/.test(paragraph.slice(-200).trimEnd())
  }
}

/** "Plan: PLAN.md", as a line of the head or of front matter. */
function saysWhichPlan(line: string): boolean {
  const words = labelOf(line)
  return words.length > 0 && words.every(word => aboutWords.has(word))
}

/** "Track Progress: [results](results/001.md)": does a line of a plan say where the work on it is told of? */
export function isRecordLine(line: string): boolean {
  return labelOf(line).some(word => recordWords.has(word)) && /\.[a-z]{2,8}\b/i.test(line)
}

/** The words before the colon that a line leads in with. */
function labelOf(line: string): string[] {
  const label = /^[\s>*_-]{0,8}(\p{L}[\p{L} _-]{0,40})[*_]{0,2}[:：]/u.exec(line)?.[1]
  return label?.toLowerCase().match(/\p{L}+/gu) ?? []
}
