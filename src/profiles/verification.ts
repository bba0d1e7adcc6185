import type { VerificationSpec } from './schema.ts'

/** Labels that say what a command shows. */
export function expectedLabels(verification: VerificationSpec | undefined): readonly string[] {
  const { expected = [] } = verification ?? {}
  return expected === true ? [] : expected
}

/** Every label that a verification goes by, that of what is expected included. */
export function verificationLabels(verification: VerificationSpec | undefined): readonly string[] {
  const { fields = [], run = [] } = verification ?? {}
  return [...fields, ...run, ...expectedLabels(verification)]
}
