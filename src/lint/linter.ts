import type { Root } from 'mdast'
import { crash, finish, sourceOf } from './judge.ts'
import type { LintEnvironment, Linter } from './lint.ts'
import { lintTree } from './lint.ts'
import type { PlanlintOptions } from '../options.ts'
import { parsePlan } from '../parse/parse.ts'
import { builtinProfiles } from '../profiles/builtin.ts'
import type { Profile } from '../profiles/schema.ts'
import { silence } from './silence.ts'
import type { FileReport } from '../types.ts'
import { unjudged } from './unjudged.ts'

/** How a linter is made. */
export interface LinterOptions extends Pick<LintEnvironment, 'repo' | 'forced' | 'profiles'> {
  /** A parser that yields what `parsePlan` would. */
  parse?: (text: string) => Root
  /** Reports say how far a plan is. */
  summary?: boolean
}

/**
 * Judges a text: parse, model, rules, comments. Total: whatever goes wrong is trouble in the report. Text that may be hostile is to be measured before (the
 * command line does, see `quick.ts`): the parser takes long for some.
 *
 * @param text The document; a byte order mark is allowed.
 */
export function lintText(
  text: string,
  environment: LintEnvironment & Pick<LinterOptions, 'parse' | 'summary'> = {}
): FileReport {
  const source = sourceOf(text)
  try {
    const tree = (environment.parse ?? parsePlan)(source)
    const verdict = lintTree(tree, source, environment)
    return finish(verdict, silence(tree, source, verdict.findings), source, environment)
  } catch (error) {
    return unjudged(source, environment, crash(error))
  }
}

/** A linter for many files with one configuration. */
export function createLinter(options: PlanlintOptions, environment: LinterOptions = {}): Linter {
  return {
    lint: (text, path, around) =>
      lintText(text, { ...environment, ...around, options, ...(path === undefined ? {} : { path }) })
  }
}

export { builtinProfiles }
export type { Profile }
