/** Words for what was asked for and is not there: a run in which nothing was judged is no pass. */
import type { FileReport, Trouble } from '../../types.ts'
import type { Discovery, Unmatched } from '../discover/discover.ts'
import { placesInWords } from '../discover/places.ts'
import type { LintSettings } from '../args/settings.ts'

/** What a run has come to. */
export interface Outcome {
  settings: Pick<LintSettings, 'patterns'>
  files: readonly FileReport[]
  troubles: readonly Trouble[]
  /** Markdown files that turned out to be no plans. */
  passedOver: number
  /** Files that are declared to be no plans. */
  setAside: number
  /** A stage chose among the files: that none is left is no trouble. */
  isNarrowed: boolean
  /** The configuration file that switches planlint off for some files. */
  switchedOff?: string
}

/** A pattern that matches nothing. */
export function unmatched({ pattern, why }: Unmatched): Trouble {
  const messages = {
    missing: `No such file or folder: "${pattern}"`,
    empty: `No Markdown files in "${pattern}"`,
    glob: `No file matches "${pattern}"`
  }
  return { code: 'unmatched', message: messages[why] }
}

/** A run in which nothing was recognised is no pass. */
export function nothingJudged(run: Outcome, found: Pick<Discovery, 'ignored'>): Trouble[] {
  if (run.files.length > 0 || run.troubles.length > 0 || found.ignored.length > 0 || run.isNarrowed) return []
  if (run.setAside > 0 && run.passedOver === 0) return []
  if (run.switchedOff !== undefined)
    return [{ code: 'switched-off', message: `planlint is switched off by ${run.switchedOff}` }]
  if (run.passedOver > 0)
    return [
      {
        code: 'no-plan',
        message: `No plan among ${run.passedOver} Markdown file${run.passedOver === 1 ? '' : 's'}; add --profile to have ${run.passedOver === 1 ? 'it' : 'them'} judged all the same`
      }
    ]
  if (run.settings.patterns.length > 0) return []
  return [{ code: 'no-plan', message: `No plan found in the usual places (${placesInWords}); name a file or a folder` }]
}
