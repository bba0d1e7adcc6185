import { linesIn, skipMatterBlanks } from './lines.ts'
import { readScalar } from './values.ts'

/** So much of a text is read, in UTF-16 units: which format a document has is said early. */
const longest = 10_000

/**
 * What the first line "key: value" at the margin says, without quotes and comment. Only such lines are read: no YAML parser touches a stranger's text.
 *
 * @param yaml front matter without its fences, or a file of settings
 */
export function settingIn(yaml: string, key: string): string | undefined {
  for (const { indent, from, end } of linesIn(yaml, { start: 0, end: Math.min(yaml.length, longest) }))
    if (indent === 0 && yaml.startsWith(`${key}:`, from))
      return readScalar(yaml, skipMatterBlanks(yaml, from + key.length + 1, end), end).text
  return undefined
}
