import type { BoundField, Unit } from '../../bind-types.ts'
import type { Content } from '../../../outline/content.ts'
import { spanOf, startOf, textOf } from '../../../outline/nodes.ts'
import { alsoBy, groupOf } from '../../../profiles/fields.ts'
import { kindOfWord } from '../../../files/change-words.ts'
import type { MarkKind } from '../../../files/change-words.ts'
import { readPath, splitPaths } from '../../../files/paths.ts'
import { isTestPath } from '../../../files/test-path.ts'
import type { Part } from '../../../outline/types.ts'
import { inColumn, inFence, inTable } from './beside-labels.ts'
import { impliedReason } from './in-prose.ts'
import { textBehindTitle } from '../parts/item-parts.ts'
import { withoutFiles } from '../without-files.ts'

type Imply = (field: BoundField, unit: Unit, content: Content, own: readonly Part[]) => BoundField

/** What stands for a field without its label. */
export const implied: readonly Imply[] = [
  impliedList,
  inTable,
  inColumn,
  inFence,
  impliedCommand,
  impliedTests,
  withoutTests,
  impliedTitle,
  titleItself,
  remarkBehind,
  reason,
  withoutFiles
]

/** The bullets below a step that is itself a bullet are its actions, without a label that says so. */
function impliedList(field: BoundField, unit: Unit, content: Content): BoundField {
  const inList = unit.part.level > 7
  if (field.spec.kind !== 'list' || !inList) return field
  const items = content.topItems({ start: unit.part.place.start.offset, end: unit.span.end })
  return items.length === 0
    ? field
    : {
        ...field,
        state: 'filled',
        part: unit.part,
        text: items.map(textOf).join('\n'),
        place: unit.part.place,
        span: { start: startOf(items[0]!), end: unit.span.end }
      }
}

/** A command right below the title, or one that says what to expect, checks the unit without a label that says so. */
function impliedCommand(field: BoundField, unit: Unit, content: Content): BoundField {
  if (field.spec.kind !== 'command') return field
  const body = { start: unit.part.place.end.offset, end: unit.span.end }
  const known = unit.fields.flatMap(({ spec, part }) => (spec.kind === 'sentence' && part ? [part] : []))
  const parts = content.parts(unit.span, unit.part)
  const isOwn = (at: number): boolean => {
    const holder = parts.findLast(part => part.span.start < at)
    return holder === undefined || known.includes(holder)
  }
  const block = content
    .commands(body)
    .find(({ node, script, inline }) => !inline && (script.expected.length > 0 || isOwn(startOf(node))))
  return block
    ? {
        ...field,
        state: 'filled',
        part: unit.part,
        text: block.node.value,
        place: block.place,
        span: spanOf(block.node)
      }
    : field
}

/** "Code (add to `tests/…`)": the code of such a step is its tests. */
function impliedTests(field: BoundField, _unit: Unit, _content: Content, parts: readonly Part[]): BoundField {
  if (!alsoBy(field.spec, 'tests')) return field
  const part = parts.find(({ title, qualifier }) =>
    [...splitPaths(qualifier ?? ''), ...splitPaths(title)].some(ref => isTestPath(ref.path))
  )
  return part ? { ...field, state: 'filled', part, text: part.title, place: part.place, span: part.span } : field
}

const documents = /\.(?:md|mdx|markdown|rst|adoc|txt)$/i
/** Languages of fences that hold nothing to be tested. */
const prose = new Set(['', 'md', 'markdown', 'text', 'txt', 'sh', 'bash', 'shell', 'console', 'zsh'])

/** A step that touches documents alone has nothing to write tests for: its verification checks it. */
function withoutTests(field: BoundField, unit: Unit, content: Content): BoundField {
  if (!alsoBy(field.spec, 'tests')) return field
  if (content.fences(unit.span).some(fence => !prose.has((fence.lang ?? '').toLowerCase()))) return field
  const refs = content
    .codeSpans(unit.span)
    .map(code => readPath(code.value))
    .filter(ref => ref !== undefined && ref.kind === 'file')
  if (refs.length === 0 || !refs.every(ref => documents.test(ref!.path))) return field
  return byTitle(field, unit.part, '')
}

/** "### Issue 1: The clock jumps": the title says what the problem is. That of the section says nothing of a single unit. */
function titleItself(field: BoundField, unit: Unit): BoundField {
  const isOwn = unit.part.node !== unit.section.part?.node && (unit.part.ordinal?.rest ?? unit.part.title) !== ''
  return alsoBy(field.spec, 'title') && isOwn ? byTitle(field, unit.part, unit.name) : field
}

/** "- **The clock jumps**: use the monotonic one": what a unit of one line says behind its title. */
function remarkBehind(field: BoundField, { part }: Unit): BoundField {
  const said = alsoBy(field.spec, 'remark') ? textBehindTitle(part) : ''
  return said === '' ? field : byTitle(field, part, said)
}

/** A sentence gives the reason. */
function reason(field: BoundField, unit: Unit, content: Content): BoundField {
  return alsoBy(field.spec, 'reason') ? impliedReason(field, unit, content) : field
}

/** "Phase 3: `src/routes.ts`": the title names the file, or one of the titles below it, "4a. Modify `src/routes.ts`". */
function impliedTitle(field: BoundField, unit: Unit, _content: Content, parts: readonly Part[]): BoundField {
  const { kind, files } = field.spec
  if (kind !== 'files' || groupOf(field.spec, unit.spec.fields ?? []) === undefined) return field
  if (namesFile(unit.part)) return byTitle(field, unit.part, unit.part.title)
  const below = parts.find(
    part => (part.form === 'heading' || part.form === 'bold') && namesFile(part) && (!files || files === changeIn(part))
  )
  return below ? byTitle(field, below, below.title) : field
}

const namesFile = ({ title }: Part): boolean => splitPaths(title.replace(/[()]/g, ' ')).some(ref => ref.kind === 'file')

/** What a title says that is done: "Modify `src/routes.ts`". */
function changeIn({ ordinal, title }: Part): MarkKind | undefined {
  return kindOfWord(/\p{L}+/u.exec(ordinal?.rest ?? title)?.[0] ?? '')
}

function byTitle(field: BoundField, part: Part, text: string): BoundField {
  const { place } = part
  return { ...field, state: 'filled', part, text, place, span: { start: place.start.offset, end: place.end.offset } }
}
