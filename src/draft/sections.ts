import type { Content } from '../outline/content.ts'
import { startOf, textOf } from '../outline/nodes.ts'
import { normalise } from '../outline/text.ts'
import type { Part, Span } from '../outline/types.ts'
import type { SectionSpec, UnitSpec } from '../profiles/schema.ts'
import { blanksIn, isBlankToFill } from './blanks.ts'
import { draftDemands, hasForm } from './demands.ts'
import { draftFields } from './fields.ts'
import type { Guesses } from './guesses.ts'
import type { Paragraph } from 'mdast'
import { needIn, needLater, type Obligation } from './need.ts'
import { draftNumbered } from './numbered.ts'
import { countedAmong, filesAmong, frameAmong, repeatedAmong } from './repeated.ts'
import { headingsBelow, readTemplateTitle, type TemplateTitle } from './titles.ts'
import { draftUnit, kindsAmong } from './units.ts'

export interface Drafting {
  content: Content
  guesses: Guesses
  ids: Set<string>
  /** Spans that hold nothing but what says what to write there. */
  prompts: Span[]
  /** The template marks what is to be filled in: text without a mark is its own, and may stay. */
  marksBlanks: boolean
}

/** Headings beside each other: those with a title of their own are sections, the others units. */
export function draftBelow(
  parts: readonly Part[],
  holder: string,
  drafting: Drafting
): { sections: SectionSpec[]; units: UnitSpec[] } {
  const { content } = drafting
  const read = frameAmong(countedAmong(parts.map(part => readTemplateTitle(part, content.outline))))
  const titles = repeatedAmong(filesAmong(read, content), content)
  const units = kindsAmong(titles).map(kind => {
    for (const { part, isSample } of kind) if (!isSample) notePrompts(part, drafting)
    return draftUnit(kind, holder, content, drafting.guesses)
  })
  const sections = titles
    .filter(title => !title.isVariable && title.text !== '')
    .map(title => draftSection(title, drafting))
  return { sections, units }
}

function draftSection(title: TemplateTitle, drafting: Drafting): SectionSpec {
  const { content, guesses, ids } = drafting
  const { part, text, number } = title
  const children = headingsBelow(part)
  const own = ownSpan(part, children)
  const labels = content.parts(own).filter(child => child.form === 'label' && child.parent === part)
  const { sections, units } = draftBelow(children, text, drafting)
  const numbered = draftNumbered(labels, guesses)
  const fields = draftFields(
    labels.filter(label => !numbered.labels.has(label)),
    content.outline,
    guesses
  )
  units.push(...numbered.units)
  const need = title.need ?? commentedNeed(part, own, drafting) ?? ownTextNeed(title, own, drafting)
  const isOwn = need !== undefined && 'isOwn' in need
  if (need?.isOptional) guesses.add(`Section "${text}" may be absent: ${need.why}`)
  const isAlone = units.length === 0 && fields.length === 0
  const demands = isOwn ? undefined : draftDemands(own, text, content, guesses, isAlone)
  const rows = demands?.rows ?? []
  fields.push(...draftFields(rows, content.outline, guesses, true))
  units.push(...(demands?.units ?? []))
  const spec = demands?.spec ?? {}
  if (fields.length === 0 && Object.keys(spec).length === 0) notePrompt(own, drafting)
  return {
    id: idFor(text, ids),
    title: text,
    ...(number === undefined ? {} : { number }),
    ...(need?.isOptional ? { required: false } : {}),
    ...(mayBeEmpty(own, content) || isPutOff(own, content) ? { na: 'empty' } : {}),
    ...(rows.length > 0 ? { form: ['label', 'row'] } : {}),
    ...spec,
    ...(fields.length > 0 ? { fields } : {}),
    ...(units.length > 0 ? { units: units.length === 1 ? units[0]! : units } : {}),
    ...(sections.length > 0 ? { sections } : {})
  } as SectionSpec
}

/** A table of contents, and what holds nothing but the template's own words where it marks what is not: a legend, notes. */
function ownTextNeed(
  { part, text }: TemplateTitle,
  own: Span,
  { content, marksBlanks }: Drafting
): (Obligation & { isOwn: true }) | undefined {
  if (/^(?:table of )?contents$/i.test(text)) return { isOptional: true, why: 'it is a table of contents', isOwn: true }
  const all = { start: own.start, end: part.span.end }
  if (
    !marksBlanks ||
    content.isEmpty(all) ||
    hasForm(all, content) ||
    isInstruction(content.firstParagraph(all)) ||
    isQuoteAlone(all, content)
  )
    return undefined
  const whole = content.outline.source.slice(all.start, all.end)
  return blanksIn(whole).length === 0
    ? { isOptional: true, why: "its text is the template's own", isOwn: true }
    : undefined
}

function ownSpan(part: Part, children: readonly Part[]): Span {
  return { start: part.place.end.offset, end: children[0]?.span.start ?? part.span.end }
}

/** What a section begins with (a comment, an instruction in italics, a quotation), else a comment right above its heading. */
function commentedNeed(part: Part, own: Span, { content }: Drafting): (Obligation & { isOwn?: false }) | undefined {
  const { source, nodes, root } = content.outline
  const first = nodes.html.find(node => startOf(node) >= own.start && startOf(node) < own.end)
  const begins = first && source.slice(own.start, startOf(first)).trim() === ''
  // `<How to go back. Delete this section if nothing can be undone.>` is a blank, and all of it speaks of the section.
  const text = begins ? commentText(first) : ''
  const within = needIn(isBlankToFill(text) && !text.startsWith('<!--') ? text : firstSentence(text))
  if (within) return within
  const paragraph = content.firstParagraph(own)
  const quotation = root.children.find(block => startOf(block) >= own.start)
  const said =
    quotation?.type === 'blockquote' && startOf(quotation) < own.end
      ? needIn(textOf(quotation))
      : paragraph && (isInstruction(paragraph) || isBlankToFill(textOf(paragraph)))
        ? needIn(textOf(paragraph))
        : undefined
  return said ?? needAbove(part, content)
}

/** What a comment right above a heading says, unless it is all that the section above begins with: then it is about that one. */
function needAbove(part: Part, { outline: { source, root } }: Content): Obligation | undefined {
  const start = part.span.start
  const at = root.children.findIndex(({ type, position }) => {
    const end = position!.end.offset!
    return type === 'html' && end <= start && /^\n{0,2}$/.test(source.slice(end, start))
  })
  return at <= 0 || root.children[at - 1]!.type === 'heading' ? undefined : needIn(commentText(root.children[at]))
}

/** "Empty until the first review": a comment says that nothing need stand there. */
function mayBeEmpty(own: Span, { outline: { nodes } }: Content): boolean {
  return nodes.html.some(
    node =>
      startOf(node) >= own.start &&
      startOf(node) < own.end &&
      /\b(?:empty (?:until|unless|if|when)|(?:may|can) (?:be|stay|remain) empty)\b/i.test(commentText(node))
  )
}

/** "*To be filled in at the end*": an instruction that stands until then. */
function isPutOff(own: Span, content: Content): boolean {
  const paragraph = content.firstParagraph(own)
  return isInstruction(paragraph) && needLater(textOf(paragraph)) !== undefined
}

/** A quotation and nothing else speaks to whoever fills the template in, as italics do. */
function isQuoteAlone({ start, end }: Span, { outline }: Content): boolean {
  const blocks = outline.root.children.filter(block => startOf(block) >= start && startOf(block) < end)
  return blocks.length > 0 && blocks.every(({ type }) => type === 'blockquote')
}

/** A paragraph in italics speaks to whoever fills the template in. */
function isInstruction(paragraph: Paragraph | undefined): paragraph is Paragraph {
  return paragraph?.children.length === 1 && paragraph.children[0]!.type === 'emphasis'
}

const commentText = (node: unknown): string => (node as { value?: string }).value ?? ''
const firstSentence = (text: string): string => /^[^.!?]*/.exec(text.replace(/^<!--\s*/, ''))![0]

function notePrompts(part: Part, drafting: Drafting): void {
  notePrompt(ownSpan(part, headingsBelow(part)), drafting)
  for (const child of headingsBelow(part)) notePrompts(child, drafting)
}

/** Prose alone, without a blank in it, says what to write; beside something else it may be meant to stay. */
function notePrompt(own: Span, { content, prompts, marksBlanks }: Drafting): void {
  const prose = content.onlyProse(own)
  if (
    (!marksBlanks || isQuoteAlone(own, content)) &&
    prose !== undefined &&
    prose !== '' &&
    content.checkboxes(own).length === 0 &&
    blanksIn(prose).length === 0
  )
    prompts.push(own)
}

function idFor(title: string, ids: Set<string>): string {
  const base =
    normalise(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'section'
  let id = base
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`
  ids.add(id)
  return id
}
