import type { Root } from 'mdast'
import type { LintEnvironment, Linter } from './lint.ts'
import { lintTree, reportOf } from './lint.ts'
import type { PlanlintOptions } from './options.ts'
import { parsePlan } from './parse/parse.ts'
import { summarise } from './plan/summary.ts'
import { builtinProfiles } from './profiles/builtin.ts'
import type { Profile } from './profiles/schema.ts'
import { silence } from './silence.ts'
import type { FileReport } from './types.ts'

/** How a linter is made. */
export interface LinterOptions extends Pick<LintEnvironment, 'repo' | 'forced' | 'profiles'> {
  /** A parser that yields what `parsePlan` would. */
  parse?: (text: string) => Root
  /** Reports say how far a plan is. */
  summary?: boolean
}

/**
 * Judges a text: parse, model, rules, comments. Total: whatever goes wrong is trouble in the report.
 *
 * @param text The document; a byte order mark is allowed.
 */
export function lintText(text: string, environment: LintEnvironment & Pick<LinterOptions, 'parse' | 'summary'> = {}): FileReport {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const path = environment.path ?? '<text>'
  try {
    const tree = (environment.parse ?? parsePlan)(source)
    const verdict = lintTree(tree, source, environment)
    const heard = silence(tree, source, verdict.findings)
    verdict.findings = heard.findings
    verdict.troubles.push(...heard.troubles)
    const report = reportOf(verdict, path, source)
    return environment.summary && verdict.plan ? { ...report, summary: summarise(verdict.plan) } : report
  } catch (error) {
    return {
      path, profile: null, profileScore: 0, status: null, examined: { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }, findings: [], source,
      troubles: [{ code: 'crash', message: `planlint crashed on this file: ${error instanceof Error ? error.message : String(error)}` }]
    }
  }
}

/** A linter for many files with one configuration. */
export function createLinter(options: PlanlintOptions, environment: LinterOptions = {}): Linter {
  return { lint: (text, path, around) => lintText(text, { ...environment, ...around, options, ...(path === undefined ? {} : { path }) }) }
}

export { builtinProfiles }
export type { Profile }
