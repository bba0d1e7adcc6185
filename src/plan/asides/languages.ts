import { english } from './english.ts'
import type { AsideWords } from './words.ts'

/** The tables of all languages that are understood. */
export const asideWords: readonly AsideWords[] = [english]
