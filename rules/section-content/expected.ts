import type { Place } from '../../src/types.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import { placeInCode } from '../../src/outline/code/code-place.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { CommandBlock } from '../../src/outline/content.ts'

/** Commands that stand together, with what is expected of them. */
interface CommandGroup {
  start: number
  end: number
  text: string
  expected: boolean
}

/** Programs that only prepare what follows. */
const preparing = new Set(['cd', 'export', 'source', '.', 'set', 'pushd', 'popd', 'unset', 'alias', 'mkdir'])

/**
 * Commands of a section's fences that do not say what to expect. Commands that neither a blank line nor an expectation parts have one in common; inline
 * commands are left alone, their sentence says it.
 */
export function withoutExpectation(section: BoundSection, plan: Plan): { place: Place; text: string }[] {
  const blocks = plan.content
    .commands(bodySpan(section))
    .filter(block => !block.inline && block.script.language === 'sh')
  return blocks.flatMap(block =>
    groupsOf(block)
      .filter(group => !group.expected)
      .map(group => ({
        place: placeInCode(block.node, group, plan.outline),
        text: group.text
      }))
      .filter(({ place }) => !hasLeftover({ start: place.start.offset, end: place.end.offset }, plan))
  )
}

function groupsOf(block: CommandBlock): CommandGroup[] {
  const { commands, comments } = block.script
  const text = block.node.value
  const events = [
    ...commands.filter(command => !preparing.has(command.name)).map(command => ({ at: command.start, command })),
    ...comments
      .filter(comment => comment.expected !== undefined)
      .map(comment => ({ at: comment.start, command: undefined }))
  ].sort((a, b) => a.at - b.at)
  const groups: CommandGroup[] = []
  let open: CommandGroup | undefined
  for (const { at, command } of events) {
    if (!command) {
      const last = groups.at(-1)
      if (last) last.expected = true
      open = undefined
      continue
    }
    if (open && /\n[ \t]*\r?\n/.test(text.slice(open.end, at))) open = undefined
    if (open) open.end = Math.max(open.end, command.end)
    else groups.push((open = { start: command.start, end: command.end, text: command.text, expected: false }))
  }
  return groups
}
