/** What other files call a plan. */
import { escapePattern } from '../../outline/text.ts'
import { baseOf } from '../../util/path.ts'
import { isRecordLine } from './speaking.ts'

/** By what other files may mean a plan. */
export interface Called {
  /** Its file's path, as messages have it. */
  path: string
  /** Its first heading. */
  heading: string
  /** Names of its file, lower case: with a folder where one without may be another's. */
  names: readonly string[]
  /** Finds where a text names it. */
  pattern: RegExp
  /** Lines of the plan that say where the work on it is told of: "Track Progress: [results](results/001.md)". */
  records: readonly string[]
}

/**
 * @param plan Its path, text and first heading.
 * @param isNear Of files around it: from elsewhere a plan is named with its folder, since a name alone is that of another one there.
 */
export function calledFrom(plan: { path: string; source: string; heading: string }, isNear: boolean): Called {
  const file = baseOf(plan.path)
  const stem = stemOf(file)
  const title = knownTitle(plan.heading)
  const folder = isNear ? '' : `${baseOf(plan.path.slice(0, -file.length - 1))}/`
  const names = [file, ...(isTelling(stem) ? [stem] : [])].map(name => folder + name)
  if (isNear) names.push(...byNumber(stem))
  const wiki = `(?<=\\[\\[(?:[^\\[\\]|#\\n]{0,200}/)?)${escapePattern(stem)}(?=[#|\\]])`
  const words = title === undefined ? [] : [title.split(' ').map(escapePattern).join('[\\s:–—-]{1,5}')]
  const plain = [...names.map(escapePattern), ...words].join('|')
  return {
    path: plan.path,
    heading: plan.heading,
    names: [...names, stem, ...(title === undefined ? [] : title.split(' ', 1))].map(name => name.toLowerCase()),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${plain})(?![\\p{L}\\p{N}_-])|${wiki}`, 'iu'),
    records: plan.source.split('\n').filter(isRecordLine)
  }
}

/** What plans are called besides their own names. */
const common = new Set(['plan', 'implementation', 'design', 'project', 'task', 'handoff', 'hand-off', 'execplan'])

/** A title as other files write it: "Byte Gate" of "Byte Gate: Implementation Plan"; undefined where nothing is left to know it by. */
function knownTitle(title: string): string | undefined {
  const words = title.split(/[\s:–—]/).filter(word => /[\p{L}\p{N}]/u.test(word))
  const isOwn = (word: string): boolean => !common.has(word.toLowerCase()) && /\p{L}/u.test(word)
  const own = words.slice(words.findIndex(isOwn), words.findLastIndex(isOwn) + 1)
  // A single word may be anything.
  return own.length > 1 ? own.join(' ') : undefined
}

/** Is a file known by its name without the ending: `002-base`, `data-migration-plan`? */
function isTelling(stem: string): boolean {
  return /^\d+[-_]\p{L}/u.test(stem) || knownTitle(stem.replace(/[-_]/g, ' ')) !== undefined
}

/** "Plan 002", "plan 2" of `002-base.md`; a date is no number. */
function byNumber(stem: string): string[] {
  const number = /^(\d{1,5})[-_](?!\d)/.exec(stem)?.[1]
  if (number === undefined) return []
  return [...new Set([number, String(Number(number))])].flatMap(each => [
    `plan ${each}`,
    `plan-${each}`,
    `plan #${each}`
  ])
}

/** What wikis and notes call a file: `[[so]]`, from wherever it lies. */
function stemOf(name: string): string {
  return name.replace(/\.[a-z]+$/i, '')
}
