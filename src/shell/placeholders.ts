import type { Placeholder } from './types.ts'

/** `<name>`: no redirection is written like that. */
const angle = /(?<![<\w])<(?=[A-Za-z_])[\w./:|,'’ -]{1,80}>/g

/**
 * Words in angle brackets, wherever they stand; offsets are those of the text.
 *
 * @param text - a script
 */
export function anglesOf(text: string): Placeholder[] {
  if (!text.includes('<')) return []
  const found: Placeholder[] = []
  for (const match of text.matchAll(angle)) {
    const inner = match[0].slice(1, -1)
    const next = text[match.index + match[0].length] ?? ''
    if (/[ 0-9]$/.test(inner) && / \d?$/.test(inner)) continue
    if (/\.\w{1,5}$/.test(inner) && /[\w/]/.test(next)) continue
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The text with placeholders as plain words, so that the grammar reads no redirection; offsets stay. */
export function mask(text: string, found: readonly Placeholder[]): string {
  if (found.length === 0) return text
  let out = ''
  let end = 0
  for (const item of found) {
    out += text.slice(end, item.start) + 'X'.repeat(item.end - item.start)
    end = item.end
  }
  return out + text.slice(end)
}
