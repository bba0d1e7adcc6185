/** `--print-config FILE`: what holds for a file, and by whose word: its profile, every rule's severity, and the options as written; as JSON. */
import path from 'node:path'
import { rules } from '../../rules/index.ts'
import { lintTree } from '../lint/lint-tree.ts'
import type { TreeResult } from '../lint/tree-types.ts'
import { checkText } from '../lint/lint-text.ts'
import { sourceOf } from '../util/source.ts'
import { documentState, unjudgedFor } from '../lint/report.ts'
import { ruledBy } from '../lint/severity.ts'
import { parsePlan } from '../parse/parse.ts'
import type { Profile } from '../profiles/schema.ts'
import { createNaming } from '../repo/from-top.ts'
import { jsonText } from '../report/text/json-text.ts'
import type { Call } from './call.ts'
import type { LoadedConfig, ConfigFinder } from './config/config.ts'
import { ConfigError, usageError } from './config/error.ts'
import type { GivenRules } from './config/given-rules.ts'
import { relativePath } from './discover/relative-path.ts'
import { readPlan } from './files/read.ts'
import type { ExitCode } from './io.ts'
import type { LintSettings } from './args/settings.ts'

/**
 * @param given what `--rule` says, which is in the finder's configurations already
 * @throws {UsageError} when the configuration can't be used
 */
export async function printConfig(
  name: string,
  settings: LintSettings,
  finder: ConfigFinder,
  given: GivenRules,
  { io, services }: Call
): Promise<ExitCode> {
  try {
    const file = path.resolve(io.cwd, name)
    const config = await finder.of(file)
    const own = (await services.completeProfiles(config.profiles, config.file ?? '')) as unknown as Profile[]
    const options = { ...config.options, ...(settings.profile === undefined ? {} : { profile: settings.profile }) }
    const fromTop = createNaming(io.cwd)(relativePath(file, io.cwd))
    const { plan, ...judged } = await look(file, fromTop, config, own, settings.profile)
    io.stdout.write(
      jsonText({
        configFile: config.file === undefined ? null : relativePath(config.file, io.cwd),
        enabled: config.enabled,
        file: { path: relativePath(file, io.cwd), ...judged, planState: plan?.state ?? null },
        rules: Object.fromEntries(
          rules.map(rule => {
            const ruled = ruledBy(rule, config.options, fromTop, plan)
            return [rule.id, Object.hasOwn(given, rule.id) ? { ...ruled, by: 'option' } : ruled]
          })
        ),
        options
      })
    )
    return 0
  } catch (error) {
    if (error instanceof ConfigError) throw usageError(error, io.cwd)
    throw error
  }
}

/** How the file comes by its profile, and its plan; no rule runs. */
async function look(
  file: string,
  name: string,
  { options }: LoadedConfig,
  profiles: readonly Profile[],
  forced: string | undefined
): Promise<ReturnType<typeof documentState> & { status: string | null; plan?: TreeResult['plan'] }> {
  const read = await readPlan(file, options.limits)
  const source = read.ok ? sourceOf(read.text) : ''
  const fatal = read.ok ? checkText(source, options.limits) : read.fatal
  if (fatal) {
    const { state, profile, reason } = unjudgedFor(name, fatal.message)
    return { state, profile, reason, status: null }
  }
  const result = lintTree(parsePlan(source), source, {
    options,
    profiles,
    path: name,
    only: [],
    ...(forced === undefined ? {} : { forced })
  })
  return { ...documentState(result.selection), status: result.plan?.status?.value ?? null, plan: result.plan }
}
