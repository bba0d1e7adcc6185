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
  return new JsonReader(text).read()
}

class JsonReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): JsonNode {
    const root = this.#value(0)
    this.#skip()
    if (this.#at < this.#text.length) throw this.#fail()
    return root
  }

  #value(depth: number): JsonNode {
    this.#skip()
    if (depth > deepest) throw this.#fail()
    const start = this.#at
    if (this.#text[this.#at] === '{') return this.#object(start, depth)
    if (this.#text[this.#at] === '[') return this.#array(start, depth)
    const scalar = /"(?:[^"\\\n]|\\.)*"|[-+.\w]+/y
    scalar.lastIndex = this.#at
    const token = scalar.exec(this.#text)?.[0]
    if (token === undefined) throw this.#fail()
    this.#at += token.length
    return { start, end: this.#at, value: JSON.parse(token) as unknown }
  }

  #object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = []
    this.#at++
    while (!this.#isClosed('}')) {
      const keyStart = this.#at
      const key = this.#value(depth + 1)
      if (typeof key.value !== 'string') throw this.#fail()
      this.#skip()
      this.#take(':')
      members.push({ key: key.value, keyStart, node: this.#value(depth + 1) })
      this.#separate('}')
    }
    const own = Object.fromEntries(members.map(({ key, node }) => [key, node.value]))
    return { start, end: this.#at, value: own, members }
  }

  #array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = []
    this.#at++
    while (!this.#isClosed(']')) {
      items.push(this.#value(depth + 1))
      this.#separate(']')
    }
    return { start, end: this.#at, value: items.map(item => item.value), items }
  }

  #isClosed(bracket: string): boolean {
    this.#skip()
    if (this.#text[this.#at] !== bracket) return false
    this.#at++
    return true
  }

  #separate(bracket: string): void {
    this.#skip()
    if (this.#text[this.#at] !== bracket) this.#take(',')
  }

  #take(sign: string): void {
    if (this.#text[this.#at] !== sign) throw this.#fail()
    this.#at++
  }

  /** Blanks and comments. */
  #skip(): void {
    for (;;) {
      while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at]!)) this.#at++
      if (this.#text.startsWith('//', this.#at)) this.#at = this.#orEnd(this.#text.indexOf('\n', this.#at))
      else if (this.#text.startsWith('/*', this.#at))
        this.#at = this.#orEnd(this.#text.indexOf('*/', this.#at + 2) + 2 || -1)
      else return
    }
  }

  #orEnd(index: number): number {
    return index < 0 ? this.#text.length : index
  }

  #fail(): SyntaxError {
    return new SyntaxError(`not JSON at line ${this.#text.slice(0, this.#at).split('\n').length}`)
  }
}
