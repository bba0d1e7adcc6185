/** What its author put off is no work that is left, and no contradiction. */
import type { Part } from '../../outline/types.ts'
import { asideWords } from './languages.ts'
import type { AsideWords } from './words.ts'

/** Signs say so wherever they stand. */
const signs = /[⏳🔜🚧⏭⏸❌]/u
/** What a title says aside: "Phase 3: Search (deferred)", "Phase 3: Search — later". */
const aside = /[([–—]|\s-\s|[⏳🔜🚧⏭⏸❌]/u
/** What is said in brackets, behind a dash, or in front of a colon. */
const asides = /[([]([^()[\]]{1,80})[)\]]|\s[–—-]\s(.{1,80})|^([^:]{1,20}):/gu

/** Does a title put off what stands below it? One that is numbered names work, and puts it off only where it says so aside. */
export function putsOff({ title, ordinal }: Part): boolean {
  const said = ordinal ? title.slice(Math.max(0, title.search(aside))) : title
  const isWork = ordinal !== undefined && !aside.test(title)
  if (isWork || asideWords.some(({ putOff }) => putOff.undone.test(said))) return false
  return signs.test(said) || asideWords.some(({ putOff }) => speaksOf(putOff, said) || putOff.titles.test(said))
}

/** May a task be put off? Words that it may be about tell only where they stand aside or in front. */
export function mayBePutOff(text: string): boolean {
  return signs.test(text) || asideWords.some(({ putOff }) => speaksOf(putOff, text.replace(putOff.unsure, ' ')))
}

function speaksOf({ words, leftOver }: AsideWords['putOff'], text: string): boolean {
  return words.test(text) || leftOver.test(text)
}

/** Does a line say aside that what it tells is put off? "Optional flags are documented" does not; "Document the flags (optional)" does. */
export function isSetAside(text: string): boolean {
  if (signs.test(text) || asideWords.some(({ putOff }) => putOff.afterComma.test(text))) return true
  return [...text.matchAll(asides)].some(([, ...said]) => said.some(each => beginsPutOff(each?.trim() ?? '')))
}

function beginsPutOff(text: string): boolean {
  return asideWords.some(({ putOff }) => putOff.words.exec(text.replace(putOff.verbs, ''))?.index === 0)
}
