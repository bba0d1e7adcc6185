import type { LintSettings } from '../args/settings.ts'
import type { Services } from '../runtime/services.ts'
import type { SurroundingsOf } from './surroundings.ts'

/** What the linters of all configurations work with. */
export interface Workplace {
  /** Absolute. */
  cwd: string
  /** The environment. */
  variables: Record<string, string | undefined>
  settings: Pick<LintSettings, 'patterns' | 'profile'>
  services: Services
  surroundings: SurroundingsOf
}
