import type { Heading } from 'mdast'
import type { BoundSection, Plan } from '../plan/bind-types.ts'
import { spanOf } from '../outline/nodes.ts'
import { escapePattern, withoutQualifier } from '../outline/text.ts'
import type { Part } from '../outline/types.ts'
import type { Edit, Fix } from '../types.ts'
import { followHeadings, moving } from './anchors.ts'
import { mayNameSection, foreignSectionWords } from './renumber/section-numbers.ts'
import { headingLine, sectionSkeleton } from './skeletons/skeleton.ts'
import { correctTitle } from './spelling.ts'
import { endOfText, withBreaks } from './text.ts'

/**
 * Inserts a missing section behind the one before the gap, with a skeleton that says what to write. Where the profile only recommends the section, that is
 * left to the person: its skeleton would be worse than its absence.
 */
export function insertSection(
  section: BoundSection,
  before: BoundSection | undefined,
  parent: BoundSection | undefined,
  plan: Plan
): Fix[] {
  const { source, document } = plan.outline
  const anchor = before ?? parent
  if ((anchor && anchor.part?.form !== 'heading') || section.spec.form === 'tag') return []
  const body = sectionSkeleton(section.spec, levelFor(before, parent, plan), role =>
    plan.units(role).map(unit => unit.part.title)
  )
  const found = before
    ? endOfText(source, before.span.start, before.span.end)
    : parent
      ? endOfText(
          source,
          parent.part!.place.start.offset,
          Math.min(parent.span.end, ...parent.part!.children.filter(isHeading).map(part => part.span.start))
        )
      : plan.title
        ? endOfText(
            source,
            plan.title.place.start.offset,
            Math.min(
              plan.title.span.end,
              ...document.children
                .flatMap(part => [part, ...part.children])
                .filter(part => isHeading(part) && part !== plan.title)
                .map(part => part.span.start)
            )
          )
        : undefined
  const at = found ?? startOfText(plan)
  const text = at === 0 ? `${body}\n\n` : `\n\n${body}`
  return [
    {
      title: `Insert section "${section.spec.title}"`,
      safe: false,
      ...(section.spec.required === 'warning' ? {} : { scaffold: true }),
      edits: [{ start: at, end: at, text: withBreaks(text, source) }]
    }
  ]
}

function isHeading(part: Part): boolean {
  return part.form === 'heading'
}

function levelFor(before: BoundSection | undefined, parent: BoundSection | undefined, plan: Plan): number {
  if (before?.part?.form === 'heading' && !before.nestedIn) return before.part.level
  if (parent?.part?.form === 'heading') return parent.part.level + 1
  const other = plan.sections.find(section => section.part?.form === 'heading' && !section.nestedIn)
  return other?.part!.level ?? 2
}

/** Behind front matter. */
function startOfText({ outline }: Plan): number {
  const { yaml } = outline.nodes
  return yaml ? spanOf(yaml).end : 0
}

/** Corrects a misspelt title: to the nearest of the names that the section goes by. */
export function renameHeading(section: BoundSection, plan: Plan): Fix[] {
  const { node } = section.part!
  // `<h2>` has its text elsewhere.
  const text = node.type === 'heading' ? (node as Heading).children.at(0) : undefined
  if (text === undefined) return []
  const { start } = spanOf(text)
  const written = plan.outline.source.slice(start, spanOf((node as Heading).children.at(-1)!).end)
  const { title, aliases = [] } = section.spec
  const found = correctTitle(withoutQualifier(written), start, [title, ...aliases])
  if (!found || found.edits.length === 0) return []
  const fix = withLinks(`Rename to "${found.name}"`, found.edits, plan)
  return [{ ...fix, safe: fix.safe && found.isSure && !isQuoted(section.part!, plan) }]
}

/** Does the text say the title once more, as it is? What it says of it would be of no heading then. */
function isQuoted({ title, ordinal, place: { start, end } }: Part, { outline: { source } }: Plan): boolean {
  const said = (ordinal?.rest ?? title).trim()
  if (said === '') return false
  const again = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(said)}(?![\\p{L}\\p{N}])`, 'u')
  return again.test(source.slice(0, start.offset)) || again.test(source.slice(end.offset))
}

/** A change of a heading, with the links to it. */
function withLinks(title: string, edits: readonly Edit[], plan: Plan): Fix {
  const links = followHeadings(edits, plan)
  return { title, safe: links.isSafe, edits: [...edits, ...links.edits], ...moving(links) }
}

/**
 * Writes another number into a heading, or one where there is none. Where the text speaks of sections by number, it is only offered: what is meant may be
 * this section, or the one that should have the number.
 */
export function numberHeading(section: BoundSection, expected: string, plan: Plan): Fix[] {
  const part = section.part!
  const text = onlyText(part)
  if (!text) return []
  const title = `Number the section ${expected}`
  const { ordinal } = part
  const at = ordinal ? text.value.indexOf(ordinal.raw) : 0
  if (at < 0) return []
  const start = text.start + at
  const edit = ordinal
    ? { start, end: start + ordinal.raw.length, text: expected }
    : { start, end: start, text: headingLine({ number: expected, title: '' }, 1).slice(2) }
  const fix: Fix = {
    ...withLinks(title, [edit], plan),
    ...(ordinal ? { renumbers: { numbers: [ordinal.raw, expected], words: foreignSectionWords } } : {})
  }
  return [ordinal && mayNameSection([ordinal.raw, expected], plan) ? { ...fix, safe: false } : fix]
}

/** The text of a title that is nothing but text, as it stands in the source. */
function onlyText(part: Part): { value: string; start: number; end: number } | undefined {
  if (part.node.type !== 'heading') return undefined
  const children = (part.node as Heading).children
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text') return undefined
  const { start, end } = spanOf(only)
  // Escapes and entities would shift what is counted from the start.
  return end - start === only.value.length ? { value: only.value, start, end } : undefined
}

/**
 * Gives a section that is nested in another one the other's level, and its own headings theirs. Headings behind it that belong to the outer section would
 * change hands: then it is only offered.
 */
export function raiseSection(section: BoundSection, plan: Plan): Fix[] {
  const outer = section.nestedIn!
  const part = section.part!
  if (part.form !== 'heading' || outer.part?.form !== 'heading') return []
  const inside = plan.content.parts(part.span).filter(isHeading)
  const edits: Edit[] = []
  for (const each of [part, ...inside.filter(other => other !== part)]) {
    const edit = levelEdit(each, each.level - part.level + outer.part.level, plan)
    if (!edit) return []
    if (edit.text.length !== edit.end - edit.start) edits.push(edit)
  }
  const nested = new Set(plan.sections.filter(other => other.nestedIn).map(other => other.part))
  const isLast = (part.parent?.children ?? []).every(
    other => !isHeading(other) || other.span.start <= part.span.start || nested.has(other)
  )
  return [{ title: `Give "${section.spec.title}" the level of "${outer.spec.title}"`, safe: isLast, edits }]
}

/** The number signs of a heading that has some. */
function levelEdit(part: Part, level: number, { outline: { source } }: Plan): Edit | undefined {
  const { start } = spanOf(part.node)
  let end = start
  while (source[end] === '#') end++
  return end > start && level >= 1 && level <= 6 ? { start, end, text: '#'.repeat(level) } : undefined
}
