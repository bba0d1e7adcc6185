/** Which misspelt words are corrected unseen. */
import { expect, it } from 'vitest'
import { isSurelyMeant } from '../../src/fix/spelling.ts'

it.each([
  ['Gaol', 'Goal'],
  ['Fils', 'Files'],
  ['Filess', 'Files'],
  ['Implemantation Steps', 'Implementation Steps'],
  ['4. Opne Questions', 'Open Questions'],
  ['Filetree', 'File Tree']
])('%s is surely %s', (text, meant) => expect(isSurelyMeant(text, meant)).toBe(true))

it.each([
  ['Fixes', 'Files'],
  ['Coal', 'Goal'],
  ['Implementation Stops', 'Implementation Steps']
])('%s may be meant, and not %s', (text, meant) => expect(isSurelyMeant(text, meant)).toBe(false))
