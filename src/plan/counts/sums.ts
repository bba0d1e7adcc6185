/** Rows of tables that sum up those above them. */
import type { Table, TableRow } from 'mdast'
import type { Plan } from '../bind-types.ts'
import { placeOf, textOf } from '../../outline/nodes.ts'
import type { Place } from '../../types.ts'
import { singularOf } from '../../util/plural.ts'
import { isTotal } from './held.ts'

/** A total, and what the rows above it make. */
interface StatedSum {
  column: string
  /** As written. */
  text: string
  place: Place
  /** In the same form as the total. */
  sum: string
  isRight: boolean
}

/** One number, or a range of two, with a unit that all share. */
interface Amount {
  low: number
  high: number
  unit: string
}

const amount = /^([$€£]?)(\d{1,9}(?:\.\d{1,3})?)(?:\s?[-–—]\s?(\d{1,9}(?:\.\d{1,3})?))?\s?(\p{L}{0,20})\.?$/u

/** Every total of every table whose columns are of numbers alone. */
export function statedSums({ content, outline }: Plan): StatedSum[] {
  return content.tables({ start: 0, end: outline.source.length }).flatMap(table => sumsOf(table))
}

function sumsOf(table: Table): StatedSum[] {
  const [head, ...rows] = table.children
  const total = rows.at(-1)
  if (!head || !total || rows.length < 3 || !isTotal(cellOf(total, 0))) return []
  const body = rows.slice(0, -1)
  // A total within is of a part, or of everything so far.
  if (body.some(row => /total/i.test(cellOf(row, 0)))) return []
  return head.children.flatMap((cell, i) => {
    const stated = i === 0 ? undefined : readAmount(cellOf(total, i))
    const parts = body.map(row => cellOf(row, i))
    const sum = stated && sumOf(parts, stated.unit)
    if (!stated || !sum) return []
    return [
      {
        column: textOf(cell).trim(),
        text: cellOf(total, i),
        place: placeOf(total.children[i]!),
        sum: written(sum),
        isRight: isNear(sum.low, stated.low) && isNear(sum.high, stated.high)
      }
    ]
  })
}

function cellOf({ children }: TableRow, i: number): string {
  const cell = children[i]
  return cell ? textOf(cell).replaceAll(',', '').trim() : ''
}

/** Undefined where one of them is no number, or of another unit. */
function sumOf(cells: readonly string[], unit: string): Amount | undefined {
  const amounts = cells.filter(cell => !/^[-–—]?$/.test(cell)).map(readAmount)
  if (amounts.length < 2) return undefined
  const sum: Amount = { low: 0, high: 0, unit }
  for (const each of amounts) {
    if (!each || each.unit !== unit) return undefined
    sum.low += each.low
    sum.high += each.high
  }
  return sum
}

function readAmount(text: string): Amount | undefined {
  const match = amount.exec(text)
  if (!match) return undefined
  const [, sign, low, high = low, word] = match
  return { low: Number(low), high: Number(high), unit: `${sign}${unitOf(word!)}` }
}

/** "hours" and "hour" are one unit; of "s" and "ms" the letter is no plural. */
function unitOf(word: string): string {
  return word.length > 2 ? singularOf(word) : word.toLowerCase()
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01
}

function written({ low, high }: Amount): string {
  const say = (value: number): string => String(Math.round(value * 1000) / 1000)
  return low === high ? say(low) : `${say(low)}–${say(high)}`
}
