import type { Statement } from 'unbash'
import type { Loop } from './types.ts'

type Node = Statement['command']

/** Loops that nothing ends, but for those that run in the background or behind a pipe. Recursion is as deep as the grammar's own limit of nesting. */
export function loopsOf(statements: readonly Statement[], masked: string): Loop[] {
  const found: Loop[] = []
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'AndOr':
        node.commands.forEach(visit)
        return
      case 'Redirected':
        visit(node.command)
        return
      case 'BraceGroup':
      case 'Subshell':
      case 'For':
        visitAll(node.body.commands)
        return
      case 'While':
      case 'ArithmeticFor':
        if (!goesOn(node) || leaves.test(masked.slice(node.pos, node.end))) visitAll(node.body.commands)
        else found.push({ start: node.pos, end: node.end, text: headOf(node, masked) })
        return
      default:
    }
  }
  const visitAll = (list: readonly Statement[]): void => {
    for (const { command, background } of list) if (!background) visit(command)
  }
  visitAll(statements)
  return found
}

/** What ends a loop from within, or the program that it is in. */
const leaves = /\b(?:break|exit|return|exec|kill)\b/

/** Is the condition of a loop the same for ever? */
function goesOn(node: Extract<Node, { type: 'While' | 'ArithmeticFor' }>): boolean {
  if (node.type === 'ArithmeticFor') return node.test === undefined
  const [only, ...more] = node.clause.commands
  if (!only || more.length > 0) return false
  const { command } = only
  if (command.type === 'ArithmeticCommand') return node.kind === 'while' && command.body.trim() === '1'
  if (command.type !== 'Command') return false
  const said = [command.name, ...command.args].map(word => word?.text ?? '').join(' ')
  return node.kind === 'while' ? /^(?:true|:|\[ 1 \])$/.test(said) : said === 'false'
}

/** `while true`: a loop as far as its `do`. */
function headOf({ pos, end }: Node, masked: string): string {
  const text = masked.slice(pos, end)
  let to = Math.max(0, text.search(/\bdo\b/))
  while (to > 0 && ' \t\r\n;'.includes(text[to - 1]!)) to--
  return text.slice(0, to)
}
