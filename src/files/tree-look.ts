/** Tells a file tree from what looks like one: box diagrams, call flows, component trees, code, shell sessions. */
import type { TreeLine } from './tree-lines.ts'

/** How a tree is drawn. */
export type TreeStyle = 'indent' | 'box' | 'ascii' | 'flat'

/** What was seen while reading. */
export interface TreeStats {
  /** Lines that should hold an entry. */
  lines: number
  /** Names that are paths anywhere, names that could be, and lines that are neither. */
  sure: number
  likely: number
  prose: number
  connectors: number
  nested: number
  slashes: number
  marks: number
  /** Files that have children. */
  parents: number
  /** Names such as `UserForm`: components, classes. */
  camel: number
}

export const newStats = (): TreeStats => ({
  lines: 0,
  sure: 0,
  likely: 0,
  prose: 0,
  connectors: 0,
  nested: 0,
  slashes: 0,
  marks: 0,
  parents: 0,
  camel: 0
})

/** @param sure - it is a path anywhere */
export function countName(name: string, sure: boolean, stats: TreeStats): void {
  if (name.includes('/')) stats.slashes++
  if (sure) stats.sure++
  else stats.likely++
  if (/^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)*$/.test(name) || name.includes(' ')) stats.camel++
}

export function styleOfTree(lines: readonly TreeLine[], stats: TreeStats): TreeStyle {
  if (stats.connectors > 0) return lines.some(line => line.branch !== undefined && !line.ascii) ? 'box' : 'ascii'
  return stats.nested > 0 ? 'indent' : 'flat'
}

/** Right-hand and crossing pieces of boxes, and arrow heads: no tree has them. */
const boxes = /[┐┘┤┴┼╗╝╣╩╬╮╯▼▲►◄▶◀]|[─━═]{2}[>→]|┌─{2,}|╔═{2,}|\+-{3,}\+/
const flows = /[|}][|o]?(?:--|\.\.)[o|]?[|{]|^(?:[↓↑↙↘⬇]|v$)|[─-][>►→] ?\S|\s(?:→|⇒|->|=>|-->)\s/
const programs = new Set(
  'npm npx pnpm yarn bun git cd ls cat cargo go python python3 pip uv pytest make just docker docker-compose dotnet nix mise uvx test brew gh psql terraform kubectl curl rg grep find mkdir rm cp mv touch echo export tree node bash sh'.split(
    ' '
  )
)
const codes =
  /[;{]$|^[\w.]+(?:\[[^\]]*\])? ?[:+]?= |^(?:if|elif|else|for|while|try|with|return|raise|throw)\b.*[:{(]|^[\w.]+\(.*\)$|^\|.*\|$|^[-*] \[[ xX]\]|^\d+\. |^(?:import|from|const|let|var|def|class|function|fn|pub|func|type|interface|export|return|if|for|while|async)\b.*[({:;'"=]|^[[{]\s*$|^[\]}][,;]?$|^"[^"]*": |^[\w.]+ ?[:=] ?["'\d[{]|^(?:GET|POST|PUT|PATCH|DELETE) \//

/** Is it plainly something else, before any reading? */
export function looksLikeOther(lines: TreeLine[], expected: boolean): boolean {
  let [box, flow, shell, code] = [0, 0, 0, 0]
  for (const { rest, text, branch } of lines) {
    const shown = withoutComment(text)
    if (boxes.test(shown)) box++
    // behind the connector of a tree an arrow leads to a mark, a new name or the target of a link
    else if (!(expected && branch !== undefined) && flows.test(withoutComment(rest))) flow++
    if (isShell(rest)) shell++
    else if (isCode(withoutComment(rest))) code++
  }
  if (box > (expected ? lines.length / 4 : 0)) return true
  return flow * 4 > lines.length || shell * 2 > lines.length || code * (expected ? 2 : 4) > lines.length
}

/** A prompt, or a program and its first argument. */
function isShell(text: string): boolean {
  const [first, second, third] = text.split(' ', 3)
  if (second === undefined) return false
  if (first === '$' || first === '>' || (isProgram(first!) && isWord(second))) return true
  return (first === 'sudo' || /^\w+=\S+$/.test(first!)) && isProgram(second) && isWord(third)
}

const isProgram = (word: string): boolean => programs.has(word) || /^\.\/\S+$/.test(word)
const isWord = (text: string | undefined): boolean => text !== undefined && /^\S/.test(text)

/** Code has one of a few signs, which names of files have not. */
const isCode = (text: string): boolean => /[;{}()[\]=:|"]|^\d+\. |^[A-Z]+ \/|'/.test(text) && codes.test(text)

function withoutComment(text: string): string {
  const at = text.search(/\s(?:#|\/\/|←|\()/)
  return at < 0 ? text : text.slice(0, at)
}

/** Is what was read a file tree? */
export function looksLikeTree(stats: TreeStats, style: TreeStyle, expected: boolean): boolean {
  const { lines, sure, likely, prose } = stats
  const named = sure + likely
  if (lines === 0) return expected || stats.connectors > 0
  if (style === 'box' || style === 'ascii') {
    if (sure === 0) return expected && named > prose && stats.camel < named / 2
    if (expected) return sure * 4 >= named + prose || named > prose
    return prose * 3 <= lines && sure * 10 >= named * 3 && stats.parents * 4 <= named && stats.camel * 2 <= named
  }
  if (expected) return sure > 0 ? named * 2 >= lines : (named >= prose && stats.camel < named) || lines <= 2
  if (prose > lines / 10 || sure * 10 < named * 7) return false
  if (style === 'indent') return stats.parents * 4 <= named && named > 1 && (stats.slashes > 0 || stats.marks > 0)
  return stats.marks * 2 >= named
}
