import type { ListItem } from 'mdast'
import type { Content } from '../outline/content.ts'
import type { Checkbox, Part } from '../outline/types.ts'
import type { UnitSpec } from '../profiles/schema.ts'
import { writtenOf } from '../outline/written.ts'
import { blanksIn } from './blanks.ts'
import type { Guesses } from './guesses.ts'
import { memberOf } from './roles.ts'
import { repeatedLabels } from './repeated.ts'
import { headingsBelow } from './titles.ts'

/** What a box begins with that tools tell it by: `1.1`, `T001`, in bold or not. */
const identifier = /^\*{0,2}(?:(\d{1,3}(?:\.\d{1,3}){1,3})|([A-Z]{1,4}-?)(\d{1,4}))(?=$|[\s:.*])/

/**
 * Boxes of headings that are one kind of unit: each of them has some, so units of a plan do.
 *
 * @param isStep are the headings steps themselves? Then their boxes are parts of them, but for those with an identifier
 */
export function draftBoxes(
  units: readonly Part[],
  content: Content,
  guesses: Guesses,
  isStep: boolean
): UnitSpec | undefined {
  const each = units.map(unit => ownBoxes(unit, content))
  if (each.some(boxes => boxes.length === 0)) return undefined
  const shapes = new Set(each.flat().map(({ text }) => shapeOf(text)))
  const [shape] = shapes
  const id = shapes.size === 1 && shape !== undefined ? { id: { shape, required: true } } : {}
  const isWork = 'id' in id || !isStep
  guesses.add(`Boxes below these headings are ${isWork ? 'tasks' : 'parts'}${'id' in id ? `, numbered ${shape}` : ''}`)
  return { role: isWork ? 'task' : 'item', counts: isWork ? 'step' : 'part', form: ['box'], min: 1, ...id } as UnitSpec
}

function shapeOf(text: string): string | undefined {
  const [whole, dotted, prefix, digits] = identifier.exec(text) ?? []
  if (whole === undefined) return undefined
  return dotted === undefined ? `${prefix}${'#'.repeat(digits!.length)}` : dotted.replace(/\d+/g, '#')
}

/** Those of the heading itself, in no field and below no other heading. */
function ownBoxes(unit: Part, content: Content): Checkbox[] {
  const others = [...headingsBelow(unit), ...repeatedLabels(unit, content)]
  return content
    .checkboxes(unit.span)
    .filter(box => !others.some(({ span }) => box.start >= span.start && box.start < span.end))
}

/** What stands behind a box, tags included. */
export function writtenBehind({ node, text }: Checkbox): string {
  const first =
    node.type === 'listItem' && typeof node.checked === 'boolean' ? (node as ListItem).children[0] : undefined
  return first === undefined ? text.trim() : writtenOf(first)
}

/**
 * Boxes of a section that are one kind of unit by the identifiers that all of them have; those that a plan fills in.
 *
 * @param title the section's
 */
export function draftBoxList(boxes: readonly Checkbox[], title: string, guesses: Guesses): UnitSpec | undefined {
  const [shape, ...others] = new Set(boxes.map(({ text }) => shapeOf(text)))
  if (shape === undefined || others.length > 0 || !boxes.some(box => blanksIn(writtenBehind(box)).length > 0))
    return undefined
  const isWork = shape === '#.#' || shape.startsWith('T')
  const role = isWork ? 'task' : memberOf(title)
  guesses.add(`Boxes in "${title}" are of one kind, "${role}", numbered ${shape}`)
  return {
    role,
    counts: 'part',
    form: ['box'],
    number: false,
    min: 1,
    id: { shape, required: true }
  } as UnitSpec
}
