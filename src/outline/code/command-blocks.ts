import type { Code, InlineCode } from 'mdast'
import type { Place } from '../../types.ts'
import { onceEach } from '../../util/once.ts'
import { placeOf } from '../nodes.ts'
import type { Script } from '../../shell/index.ts'
import {
  firstTyped,
  isShellLanguage,
  languageOf,
  looksLikeCommand,
  parseScript,
  plainTexts
} from '../../shell/index.ts'
import type { Outline } from '../types.ts'

/** Commands of one fence or code span. */
export interface CommandBlock {
  node: Code | InlineCode
  /** Without commands where what is typed is not understood. */
  script: Script
  place: Place
  inline: boolean
}

/** Reads every fence and code span of a plan that holds commands, in document order; memoised, since what recognises a plan asks as well. */
export const commandBlocksOf: (outline: Outline) => readonly CommandBlock[] = onceEach(({ nodes }) => {
  const found: CommandBlock[] = []
  const add = (block: CommandBlock | undefined): void => {
    if (block && (block.script.commands.length > 0 || isUnread(block))) found.push(block)
  }
  for (const node of nodes.fences) add(readFence(node))
  for (const node of nodes.inlineCode) add(readSpan(node))
  return found.sort((a, b) => a.place.start.offset - b.place.start.offset)
})

/** A fence that says it is of a shell holds commands, understood or not: `[[ -f x ]]` runs no program. */
const isUnread = ({ node }: CommandBlock): boolean =>
  node.type === 'code' && isShellLanguage(languageOf(infoOf(node))) && firstTyped(node.value, Infinity) !== undefined

function readFence(node: Code): CommandBlock | undefined {
  const info = infoOf(node)
  const text = withLineFeeds(node.value)
  if (!isShell(languageOf(info), text)) return undefined
  return { node, script: parseScript(text, info), place: placeOf(node), inline: false }
}

function readSpan(node: InlineCode): CommandBlock | undefined {
  const text = unwrap(node.value)
  if (!looksLikeCommand(text)) return undefined
  return { node, script: parseScript(text), place: placeOf(node), inline: true }
}

/** What stands behind the opening ticks: Markdown cuts `{ .bash }` at its blank. */
export const infoOf = ({ lang, meta }: Code): string => (lang === '{' ? (meta ?? '') : (lang ?? ''))

/** Lines that end in carriage returns alone, as old editors write them, end as shells read them. */
const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text)

/** A code span that is wrapped is one line. */
export const unwrap = (text: string): string => text.replace(/\r\n?|\n/g, wrapped => ' '.repeat(wrapped.length))

/** Does a fence hold commands? One without a language does where its first line that is no comment reads as one. */
function isShell(language: string, value: string): boolean {
  if (isShellLanguage(language)) return true
  if (!plainTexts.has(language)) return false
  const first = firstTyped(value, 40)
  return first !== undefined && looksLikeCommand(first.replace(/^\$ /, ''))
}
