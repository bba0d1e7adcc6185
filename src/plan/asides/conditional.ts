/** What is only in a certain case, or one of several. */
import { asideWords } from './languages.ts'

/** What stands right behind a name may say that it may be there or not; `made`: it is made where it is not. */
export function conditionBehind(said: string): 'made' | 'perhaps' | undefined {
  for (const { conditional } of asideWords)
    if (conditional.behind.test(said)) return conditional.making.test(said) ? 'made' : 'perhaps'
  return undefined
}

/** Does the rest of a sentence put what it began with under a condition? */
export function isConditional(rest: string): boolean {
  return asideWords.some(({ conditional }) => conditional.inSentence.test(rest))
}

/** Does the rest of a sentence leave it to the reader which one is meant? */
export function isOneOfSeveral(rest: string): boolean {
  return asideWords.some(({ conditional }) => conditional.either.test(rest))
}
