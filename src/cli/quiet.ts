/** Services of a run that only wants to know what becomes of each file: no rule is asked, and no repository. */
import type { TextLinter, LinterEnv, Services } from './runtime/services.ts'
import type { PlanlintOptions } from '../options.ts'

/** @param isForAll false: a profile that would judge every file, whatever it is, is not heard */
export function withoutRules(services: Services, isForAll = true): Services {
  const { repositories: _, expect: __, ...rest } = services
  return {
    ...rest,
    async createLinter() {
      const [create, ids] = await Promise.all([services.createLinter(), services.ruleIds()])
      return (options, env) => {
        const { profile: _, ...rest } = options
        const { forced: __, ...others } = env
        return isForAll ? quiet(create, options, env, ids) : quiet(create, rest, others, ids)
      }
    }
  }
}

function quiet(
  create: (options: PlanlintOptions, env: LinterEnv) => TextLinter,
  { overrides = [], ...options }: PlanlintOptions,
  env: LinterEnv,
  ids: readonly string[]
): TextLinter {
  const rules = Object.fromEntries(ids.map(id => [id, false as const]))
  return create({ ...options, rules, overrides: overrides.map(({ rules: _, ...override }) => override) }, env)
}
