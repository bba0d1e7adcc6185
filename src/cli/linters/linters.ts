/** One linter for each configuration; the command line's options over the file's. */
import path from 'node:path'
import type { LintSettings } from '../args/settings.ts'
import type { ConfigFinder, LoadedConfig } from '../config/config.ts'
import type { Candidate } from '../discover/discovery.ts'
import type { Io } from '../io.ts'
import type { Services } from '../runtime/services.ts'
import type { FatalError } from '../../types.ts'
import { configure, type ConfiguredLinter } from './configured.ts'
import { asksRepository, createSurroundings } from './surroundings.ts'

export interface Linters {
  /**
   * @param file an absolute path
   * @throws {ConfigError | UsageError} when its configuration, or a profile that it names, can't be used
   */
  of(file: string): Promise<ConfiguredLinter>
  /** What git failed with, where rules asked it. */
  fatalErrors(): FatalError[]
  /** The files that are one plan with this one where its place says so, be they there or not: absolute paths. */
  setOf(file: Pick<Candidate, 'file' | 'path'>): Promise<string[]>
}

/** @param settings what the command line says; of a file's configuration it overrides the profile */
export function createLinters(
  settings: Pick<LintSettings, 'patterns' | 'profile'>,
  finder: ConfigFinder,
  { cwd, env: variables }: Pick<Io, 'cwd' | 'env'>,
  services: Services
): Linters {
  const surroundings = createSurroundings(cwd, variables, services)
  const workplace = { cwd, variables, settings, services, surroundings }
  const byConfig = new Map<LoadedConfig, Promise<ConfiguredLinter>>()
  const folders = new Map<string, Promise<ConfiguredLinter>>()
  return {
    fatalErrors: surroundings.fatalErrors,
    of,
    async setOf({ file, path: name }) {
      const linter = await of(file).catch(() => undefined)
      return ((await linter?.setOf(name)) ?? []).map(each => path.resolve(cwd, each))
    }
  }

  function of(file: string): Promise<ConfiguredLinter> {
    const folder = path.dirname(file)
    let linter = folders.get(folder)
    if (!linter) folders.set(folder, (linter = find(file)))
    return linter
  }

  async function find(file: string): Promise<ConfiguredLinter> {
    const config = await finder.of(file)
    let linter = byConfig.get(config)
    if (!linter) byConfig.set(config, (linter = configure(config, workplace)))
    // Git answers while plans are read.
    if (asksRepository(config.options)) surroundings.begin(file)
    return linter
  }
}
