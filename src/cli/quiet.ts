/** Services of a run that only wants to know what becomes of each file: no rule is asked, and no repository. */
import type { Services } from './runtime/services.ts'

/** @param isForAll false: a profile that would judge every file, whatever it is, is not heard */
export function withoutRules(services: Services, isForAll = true): Services {
  const { repositories: _, expect: __, ...rest } = services
  return {
    ...rest,
    async createLinter() {
      const create = await services.createLinter()
      return ({ profile, ...options }, { forced, ...env }) =>
        create(
          { ...options, ...(isForAll && profile !== undefined ? { profile } : {}) },
          { ...env, ...(isForAll && forced !== undefined ? { forced } : {}), isUnasked: true }
        )
    }
  }
}
