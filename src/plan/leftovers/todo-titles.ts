/** Where TODO is how far something is, or what a list is called. */
import { blockBehind, textOf } from '../../outline/nodes.ts'
import type { Plan } from '../bind-types.ts'
import type { Block } from './placeholder-text.ts'

export const isTodo = (text: string): boolean => /^\W*to-?do\W*$/i.test(text)

/** "### TODO" above a list, or a word in each line, is what the list is called. */
export function isTitleOfList(block: Block, { outline }: Plan): boolean {
  if (block.type !== 'heading' || !isTodo(textOf(block))) return false
  const next = blockBehind(block, outline)
  return next?.type === 'list' || next?.type === 'table' || (next?.type === 'paragraph' && textOf(next).includes('\n'))
}
