import type { Root } from 'mdast'
import { Content } from '../outline/content.ts'
import { buildOutline } from '../outline/outline.ts'
import type { Outline, Part } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import { blanksIn } from './blanks.ts'
import { draftFields, draftMatter } from './fields.ts'
import { createGuesses, type Guesses } from './guesses.ts'
import { draftPlaceholders } from './leftovers.ts'
import { draftBelow, type Drafting } from './sections.ts'
import { openLabels } from './open-labels.ts'
import { draftNumbered } from './numbered.ts'
import { metadataRows } from './tables.ts'
import { headingsBelow, plainTitle } from './titles.ts'

export interface Draft {
  profile: Profile
  /** What was taken for granted, each in one line. */
  guesses: readonly string[]
}

/**
 * Makes a profile of a template document: its headings become sections, labels become fields, tables, lists and trees become demands, headings that are
 * numbered or left open become units, what is to be filled in becomes placeholders. All is demanded that the template does not call optional.
 *
 * @param root The template's tree.
 * @param source The text that it was parsed from.
 * @param name The profile's name.
 * @param vocabulary Labels that count without markup, beside those that the template leaves open.
 */
export function draftProfile(root: Root, source: string, name: string, vocabulary: ReadonlySet<string>): Draft {
  const outline = buildOutline(root, source, new Set([...vocabulary, ...openLabels(source)]))
  const content = new Content(outline)
  const guesses = createGuesses()
  const drafting: Drafting = { content, guesses, ids: new Set(), prompts: [], marksBlanks: marksBlanks(outline) }
  const title = titleOf(outline)
  const tops = headingsBelow(title ?? outline.document)
  const { sections, units } = draftBelow(tops, title?.title ?? name, drafting)
  const labels = outline.parts.filter(
    part => part.form === 'label' && part.span.start < (tops[0]?.span.start ?? outline.source.length)
  )
  const numbered = draftNumbered(labels, guesses)
  units.push(...numbered.units)
  const own = labels.filter(label => !numbered.labels.has(label))
  const fields = [
    ...draftMatter(outline, guesses),
    ...draftFields([...own, ...rowsAbove(tops[0], content, guesses)], outline, guesses, true)
  ]
  const placeholders = draftPlaceholders(outline, content, drafting.prompts)
  if (placeholders.length > 0)
    guesses.add(`${placeholders.length} texts to fill in, or that say what to write, are reported where they are left`)
  const called = title && plainTitle(title, outline)
  const profile = {
    $schema: './node_modules/planlint/schema/profile.schema.json',
    name,
    title: called || name,
    summary: `Plans that follow ${called ? `the template "${called}"` : 'a template of this project'}`,
    detect: {
      certain: 0.6,
      min: Math.min(3, Math.max(1, sections.length)),
      sections: Object.fromEntries(sections.map(section => [section.title, section.required === false ? 0.5 : 1]))
    },
    ...(fields.length > 0 ? { fields } : {}),
    ...(units.length > 0 ? { units: units.length === 1 ? units[0] : units } : {}),
    sections,
    placeholders
  } as Profile
  return { profile, guesses: guesses.lines }
}

/** Rows of tables above the first section that are labels with their values. */
function rowsAbove(first: Part | undefined, content: Content, guesses: Guesses): Part[] {
  const end = first?.span.start ?? content.outline.source.length
  return content.tables({ start: 0, end }).flatMap(table => {
    const rows = metadataRows(table, content, true)
    if (!rows) guesses.add(`Left out: the table in line ${table.position?.start.line ?? 1}, above all sections`)
    return rows ?? []
  })
}

/** The only heading of the first level, or the first of several where the others lie below it. */
function titleOf({ parts, document }: Outline): Part | undefined {
  const first = parts.filter(part => part.form === 'heading' && part.level === 1)
  const [title] = first
  return title && first.length === 1 && document.children.some(child => child === title) ? title : undefined
}

/** Does it mark what is to be filled in? Then two of five of its sections, or more, hold a blank or a comment. */
function marksBlanks({ parts, source }: Outline): boolean {
  const headings = parts.filter(part => part.form === 'heading')
  const ends = headings.map((part, at) => headings[at + 1]?.span.start ?? part.span.end)
  const bodies = headings.map((part, at) => source.slice(part.place.end.offset, ends[at]))
  const filled = bodies.filter(body => body.trim() !== '')
  return filled.filter(body => blanksIn(body).length > 0).length * 5 >= filled.length * 2
}
