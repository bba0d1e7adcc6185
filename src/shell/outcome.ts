import type { Command, CommandNode, PipelineNode, Statement } from 'unbash'
import { isSilencer, nameOf, printerRole, commandWords } from './command-role.ts'
import { hiding, shownCommand, tell } from './hiding.ts'
import type { Status, Walk } from './hiding.ts'
import { parseShell } from './reading/grammar.ts'
import { programIndex } from './runners.ts'
import { statementsByLine } from './statement-lines.ts'
import { isChecker, isInspector, isSpared, isVerification, pardonOf, passive } from './status-words.ts'
import { printers, searchTools } from './tools.ts'
import type { Hidden } from './types.ts'

/** What the lines of a script say by their exit status. */
interface Outcomes {
  hidden: Hidden[]
  /** Some line fails, or shows something, where all is not well. */
  tells: boolean
}

/**
 * Whose exit status counts? Each line of a script is judged by itself, as one runs and reads them one by one; the last line hides the others where it is
 * there to succeed. In doubt a line tells.
 *
 * @param masked - the text that was parsed
 * @param expects - a comment says what is to be seen
 */
export function outcomesOf(statements: readonly Statement[], masked: string, expects: boolean, depth = 0): Outcomes {
  const walk: Walk = {
    masked,
    hidden: [],
    strict: /^[ \t]{0,8}set -[a-df-z]{0,6}e/m.test(masked) || /^[ \t]{0,8}set -o errexit/m.test(masked),
    pipefail: /\bpipefail\b|\bPIPESTATUS\b|\bpipestatus\b/.test(masked),
    expects,
    depth
  }
  const lines = statementsByLine(statements, masked)
  const found = lines.map(line => ofList(line, walk))
  hideAll(lines, found, walk)
  return {
    hidden: walk.hidden,
    tells: found.length === 0 || found.some(({ role }) => /^(?:check|spare|shows)$/.test(role))
  }
}

/** `true` or `exit 0` in a line of its own at the end; after `set +e`, anything that only prints. */
function hideAll(lines: readonly Statement[][], found: Status[], walk: Walk): void {
  const last = lines.at(-1)?.at(-1)
  if (walk.strict || lines.length < 2 || !last || /\bexit [1-9]|\b(?:if|for|while|case|trap)\b/.test(walk.masked))
    return
  const lenient = /^[ \t]{0,8}set \+e/m.test(walk.masked)
  if (!isSilencer(last.command) && !(lenient && found.at(-1)!.role === 'silent')) return
  const hides = found.findLast(({ role }) => role === 'check')
  if (!hides) return
  tell(walk, last, hiding(shownCommand(last, walk), hides))
  for (const status of found) if (status.role === 'check') status.role = 'told'
}

/** `a; b`: the status is that of the last one that is no tidying up. */
function ofList(statements: readonly Statement[], walk: Walk): Status {
  const all = statements.map(statement =>
    statement.background ? inBackground(statement, walk) : ofNode(statement.command, walk)
  )
  const checks = all.filter(({ role }) => role === 'check')
  let at = all.length - 1
  while (at > 0 && all[at]!.role === 'spare') at--
  const last = all[at] ?? { role: 'check' as const }
  if (last.role !== 'silent' && last.role !== 'shows') return last.role === 'told' ? (checks.at(-1) ?? last) : last
  const hides = checks.at(-1)
  if (!hides || walk.strict) return hides ?? (all.find(({ role }) => role === 'told') || last)
  const node = statements[at]!
  if (!isSilencer(node.command) && hides.inspects) return hides
  tell(walk, node, hiding(`; ${shownCommand(node, walk)}`, hides))
  return { role: 'told' }
}

/** What is sent to the background is there for what follows; the verdict of a check is lost there, unless somebody waits for it. */
function inBackground(statement: Statement, walk: Walk): Status {
  if (/\bwait\b/.test(walk.masked)) return { role: 'spare' }
  const status = ofNode(statement.command, { ...walk, hidden: [] })
  if (status.role !== 'check' || !status.verifies) return { role: 'spare' }
  tell(walk, statement, hiding('&', status))
  return { role: 'told' }
}

function ofNode(node: Statement['command'], walk: Walk): Status {
  if (node.type === 'Pipeline') return ofPipeline(node, walk)
  if (node.type !== 'AndOr') return ofCommand(node, walk)
  let left = ofNode(node.commands[0]!, walk)
  for (const [index, operator] of node.operators.entries()) {
    const right = node.commands[index + 1]!
    left = operator === '&&' ? both(left, ofNode(right, walk)) : either(left, right, walk)
  }
  return left
}

/** `a && b` fails where one of them does. */
function both(left: Status, right: Status): Status {
  if (right.role === 'check') return { ...right, searches: left.searches === true && right.searches === true }
  if (left.role === 'check' || left.role === 'told') return left
  return right.role === 'told' || left.role === 'silent' ? right : left
}

/** `a || b` fails where both do: not where b always succeeds. */
function either(left: Status, node: PipelineNode, walk: Walk): Status {
  const right = ofNode(node, walk)
  if (right.role !== 'silent' && right.role !== 'shows')
    return right.role === 'told' ? right : { ...right, role: 'check' }
  if (left.role !== 'check') return left.role === 'spare' ? { role: 'silent' } : left
  // Search tools "fail" when they find nothing: with the output said, `|| true` hides nothing.
  const isSeen =
    left.searches === true ||
    (conditions.has(left.name ?? '') && node.type !== 'Pipeline' && printers.has(nameOf(node)))
  if (walk.expects && isSeen) return { role: 'shows' }
  tell(walk, node, hiding(`|| ${shownCommand(node, walk)}`, left, isSeen))
  return { role: 'told' }
}

const conditions = new Set(['[', '[[', 'test'])

/** The status of a pipe is that of its last command, but with `pipefail`. */
function ofPipeline(node: Extract<PipelineNode, { type: 'Pipeline' }>, walk: Walk): Status {
  const before = walk.hidden.length
  const all = node.commands.map(command => ofCommand(command, walk))
  // `pytest --fixtures | grep -q gauge`: what is listed is searched, and that can fail.
  if (all.length > 1 && all.at(-1)!.searches) walk.hidden.length = before
  const checks = all.slice(0, -1).filter(({ role }) => role === 'check')
  if (node.prefixes.some(prefix => prefix.type === 'Negation')) return { role: 'check', name: all.at(-1)?.name ?? '!' }
  if (all.length < 2) return all[0] ?? { role: 'check' }
  if (walk.pipefail && checks.length > 0) return checks.at(-1)!
  const last = all.at(-1)!
  const node_ = node.commands.at(-1)!
  const name = nameOf(node_)
  const isSilent = last.role === 'silent' || last.role === 'shows'
  if (!isSilent && !passive.has(name)) return last
  const hides = checks.findLast(
    ({ inspects, name: own, searches }) => (isSilent || !inspects) && own !== undefined && (isSilent || !searches)
  )
  if (!hides || (!isSilent && (!hidesCheck.has(hides) || walk.expects)))
    return isSilent && checks.length === 0
      ? last
      : { role: 'check', name, inspects: true, searches: last.searches === true }
  tell(walk, node_, hiding(`| ${shownCommand(node_, walk)}`, hides, !isSilent))
  return { role: 'told' }
}

/** Statuses of checkers (`isChecker`): a pipe that hides one is reported. */
const hidesCheck = new WeakSet<Status>()

function ofCommand(node: CommandNode, walk: Walk): Status {
  switch (node.type) {
    case 'Command':
      return ofSimple(node, walk)
    case 'Redirected':
      return ofCommand(node.command, walk)
    case 'Subshell':
    case 'BraceGroup':
    case 'For':
      return ofList(node.body.commands, walk)
    case 'If': {
      const clause = ofList(node.clause.commands, walk)
      const bodies = [node.then, ...node.elif.map(branch => branch.then), ...(node.else ? [node.else] : [])].map(body =>
        ofList(body.commands, walk)
      )
      if (clause.role !== 'check' || !bodies.every(({ role }) => role === 'silent' || role === 'shows'))
        return { role: 'check', name: clause.name ?? 'if' }
      tell(walk, node, { ...hiding('if', clause), isCondition: true })
      return { role: 'told' }
    }
    default:
      return { role: 'check', name: node.type === 'TestCommand' ? '[[' : node.type.toLowerCase() }
  }
}

function ofSimple(node: Command, walk: Walk): Status {
  if (isSilencer(node)) return { role: 'silent' }
  const words = commandWords(node)
  if (words.length === 0) return { role: 'check', name: '=' }
  const at = programIndex(words)
  const name = words[at]!.replace(/^\/(?:usr\/(?:local\/)?)?bin\//, '')
  const args = words.slice(at + 1)
  if (name === 'echo' || name === 'printf') return { role: printerRole(node) }
  const inner = ofInner(node, name, args, walk)
  if (inner) return inner
  if (isSpared(name, args)) return { role: 'spare' }
  const pardon = pardonOf(name, args)
  if (pardon) {
    tell(walk, node, pardon)
    return { role: 'told' }
  }
  const status: Status = {
    role: 'check',
    name,
    inspects: isInspector(name, args),
    verifies: isVerification(name, args),
    searches: searchTools.has(name)
  }
  if (isChecker(name, args)) hidesCheck.add(status)
  return status
}

/** `bash -c "…"`, also in a container or on another machine: what stands in the quotes is a script. */
function ofInner(node: Command, name: string, args: readonly string[], walk: Walk): Status | undefined {
  if (walk.depth > 3) return undefined
  const shell = /^(?:ba|z|da|k)?sh$/.test(name) ? 0 : 1 + args.findIndex(arg => /^(?:\/bin\/)?(?:ba|z|a)?sh$/.test(arg))
  if (!/^(?:(?:ba|z|da|k)?sh|eval|docker|podman|docker-compose|kubectl|ssh)$/.test(name)) return undefined
  if (shell < 1 && !/^(?:(?:ba|z|da|k)?sh|eval)$/.test(name)) return undefined
  const flag = args.findIndex((arg, index) => index >= shell && /^-[a-z]*c$/.test(arg))
  const text = name === 'eval' ? args.join(' ') : flag < 0 ? undefined : args[flag + 1]
  const parsed = text === undefined ? undefined : parseShell(text)
  if (!parsed || parsed.error || parsed.statements.length === 0) return undefined
  const outer = args.slice(0, flag).join(' ')
  const script = /pipefail/.test(outer) || /^-[a-z]*e/.test(args[flag] ?? '') ? `${text!}\n# pipefail` : text!
  const { hidden, tells } = outcomesOf(parsed.statements, script, walk.expects, walk.depth + 1)
  for (const { why } of hidden) tell(walk, node, why)
  return hidden.length > 0 ? { role: 'told' } : tells ? { role: 'check', name } : { role: 'silent' }
}
