/** A configuration put to work. */
import path from 'node:path'
import type { LoadedConfig } from '../config/config.ts'
import { relativePath } from '../discover/relative-path.ts'
import type { LinterEnv, TextLinter } from '../runtime/services.ts'
import type { Profile } from '../../profiles/schema.ts'
import { createNaming } from '../../repo/from-top.ts'
import { siblingsOnDisk } from '../../sets/disk.ts'
import type { Siblings } from '../../sets/siblings.ts'
import type { FileReport } from '../../types.ts'
import { aroundPlans } from './around.ts'
import { checkProfileNames } from './profile-names.ts'
import { createKeys, type ResultKey } from './result-keys.ts'
import type { Workplace } from './workplace.ts'

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
  keyOf(file: string): Promise<ResultKey>
}

/** @throws {ConfigError | UsageError} when a profile that the configuration or the command line names can't be used */
export async function configure(config: LoadedConfig, workplace: Workplace): Promise<ConfiguredLinter> {
  const { cwd, settings, services } = workplace
  const { options } = config
  const own = await services.completeProfiles(config.profiles, config.file ?? '')
  await checkProfileNames(config, settings.profile, services)
  const env = envOf(own, workplace)
  const around = aroundPlans(options, env, workplace)
  const fromTop = createNaming(cwd)
  const load = async (): Promise<TextLinter> => (await services.createLinter())(options, env)
  let loaded: Promise<TextLinter> | undefined
  return {
    config,
    limits: options.limits ?? {},
    beside: siblingsOnDisk(cwd, options.limits?.['bytes']),
    async lint(text, file, siblings) {
      const name = file === undefined ? undefined : fromTop(file)
      const linter = await (loaded ??= load())
      const report = await linter.lint(text, name, {
        ...(file === undefined ? {} : await around.of(file)),
        ...(siblings ? { siblings } : {})
      })
      return name === file ? report : namedFrom(cwd, report, fromTop('x').slice(0, -1))
    },
    async setOf(file) {
      const [{ setFilesOf }, shipped] = await Promise.all([import('../../sets/places.ts'), services.profiles()])
      return setFilesOf(fromTop(file), [...own, ...shipped.map(({ data }) => data)] as Profile[])
    },
    keyOf: createKeys(around.stamp, async stamp =>
      JSON.stringify([options, { ...env, cwd: undefined }, await services.profiles(), stamp])
    )
  }
}

function envOf(profiles: Record<string, unknown>[], { cwd, settings, variables }: Workplace): LinterEnv {
  return {
    cwd,
    ...(profiles.length > 0 ? { profiles } : {}),
    ...(settings.profile === undefined ? {} : { forced: settings.profile }),
    ...(variables['PLANLINT_PARSER'] === 'reference' ? { parser: 'reference' } : {})
  }
}

/**
 * A report with its paths as people name them: relative to the working directory.
 *
 * @param here the way from the top to the working directory, as notes have it in front of files
 */
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
