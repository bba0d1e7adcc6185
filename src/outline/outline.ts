import type { Root } from 'mdast'
import { readCheckboxes } from './checkboxes.ts'
import { conflictsIn, underlined } from './code/conflicts.ts'
import { readFences } from './code/fences.ts'
import { unclosedHtml } from './code/unclosed-html.ts'
import type { Vocabulary } from './labels/plain-label.ts'
import { Lines, indexNodes } from './nodes.ts'
import { itemReaches } from './parts/item-reach.ts'
import { buildParts } from './parts/parts.ts'
import type { Tagged } from './tags/types.ts'
import type { Outline } from './types.ts'

const none: readonly string[] = []
const asWritten: ReadonlyMap<number, number> = new Map()
const untagged: Tagged = { elements: [], faults: [], cutFences: new Map() }
const memo = new WeakMap<Root, { source: string; vocabulary: Vocabulary; words: readonly string[]; outline: Outline }>()

/** The outline of a tree that others will ask for as well: each rule, where rules are plugins of their own. Memoised per tree. */
export function outlineOf(
  root: Root,
  source: string,
  vocabulary: Vocabulary,
  words: readonly string[] = none
): Outline {
  const known = memo.get(root)
  if (known && known.vocabulary === vocabulary && known.words === words && known.source === source) return known.outline
  const outline = buildOutline(root, source, vocabulary, words)
  memo.set(root, { source, vocabulary, words, outline })
  return outline
}

/**
 * Reads a tree into an outline. Total: any tree gives an outline, one without positions gives a poorer one.
 *
 * @param source The text that the tree was parsed from; a byte order mark is dropped.
 * @param vocabulary Labels that count without markup.
 * @param words Words that titles count with besides the usual ones, lower case.
 * @param tagged Tags that mean something in it: then the tree is that of the text without them, put where its nodes stand.
 */
export function buildOutline(
  root: Root,
  source: string,
  vocabulary: Vocabulary,
  words: readonly string[] = none,
  tagged: Tagged = untagged
): Outline {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const nodes = indexNodes(root)
  const lines = new Lines(text)
  const fences = readFences(root, nodes, text, lines, end => tagged.cutFences.has(end))
  const conflicts = conflictsIn(nodes, text, lines)
  const phantoms = [...fences.phantoms, ...underlined(nodes, conflicts, text)]
  const reaches = itemReaches(root, { source: text, vocabulary, words })
  const partsBy = (levels: ReadonlyMap<number, number>): Pick<Outline, 'document' | 'parts'> => {
    const reading = { source: text, lines, vocabulary, phantoms, words, levels, reaches }
    const parts = buildParts(root, reading, tagged.elements)
    return { document: parts[0]!, parts }
  }
  const outline: Outline = {
    root,
    source: text,
    nodes,
    ...partsBy(asWritten),
    lines,
    itemReaches: reaches,
    checkboxes: readCheckboxes(nodes, text, lines),
    brokenFences: [...fences.broken, ...unclosedHtml(nodes, text, lines), ...conflicts],
    tagFaults: tagged.faults,
    withLevels: levels => ({ ...outline, ...partsBy(levels) })
  }
  return outline
}
