/** What lies around a plan: the repository that holds it. Git is asked once for each repository, and only where a rule would ask. */
import type { PlanlintOptions } from '../../options.ts'
import type { RuleSetting } from '../../options/settings.ts'
import type { FoundRepo, Pool } from '../../repo/pool.ts'
import { readSetting } from '../../lint/severity.ts'
import type { FatalError } from '../../types.ts'
import type { PortableSurroundings, Services } from '../runtime/services.ts'

export interface SurroundingsOf {
  /** Starts asking; the answer is waited for by the others. */
  begin(file: string): void
  find(file: string): Promise<FoundRepo | undefined>
  of(file: string): Promise<PortableSurroundings>
  /** What git failed with, once for each repository. */
  fatalErrors(): FatalError[]
  /** Changes whenever an answer may change. */
  stamp(file: string): Promise<string>
}

/** @param cwd an absolute path */
export function createSurroundings(
  cwd: string,
  env: Record<string, string | undefined>,
  services: Services
): SurroundingsOf {
  let pool: Promise<Pool> | undefined
  const fatalErrors = new Map<string, FatalError>()
  const find = async (file: string): Promise<FoundRepo | undefined> => {
    if (!services.repositories) return undefined
    const found = await (await (pool ??= services.repositories(cwd, env))).of(file)
    if (found.fatal) fatalErrors.set(found.fatal.message, found.fatal)
    return found
  }
  return {
    find,
    fatalErrors: () => [...fatalErrors.values()],
    begin(file) {
      // Errors go to those who wait.
      find(file).catch(() => undefined)
    },
    async of(file) {
      const found = await find(file)
      if (!found) return {}
      const { facts, path, data } = found
      return { repo: facts, ...(path === undefined ? {} : { repoPath: path }), ...(data ? { repoData: data } : {}) }
    },
    async stamp(file) {
      return (await find(file))?.stamp() ?? ''
    }
  }
}

/** The rules that ask the repository. The rules themselves are not loaded yet when this is asked; a test compares. */
export const repositoryRules = ['command-exists', 'path-exists', 'step-order']

/** Is any of them on for some file? */
export function asksRepository({ rules, overrides = [] }: PlanlintOptions): boolean {
  return repositoryRules.some(
    id =>
      isOn(rules?.[id]) || overrides.some(override => override.rules?.[id] !== undefined && isOn(override.rules[id]))
  )
}

function isOn(setting: RuleSetting | undefined): boolean {
  return readSetting(setting).severity !== 'off'
}
