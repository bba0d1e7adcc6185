/** The page of each rule. From the sources it is read from disk; the build puts the texts in this module's place. */
import { readFileSync } from 'node:fs'

/** @returns the page's Markdown; undefined where there is none yet */
export function pageText(id: string): string | undefined {
  try {
    return readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
}
