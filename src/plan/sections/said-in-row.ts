import type { TableRow } from 'mdast'
import { textOf } from '../../outline/nodes.ts'
import { isNothing } from '../../outline/nothing.ts'
import { normalise } from '../../outline/text.ts'
import { bodySpan } from '../bind.ts'
import type { BoundSection, Plan } from '../bind-types.ts'
import { titlesOf } from './near-titles.ts'

/** Has a section no title of its own, but a row in a table of the section around it: "| Security | tokens are hashed |"? */
export function isSaidInRow({ spec, part, parent }: BoundSection, plan: Plan): boolean {
  if (part || !parent?.part) return false
  const names = titlesOf(spec)
  const isIts = ({ children: [name, ...cells] }: TableRow): boolean =>
    name !== undefined && names.includes(normalise(textOf(name))) && cells.some(cell => !isNothing(textOf(cell)))
  return plan.content.tables(bodySpan(parent)).some(({ children: [, ...rows] }) => rows.some(isIts))
}
