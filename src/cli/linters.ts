/** One linter for each configuration; the command line's options over the file's. */
import {didYouMean} from '../suggest.ts'
import {ConfigError} from './config/error.ts'
import type {Config, ConfigFinder} from './config.ts'
import {UsageError} from './io.ts'
import type {Io} from './io.ts'
import type {FileReport} from '../types.ts'
import type {Linter, LinterEnv, Services} from './services.ts'
import type {LintSettings} from './settings.ts'
import {asksRepository, createSurroundings} from './surroundings.ts'

export interface Linters {
  /**
   * @param file an absolute path
   * @throws {ConfigError | UsageError} when its configuration, or a profile that it names, can't be used
   */
  of(file: string): Promise<Judge>
}

/** A configuration put to work. */
export interface Judge {
  config: Config
  limits: Record<string, number>
  /** Judges a text; the linter is loaded with the first. */
  lint(text: string, path: string | undefined): Promise<FileReport>
  /** Stands for everything that a verdict on a file depends on besides its text and path; the same function where it is the same. */
  keyOf(file: string): Promise<() => Promise<string>>
}

export function createLinters(settings: LintSettings, finder: ConfigFinder, {cwd, env: variables}: Pick<Io, 'cwd' | 'env'>, services: Services): Linters {
  const surroundings = createSurroundings(cwd, variables, services)
  const judges = new Map<Config, Promise<Judge>>()
  return {
    async of(file) {
      const config = await finder.of(file)
      let judge = judges.get(config)
      if (!judge) judges.set(config, (judge = build(config)))
      // Git answers while plans are read.
      if (asksRepository(config.options)) surroundings.begin(file)
      return judge
    }
  }

  async function build(config: Config): Promise<Judge> {
    await checkProfiles(config)
    const env: LinterEnv = {}
    if (config.profiles.length > 0) env.profiles = config.profiles
    if (settings.profile !== undefined) env.forced = settings.profile
    let linter: Promise<Linter> | undefined
    const keys = new Map<string, () => Promise<string>>()
    const asks = asksRepository(config.options)
    const load = async (): Promise<Linter> => (await services.createLinter())(config.options, env)
    return {
      config, limits: config.options.limits ?? {},
      lint: async (text, file) => (await (linter ??= load())).lint(text, file, asks && file !== undefined ? await surroundings.of(file) : {}),
      keyOf: async (file) => {
        const stamp = asks ? await surroundings.stamp(file) : ''
        let key = keys.get(stamp)
        if (!key) keys.set(stamp, (key = async () => JSON.stringify([config.options, env, await services.profiles(), stamp])))
        return key
      }
    }
  }

  /** Reading the profiles costs: only where one is named. */
  async function checkProfiles(config: Config): Promise<void> {
    for (const profile of config.profiles) {
      const problems = await services.checkProfile(profile)
      if (problems.length > 0) throw new ConfigError(`Profile "${String(profile.name ?? '?')}" is not valid: ${problems.slice(0, 3).join('; ')}`, config.file ?? '')
    }
    const named = [config.options.profile, ...(config.options.overrides ?? []).map((override) => override.profile || undefined)].filter((name) => name !== undefined)
    if (settings.profile === undefined && named.length === 0) return
    const own = config.profiles.map((profile) => profile.name).filter((name) => typeof name === 'string')
    const known = [...(await services.profiles()).map((profile) => profile.name), ...own]
    const unknown = (name: string): string => `Unknown profile "${name}"${didYouMean(name, known)}; known: ${known.join(', ')}`
    for (const name of named) if (!known.includes(name)) throw new ConfigError(unknown(name), config.file ?? '')
    if (settings.profile !== undefined && !known.includes(settings.profile)) throw new UsageError(unknown(settings.profile))
  }
}
