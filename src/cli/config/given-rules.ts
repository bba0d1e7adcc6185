/** `--rule 'id: severity'`: what the command line says of rules, over every configuration. */
import { validateOptions } from '../../options.ts'
import type { PlanlintOptions } from '../../options.ts'
import type { RuleSetting } from '../../options/settings.ts'
import { UsageError } from '../io.ts'
import type { LoadedConfig, ConfigFinder } from './config.ts'

export type GivenRules = Readonly<Record<string, RuleSetting>>

/**
 * @param texts each `id: severity`, `id: [severity]`, or an object of these in JSON or YAML; later ones win
 * @param ruleIds every known rule id
 * @throws {UsageError} where one can't be read, names no rule, or no severity
 */
export async function readRules(
  texts: readonly string[],
  ruleIds: () => Promise<readonly string[]>
): Promise<GivenRules> {
  const rules: Record<string, RuleSetting> = {}
  for (const text of texts) {
    const { options, problems } = validateOptions({ rules: await parseRule(text) }, await ruleIds())
    if (problems.length > 0)
      throw new UsageError(`--rule: ${problems.map(({ message }) => message.replace(' in "rules"', '')).join('; ')}`)
    Object.assign(rules, options.rules)
  }
  return rules
}

async function parseRule(text: string): Promise<unknown> {
  const { parse } = await import('yaml')
  // In YAML, "id:off" is one word.
  const spaced = text.replace(/^([a-z-]+):(?=\S)/, '$1: ')
  try {
    const value: unknown = parse(spaced, { logLevel: 'error' })
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Told below.
  }
  throw new UsageError(`Expected --rule 'id: severity', such as 'step-order: off', not "${text}"`)
}

/**
 * The configurations of a finder with these rules over what they say themselves.
 *
 * @param given other options of the command line
 */
export function withRules(finder: ConfigFinder, rules: GivenRules, given: PlanlintOptions): ConfigFinder {
  const known = new Map<LoadedConfig, LoadedConfig>()
  return {
    async of(file) {
      const config = await finder.of(file)
      let ruled = known.get(config)
      if (!ruled) known.set(config, (ruled = { ...config, options: { ...overruled(config.options, rules), ...given } }))
      return ruled
    }
  }
}

function overruled({ overrides, ...options }: PlanlintOptions, rules: GivenRules): PlanlintOptions {
  return {
    ...options,
    rules: { ...options.rules, ...rules },
    ...(overrides && {
      overrides: overrides.map(({ rules: own, ...override }) => ({
        ...override,
        ...(own && { rules: Object.fromEntries(Object.entries(own).filter(([id]) => !Object.hasOwn(rules, id))) })
      }))
    })
  }
}
