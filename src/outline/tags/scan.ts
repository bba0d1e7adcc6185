import type { Span } from '../types.ts'
import type { TagToken } from './tokens.ts'
import { readTokens } from './tokens.ts'
import type { Element, Tagged, TagFault, TagSpec, TagTree } from './types.ts'

interface Open {
  token: TagToken
  spec: TagSpec
  at: number
}

/** Deeper than this nothing is looked for. */
const MAX_DEPTH = 8

/**
 * Finds the elements of a text by the tags that mean something there; a tag in a fence, in a comment or in code means nothing. Linear in the text's length.
 *
 * @param from Behind the front matter.
 */
export function scanTags(source: string, tree: TagTree, from: number): Tagged {
  const { tokens, isCut } = readTokens(source, from, tagNames(tree))
  return new Scanner(source, tree, tokens, isCut).scan()
}

/** All names of a tree. */
function tagNames(tree: TagTree, into = new Set<string>()): Set<string> {
  for (const [name, { inner }] of tree) {
    into.add(name)
    tagNames(inner, into)
  }
  return into
}

class Scanner {
  readonly #source: string
  readonly #tree: TagTree
  readonly #tokens: readonly TagToken[]
  readonly #isCut: boolean
  readonly #open: Open[] = []
  readonly #elements: Element[] = []
  readonly #faults: TagFault[] = []
  readonly #ignored = new Map<string, number>()
  /** Where the closing tags of each name are among the tokens, and how far they are behind. */
  readonly #closes = new Map<string, { at: number[]; next: number }>()

  constructor(source: string, tree: TagTree, tokens: readonly TagToken[], isCut: boolean) {
    this.#source = source
    this.#tree = tree
    this.#tokens = tokens
    this.#isCut = isCut
    for (const [index, { kind, name }] of tokens.entries()) {
      if (kind !== 'close') continue
      const same = this.#closes.get(name)
      if (same) same.at.push(index)
      else this.#closes.set(name, { at: [index], next: 0 })
    }
  }

  scan(): Tagged {
    for (const [index, token] of this.#tokens.entries()) {
      if (token.kind === 'close') this.#close(token, index)
      else if (token.kind === 'spoken') this.#ignored.set(token.name, (this.#ignored.get(token.name) ?? 0) + 1)
      else this.#begin(token, index)
    }
    // Where a fence or a comment runs to the end, that is what is wrong.
    while (this.#open.length > 0) this.#end(this.#source.length, this.#source.length, !this.#isCut)
    const cutFences = new Map(this.#tokens.flatMap(({ start, cuts }) => (cuts === undefined ? [] : [[start, cuts]])))
    this.#elements.sort((a, b) => a.open.start - b.open.start)
    return { elements: this.#elements, faults: this.#faults, cutFences }
  }

  #specOf(name: string): TagSpec | undefined {
    return (this.#open.at(-1)?.spec.inner ?? this.#tree).get(name)
  }

  #begin(token: TagToken, index: number): void {
    while (this.#specOf(token.name) === undefined) {
      const around = this.#open.findLastIndex((_, at) => this.#treeAt(at).has(token.name))
      // In no place around it does it mean anything, or the text that it stands in is closed behind it: it is spoken of.
      if (around < 0 || (this.#open.at(-1)!.token.name !== token.name && this.#isClosedBehind(index))) {
        if (token.kind === 'open') this.#ignored.set(token.name, (this.#ignored.get(token.name) ?? 0) + 1)
        return
      }
      this.#end(token.start, token.start, true)
    }
    if (this.#open.length >= MAX_DEPTH) return
    this.#open.push({ token, spec: this.#specOf(token.name)!, at: this.#elements.length })
    if (token.kind === 'empty') this.#end(token.end, token.end, false)
  }

  /** The tree in which the open element `at` stands. */
  #treeAt(at: number): TagTree {
    return at === 0 ? this.#tree : this.#open[at - 1]!.spec.inner
  }

  /** Does the innermost element end behind a token, before what is around it does? */
  #isClosedBehind(index: number): boolean {
    const own = this.#nextClose(this.#open.at(-1)!.token.name, index)
    const outer = this.#open.at(-2)
    return own < (outer ? this.#nextClose(outer.token.name, index) : Number.POSITIVE_INFINITY)
  }

  /** Asked for indices in ascending order. */
  #nextClose(name: string, index: number): number {
    const known = this.#closes.get(name)
    if (!known) return Number.POSITIVE_INFINITY
    while (known.next < known.at.length && known.at[known.next]! < index) known.next++
    return known.at[known.next] ?? Number.POSITIVE_INFINITY
  }

  #close(token: TagToken, index: number): void {
    const { name } = token
    const at = this.#open.findLastIndex(open => open.token.name === name)
    const ignored = this.#ignored.get(name) ?? 0
    const top = this.#open.at(-1)
    if (ignored > 0 && top?.token.name !== name) {
      this.#ignored.set(name, ignored - 1)
      return
    }
    if (at < 0) {
      if (!top) this.#faults.push({ kind: 'stray', name, place: token })
      else if (!top.spec.inner.has(name) && !this.#isClosedBehind(index)) {
        this.#faults.push({ kind: 'crossed', name: top.token.name, found: name, place: token, opened: top.token })
        this.#end(token.start, token.end, false)
      } else if (this.#open.some(({ spec }) => spec.inner.has(name)) || this.#tree.has(name))
        this.#faults.push({ kind: 'stray', name, place: token })
      return
    }
    while (this.#open.length > at + 1) this.#end(token.start, token.start, true)
    this.#end(token.start, token.end, false)
  }

  /** Ends the innermost element. */
  #end(innerEnd: number, end: number, isUnclosed: boolean): void {
    const { token, spec } = this.#open.pop()!
    if (isUnclosed) this.#faults.push({ kind: 'unclosed', name: token.name, place: token })
    const inner: Span = { start: token.end, end: Math.max(token.end, innerEnd) }
    this.#elements.push({
      name: token.name,
      open: { start: token.start, end: token.end },
      inner,
      end: Math.max(token.end, end),
      depth: this.#open.length,
      attributes: token.attributes,
      isCommand: spec.isCommand ?? false
    })
  }
}
