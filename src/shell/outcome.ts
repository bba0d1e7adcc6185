import type { Command, CommandNode, CompoundList, PipelineNode, Statement } from 'unbash'

/**
 * Does a script's exit status, or what it prints, say whether all went well? Each line counts by itself, as one runs and reads them one by one. In doubt
 * it does.
 *
 * @param masked - the text that was parsed
 */
export function canTell(statements: readonly Statement[], masked: string): boolean {
  const last = statements.at(-1)
  if (!last) return true
  const strict = /^[ \t]{0,8}set -[a-df-z]{0,6}e/m.test(masked)
  if (!strict && isExitZero(last.command, masked) && !/\bexit [1-9]|\b(?:if|for|while|case|trap)\b/.test(masked))
    return false
  return linesOf(statements, masked).some(tellsInOrder)
}

function linesOf(statements: readonly Statement[], masked: string): Statement[][] {
  const lines: Statement[][] = []
  let end = 0
  for (const statement of statements) {
    const gap = masked.slice(end, statement.pos)
    if (lines.length === 0 || gap.includes('\n')) lines.push([])
    lines.at(-1)!.push(statement)
    end = statement.end
  }
  return lines
}

/** `a; b`: the last one's status, but what the others print is seen, unless the last one is there to hide it. */
const tellsInOrder = (statements: readonly Statement[]): boolean =>
  !isSilencer(statements.at(-1)!.command) &&
  statements.some(({ background, command }) => background || nodeTells(command))

function nodeTells(node: Statement['command']): boolean {
  if (node.type === 'Pipeline')
    return node.prefixes.some(prefix => prefix.type === 'Negation') || node.commands.some(nodeTells)
  if (node.type !== 'AndOr') return commandTells(node)
  const [first, ...others] = node.commands
  // `a || b` fails when both do; `|| echo …` tells, where there is anything to tell.
  const add = (told: boolean, right: PipelineNode, index: number): boolean =>
    node.operators[index] === '&&' ? told || nodeTells(right) : told && !isSilencer(right)
  return others.reduce(add, nodeTells(first!))
}

function commandTells(node: CommandNode): boolean {
  switch (node.type) {
    case 'Command':
      return simpleTells(node)
    case 'Redirected':
      return commandTells(node.command)
    case 'Subshell':
    case 'BraceGroup':
    case 'For':
      return listTells(node.body)
    default:
      return true
  }
}

const listTells = ({ commands }: CompoundList): boolean => tellsInOrder(commands)

function simpleTells(node: Command): boolean {
  if (isSilencer(node)) return false
  const name = node.name?.value
  if (name !== 'echo' && name !== 'printf') return true
  if (node.redirects.some(redirect => redirect.type !== 'Redirect' || !/^\d?$/.test(redirect.target?.value ?? '')))
    return true
  return node.suffix.some(word => /[$`*]/.test('text' in word ? String(word.text) : ''))
}

/** `true`, `:`, `exit 0`. */
function isSilencer(node: Statement['command']): boolean {
  if (node.type !== 'Command') return false
  const words = [node.name, ...node.args].map(word => (word?.type === 'Word' ? word.value : ''))
  return words[0] === 'true' || words[0] === ':' || ((words[0] === 'exit' || words[0] === 'return') && words[1] === '0')
}

const isExitZero = (node: Statement['command'], masked: string): boolean =>
  /^exit 0$/.test(masked.slice(node.pos, node.end))
