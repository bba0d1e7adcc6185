import type { Code, InlineCode } from 'mdast'
import type { Place } from '../types.ts'
import { placeOf } from './nodes.ts'
import type { Script } from '../shell/index.ts'
import { firstTyped, looksLikeCommand, parseScript } from '../shell/index.ts'
import type { Outline } from './types.ts'

/** Commands of one fence or code span. */
export interface CommandBlock {
  node: Code | InlineCode
  script: Script
  place: Place
  inline: boolean
}

/** Reads every fence and code span of a plan that holds commands, in document order. */
export function commandBlocksOf({ nodes }: Outline): CommandBlock[] {
  const found: CommandBlock[] = []
  const add = (block: CommandBlock | undefined): void => {
    if (block && block.script.commands.length > 0) found.push(block)
  }
  for (const node of nodes.fences) add(readFence(node))
  for (const node of nodes.inlineCode) add(readSpan(node))
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
}

function readFence(node: Code): CommandBlock | undefined {
  if (!isShell(node.lang ?? '', node.value)) return undefined
  return { node, script: parseScript(node.value, node.lang ?? ''), place: placeOf(node), inline: false }
}

function readSpan(node: InlineCode): CommandBlock | undefined {
  if (!looksLikeCommand(node.value)) return undefined
  return { node, script: parseScript(node.value), place: placeOf(node), inline: true }
}

const shells = new Set([
  '',
  'sh',
  'bash',
  'shell',
  'zsh',
  'console',
  'terminal',
  'shell-session',
  'shellsession',
  'sh-session',
  'bash-session',
  'powershell',
  'pwsh',
  'ps1',
  'cmd',
  'bat',
  'batch',
  'fish',
  'nu',
  'text',
  'txt',
  'plaintext'
])

/** Does a fence hold commands? One without a language does where its first line that is no comment reads as one. */
function isShell(lang: string, value: string): boolean {
  const name = lang.toLowerCase()
  if (!shells.has(name)) return false
  if (name !== '' && name !== 'text' && name !== 'txt' && name !== 'plaintext') return true
  const first = firstTyped(value, 40)
  return first !== undefined && looksLikeCommand(first.replace(/^\$ /, ''))
}
