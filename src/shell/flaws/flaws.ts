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
  if (script.hidden.length > 0) return script.hidden.map(({ start, end, detail }) => report({ start, end }, detail))
  const last = script.commands.at(-1)
  return script.outcome === 'never' && last ? [report(last, '`' + short(last) + '` always succeeds')] : []
}

const short = (command: SimpleCommand): string =>
  command.text.length > 40 || printers.has(command.name) ? command.name : command.text

function report(at: { start: number; end: number }, detail: string): FlawReport {
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
