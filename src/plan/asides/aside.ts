/** What stands right behind a file or a command and takes it out of what the repository must have. */
import { remember } from '../../util/remember.ts'
import { conditionBehind } from './conditional.ts'
import { liesElsewhere, placeBehind } from './elsewhere.ts'
import { asideWords } from './languages.ts'

/** It may be there or not; it is done already; it is made, or lies, elsewhere. */
export interface Aside {
  kind: 'perhaps' | 'done' | 'elsewhere'
  /** It comes into being where it is not there: "(create if absent)". */
  isMade?: true
  /** Where it lies, if that may be a folder as well: "(in acme/infra)". */
  place?: string
}

const opening = /^[\s*_~`,]{0,6}(?:[([]\s?)?/

/** What the text right behind a file or a command says aside of it. */
export const asideOf: (behind: string) => Aside | undefined = remember(readAside, 1000, 200)

function readAside(behind: string): Aside | undefined {
  const place = placeBehind(behind)
  if (place !== undefined) return { kind: 'elsewhere', place }
  const said = behind.slice(opening.exec(behind)![0].length, 200)
  const condition = conditionBehind(said)
  if (condition) return condition === 'made' ? { kind: 'perhaps', isMade: true } : { kind: 'perhaps' }
  if (asideWords.some(({ done }) => done.test(said))) return { kind: 'done' }
  return liesElsewhere(said) ? { kind: 'elsewhere' } : undefined
}
