/** Words for what was asked for and is not there: a run in which nothing was judged is no pass. */
import type { FileReport, Trouble } from '../../types.ts'
import { placesInWords } from '../../detect/places.ts'
import { andMore, plural } from '../../report/text/words.ts'
import { isMeant, remarksOf, remarkWords, stateWords } from '../../report/remarks.ts'
import type { Unmatched } from '../discover/discover.ts'
import type { LintSettings } from '../args/settings.ts'

/** What a run has come to. */
export interface Outcome {
  settings: Pick<LintSettings, 'patterns'>
  files: readonly FileReport[]
  troubles: readonly Trouble[]
  /** A stage chose among the files: that none is left is no trouble. */
  isNarrowed: boolean
  /** What git or remark leaves out at the usual places, where those were looked at. */
  ignoredPlans: readonly string[]
}

/** So many paths say what is meant. */
const mostNamed = 3

/** A pattern that matches nothing. */
export function unmatched({ pattern, why, ignored = [] }: Unmatched): Trouble {
  const messages = {
    ignored: `All Markdown files in "${pattern}" are ignored by git or .remarkignore: ${andMore(ignored, mostNamed)}`,
    missing: `No such file or folder: "${pattern}"`,
    empty: `No Markdown files in "${pattern}"`,
    glob: `No file matches "${pattern}"`
  }
  return { code: 'unmatched', message: messages[why] }
}

/** The code of the trouble that nothing was judged: a report with others beside it is to be asked again. */
export const nothingJudgedCode = 'nothing-judged'

/** A run in which nothing was judged is no pass. What fails it already need not be said twice. */
export function nothingJudged({ files, troubles, isNarrowed, ignoredPlans, settings }: Outcome): Trouble[] {
  if (troubles.length > 0 || isNarrowed || files.some(isVerdict)) return []
  return [{ code: nothingJudgedCode, message: whyNothing(files, settings.patterns, ignoredPlans) }]
}

/** Is something said of the file that decides the run? */
export function isVerdict({ state, findings, troubles }: FileReport): boolean {
  return state === 'judged' || troubles.length > 0 || findings.some(finding => finding.severity === 'error')
}

function whyNothing(
  files: readonly FileReport[],
  patterns: readonly string[],
  ignoredPlans: readonly string[]
): string {
  if (patterns.length === 0 && !files.some(isMeant)) {
    if (ignoredPlans.length > 0)
      return `All plans in the usual places are ignored by git or .remarkignore: ${andMore(ignoredPlans, mostNamed)}; name a file or a folder`
    const others = files.map(({ path }) => path)
    const elsewhere = others.length > 0 ? `; elsewhere there are ${andMore(others, mostNamed)}` : ''
    return `No plan found in the usual places (${placesInWords})${elsewhere}; name a file or a folder`
  }
  const [first] = files
  if (!first) return 'No file to judge'
  const isExcluded = files.every(({ state }) => state === 'excluded')
  const remedy = isExcluded || patterns.includes('-') ? '' : '; --profile NAME has it judged all the same'
  if (files.length === 1 && first.state !== 'judged')
    return `Nothing was judged: ${first.path} is ${stateWords[first.state]}, ${first.reason}${remedy}`
  const what = isExcluded
    ? `all ${files.length} files are excluded`
    : `no plan among ${plural(files.length, 'Markdown file')}`
  return `Nothing was judged: ${what} (${reasons(files)})${remedy}`
}

/** Reasons that are named. */
const most = 3

/** `2 not judged: no profile recognises it as a plan; 1 excluded: a template, by its name`. */
function reasons(files: readonly FileReport[]): string {
  const all = remarksOf({ files }).filter(({ kind }) => kind !== 'note')
  const shown = all
    .slice(0, most)
    .map(({ kind, text, named, others }) => `${named.length + others.length} ${remarkWords(kind, text)}`)
  return [...shown, ...(all.length > most ? ['…'] : [])].join('; ')
}
