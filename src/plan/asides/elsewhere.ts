/** What lies, or is made, elsewhere than in this repository and by this plan. */
import { asideWords } from './languages.ts'

/** Does what stands right behind a name say so? */
export function liesElsewhere(said: string): boolean {
  return asideWords.some(
    ({ elsewhere }) => elsewhere.otherWork.test(said) || elsewhere.otherRepository.exec(said)?.index === 0
  )
}

/** @returns the repository that is named right behind, or the folder: "(in acme/infra)" */
export function placeBehind(behind: string): string | undefined {
  for (const { elsewhere } of asideWords) {
    const place = elsewhere.slug.exec(behind)?.[1]
    if (place !== undefined) return place
  }
  return undefined
}

/** Does a sentence say in front of what it names that it speaks of another repository: "In the infra repo, run"? */
export function isOfOtherRepository(before: string): boolean {
  return asideWords.some(({ elsewhere }) => elsewhere.otherRepository.test(before))
}
