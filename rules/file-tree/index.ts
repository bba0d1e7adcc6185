import type { PlacedTree } from '../../src/plan/files/mentions.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { treeDemand } from '../../src/profiles/fields.ts'
import { normalise, quote } from '../../src/outline/text.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { FileTree, TreeEntry } from '../../src/files/tree.ts'
import { isInTree } from '../../src/checks/in-tree.ts'
import { unclosedHelp } from '../words/fences.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { allHoldersOf } from '../../src/profiles/holders.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

type Id =
  | 'unclosedFence'
  | 'none'
  | 'empty'
  | 'unparsable'
  | 'indent'
  | 'mixedTabs'
  | 'belowFile'
  | 'unmarked'
  | 'noMarks'
  | 'unknownMark'
  | 'nameless'
  | 'duplicate'

const marksHelp = 'Mark it <new>, <modified>, <deleted> or <renamed: old-name>'

export default defineRule<Id>({
  id: 'file-tree',
  summary: 'The file tree is there, is not empty, can be read, and says of every file what happens to it.',
  why: 'The tree is the contract of a change: whoever reviews it compares the diff with it, and whoever implements it starts from it.',
  whenOff: 'Where plans are agreed on before anybody can say which files will change.',
  severity: 'error',
  applies: profile => allHoldersOf(profile).some(spec => treeDemand(spec) !== undefined),
  messages: {
    unclosedFence: d => `Unclosed code fence ${d.text} of the file tree`,
    none: d => `Missing file tree in "${d.title}"`,
    empty: d => `Empty file tree in "${d.title}"`,
    unparsable: d => `Unreadable line in the file tree: ${d.text}`,
    indent: d => `Indentation of ${d.text} fits no folder above it`,
    mixedTabs: d => `Conflicting indentation of ${d.text}: tabs and spaces are mixed`,
    belowFile: d => `${d.text} is drawn below "${d.file}", a file`,
    unmarked: d => `Missing mark on "${d.path}"`,
    noMarks: d => `Missing marks in the file tree: none of its ${d.count} files says what happens to it`,
    unknownMark: d => `Unknown mark ${d.mark} on "${d.path}"`,
    nameless: d => `Missing old name of "${d.path}", which is renamed`,
    duplicate: d => `Duplicate file "${d.path}" in the tree`
  },
  *check({ plan }) {
    for (const fence of plan.outline.brokenFences)
      if (fence.kind === 'unclosed' && isInTree(fence, plan))
        yield {
          message: 'unclosedFence',
          data: { text: quote(fence.text) },
          at: fence.place,
          help: unclosedHelp(fence)
        }
    for (const section of plan.allSections) {
      if (
        !treeDemand(section.spec) ||
        !section.part ||
        section.state === 'negative' ||
        section.parent?.state === 'empty'
      )
        continue
      yield* checkSection(section, plan)
    }
  }
})

function* checkSection(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const { title } = section.spec
  const spec = treeDemand(section.spec)!
  const label =
    spec.label === undefined
      ? undefined
      : plan.content.parts(section.span, section.part).find(part => part.key === normalise(spec.label!))
  const at = (label ?? section.part!).place
  const help = spec.hint ?? 'Draw the files that the plan touches in a fence'
  const trees = filesOf(plan).trees.filter(tree => tree.section === section)
  const [first] = trees
  if (!first) {
    if (spec.required === false) return
    yield { message: 'none', data: { title: label?.title ?? title }, at, help }
    return
  }
  if (!first.tree) {
    yield { message: 'none', data: { title }, at, help }
    return
  }
  if (spec.required !== false && trees.every(tree => tree.tree!.entries.length === 0)) {
    // What is to be drawn is said by the placeholder in it.
    if (hasLeftover({ start: first.place.start.offset, end: first.place.end.offset }, plan)) return
    yield { message: 'empty', data: { title }, at: first.place, help }
    return
  }
  let seen = new Map<string, Place>()
  for (const tree of trees) {
    // Before and after, or one for each step: each shows its own time.
    if (spec.required === false) seen = new Map()
    if (spec.required !== false) yield* checkLines(tree, tree.tree!)
    yield* checkEntries(tree, tree.tree!.entries, spec.each === 'mark', seen)
  }
}

function* checkLines(tree: PlacedTree, { problems }: FileTree): Iterable<Problem<Id>> {
  for (const problem of problems) {
    const at = tree.placeOfLine(problem.line)
    if (problem.kind === 'unparsable')
      yield {
        message: 'unparsable',
        data: { text: quote(problem.text) },
        at,
        help: 'Write one path a line; put remarks behind a #'
      }
    else if (problem.kind === 'below-file')
      yield {
        message: 'belowFile',
        data: { text: quote(problem.text), file: problem.file! },
        at,
        help: `Draw it beside "${problem.file}", or below the folder that it is in`
      }
    else
      yield {
        message: problem.kind === 'mixed-tabs' ? 'mixedTabs' : 'indent',
        data: { text: quote(problem.text) },
        at,
        help: 'Indent every level by the same number of spaces'
      }
  }
}

function* checkEntries(
  tree: PlacedTree,
  entries: readonly TreeEntry[],
  required: boolean,
  seen: Map<string, Place>
): Iterable<Problem<Id>> {
  const files = entries.filter(entry => entry.kind === 'file')
  const marked = markedFiles(entries)
  const none = required && files.length > 1 && files.every(entry => !marked.has(entry))
  if (none)
    yield {
      message: 'noMarks',
      data: { count: files.length },
      at: tree.placeOfEntry(files[0]!),
      help: `${marksHelp} – each of them`
    }
  for (const entry of files) {
    const at = tree.placeOfEntry(entry)
    const first = seen.get(entry.path)
    if (first) {
      yield {
        message: 'duplicate',
        data: { path: entry.path },
        at,
        help: 'Take one of the two out',
        related: [{ place: first, message: 'First one here' }]
      }
      continue
    }
    seen.set(entry.path, at)
    if (entry.mark?.kind === 'unknown') yield unknownMark(tree, entry, entry.mark)
    else if (required && !none && !marked.has(entry))
      yield { message: 'unmarked', data: { path: entry.path }, at, help: marksHelp }
    else if (required && entry.mark?.kind === 'renamed' && entry.mark.from === undefined)
      yield {
        message: 'nameless',
        data: { path: entry.path },
        at: tree.placeOfMark(entry),
        help: 'Write <renamed: old-name>'
      }
  }
}

function unknownMark(
  tree: PlacedTree,
  entry: TreeEntry,
  { suggestion, raw }: { suggestion?: string; raw: string }
): Problem<Id> {
  const at = tree.placeOfMark(entry)
  const problem = { message: 'unknownMark' as const, data: { mark: raw, path: entry.path }, at }
  if (suggestion === undefined) return { ...problem, help: marksHelp, fixes: [] }
  const title = `Write ${suggestion}`
  // Nobody but the author knows what a renamed file was called.
  const safe = !suggestion.endsWith(': old>')
  const edits = [{ start: at.start.offset, end: at.end.offset, text: suggestion }]
  return { ...problem, help: title, fixes: [{ title, safe, edits }] }
}

/** Files with a mark of their own, or below a directory that has one. */
function markedFiles(entries: readonly TreeEntry[]): Set<TreeEntry> {
  const marked = new Set<TreeEntry>()
  let folder: TreeEntry | undefined
  for (const entry of entries) {
    if (folder && entry.depth <= folder.depth) folder = undefined
    if (entry.mark || folder) marked.add(entry)
    if (!folder && entry.directory && entry.mark) folder = entry
  }
  return marked
}
