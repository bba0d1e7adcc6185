/** One linter for each configuration; the command line's options over the file's. */
import path from 'node:path'
import { didYouMean } from '../util/suggest.ts'
import { ConfigError } from './config/error.ts'
import type { LoadedConfig, ConfigFinder } from './config/config.ts'
import { relativePath } from './discover/discover.ts'
import type { Candidate } from './discover/discover.ts'
import { UsageError } from './io.ts'
import type { Io } from './io.ts'
import type { Keys } from '../options/words.ts'
import type { Profile } from '../profiles/schema.ts'
import { createNaming } from '../repo/from-top.ts'
import { siblingsOnDisk } from '../sets/disk.ts'
import type { Siblings } from '../sets/siblings.ts'
import type { OtherPlan } from '../lint/rule.ts'
import type { FileReport, FatalError } from '../types.ts'
import { comparesPlans, otherPlans } from './other-plans.ts'
import type { PortableSurroundings, TextLinter, LinterEnv, Services } from './runtime/services.ts'
import type { LintSettings } from './args/settings.ts'
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

/** A configuration put to work. */
export interface ConfiguredLinter {
  config: LoadedConfig
  limits: Record<string, number>
  /** The files beside plans, as they are on disk. */
  beside: Siblings
  /** Lints a text; the linter is loaded with the first. */
  lint(text: string, path: string | undefined, siblings?: Siblings): Promise<FileReport>
  /** Files that are one plan with one at this path, where its place says so: relative to the same folder. */
  setOf(path: string): Promise<string[]>
  /** Stands for everything that a result for a file depends on besides its text and path; the same function where it is the same. */
  keyOf(file: string): Promise<() => Promise<string>>
}

export function createLinters(
  settings: Pick<LintSettings, 'patterns' | 'profile'>,
  finder: ConfigFinder,
  { cwd, env: variables }: Pick<Io, 'cwd' | 'env'>,
  services: Services
): Linters {
  const surroundings = createSurroundings(cwd, variables, services)
  const fromTop = createNaming(cwd)
  /** The way from the top to the working directory, as notes have it in front of files. */
  const here = fromTop('x').slice(0, -1)
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
    if (!linter) byConfig.set(config, (linter = build(config)))
    // Git answers while plans are read.
    if (asksRepository(config.options)) surroundings.begin(file)
    return linter
  }

  async function build(config: LoadedConfig): Promise<ConfiguredLinter> {
    const own = await services.completeProfiles(config.profiles, config.file ?? '')
    await checkNames(config)
    const env: LinterEnv = { cwd }
    if (own.length > 0) env.profiles = own
    if (settings.profile !== undefined) env.forced = settings.profile
    if (variables['PLANLINT_PARSER'] === 'reference') env.parser = 'reference'
    let loaded: Promise<TextLinter> | undefined
    const keys = new Map<string, Promise<() => Promise<string>>>()
    const byStamp = new Map<string, () => Promise<string>>()
    const asks = asksRepository(config.options)
    const load = async (): Promise<TextLinter> => (await services.createLinter())(config.options, env)
    let plans: Promise<readonly OtherPlan[]> | undefined
    const others = comparesPlans(config.options)
      ? (): Promise<readonly OtherPlan[]> =>
          (plans ??= otherPlans(settings, cwd, config.options, env, services, surroundings.find))
      : undefined
    const around = async (file: string): Promise<PortableSurroundings> => ({
      ...(asks ? await surroundings.of(file) : {}),
      ...(others ? { otherPlans: (await others()).filter(plan => plan.path !== file) } : {})
    })
    const findKey = async (file: string): Promise<() => Promise<string>> => {
      const stamp = `${asks ? await surroundings.stamp(file) : ''}${others ? JSON.stringify(await others()) : ''}`
      let key = byStamp.get(stamp)
      if (!key)
        byStamp.set(
          stamp,
          (key = async () =>
            JSON.stringify([config.options, { ...env, cwd: undefined }, await services.profiles(), stamp]))
        )
      return key
    }
    return {
      config,
      limits: config.options.limits ?? {},
      beside: siblingsOnDisk(cwd, config.options.limits?.['bytes']),
      async lint(text, file, siblings) {
        const name = file === undefined ? undefined : fromTop(file)
        const report = await (
          await (loaded ??= load())
        ).lint(text, name, {
          ...(file === undefined ? {} : await around(file)),
          ...(siblings ? { siblings } : {})
        })
        return name === file ? report : namedFrom(cwd, report, here)
      },
      async setOf(file) {
        const [{ setFilesOf }, shipped] = await Promise.all([import('../sets/places.ts'), services.profiles()])
        return setFilesOf(fromTop(file), [...own, ...shipped.map(({ data }) => data)] as Profile[])
      },
      keyOf: file => {
        const folder = path.dirname(file)
        let key = keys.get(folder)
        if (!key) keys.set(folder, (key = findKey(file)))
        return key
      }
    }
  }

  /** Reading the profiles costs: only where one is named. */
  async function checkNames(config: LoadedConfig): Promise<void> {
    const { profile: top, overrides = [] } = config.options
    const named = [
      { name: top, at: ['profile'] },
      ...overrides.map(({ profile }, index) => ({ name: profile || undefined, at: ['overrides', index, 'profile'] }))
    ].filter(({ name }) => name !== undefined) as { name: string; at: Keys }[]
    if (settings.profile === undefined && named.length === 0) return
    const own = config.profiles.map(profile => profile.name).filter(name => typeof name === 'string')
    const known = [...(await services.profiles()).map(profile => profile.name), ...own]
    const unknown = (name: string): string =>
      `Unknown profile "${name}"${didYouMean(name, known)}; known: ${known.join(', ')}`
    for (const { name, at } of named)
      if (!known.includes(name)) throw new ConfigError(unknown(name), config.file ?? '', await config.placeOf(at))
    if (settings.profile !== undefined && !known.includes(settings.profile))
      throw new UsageError(unknown(settings.profile))
  }
}

/** A report with its paths as people name them: relative to the working directory. */
function namedFrom(cwd: string, report: FileReport, here: string): FileReport {
  const nameOf = (each: string): string => relativePath(path.resolve(cwd, each), cwd)
  return {
    ...report,
    path: nameOf(report.path),
    notes: report.notes.map(note => note.replaceAll(here, '')),
    findings: report.findings.map(finding => ({
      ...finding,
      ...(finding.related && {
        related: finding.related.map(each => (each.path === undefined ? each : { ...each, path: nameOf(each.path) }))
      })
    })),
    ...(report.beside && { beside: report.beside.map(each => ({ ...each, path: nameOf(each.path) })) })
  }
}
