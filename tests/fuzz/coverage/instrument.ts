/**
 * Puts counters into source code: at the start of each block, of each arm of a condition, of each case and of each arrow function's value. A counter tells of the
 * step from the place counted before to this one, so that another order of the same places is seen too.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'
import { parseSync } from 'vite'

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Where steps and places are counted while an instrumented bundle runs. */
export interface Counters {
  steps: Uint8Array
  places: Uint8Array
  last: number
}

/** The global variable that holds the counters. */
export const counterName = '__planlintCounters'
const call = '__at'
const maxPlaces = 1 << 16
export const maxSteps = 1 << 17

/** What each instrumented module begins with. One copy for the bundle would be no faster: V8 inlines it. */
const prelude = `const __c = globalThis.${counterName}; const ${call} = (n, spread) => { const i = (__c.last ^ spread) & ${maxSteps - 1}; if (__c.steps[i] < 255) __c.steps[i]++; __c.places[n] = 1; __c.last = spread >>> 1 };`

/** Makes the counters, for all instrumented code that is loaded from now on. */
export function createCounters(): Counters {
  const counters: Counters = { steps: new Uint8Array(maxSteps), places: new Uint8Array(maxPlaces), last: 0 }
  Object.assign(globalThis, { [counterName]: counters })
  return counters
}

/**
 * @param from the number of the first place
 * @returns the code with counters, and how many places it has
 */
export function instrument(file: string, code: string, from: number): { code: string; count: number } {
  const opened = new Map<number, string>()
  const closed = new Map<number, string>()
  let count = 0
  const counter = (): string => {
    const number = from + count++
    return `${call}(${number}, ${Math.imul(number + 1, 0x9e3779b1) >>> 15})`
  }
  const before = (at: number, text: string): void => void opened.set(at, (opened.get(at) ?? '') + text)
  const behind = (at: number, text: string): void => void closed.set(at, text + (closed.get(at) ?? ''))
  const asBlock = (node: Node): void => {
    if (node.type === 'BlockStatement') return void before(node.start + 1, `${counter()};`)
    before(node.start, `{${counter()};`)
    behind(node.end, '}')
  }
  const asValue = (node: Node): void => {
    before(node.start, `(${counter()}, `)
    behind(node.end, ')')
  }
  const program = parseSync(file, code).program as unknown as Node
  // Outer nodes before inner ones that begin at the same place.
  const stack: Node[] = [program]
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const [kind, part] of armsOf(node)) {
      if (kind === 'block') asBlock(part)
      else asValue(part)
    }
    stack.push(...childrenOf(node).toReversed())
  }
  return { code: prelude + spliced(code, opened, closed), count }
}

/** The parts of a node that are reached in some cases only. */
function armsOf(node: Node): ['block' | 'value', Node][] {
  const part = (name: string): Node | undefined => (node[name] ?? undefined) as Node | undefined
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return part('body') ? [['block', part('body')!]] : []
    case 'ArrowFunctionExpression':
      return [[part('body')!.type === 'BlockStatement' ? 'block' : 'value', part('body')!]]
    case 'IfStatement':
      return [
        ['block', part('consequent')!],
        ...(part('alternate') ? [['block', part('alternate')!] as ['block', Node]] : [])
      ]
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [['block', part('body')!]]
    case 'CatchClause':
      return [['block', part('body')!]]
    case 'ConditionalExpression':
      return [
        ['value', part('consequent')!],
        ['value', part('alternate')!]
      ]
    case 'LogicalExpression':
      return [['value', part('right')!]]
    case 'SwitchCase': {
      const [first] = node['consequent'] as Node[]
      return first && first.type !== 'BlockStatement' && !first.type.endsWith('Declaration')
        ? [['block', first]]
        : first?.type === 'BlockStatement'
          ? [['block', first]]
          : []
    }
    default:
      return []
  }
}

function childrenOf(node: Node): Node[] {
  const found: Node[] = []
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (
        typeof one === 'object' &&
        one !== null &&
        typeof (one as Node).type === 'string' &&
        typeof (one as Node).start === 'number'
      )
        found.push(one as Node)
  }
  return found.sort((a, b) => a.start - b.start)
}

function spliced(code: string, opened: ReadonlyMap<number, string>, closed: ReadonlyMap<number, string>): string {
  const parts: string[] = []
  let from = 0
  for (const at of [...new Set([...opened.keys(), ...closed.keys()])].sort((a, b) => a - b)) {
    parts.push(code.slice(from, at), closed.get(at) ?? '', opened.get(at) ?? '')
    from = at
  }
  parts.push(code.slice(from))
  return parts.join('')
}

/** An esbuild plugin that puts counters into planlint's own code; `places` says how many it has put in. */
export function instrumenting(root: string, places: { count: number }): Plugin {
  return {
    name: 'instrumenting',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const name = path.relative(root, file)
        if (!/^(?:src|rules)[\\/]/.test(name)) return undefined
        const { code, count } = instrument(file, fs.readFileSync(file, 'utf8'), places.count)
        places.count += count
        if (places.count > maxPlaces) throw new RangeError('More places than counters')
        return { contents: code, loader: 'ts' }
      })
    }
  }
}
