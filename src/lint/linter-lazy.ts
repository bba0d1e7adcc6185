/** The command line's door: neither the reference parser nor remark-lint is loaded before a text needs it. The report is the one of `lintText`. */
import type { FileReport } from '../types.ts'
import type { Needs, TextEnvironment } from './lint-text.ts'
import { lintingText } from './lint-text.ts'

/**
 * Lints a text. Total: whatever goes wrong is a fatal error in the report.
 *
 * @param elsewhere Lints the text where it can be stopped; asked for what may take long. Undefined, or giving that, where there is no such place.
 */
export async function lintTextLazily(
  text: string,
  environment: TextEnvironment = {},
  elsewhere?: () => Promise<FileReport | undefined>
): Promise<FileReport> {
  const linting = lintingText(text, environment, elsewhere !== undefined)
  let step = linting.next()
  while (!step.done) {
    let resume: () => typeof step
    try {
      const given = await provide(step.value, elsewhere)
      resume = () => linting.next(given)
    } catch (error) {
      resume = () => linting.throw(error)
    }
    step = resume()
  }
  return step.value
}

async function provide(
  need: keyof Needs,
  elsewhere: (() => Promise<FileReport | undefined>) | undefined
): Promise<Needs[keyof Needs]> {
  if (need === 'reference') return (await import('../parse/parse.ts')).parsePlan
  if (need === 'silence') return (await import('./comments/silence.ts')).silence
  return elsewhere?.()
}
