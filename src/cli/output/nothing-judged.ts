/** Words for what was asked for and is not there: a run in which nothing was judged is no pass. */
import type { FileReport, FatalError } from '../../types.ts'
import { placesInWords } from '../../detect/place-words.ts'
import { andMore, plural } from '../../report/text/words.ts'
import { isMeant, stateWords } from '../../report/remarks.ts'
import type { Unmatched } from '../discover/discovery.ts'
import type { LintSettings } from '../args/settings.ts'

/** What a run has come to. */
export interface RunResult {
  settings: Pick<LintSettings, 'patterns'>
  files: readonly FileReport[]
  fatalErrors: readonly FatalError[]
  /** A stage chose among the files: that none is left is no error. */
  isNarrowed: boolean
  /** What git or remark leaves out at the usual places, where those were looked at. */
  ignoredPlans: readonly string[]
}

/** So many paths say what is meant. */
const mostNamed = 3

/** A pattern that matches nothing. */
export function unmatched({ pattern, why, ignored = [] }: Unmatched): FatalError {
  const messages = {
    ignored: `All Markdown files in "${pattern}" are ignored by git or .remarkignore: ${andMore(ignored, mostNamed)}`,
    missing: `No such file or folder: "${pattern}"`,
    empty: `No Markdown files in "${pattern}"`,
    glob: `No file matches "${pattern}"`
  }
  return { code: 'unmatched', message: messages[why] }
}

/** The code of the fatal error that nothing was judged: a report with others beside it is to be asked again. */
export const nothingJudgedCode = 'nothing-judged'
/** The code of the fatal error that a file was named and not judged, beside others that were. */
const notJudgedCode = 'not-judged'

/** Neither a run in which nothing was judged is a pass, nor one in which a named file was not. What fails it already need not be said twice. */
export function nothingJudged({ files, fatalErrors, isNarrowed, ignoredPlans, settings }: RunResult): FatalError[] {
  if (fatalErrors.length > 0 || isNarrowed) return []
  if (!files.some(isDecisive))
    return [{ code: nothingJudgedCode, message: whyNothing(files, settings.patterns, ignoredPlans) }]
  const missed = files.filter(file => file.state === 'not-judged' && isMeant(file) && !isDecisive(file))
  if (missed.length === 0 || settings.patterns.length === 0) return []
  const names = andMore(
    missed.map(({ path }) => path),
    mostNamed
  )
  const them = missed.length === 1 ? 'it' : 'them'
  return [
    {
      code: notJudgedCode,
      message: `Named and not judged: ${names}; --profile NAME has ${them} judged all the same, --no-error-on-unmatched-pattern lets ${them} pass`
    }
  ]
}

/** Is something said of the file that decides the run? */
function isDecisive({ state, findings, fatalErrors }: FileReport): boolean {
  return state === 'judged' || fatalErrors.length > 0 || findings.some(finding => finding.severity === 'error')
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
  // Why, stands beside each of them in every report.
  const isExcluded = files.every(({ state }) => state === 'excluded')
  const mayForce = !isExcluded && !patterns.includes('-')
  if (files.length === 1 && first.state !== 'judged')
    return `Nothing was judged${mayForce ? `; --profile NAME has ${first.path} judged all the same` : `: ${first.path} is ${stateWords[first.state]}`}`
  const what = isExcluded
    ? `all ${files.length} files are excluded`
    : `no plan among ${plural(files.length, 'Markdown file')}`
  return `Nothing was judged: ${what}${mayForce ? '; --profile NAME has them judged all the same' : ''}`
}
