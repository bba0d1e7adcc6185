/** What a document may hold before it is parsed, and the words for what holds more. */

export interface Limits {
  /** Size in UTF-8 bytes. */
  bytes: number
  /** Lines; the text after the last line ending counts as one. */
  lines: number
  /** How deep lists and block quotes nest. */
  nesting: number
  /** Characters of `*_[]<` and backticks, and `!` before `[`, in one paragraph, heading or table row. */
  markersPerBlock: number
  /** Those of them that are `*` or `_`: each costs more than the others. */
  emphasisPerBlock: number
  /** Lines in one paragraph. */
  linesPerBlock: number
  /** Lists and block quotes that end before the document does. */
  containerGroups: number
  /**
   * Work for going over the document again, per byte: the parser does so whenever such a list, a block quote or an
   * underlined heading ends. The more there is before it, the dearer.
   */
  regrouping: number
  /** Link reference definitions. */
  definitions: number
  /** Characters `|` outside of code: each makes a table cell, and these are large. */
  tableCells: number
  /** Size of the YAML front matter in UTF-16 units. */
  frontMatter: number
  /** How deep its brackets and compact lists nest. */
  frontMatterNesting: number
}

/** At least three times what any real plan that was measured holds; what is within them is parsed in linear time. */
export const defaultLimits: Limits = {
  bytes: 512 * 1024,
  lines: 20_000,
  nesting: 32,
  markersPerBlock: 1000,
  emphasisPerBlock: 400,
  linesPerBlock: 1000,
  containerGroups: 2000,
  regrouping: 250,
  definitions: 1000,
  tableCells: 20_000,
  frontMatter: 16 * 1024,
  frontMatterNesting: 32
}

/** No limits: to measure. */
export const unlimited = Object.fromEntries(
  Object.keys(defaultLimits).map(name => [name, Infinity])
) as unknown as Limits

/** Where a document is too much; line and column are 1-based, UTF-16. */
export interface TooMuch {
  line: number
  column: number
  code: 'too-complex' | 'too-large'
  message: string
}

const words: Record<keyof Limits, [what: string, remedy: string]> = {
  bytes: ['bytes', 'split the document'],
  lines: ['lines', 'split the document'],
  nesting: ['levels of lists and block quotes in each other', 'nest less deeply'],
  markersPerBlock: [
    'characters of emphasis, code, link or HTML syntax in one paragraph',
    'split the paragraph, or put it into a code block'
  ],
  emphasisPerBlock: ['characters of emphasis in one paragraph', 'split the paragraph, or put it into a code block'],
  linesPerBlock: ['lines in one paragraph', 'split the paragraph, or put it into a code block'],
  containerGroups: ['separate lists and block quotes', 'split the document'],
  regrouping: ['units of work per byte for lists, block quotes and underlined headings that end', 'split the document'],
  definitions: ['link reference definitions', 'write links in place'],
  tableCells: ['table cells', 'split the document'],
  frontMatter: ['characters of front matter', 'move it into the document'],
  frontMatterNesting: ['levels of brackets or lists in each other in the front matter', 'nest less deeply']
}

/** The fatal error for a measure above its limit. */
export function tooMuch(name: keyof Limits, limit: number, line: number, column: number): TooMuch {
  const [what, remedy] = words[name]
  const code = name === 'bytes' || name === 'lines' ? 'too-large' : 'too-complex'
  return {
    line,
    column,
    code,
    message: `Expected at most ${limit.toLocaleString('en')} ${what}: ${remedy}, or raise the limit "${name}"`
  }
}
