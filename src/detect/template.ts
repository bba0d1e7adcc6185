import { textOf } from '../outline/nodes.ts'
import type { Outline } from '../outline/types.ts'

/** A file's name, or its end, that says "a template": `PLAN_TEMPLATE.md`, `plan-template.md`, `template.md`. */
const templateName = /(?:^|[-_. ])template\.[a-z]+$/i
/** Folders whose files are templates, lower case. */
const templateFolders = new Set(['templates', 'template', '_templates'])

/** From so many values on, a share says something. */
const fewestValues = 6
/** Nearly all of the values. */
const mostFields = 0.75

/** Bracket fields but for links, boxes and `[TODO: …]`: that is a plan begun, and what it lacks is told. */
const bracketed = /\[[^[\]\n]{1,200}\](?![([])/g
const begun = /^\[\s*(?:TODO|TBD)\b/
const word = /\p{L}{2}/u
/** A label before its value: "Goal: [what it is for]". */
const label = /^[^[:：]{1,60}[:：]\s*/u
const letters = /\p{L}/gu

/**
 * Is a document a template for plans rather than a plan: by its name or folder, or since nearly all of its values are bracket fields?
 *
 * @param path with `/`, if the document has one
 * @returns how that shows, in a few words without a final period
 */
export function templateSign(outline: Outline, path: string | undefined): string | undefined {
  const parts = path?.split('/') ?? []
  const name = parts.pop() ?? ''
  if (templateName.test(name)) return 'a template, by its name'
  const folder = parts.find(part => templateFolders.has(part.toLowerCase()))
  if (folder !== undefined) return `a template, by its folder "${folder}"`
  return isUnfilled(outline) ? 'a template: nearly all of its values are bracket fields' : undefined
}

function isUnfilled({ nodes, source }: Outline): boolean {
  // Most plans have few brackets: nothing in them needs to be read.
  const brackets = source.match(bracketed)?.filter(isField).length ?? 0
  if (brackets < fewestValues || brackets * 2 < nodes.paragraphs.length) return false
  const cells = nodes.tables.flatMap(table => table.children.slice(1).flatMap(row => row.children))
  let values = 0
  let fields = 0
  for (const block of [...nodes.paragraphs, ...cells]) {
    const value = textOf(block).slice(0, 1000).trim().replace(label, '')
    const all = value.match(letters)?.length ?? 0
    if (all === 0) continue
    values++
    const left = value.replace(bracketed, text => (isField(text) ? '' : text)).match(letters)?.length ?? 0
    if (left * 3 < all) fields++
  }
  return values >= fewestValues && fields >= values * mostFields
}

function isField(text: string): boolean {
  return word.test(text) && !begun.test(text)
}
