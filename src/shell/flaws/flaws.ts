import { onceEach } from '../../util/once.ts'
import { boundOf } from './flaw-bound.ts'
import { endlessOf } from './flaw-endless.ts'
import { interactiveOf } from './flaw-interactive.ts'
import { templatesOf } from './flaw-template.ts'
import { printers } from '../tools.ts'
import type { FlawReport, Script, SimpleCommand } from '../types.ts'

/**
 * What is wrong with a script as a verification, in text order. Only what is certain.
 *
 * @param script - as read by `parseScript`
 */
export const flawsOf: (script: Script) => readonly FlawReport[] = onceEach(script => {
  const found = [
    ...cannotFail(script),
    ...endlessOf(script),
    ...interactiveOf(script),
    ...boundOf(script),
    ...templatesOf(script),
    ...syntaxOf(script)
  ]
  return found.sort((a, b) => a.start - b.start)
})

/** Failures that are hidden; where there are none to hide, what always succeeds. */
function cannotFail(script: Script): FlawReport[] {
  // A last line that hides its own failure hides that of the script: one defect.
  const hidden = script.hidden.filter(({ start }, at, all) => all.findIndex(other => other.start === start) === at)
  if (hidden.length > 0) return hidden.map(each => ({ flaw: 'cannot-fail', ...each }))
  const last = script.commands.at(-1)
  if (script.outcome !== 'never' || !last) return []
  const { start, end } = last
  return [{ flaw: 'cannot-fail', start, end, why: { how: 'always', command: short(last) } }]
}

const short = (command: SimpleCommand): string =>
  command.text.length > 40 || printers.has(command.name) ? command.name : command.text

function syntaxOf(script: Script): FlawReport[] {
  const { problem } = script
  if (!problem || script.placeholders.length > 0) return []
  return [{ flaw: 'syntax', start: problem.start, end: problem.end, problem: problem.said }]
}
