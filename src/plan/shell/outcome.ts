import type { Command, CommandNode, CompoundList, PipelineNode, Statement } from 'unbash'
import type { Outcome } from './types.ts'

/**
 * What the exit status of a script says: each line counts by itself, as one runs and reads them one by one. `fails` in doubt.
 *
 * @param masked - the text that was parsed
 */
export function outcomeOf(statements: readonly Statement[], masked: string): Outcome {
  const last = statements.at(-1)
  const strict = /^[ \t]{0,8}set -[a-df-z]{0,6}e/m.test(masked)
  if (last && statements.length > 1 && !strict && isExitZero(last.command, masked) && !/\bexit [1-9]|\b(?:if|for|while|case|trap)\b/.test(masked)) return 'never'
  let best: Outcome = 'never'
  for (const line of linesOf(statements, masked)) best = better(best, lineOutcome(line))
  return statements.length === 0 ? 'fails' : best
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

const rank: Record<Outcome, number> = { never: 0, shows: 1, fails: 2 }
const better = (a: Outcome, b: Outcome): Outcome => rank[a] >= rank[b] ? a : b

/** `a; b`: the last one's status, but what the others print is seen, unless the last one is there to hide it. */
function lineOutcome(line: readonly Statement[]): Outcome {
  const last = line.at(-1)
  if (!last) return 'never'
  if (isSilencer(last.command)) return 'never'
  return line.map(statementOutcome).reduce(better, 'never')
}

const statementOutcome = (statement: Statement): Outcome => statement.background ? 'shows' : nodeOutcome(statement.command)

function nodeOutcome(node: Statement['command']): Outcome {
  if (node.type === 'Pipeline') return node.prefixes.some(prefix => prefix.type === 'Negation') ? 'fails' : node.commands.map(nodeOutcome).reduce(better, 'never')
  if (node.type !== 'AndOr') return commandOutcome(node)
  let current = nodeOutcome(node.commands[0]!)
  for (const [index, operator] of node.operators.entries()) {
    const right = node.commands[index + 1]
    if (!right) return 'fails'
    if (operator === '&&') current = better(current, nodeOutcome(right))
    else current = afterOr(current, right)
  }
  return current
}

/** `a || b` fails when both do; `|| echo …` tells. */
function afterOr(left: Outcome, right: PipelineNode): Outcome {
  if (left === 'never' || isSilencer(right)) return 'never'
  return nodeOutcome(right) === 'fails' ? left : 'shows'
}

function commandOutcome(node: CommandNode): Outcome {
  switch (node.type) {
    case 'Command': return simpleOutcome(node)
    case 'Redirected': return commandOutcome(node.command)
    case 'Subshell': case 'BraceGroup': return listOutcome(node.body)
    case 'If': return better('shows', [node.then, ...node.elif.map(branch => branch.then), ...node.else ? [node.else] : []].map(listOutcome).reduce(better, 'never'))
    case 'For': return listOutcome(node.body)
    case 'Function': return 'shows'
    default: return 'fails'
  }
}

function listOutcome(list: CompoundList): Outcome {
  const last = list.commands.at(-1)
  if (last && isSilencer(last.command)) return 'never'
  return list.commands.map(statementOutcome).reduce(better, 'never')
}

function simpleOutcome(node: Command): Outcome {
  if (isSilencer(node)) return 'never'
  const name = node.name?.value
  if (name !== 'echo' && name !== 'printf') return 'fails'
  if (node.redirects.some(redirect => redirect.type !== 'Redirect' || !/^\d?$/.test(redirect.target?.value ?? ''))) return 'fails'
  return node.suffix.some(word => /[$`*]/.test('text' in word ? String(word.text) : '')) ? 'shows' : 'never'
}

/** `true`, `:`, `exit 0`. */
function isSilencer(node: Statement['command']): boolean {
  if (node.type !== 'Command') return false
  const words = [node.name, ...node.args].map(word => word && 'value' in word && typeof word.value === 'string' ? word.value : '')
  return words[0] === 'true' || words[0] === ':' || ((words[0] === 'exit' || words[0] === 'return') && words[1] === '0')
}

const isExitZero = (node: Statement['command'], masked: string): boolean => node.type === 'Command' && /^exit 0$/.test(masked.slice(node.pos, node.end))
