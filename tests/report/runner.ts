/** What the runner of GitHub Actions takes for a command in a line of output, after its own parser. */
export interface Command {
  name: string
  properties: Record<string, string>
  data: string
}

/** The current syntax: at the start of a line, after white space. Returns null for ordinary output. */
export function parseCommand(line: string): Command | null {
  const text = line.trimStart()
  if (!text.startsWith('::')) return null
  const end = text.indexOf('::', 2)
  if (end < 0) return null
  const info = text.slice(2, end)
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  const properties: Record<string, string> = {}
  for (const pair of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(',')) {
    const equals = pair.indexOf('=')
    if (equals > 0) properties[pair.slice(0, equals)] = unescape(pair.slice(equals + 1), true)
  }
  return { name, properties, data: unescape(text.slice(end + 2), false) }
}

/** The old syntax, which the runner still looks for anywhere in a line, and that of Azure Pipelines. */
export function hasOldCommand(line: string): boolean {
  return /##[a-z]*\[/i.test(line)
}

function unescape(text: string, isProperty: boolean): string {
  const short = isProperty ? text.replaceAll('%3A', ':').replaceAll('%2C', ',') : text
  return short.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
