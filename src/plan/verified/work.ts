/** Commands that are the work itself, and what is said beside them. */
import type { CommandBlock } from '../../outline/content.ts'
import { isDeed } from '../../shell/index.ts'

/** Are all of some commands the work itself, none of them a check of it? */
export function isWork(commands: readonly CommandBlock[]): boolean {
  return commands.length > 0 && commands.every(({ script }) => isDeed(script))
}

/** Words that say what comes of a command. */
const awaits =
  /→|⇒|->|=>|\b(?:expect|should|must|succeed|pass|without|no\b|verif|check|confirm|ensure|see|print|show|exit|complete|report)/i

/** What a text says beside its commands. */
export function textBeside(text: string, commands: readonly CommandBlock[]): string {
  return commands.reduce((rest, { node }) => rest.replace(node.value.trim(), ''), text)
}

/** Says a text beside its commands what comes of them? */
export function saysOutcome(text: string, commands: readonly CommandBlock[]): boolean {
  return awaits.test(textBeside(text, commands))
}

/** Does it do more than put the work away? */
export function isBeyondGit({ script }: CommandBlock): boolean {
  return script.commands.length === 0 || script.commands.some(({ name }) => name !== 'git' && name !== 'cd')
}
