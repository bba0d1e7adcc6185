/** Labels without markup that a template has, by what stands behind their colons. */

import { normalise } from '../outline/text.ts'
import { blanksIn, isBlankToFill } from './blanks.ts'
import { choicesIn } from './choices.ts'

/** A line that is a word or some, a colon, and a value: `- Start Date: [date]`. */
const line = /^[ \t]*([-*+] )?(\p{L}[\p{L}\p{N} /&-]{0,40}):[ \t]+(\S.{0,300})$/gmu
/** Above a fence: "Rollback:", then a command that is to be filled in. */
const aboveFence = /^(\p{Lu}[\p{L} -]{0,30}):[ \t]*\n\n?(?:```|~~~)[^\n]*\n([^`~]{0,2000})/gmu
/** A link of the template's own, to be replaced. */
const link = /^\[[^\]\n]*\]\([^)\n]*\)$/
const heading = /^#{1,6}[ \t].*$/m
const matter = /^---\n[^]*?\n---\n/

/** Labels that a plan fills in: nothing but a blank, a choice or a link stands behind them, or a fence with a blank; above the first section each item of a list of labels. */
export function openLabels(source: string): string[] {
  const lines = [...source.matchAll(line)].flatMap(([, bullet, label, value]) =>
    isBlankToFill(value!) || choicesIn(value!) || (bullet !== undefined && link.test(value!)) ? [label!] : []
  )
  const fences = [...source.matchAll(aboveFence)].flatMap(([, label, code]) =>
    blanksIn(code!).length > 0 ? [label!] : []
  )
  return [...lines, ...fences, ...listed(source)].map(normalise)
}

/** The labels of a list above the first section of which every item has one. */
function listed(source: string): string[] {
  const [before = '', below = ''] = source.replace(matter, '').split(heading, 2)
  const items = (before.trim() === '' ? below : before).split('\n').filter(each => /^[-*+] /.test(each))
  const labels = items.map(each => /^[-*+] (\p{L}[\p{L}\p{N} /&-]{0,40}): {1,4}\S/u.exec(each)?.[1])
  return labels.every(each => each !== undefined) ? labels : []
}
