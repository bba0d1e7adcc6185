/** Words in capitals that some templates have for what is to be filled in: `**Problem:** ONE_OR_TWO_SENTENCES`. */

import type { Outline } from '../outline/types.ts'
import { onceEach } from '../util/once.ts'

/** All that stands behind a label, or in a line. */
const whole = /^(?:[-*+] (?:\[ \] )?)?(?:\*\*[^*\n]{1,60}\*\*:?[ \t]{1,4})?([A-Z]{2,30}(?:_[A-Z]{1,30}){1,9})[ \t]*$/gm
/** One or two may be states, or names of variables. */
const fewest = 3

/** Of a template that has several; those of one word alone are too common to be told from an author's own. */
export const openWordsOf: (outline: Outline) => ReadonlySet<string> = onceEach(({ source }) => {
  const found = new Set([...source.matchAll(whole)].map(([, word]) => word!))
  return found.size < fewest ? new Set<string>() : found
})
