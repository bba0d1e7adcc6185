/** Reads the text of a fence as a file tree: indentation, box drawing, ASCII art, or a flat list of paths. Total, linear. */
import { longestPath, readToken, type PathKind } from './paths.ts'
import { markWith, type Mark } from './mark.ts'
import { readMark } from './marks.ts'
import { moveBeside } from './files-in-files.ts'
import { joinWritten } from './segments.ts'
import { remember } from '../util/remember.ts'
import { isAside, readContent, readLine, type LineContent, type TreeLine } from './tree-lines.ts'
import {
  countName,
  looksLikeOther,
  looksLikeTree,
  newStats,
  styleOfTree,
  type TreeStats,
  type TreeStyle
} from './tree-look.ts'

export interface TreeEntry {
  /** Full path from the tree's root lines, joined with `/`. */
  path: string
  name: string
  /** How many entries it is in. */
  depth: number
  /** Written with a trailing `/`, or has children. */
  directory: boolean
  kind: PathKind
  /** 0-based line within the fence's value. */
  line: number
  /** 0-based UTF-16 column of the name in that line. */
  column: number
  /** After the name. */
  endColumn: number
  mark?: Mark & { column: number; endColumn: number }
}

interface TreeProblem {
  kind: 'unparsable' | 'bad-indent' | 'mixed-tabs' | 'below-file'
  line: number
  text: string
  /** What it is drawn below. */
  file?: string
}

export interface FileTree {
  entries: TreeEntry[]
  problems: TreeProblem[]
  style: TreeStyle
}

/** An open level: an entry, or a root such as `.` that adds nothing to the paths. */
interface Level {
  line: TreeLine
  entry: TreeEntry | undefined
  path: string
  depth: number
  isFile: boolean
}

interface TreeReading {
  tree: FileTree
  open: Level[]
  stats: TreeStats
  /** Column from which the line before holds a comment: deeper lines go on with it. */
  commentFrom: number
  /** It is written as a diff: `-` in the first column means deletion, and is no bullet. */
  diff: boolean
}

/**
 * Parses the text of a fence as a file tree.
 *
 * @param value - the fence's text
 * @param expected - it stands where a tree is wanted: lean towards reading it, and report what can't be read
 * @returns `undefined` when it is something else (a diagram, a call flow, code, a shell session); no entries for a blank fence. Shared by all who ask about
 *   the same text: not to be changed
 */
export function parseTree(value: string, expected: boolean): FileTree | undefined {
  return expected ? parseExpected(value) : parseAny(value)
}

/** Several ask about each fence. */
const parseExpected = remember(value => parse(value, true), 30, 4000)
const parseAny = remember(value => parse(value, false), 30, 4000)

function parse(value: string, expected: boolean): FileTree | undefined {
  const tree: FileTree = { entries: [], problems: [], style: 'flat' }
  const lines = readLines(value)
  if (lines.length === 0) return tree
  if (looksLikeOther(lines, expected)) return undefined
  const diff = lines.some(({ sign }) => sign !== undefined && sign.mark !== '-')
  const reading: TreeReading = { tree, open: [], stats: newStats(), commentFrom: Infinity, diff }
  for (const line of lines) readEntry(line, reading)
  tree.style = styleOfTree(lines, reading.stats)
  if (tree.style !== 'indent') tree.problems = tree.problems.filter(problem => problem.kind === 'unparsable')
  else {
    const mixed = mixedTabs(lines)
    // Which level a line is at, nobody can tell then.
    if (mixed) tree.problems = [...tree.problems.filter(({ kind }) => kind !== 'bad-indent'), mixed]
  }
  for (const { file, first } of moveBeside(tree.entries))
    tree.problems.push({ kind: 'below-file', line: first.line, text: first.name, file: file.name })
  for (const entry of tree.entries) if (entry.directory && entry.kind === 'file') entry.kind = 'directory'
  return looksLikeTree(reading.stats, tree.style, expected) ? tree : undefined
}

function readLines(value: string): TreeLine[] {
  const lines: TreeLine[] = []
  for (const [index, text] of value.split('\n').entries()) {
    const line = readLine(text, index)
    if (line) lines.push(line)
  }
  return lines
}

function readEntry(line: TreeLine, reading: TreeReading): void {
  const { tree, stats } = reading
  if (isAside(line.rest) || (line.branch === undefined && line.start >= reading.commentFrom)) return
  if (line.branch !== undefined) stats.connectors++
  // "Modified:" over a group of roots
  if (line.branch === undefined && /^[\p{L}][^./\\]{0,60}:$/u.test(line.rest)) {
    reading.open = []
    return
  }
  const content = readContent(line.rest, line.start)
  if (isRoot(content, line)) {
    reading.open = [{ line, entry: undefined, path: '', depth: 0, isFile: false }]
    return
  }
  const mark = markOf(line, content, reading.diff)
  // A link that the plan says nothing of is shown for the reader's sake.
  if (content.isLink && !mark) return
  stats.lines++
  const refs = content.names.map(({ name }) => readToken(name, true))
  if (refs.includes(undefined)) {
    unparsable(line, reading)
    return
  }
  const parent = openLevel(line, reading)
  reading.commentFrom =
    content.after.text.trim() === ''
      ? Infinity
      : content.after.start + content.after.text.length - content.after.text.trimStart().length
  if (mark) stats.marks++
  for (const [index, { name, start }] of content.names.entries()) {
    const path = joinWritten(parent?.path ?? '', name)
    if (path.length > longestPath) {
      unparsable(line, reading)
      return
    }
    const read = refs[index]!
    const kind = kindOf(name, read.ref.kind)
    const entry: TreeEntry = {
      path,
      name,
      depth: parent?.depth ?? 0,
      directory: isSlashed(name),
      kind,
      line: line.line,
      column: start,
      endColumn: start + name.length
    }
    if (mark) entry.mark = mark
    tree.entries.push(entry)
    if (index === content.names.length - 1)
      reading.open.push({ line, entry, path, depth: entry.depth + 1, isFile: read.sure && kind === 'file' })
    countName(name, read.sure, stats)
  }
  if (!parent?.entry) return
  if (parent.isFile && !parent.entry.directory) stats.parents++
  parent.entry.directory = true
  stats.nested++
}

const isSlashed = (name: string): boolean => /[\\/]$/.test(name)

/** In a tree, a directory shows by its slash or its children, not by its name. */
function kindOf(name: string, read: PathKind): PathKind {
  return read === 'glob' ? 'glob' : isSlashed(name) ? 'directory' : 'file'
}

function unparsable(line: TreeLine, { tree, stats }: TreeReading): void {
  stats.prose++
  tree.problems.push({ kind: 'unparsable', line: line.line, text: line.rest })
}

/** `.`, `./`, `[project-root]/`: stands for the repository, and is no part of the paths. */
function isRoot({ names }: LineContent, line: TreeLine): boolean {
  const name = names.length === 1 ? (names[0]?.name ?? '') : ''
  return (
    line.branch === undefined &&
    /^(?:\.\/?|\/|[[<{(][\w -]{0,20}(?:root|repo|repository|project)[\w -]{0,20}[\])}>]\/?)$/i.test(name)
  )
}

/** Closes the levels that the line is not in, and returns the one that it is in. */
function openLevel(line: TreeLine, reading: TreeReading): Level | undefined {
  const { open, tree } = reading
  let closed: TreeLine | undefined
  for (let top = open.at(-1); top && !isInside(line, top.line); top = open.at(-1)) {
    closed = top.line
    open.pop()
  }
  let bad = closed !== undefined && closed.column !== line.column
  // indented below a file: the indentation is off, the entry belongs beside that file
  for (
    let top = open.at(-1);
    line.branch === undefined && top?.entry && top.isFile && !top.entry.directory;
    top = open.at(-1)
  ) {
    bad = true
    open.pop()
  }
  if (bad) tree.problems.push({ kind: 'bad-indent', line: line.line, text: line.rest })
  return open.at(-1)
}

function isInside(line: TreeLine, outer: TreeLine): boolean {
  if (line.branch !== undefined)
    return outer.branch === undefined ? outer.column <= line.branch && !outer.guided : outer.branch < line.branch
  return outer.branch === undefined ? outer.column < line.column : outer.column <= line.column
}

/** A mark after the name, before it, or in the first column. */
function markOf(line: TreeLine, content: LineContent, diff: boolean): TreeEntry['mark'] {
  const mark = writtenMark(line, content, diff)
  const from = content.from
  if (from === undefined || (mark && mark.kind !== 'renamed')) return mark
  const { start, end, name } = from
  const arrow: Mark = { kind: 'renamed', raw: name, start, end, form: 'prefix', canonical: false }
  return markWith(mark ?? arrow, { from: name, column: mark?.column ?? start, endColumn: mark?.endColumn ?? end })
}

function writtenMark(line: TreeLine, { before, after }: LineContent, diff: boolean): TreeEntry['mark'] {
  const first = { text: diff ? (line.sign?.mark ?? '') : '', start: line.sign?.column ?? 0 }
  for (const { text, start } of [after, before, first]) {
    const mark = text === '-' && !diff ? undefined : readMark(text, 'tree')
    if (mark) return markWith(mark, { column: start + mark.start, endColumn: start + mark.end })
  }
  return undefined
}

/** Some lines indented by tabs, others by spaces: readers see different levels. The first of those that are fewer; of as many, of those that come later. */
function mixedTabs(lines: TreeLine[]): TreeProblem | undefined {
  const ways = [lines.filter(line => line.tabs), lines.filter(line => line.spaces)] as const
  if (ways.some(way => way.length === 0)) return undefined
  const [rarer] = ways.toSorted((a, b) => a.length - b.length || b[0]!.line - a[0]!.line)
  const { line, rest } = rarer![0]!
  return { kind: 'mixed-tabs', line, text: rest }
}
