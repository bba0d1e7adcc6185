import { isLeftAlone } from '../files/change-vocabulary.ts'
import type { Place } from '../types.ts'
import type { BoundSection, Plan } from '../plan/bind-types.ts'
import { filesOf } from '../plan/files/mentions.ts'
import { isTestPath } from '../files/test-path.ts'

/** The test file, named elsewhere in the plan, that contradicts a section which is said not to apply. */
export function contradictionOf(section: BoundSection, plan: Plan): { place: Place; path: string } | undefined {
  if (section.spec.na === 'unless-tests') {
    const mention = filesOf(plan).mentions.find(
      m =>
        m.role !== 'context' &&
        m.mark !== 'deleted' &&
        !isLeftAlone(m.mark) &&
        m.kind !== 'directory' &&
        isTestPath(m.path)
    )
    if (mention) return { place: mention.place, path: mention.path }
  }
  return undefined
}
