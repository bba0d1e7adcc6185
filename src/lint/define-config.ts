import type { RuleId } from '../../rules/index.ts'
import type { Override, PlanlintOptions } from '../options.ts'
import type { RuleSetting } from '../options/settings.ts'

/** Severities of rules, by their ids. */
type RuleSettings = Partial<Record<RuleId, RuleSetting>>

/** planlint's options as a configuration names them: rules by the ids that there are. */
export type Config = Omit<PlanlintOptions, 'rules' | 'overrides'> & {
  rules?: RuleSettings
  overrides?: (Omit<Override, 'rules'> & { rules?: RuleSettings })[]
}

/**
 * A configuration for remark, editors and the command line: the default export of a `.remarkrc.mjs`. For its types alone; other plugins go beside planlint in
 * `plugins`.
 *
 * @param options Checked by TypeScript here, and by planlint where they are used.
 */
export function defineConfig(options: Config): { plugins: ['planlint', Config][] } {
  return { plugins: [['planlint', options]] }
}
