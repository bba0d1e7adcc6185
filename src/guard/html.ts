/** HTML blocks, by CommonMark's seven start conditions: inside one, nothing else is Markdown. */
import { peek, type Cursor } from './cursor.ts'

/** What ends an open HTML block: one of these pieces in a line, or (where there is none) a blank line. */
export interface Html {
  ends: readonly string[]
}

const raw = new Set(['script', 'pre', 'style', 'textarea'])
const rawEnds = [...raw].map(name => `</${name}>`)

const blocks = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu ' +
    'menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' ')
)

const tagName = /^<\/?([a-z][a-z0-9-]*)/i
const closingTag = /^<\/[a-z][a-z0-9-]*[ \t]*>$/i
const openingTag =
  /^<[a-z][a-z0-9-]*(?:[ \t]+[a-z:_][a-z0-9.:_-]*(?:[ \t]*=[ \t]*(?:[^ \t"'/<=>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?>$/i

/** The HTML block that the line opens; `'closed'` where it ends in the same line. */
export function openHtml(cursor: Cursor, inParagraph: boolean): Html | 'closed' | undefined {
  if (peek(cursor) !== '<') return undefined
  const line = cursor.text.slice(cursor.at, cursor.end)
  const special = openSpecial(line)
  if (special) return special
  const name = tagName.exec(line)?.[1]
  if (name === undefined) return undefined
  const low = name.toLowerCase()
  const closing = line[1] === '/'
  const after = line.slice(name.length + (closing ? 2 : 1))
  if (!closing && raw.has(low) && startsRaw(after)) return begin(rawEnds, line, 1)
  if (blocks.has(low) && (startsRaw(after) || after.startsWith('/>'))) return { ends: [] }
  if (inParagraph || (raw.has(low) && !closing && after[0] !== '/')) return undefined
  const trimmed = line.trimEnd()
  return closingTag.test(trimmed) || openingTag.test(trimmed) ? { ends: [] } : undefined
}

/** Does the line end the open HTML block? */
export function closesHtml(html: Html, line: string): boolean {
  const low = line.toLowerCase()
  return html.ends.length === 0 ? line.trim() === '' : html.ends.some(end => low.includes(end))
}

function openSpecial(line: string): Html | 'closed' | undefined {
  if (line.startsWith('<!--')) return begin(['-->'], line, 2)
  if (line.startsWith('<?')) return begin(['?>'], line, 1)
  if (line.startsWith('<![CDATA[')) return begin([']]>'], line, 9)
  if (/^<![a-z]/i.test(line)) return begin(['>'], line, 2)
  return undefined
}

function begin(ends: readonly string[], line: string, from: number): Html | 'closed' {
  return closesHtml({ ends }, line.slice(from)) ? 'closed' : { ends }
}

function startsRaw(after: string): boolean {
  return after === '' || after[0] === ' ' || after[0] === '\t' || after[0] === '>'
}
