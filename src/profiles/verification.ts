import type { VerificationSpec } from './schema.ts'

/** Labels that say what a command shows. */
export function expectedLabels(verification: VerificationSpec | undefined): readonly string[] {
  const { expected = [] } = verification ?? {}
  return expected === true ? [] : expected
}

/** Labels that a verification's command stands behind. */
export function commandLabels({ fields = [], run = [] }: VerificationSpec): readonly string[] {
  return [...fields, ...run]
}

/** Every label that a verification goes by, that of what is expected included. */
export function verificationLabels(verification: VerificationSpec | undefined): readonly string[] {
  return [...commandLabels(verification ?? {}), ...expectedLabels(verification)]
}
