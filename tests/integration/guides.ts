/** What the guides tell people to write, taken from the guides: what is tried is what is told. */
import fs from 'node:fs'
import path from 'node:path'
import { root } from './place.ts'

/**
 * @param after text before the block, in the guide
 * @returns the first fenced block after it
 */
export function block(guide: string, after: string): string {
  const text = fs.readFileSync(path.join(root, 'docs', guide), 'utf8')
  const at = text.indexOf(after)
  const found = at < 0 ? null : /^( *)```\w*\n([^]*?)\n *```$/m.exec(text.slice(at + after.length))
  if (!found) throw new Error(`No block after "${after}" in ${guide}`)
  return `${found[2]!
    .split('\n')
    .map(line => (line.startsWith(found[1]!) ? line.slice(found[1]!.length) : line))
    .join('\n')}\n`
}
