/** What a reading says by a profile: where tags mean something to it, the text between them is read again, each from its own margin. */
import type { Root } from 'mdast'
import { unitWordsOf, vocabularyOf } from '../detect/vocabulary.ts'
import { buildOutline } from '../outline/outline.ts'
import { spanOf } from '../outline/nodes.ts'
import { piecesOf, atSourcePlaces } from '../outline/tags/pieces.ts'
import { scanTags } from '../outline/tags/scan.ts'
import type { Outline } from '../outline/types.ts'
import type { Profile } from '../profiles/schema.ts'
import { tagsOf } from '../profiles/tags.ts'
import { withoutHead } from './broken-matter.ts'

const memo = new WeakMap<Root, { profile: Profile; outline: Outline }>()

/**
 * The outline by which a profile is bound. Memoised per tree.
 *
 * @param plain The outline of the text as it stands.
 * @yields The texts between the tags, to be parsed; a string in answer says that it can't be, and tags are what Markdown takes them for.
 */
export function* outlineBy(
  profile: Profile,
  plain: Outline,
  profiles: readonly Profile[]
): Generator<string, Outline, Root | string> {
  const { tree } = tagsOf(profile)
  if (!tree || !plain.source.includes('<')) return plain
  const known = memo.get(plain.root)
  if (known?.profile === profile && known.outline.source === plain.source) return known.outline
  const { source, nodes, lines } = plain
  const matterEnd = nodes.yaml ? spanOf(nodes.yaml).end : 0
  const tagged = scanTags(source, tree, matterEnd)
  if (tagged.elements.length === 0 && tagged.faults.length === 0) return plain
  const children: Root['children'] = nodes.yaml ? [nodes.yaml] : []
  for (const piece of piecesOf(withoutHead(source, matterEnd), tagged)) {
    const read = yield piece.text
    if (typeof read === 'string') return plain
    children.push(...atSourcePlaces(read, piece, lines))
  }
  const root: Root = { type: 'root', children }
  const outline = buildOutline(root, source, vocabularyOf(profiles), unitWordsOf(profiles), tagged)
  memo.set(plain.root, { profile, outline })
  return outline
}
