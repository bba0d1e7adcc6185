/** What MDX has besides Markdown and no plan says: imports, exports and comments. Blanks take its place, or a comment of Markdown, so that offsets stay. */

const statement =
  /^(?:import (?:['"{*]|[\w$]{1,80}(?:,| from ))|export (?:const|let|var|function|async|class|default|\{|\*))/
const fence = /^[ \t>*+-]{0,20}(`{3,}|~{3,})/

/**
 * @param path of the document; any but `*.mdx` is returned as it is
 * @returns a text of the same length, with the same lines
 */
export function withoutMdx(source: string, path = ''): string {
  return /\.mdx$/i.test(path) ? withoutComments(withoutStatements(source)) : source
}

/** Blocks of imports and exports: they begin a line behind an empty one, and end with the next empty one. */
function withoutStatements(source: string): string {
  if (!/^(?:im|ex)port /m.test(source)) return source
  let open = ''
  let before = ''
  let isIn = false
  const lines = source.split('\n').map(line => {
    const mark = fence.exec(line)?.[1] ?? ''
    if (open !== '') open = mark.startsWith(open) ? '' : open
    else open = mark
    const isBlank = line.trim() === ''
    isIn = !isBlank && open === '' && (isIn || (/^(?:|---)$/.test(before.trim()) && statement.test(line)))
    before = line
    return isIn ? blank(line) : line
  })
  return lines.join('\n')
}

/** Comments, which lint comments may be: `{/* lint disable step-verification *\/}`; code is none. */
function withoutComments(source: string): string {
  let out = ''
  let at = 0
  for (let start = source.indexOf('{/*'); start >= 0; start = source.indexOf('{/*', at)) {
    const end = source.indexOf('*/}', start + 3)
    if (end < 0) break
    const inner = source.slice(start + 3, end)
    const isCode = source[start - 1] === '`'
    out += source.slice(at, start) + (isCode ? source.slice(start, end + 3) : commentOf(inner))
    at = end + 3
  }
  return out + source.slice(at)
}

/** The same as a comment of Markdown, which is a sign longer: a space goes. */
function commentOf(inner: string): string {
  if (!/^[ \t]/.test(inner) || inner.includes('--')) return blank(`{/*${inner}*/}`)
  return `<!--${inner.slice(1)}-->`
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
