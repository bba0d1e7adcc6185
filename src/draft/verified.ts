/** What of a unit's labels says how it is seen that the unit is done, and whether by a command. */

import type { Outline, Part } from '../outline/types.ts'
import type { VerificationSpec } from '../profiles/schema.ts'
import { isBlankToFill } from './blanks.ts'
import type { Guesses } from './guesses.ts'

/** Labels of what shows that something is done. */
export const verifies =
  /^(?:verify|verification|validation|expected|how to verify|done when|definition of done|acceptance criteria|tests?|check|checks?|run)$/
/** What is run, by its label or by what a blank asks for. */
const command = /\b(?:commands?|cmd|run|scripts?)\b/i

/**
 * A verification is best a command, unless the template says that it is something else: by a blank in words, or as the command has a label of its own.
 *
 * @param shown labels that say how it is seen that the unit is done
 * @param others the unit's other labels
 */
export function draftVerification(
  shown: readonly Part[],
  others: readonly Part[],
  outline: Outline,
  guesses: Guesses
): { verification?: VerificationSpec } {
  if (shown.length === 0) return {}
  const own = shown.find(label => asksCommand(label, outline))
  const elsewhere = own ? undefined : others.find(label => asksCommand(label, outline))
  const isProse = !own && (elsewhere !== undefined || shown.every(label => isInWords(label, outline)))
  const names = shown.map(({ title }) => `"${title}"`).join(', ')
  guesses.add(
    isProse
      ? `${names}: how it is seen that it is done, in any words${elsewhere ? `, as the command is under "${elsewhere.title}"` : ''}`
      : `${names}: how it is seen that it is done, best by a command`
  )
  return {
    verification: {
      fields: shown.map(label => label.title),
      command: isProse ? 'optional' : 'preferred'
    } as VerificationSpec
  }
}

function asksCommand(label: Part, outline: Outline): boolean {
  return command.test(label.title) || /`|\$ /.test(writtenIn(label, outline)) || command.test(writtenIn(label, outline))
}

function isInWords(label: Part, outline: Outline): boolean {
  return isBlankToFill(writtenIn(label, outline))
}

function writtenIn({ value }: Part, { source }: Outline): string {
  return value ? source.slice(value.start, value.end).trim() : ''
}
