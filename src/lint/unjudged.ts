import type { Trouble, UnjudgedFile } from '../types.ts'

/** The report on a text that could not be judged. */
export function unjudged(source: string, { path = '<text>' }: { path?: string }, trouble: Trouble): UnjudgedFile {
  return {
    path,
    state: 'not-judged',
    reason: trouble.message,
    profile: null,
    profileScore: 0,
    status: null,
    examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 },
    findings: [],
    troubles: [trouble],
    notes: [],
    source
  }
}
