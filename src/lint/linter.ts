/** The library's door: everything is at hand, and the answer there at once. */
import { parsePlan } from '../parse/parse.ts'
import type { PlanlintOptions } from '../options.ts'
import type { FileReport } from '../types.ts'
import { checkEnvironment } from './environment.ts'
import type { Needs, TextEnvironment } from './lint-text.ts'
import { lintingText } from './lint-text.ts'
import type { Surroundings } from './tree-types.ts'
import { silence } from './comments/silence.ts'

/** How a linter is made. */
type LinterOptions = Pick<TextEnvironment, 'repo' | 'siblings' | 'forced' | 'profiles' | 'parse' | 'parser' | 'summary'>

/** A linter for many files with one configuration. */
export interface Linter {
  lint(text: string, path: string | undefined, around?: Surroundings): FileReport
}

const atHand: Needs = { reference: parsePlan, silence, elsewhere: undefined }

/**
 * Lints a text. Total: whatever goes wrong is a fatal error in the report. Nothing can stop it, but text that would take long is refused as `too-complex`: what is
 * not takes at most some 40 µs of processor for each UTF-16 unit, and as a rule a fiftieth of that.
 *
 * @param text The document; a byte order mark is allowed.
 * @param environment Its `options.limits` raise or lower what is refused.
 * @throws {TypeError} Where the environment or its options hold an unknown key, or the options a wrong value.
 */
export function lintText(text: string, environment: TextEnvironment = {}): FileReport {
  checkEnvironment(environment)
  const linting = lintingText(text, environment, false)
  let step = linting.next()
  while (!step.done) step = linting.next(atHand[step.value])
  return step.value
}

/**
 * A linter for many files with one configuration.
 *
 * @throws {TypeError} As `lintText` does.
 */
export function createLinter(options: PlanlintOptions, environment: LinterOptions = {}): Linter {
  checkEnvironment({ ...environment, options })
  return {
    lint: (text, path, around) =>
      lintText(text, { ...environment, ...around, options, ...(path === undefined ? {} : { path }) })
  }
}
