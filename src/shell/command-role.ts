import type { Command, CommandNode, Statement } from 'unbash'
import { programIndex } from './runners.ts'

/**
 * What a piece of a script does for the result: its status counts (`check`), it makes ready or tidies up (`spare`), it shows what it computes (`shows`), it
 * succeeds always (`silent`), or its failure is hidden and that is told (`told`).
 */
export type Role = 'check' | 'spare' | 'shows' | 'silent' | 'told'

export const commandWords = (node: Command): string[] =>
  [node.name, ...node.args].flatMap(word => (word === undefined ? [] : [word.type === 'Word' ? word.value : '$']))

export function nameOf(node: CommandNode): string {
  if (node.type === 'Redirected') return nameOf(node.command)
  if (node.type !== 'Command') return ''
  const words = commandWords(node)
  return words[programIndex(words)] ?? ''
}

/** `true`, `:`, `exit 0`. */
export function isSilencer(node: Statement['command']): boolean {
  if (node.type !== 'Command') return false
  const words = commandWords(node)
  return words[0] === 'true' || words[0] === ':' || ((words[0] === 'exit' || words[0] === 'return') && words[1] === '0')
}

export function printerRole(node: Command): Role {
  if (node.redirects.some(redirect => redirect.type !== 'Redirect' || !/^\d?$/.test(redirect.target?.value ?? '')))
    return 'spare'
  return node.suffix.some(word => /[$`*]/.test('text' in word ? String(word.text) : '')) ? 'shows' : 'silent'
}
