/** Finds every regular expression in a source text. */
import { parseSync } from 'vite'

export interface Found {
  source: string
  flags: string
  line: number
}
/** A `new RegExp(…)` of something that only the run time knows. */
export interface Dynamic {
  argument: string
  line: number
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

/** Stands for `${…}` in a template: what goes in there must itself be free of quantifiers. */
const filling = 'x'

export function patternsOf(file: string, code: string): { found: Found[]; dynamic: Dynamic[] } {
  const result: { found: Found[]; dynamic: Dynamic[] } = { found: [], dynamic: [] }
  const stack: unknown[] = [parseSync(file, code).program]
  for (let node = stack.pop(); node !== undefined || stack.length > 0; node = stack.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if (isNode(node)) look(node, code, result)
    for (const value of Object.values(node)) if (typeof value === 'object') stack.push(value)
  }
  return result
}

function look(node: Node, code: string, { found, dynamic }: { found: Found[]; dynamic: Dynamic[] }): void {
  const line = code.slice(0, node.start).split('\n').length
  const regex = node['regex'] as { pattern: string; flags: string } | undefined
  if (node.type === 'Literal' && regex) found.push({ source: regex.pattern, flags: regex.flags, line })
  if (!isConstructor(node)) return
  const [argument, flags] = node['arguments'] as Node[]
  const source = argument && textOf(argument)
  if (source === undefined) dynamic.push({ argument: code.slice(argument!.start, argument!['end'] as number), line })
  else found.push({ source, flags: (flags && textOf(flags)) ?? '', line })
}

function isConstructor(node: Node): boolean {
  return (
    (node.type === 'NewExpression' || node.type === 'CallExpression') &&
    (node['callee'] as Node & { name?: string }).name === 'RegExp'
  )
}

/** A string's or a template's text; undefined for anything else. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return undefined
  return (node['quasis'] as { value: { cooked: string } }[]).map(part => part.value.cooked).join(filling)
}

function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string'
}
