import { onceEach } from '../util/once.ts'
import { boundOf } from './flaw-bound.ts'
import { endlessOf } from './flaw-endless.ts'
import { interactiveOf } from './flaw-interactive.ts'
import { templatesOf } from './flaw-template.ts'
import { searchTools } from './tools.ts'
import type { FlawReport, Script, SimpleCommand } from './types.ts'

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

function cannotFail(script: Script): FlawReport[] {
  if (script.outcome !== 'never') return []
  const { commands } = script
  const last = commands.at(-1)!
  const hider = commands.findLast(command => isSilent(command))
  if (!hider) return [report(last, '`' + last.name + '` always succeeds')]
  // Search tools "fail" when they find nothing: with the output said, `|| true` hides nothing.
  if (
    hider.joined === '||' &&
    script.expected.length > 0 &&
    commands.every(command => command === hider || searchTools.has(command.name))
  )
    return []
  const before = commands.filter(command => command !== hider && !isSilent(command))
  if (before.every(command => command.name === 'echo' || command.name === 'printf'))
    return [report(last, '`' + short(last) + '` always succeeds')]
  const joint = hider.joined === '||' ? '|| ' : hider.joined === ';' ? '; ' : ''
  return [report(hider, '`' + joint + short(hider) + '` hides the failure of `' + before.at(-1)!.name + '`')]
}

const isSilent = (command: SimpleCommand): boolean =>
  command.name === 'true' || command.name === ':' || (/^(?:exit|return)$/.test(command.name) && command.args[0] === '0')
const short = (command: SimpleCommand): string => (command.text.length > 40 ? command.name : command.text)

function report(at: SimpleCommand, detail: string): FlawReport {
  return {
    flaw: 'cannot-fail',
    start: at.start,
    end: at.end,
    detail,
    help: 'use a command that fails when the step is not done, such as a test'
  }
}

function syntaxOf(script: Script): FlawReport[] {
  const { problem } = script
  if (!problem || script.placeholders.length > 0) return []
  const detail = problem.message.charAt(0).toLowerCase() + problem.message.slice(1)
  return [
    {
      flaw: 'syntax',
      start: problem.start,
      end: problem.end,
      detail,
      help: 'write the command as the shell reads it: close quotes and brackets, complete operators'
    }
  ]
}
