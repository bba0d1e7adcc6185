/** Which misspelt words are corrected unseen. */
import { expect, it } from 'vitest'
import { correctTitle } from '../../src/fix/spelling.ts'

it.each([
  ['Gaol', 'Goal'],
  ['Fils', 'Files'],
  ['Filess', 'Files'],
  ['Implemantation Steps', 'Implementation Steps'],
  ['4. Opne Questions', 'Open Questions'],
  ['Filetree', 'File Tree']
])('%s is surely %s', (text, meant) => expect(correctTitle(text, 0, [meant])?.isSure).toBe(true))

it.each([
  ['Fixes', 'Files'],
  ['Coal', 'Goal'],
  ['Plan Preview', 'Plan Review'],
  ['Auctions', 'Actions'],
  ['Cope', 'Scope'],
  ['Implementation Stops', 'Implementation Steps']
])('%s may be meant, and not %s', (text, meant) => expect(correctTitle(text, 0, [meant])?.isSure ?? false).toBe(false))

it('takes the name that is nearest, and the first of two', () => {
  expect(correctTitle('Non-Goasl', 0, ['Goals', 'Non-Goals'])?.name).toBe('Non-Goals')
  expect(correctTitle('Reveiw', 0, ['Review', 'review'])?.name).toBe('Review')
})
