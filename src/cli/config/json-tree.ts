/** JSON with comments and trailing commas, with the places of its parts: so that an edit leaves the rest of a file as it is. */

export interface JsonNode {
  /** UTF-16 offsets; the end is behind the last character. */
  start: number
  end: number
  value: unknown
  members?: JsonMember[]
  items?: JsonNode[]
}

export interface JsonMember {
  key: string
  keyStart: number
  node: JsonNode
}

/** Deeper than any configuration. */
const deepest = 100

/** @throws {SyntaxError} for a text that is none */
export function parseJsonTree(text: string): JsonNode {
  let at = 0
  const root = value(0)
  skip()
  if (at < text.length) throw fail()
  return root

  function value(depth: number): JsonNode {
    skip()
    if (depth > deepest) throw fail()
    const start = at
    if (text[at] === '{') return object(start, depth)
    if (text[at] === '[') return array(start, depth)
    const scalar = /"(?:[^"\\\n]|\\.)*"|[-+.\w]+/y
    scalar.lastIndex = at
    const token = scalar.exec(text)?.[0]
    if (token === undefined) throw fail()
    at += token.length
    return { start, end: at, value: JSON.parse(token) as unknown }
  }

  function object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = []
    at++
    while (!isClosed('}')) {
      const keyStart = at
      const key = value(depth + 1)
      if (typeof key.value !== 'string') throw fail()
      skip()
      take(':')
      members.push({ key: key.value, keyStart, node: value(depth + 1) })
      separate('}')
    }
    const own = Object.fromEntries(members.map(({ key, node }) => [key, node.value]))
    return { start, end: at, value: own, members }
  }

  function array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = []
    at++
    while (!isClosed(']')) {
      items.push(value(depth + 1))
      separate(']')
    }
    return { start, end: at, value: items.map(item => item.value), items }
  }

  function isClosed(bracket: string): boolean {
    skip()
    if (text[at] !== bracket) return false
    at++
    return true
  }

  function separate(bracket: string): void {
    skip()
    if (text[at] !== bracket) take(',')
  }

  function take(sign: string): void {
    if (text[at] !== sign) throw fail()
    at++
  }

  /** Blanks and comments. */
  function skip(): void {
    for (;;) {
      while (at < text.length && /\s/.test(text[at]!)) at++
      if (text.startsWith('//', at)) at = orEnd(text.indexOf('\n', at))
      else if (text.startsWith('/*', at)) at = orEnd(text.indexOf('*/', at + 2) + 2 || -1)
      else return
    }
  }

  function orEnd(index: number): number {
    return index < 0 ? text.length : index
  }

  function fail(): SyntaxError {
    return new SyntaxError(`not JSON at line ${text.slice(0, at).split('\n').length}`)
  }
}
