import type { MissingId } from '../../src/checks/ids/missing-ids.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** A unit without its identifier, told with one that is free. */
export function missingIdProblem({ unit, example, severity }: MissingId): Problem<'noId'> {
  return {
    message: 'noId',
    data: { name: unit.spec.role, title: unit.part.title || (unit.part.value?.text ?? '') },
    at: unit.part.place,
    help:
      example === undefined
        ? 'Take it out: each of those that are listed is there'
        : `Begin it with an identifier: ${example}`,
    severity
  }
}
