/**
 * Globs as plans write them: `*`, `**`, `?`, `{a,b}`, and what stands for "any name" in prose: `<name>`, `{name}`, `...` as a segment.
 * Matched by walking a small automaton, so that no pattern can make it slow: time is (pattern length × path length), both capped.
 */

import { remember } from '../util/remember.ts'

const longestGlob = 256
const longestPath = 1024

type Test = (character: string) => boolean
interface GlobState {
  test?: Test
  next: number[]
  loop: boolean
  accept: boolean
}

const any: Test = () => true
const inSegment: Test = character => character !== '/'

/** Does the text hold glob syntax or a placeholder that stands for a name? */
export function hasGlob(text: string): boolean {
  return /[*?{}]|<[^<>]*>|(?:^|\/)(?:\.\.\.|…)(?:\/|$)/.test(text)
}

/**
 * Does the glob match the path, or the end of the path from some segment on (as `*.py` matches `src/cli.py`)?
 *
 * @param glob - the pattern, with `/` separators
 * @param path - the path, with `/` separators
 */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > longestGlob || path.length > longestPath || glob === '' || path === '') return false
  const states = statesOf(glob)
  let active = new Set<number>()
  enter(states, 0, active)
  for (const [index, character] of [...path].entries()) {
    const following = new Set<number>()
    for (const id of active) {
      const state = states[id]
      if (!state?.test?.(character)) continue
      if (state.loop) enter(states, id, following)
      else for (const next of state.next) enter(states, next, following)
    }
    if (character === '/' && index > 0) enter(states, 0, following)
    active = following
  }
  for (const id of active) if (states[id]?.accept) return true
  return false
}

/** A profile's patterns are asked of every file. */
const statesOf = remember(compile, 500, longestGlob)

/** Adds a state and everything reachable from it without reading a character. */
function enter(states: GlobState[], start: number, into: Set<number>): void {
  const todo = [start]
  while (todo.length > 0) {
    const id = todo.pop() as number
    if (into.has(id)) continue
    into.add(id)
    const state = states[id]
    if (state && (state.loop || !state.test)) todo.push(...state.next)
  }
}

/** Thompson's construction: braces fork and join, stars loop. */
function compile(glob: string): GlobState[] {
  const states: GlobState[] = []
  const add = (test?: Test, loop = false): number =>
    states.push({ ...(test && { test }), next: [], loop, accept: false }) - 1
  const open: { fork: number; ends: number[] }[] = []
  let last = add()
  const append = (id: number): void => {
    states[last]?.next.push(id)
    last = id
  }
  for (let at = 0; at < glob.length;) {
    const { kind, length } = pieceAt(glob, at, open.length > 0)
    if (kind === 'globstar') append(add(any, true))
    else if (kind === 'folders') folders()
    else if (kind === 'star') append(add(inSegment, true))
    else if (kind === 'one') append(add(inSegment))
    else if (kind === 'open') {
      append(add())
      open.push({ fork: last, ends: [] })
    } else if (kind === 'comma') {
      const top = open.at(-1)
      if (top) {
        top.ends.push(last)
        last = top.fork
      }
    } else if (kind === 'close') close()
    else {
      const wanted = String.fromCodePoint(glob.codePointAt(at) as number)
      append(add(character => character === wanted))
    }
    at += length
  }
  while (open.length > 0) close()
  append(add())
  const end = states[last]
  if (end) end.accept = true
  return states

  // `**/`: any number of whole segments, none included
  function folders(): void {
    append(add())
    const fork = last
    append(add(any, true))
    append(add(character => character === '/'))
    append(add())
    states[fork]?.next.push(last)
  }

  function close(): void {
    const top = open.pop()
    const join = add()
    append(join)
    for (const end of top?.ends ?? []) states[end]?.next.push(join)
  }
}

type Piece = { kind: 'globstar' | 'folders' | 'star' | 'one' | 'open' | 'comma' | 'close' | 'literal'; length: number }

function pieceAt(glob: string, at: number, inBraces: boolean): Piece {
  const character = glob[at]
  const border = at === 0 || glob[at - 1] === '/'
  if (character === '*') {
    if (glob[at + 1] !== '*') return { kind: 'star', length: 1 }
    return border && glob[at + 2] === '/' ? { kind: 'folders', length: 3 } : { kind: 'globstar', length: 2 }
  }
  if (character === '?') return { kind: 'one', length: 1 }
  const elided = border ? /^(?:\.\.\.|…)(\/|$)/.exec(glob.slice(at, at + 4)) : null
  if (elided) return { kind: elided[1] === '/' ? 'folders' : 'globstar', length: elided[0].length }
  const closing = character === '{' ? '}' : character === '<' ? '>' : undefined
  if (closing) {
    const end = glob.indexOf(closing, at)
    if (end > at && (character === '<' || !glob.slice(at, end).includes(',')))
      return { kind: 'star', length: end - at + 1 }
    if (end > at) return { kind: 'open', length: 1 }
  }
  if (inBraces && character === ',') return { kind: 'comma', length: 1 }
  if (inBraces && character === '}') return { kind: 'close', length: 1 }
  const point = glob.codePointAt(at) ?? 0
  return { kind: 'literal', length: point > 0xffff ? 2 : 1 }
}
