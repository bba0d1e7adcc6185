/** The linters of an editor's folder as configurations and the repository were a moment ago. */
import path from 'node:path'
import type { Pool } from '../../repo/pool.ts'
import type { FatalError } from '../../types.ts'
import { createConfigFinder } from '../config/config.ts'
import { whyTemplate } from '../config/templates.ts'
import { createRemarkIgnore } from '../discover/remarkignore.ts'
import type { ConfiguredLinter } from '../linters/configured.ts'
import { createLinters, type Linters } from '../linters/linters.ts'
import type { Services } from '../runtime/services.ts'

/** What an editor may set. */
export interface EditorSettings {
  enable: boolean
  profile?: string
  /** A configuration file, relative to the folder. */
  config?: string
  dataOnly: boolean
}

/** Where an editor's linter stands. */
export interface LinterPlace {
  /** The editor's folder, absolute. */
  cwd: string
  env: Record<string, string | undefined>
  services: Services
}

interface FreshLinters {
  /**
   * @param file an absolute path; undefined for a text without a name yet
   * @returns undefined where nothing is to be said of the file
   * @throws {ConfigError | UsageError} when its configuration, or a profile that it names, can't be used
   */
  of(file: string | undefined): Promise<ConfiguredLinter | undefined>
  /** What git failed with, where rules asked it. */
  fatalErrors(): FatalError[]
  /** Configurations may have changed. */
  forget(): void
}

/** An editor asks at every key; what lies around a plan does not change as fast. Milliseconds. */
const maxAge = 5000

/** @param settings read anew with each of the linters: they may change */
export function createFreshLinters({ cwd, env, services }: LinterPlace, settings: EditorSettings): FreshLinters {
  let made: { linters: Linters; ignores: (file: string) => string | undefined; at: number } | undefined
  let pool: Promise<Pool> | undefined
  const own: Services = {
    ...services,
    repositories: async () =>
      (pool ??= import('../../repo/pool.ts').then(({ createPool }) => createPool(cwd, { env, maxAge })))
  }
  return {
    async of(file) {
      if (!settings.enable) return undefined
      const { linters, ignores } = current()
      if (file !== undefined && ignores(file) !== undefined) return undefined
      const linter = await linters.of(file ?? path.join(cwd, 'untitled.md'))
      const isTemplate = file !== undefined && whyTemplate(file, linter.config.drafted) !== undefined
      return linter.config.enabled && !isTemplate ? linter : undefined
    },
    fatalErrors: () => current().linters.fatalErrors(),
    forget() {
      made = undefined
    }
  }

  function current(): NonNullable<typeof made> {
    if (made && Date.now() - made.at < maxAge) return made
    return (made = { linters: lintersNow(), ignores: createRemarkIgnore(), at: Date.now() })
  }

  function lintersNow(): Linters {
    const { dataOnly, config, profile } = settings
    const finder = createConfigFinder({ cwd, given: config, dataOnly, ruleIds: services.ruleIds, isRepeated: true })
    return createLinters({ patterns: [], profile }, finder, { cwd, env }, own)
  }
}
