import type { Plan } from '../../src/plan/bind-types.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Id } from './id.ts'
import { noteDefects } from './link-note.ts'

/** A note that links another document. */
export function* checkNote(plan: Plan): Iterable<Problem<Id>> {
  for (const { kind, label, to, place } of noteDefects(plan))
    yield {
      message: kind === 'missing' ? 'note' : 'unlinked',
      data: { label, to },
      at: place,
      help: kind === 'missing' ? `Add "> **${label}**: See ` + '`…`" below the title' : `Name the path of ${to}`
    }
}
