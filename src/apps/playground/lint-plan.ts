/** What the page's worker does: a text in, a result out, as plain data. No DOM in here. */
import { checkComplexity } from '../../guard/complexity.ts'
import { planSkeleton } from '../../fix/skeletons/skeleton.ts'
import { lintText } from '../../lint/linter.ts'
import { shippedProfiles } from '../../profiles/builtin.ts'
import type { FileReport } from '../../types.ts'

/** To the worker: judge a text (`profile` empty: recognise it), or say which profiles there are. */
export type Ask = { id: number; text: string; profile: string } | { id: 0 }

/** From the worker. */
export type WorkerAnswer = { id: number; result: PlaygroundResult } | { id: 0; profiles: Known[] }

/** A profile with a plan to start from. */
export interface Known {
  name: string
  title: string
  skeleton: string
}

export type PlaygroundResult = Pick<FileReport, 'profile' | 'profileScore' | 'findings' | 'fatalErrors' | 'examined'>

/** Total: a text that would take too long to parse is refused. */
export function lintPlan(text: string, profile: string): PlaygroundResult {
  const found = checkComplexity(text)
  if (found)
    return {
      profile: null,
      profileScore: 0,
      findings: [],
      fatalErrors: [found],
      examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }
    }
  const {
    profile: name,
    profileScore,
    findings,
    fatalErrors,
    examined
  } = lintText(text, { path: 'PLAN.md', ...(profile === '' ? {} : { forced: profile }) })
  return { profile: name, profileScore, findings, fatalErrors, examined }
}

export function knownProfiles(now: Date): Known[] {
  return shippedProfiles.map(profile => ({
    name: profile.name,
    title: profile.title,
    skeleton: planSkeleton(profile, now)
  }))
}
