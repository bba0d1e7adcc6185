import { textOf } from '../outline/nodes.ts'
import type { Outline } from '../outline/types.ts'

/** A file's name that says "a template for plans": `PLAN_TEMPLATE.md`, `release-plan-template.md`, `template.md`. */
const planTemplate = /^(?:.*[-_. ])?plan[-_. ]?template\.[a-z]+$|^[-_.]?template\.[a-z]+$/i
/** One that says "a template" of whatever the plan may be about: `email-template.md`. */
const someTemplate = /[-_. ]template\.[a-z]+$/i
/** So many bracket fields are a template's, in a file that is called so. */
const fewestNamed = 3
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
  if (planTemplate.test(name) || (someTemplate.test(name) && fieldsIn(outline) >= fewestNamed))
    return 'a template, by its name'
  const folder = parts.find(part => templateFolders.has(part.toLowerCase()))
  if (folder !== undefined) return `a template, by its folder "${folder}"`
  return isUnfilled(outline) ? 'a template: nearly all of its values are bracket fields' : undefined
}

function fieldsIn({ source }: Outline): number {
  return source.match(bracketed)?.filter(isField).length ?? 0
}

function isUnfilled(outline: Outline): boolean {
  const { nodes } = outline
  // Most plans have few brackets: nothing in them needs to be read.
  const brackets = fieldsIn(outline)
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
