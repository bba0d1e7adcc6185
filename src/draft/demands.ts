import type { Code } from 'mdast'
import { parseTree } from '../files/tree.ts'
import type { Content } from '../outline/content.ts'
import { diagramLanguages } from '../outline/code/diagram-languages.ts'
import { startOf, textOf } from '../outline/nodes.ts'
import type { Checkbox, Part, Span } from '../outline/types.ts'
import { writtenOf } from '../outline/written.ts'
import type { Demand, SectionSpec, UnitSpec } from '../profiles/schema.ts'
import { blanksIn, isBlankToFill } from './blanks.ts'
import { draftBoxList, writtenBehind } from './boxes.ts'
import type { Guesses } from './guesses.ts'
import { needIn, offersChoice } from './need.ts'
import { memberOf } from './roles.ts'
import { draftTable, metadataRows } from './tables.ts'

/** Is there something whose form says what a plan has there, whatever is in it: a table, boxes, a tree, a diagram? */
export function hasForm(span: Span, content: Content): boolean {
  return (
    content.has('tables', span) ||
    content.checkboxes(span).length > 0 ||
    content.fences(span).some(fence => isTree(fence) || isDiagram(fence))
  )
}

const isTree = ({ value }: Code): boolean => value.trim() !== '' && parseTree(value, false) !== undefined
const isDiagram = ({ lang }: Code): boolean => diagramLanguages.includes(lang ?? '')

/** What a section's own content asks for besides its fields. */
interface Demands {
  spec: Partial<SectionSpec>
  units: UnitSpec[]
  /** Rows of its tables that are labels with their values. */
  rows: Part[]
}

/**
 * What a section's own content asks for, the most telling thing first.
 *
 * @param title the section's
 * @param isAlone is it all that the section has? Beside fields and units only tables and diagrams are sure to be no part of them
 */
export function draftDemands(span: Span, title: string, content: Content, guesses: Guesses, isAlone: boolean): Demands {
  const rows: Part[] = []
  const units: UnitSpec[] = []
  const tables: Demand[] = []
  for (const table of content.tables(span)) {
    const labels = metadataRows(table, content, false)
    if (labels) rows.push(...labels)
    else {
      const made = draftTable(table, memberOf(title), guesses)
      tables.push(...made.content)
      units.push(...made.units)
    }
  }
  if (tables.length > 0) return { spec: { content: tables }, units, rows }
  const spec =
    (isAlone && rows.length === 0) || content.fences(span).some(isDiagram) ? formOf(span, title, content, isAlone) : {}
  const boxes = isAlone ? draftBoxList(content.checkboxes(span), title, guesses) : undefined
  return boxes ? { spec: {}, units: [boxes], rows } : { spec, units, rows }
}

function formOf(span: Span, title: string, content: Content, isAlone: boolean): Partial<SectionSpec> {
  const fences = content.fences(span)
  if (isAlone && fences.some(isTree)) return { files: 'context', content: [{ kind: 'tree' }] }
  if (fences.some(isDiagram)) return { content: [{ kind: 'diagram' }] }
  const boxes = content.checkboxes(span)
  if (boxes.length > 0) {
    const isOpen = (box: Checkbox): boolean => {
      const text = writtenBehind(box)
      return blanksIn(text).length > 0 || text === '' || isSampleBox(text)
    }
    const fixed = boxes.filter(box => !isOpen(box))
    const items = fixed.map(box => box.text.trim()).filter(text => !needIn(text)?.isOptional)
    return fixed.length * 2 <= boxes.length ||
      items.length === 0 ||
      isChoice(span, content) ||
      !isAboutPlan(span, title, content)
      ? { content: [{ kind: 'tasks' }] }
      : { checklist: { items } }
  }
  if (content.items(span).some(item => isSample(writtenOf(item))))
    return { content: [{ kind: 'list', or: ['text', 'table'] }] }
  return fences.length > 0 ? { content: [{ kind: 'code', or: ['text'] }] } : {}
}

/** Tables that each unit of a kind has of its own, by those of the first. */
export function draftUnitTables(spans: readonly Span[], role: string, content: Content, guesses: Guesses): Demand[] {
  const each = spans.map(span => content.tables(span))
  if (each.some(tables => tables.length !== 1)) return []
  const { content: tables, units } = draftTable(each[0]![0]!, memberOf(role), guesses)
  return units.length > 0 ? [] : tables
}

/** Boxes of which a comment or the sentence above says to keep one. */
function isChoice(span: Span, content: Content): boolean {
  const { nodes } = content.outline
  const comments = nodes.html.filter(node => startOf(node) >= span.start && startOf(node) < span.end)
  const paragraph = content.firstParagraph(span)
  return [...comments.map(writtenOf), paragraph ? textOf(paragraph) : ''].some(offersChoice)
}

/** "Criterion 1", "Task 2 (for: #)": a word and a number, and what stands in parentheses. */
const isSampleBox = (text: string): boolean =>
  /^\p{L}[\p{L}-]{1,20}(?: \p{L}[\p{L}-]{0,20}){0,2} \d{1,2}(?:\.\d{1,2})?(?: \([^()]*\))?$/u.test(text)

/** What boxes are of that every plan has: a section that is called so, or a line above them that says so. Others show what work is like. */
const about =
  /\b(?:check(?:s|ed|list)?|criteria|compliance|complete[ds]?|completion|done|dod|gates?|quality|ready|readiness|review(?:ed)?|sign-?off|approv(?:al|ed)|validat(?:e|ion)|verif(?:y|ied|ication)|acceptance|release|before|must|required)\b/i

function isAboutPlan(span: Span, title: string, content: Content): boolean {
  const first = content.firstParagraph(span)
  return about.test(title) || (first !== undefined && about.test(textOf(first)))
}

/** An item that shows how items are written; one with a whole sentence of its own says what to write. */
function isSample(text: string): boolean {
  return isBlankToFill(text) || blanksIn(text).length > 0
}
