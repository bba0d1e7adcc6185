/** Which plans a repository has, and what is to be said of them: the result of a run without words. */
import path from 'node:path'
import { isMdx } from '../../detect/places.ts'
import type { FileReport, RunReport } from '../../types.ts'
import type { Override } from '../../options.ts'
import { createConfigFinder } from '../config/config.ts'
import { ConfigError, inWords } from '../config/error.ts'
import type { LoadedConfig, ConfigFinder } from '../config/config.ts'
import type { Call } from '../call.ts'
import { lintSilently } from '../pipeline/pipeline.ts'
import { baselineEntries } from '../stages/baseline.ts'
import { printBaseline } from '../stages/baseline-file.ts'

export interface FoundPlans {
  judged: FileReport[]
  /** Elsewhere, and clearly of some profile: globs with the profile's name. */
  overrides: Override[]
  /** Elsewhere, and like a plan: paths. */
  others: string[]
  errors: number
  warnings: number
}

/** The name of the baseline that setting up begins. */
export const baselineName = 'planlint-baseline.json'

/** @param top the repository's, absolute */
export async function findPlans(top: string, call: Call): Promise<FoundPlans> {
  const { files } = await lint(top, [], call)
  const judged = files.filter(file => file.state === 'judged')
  const others = files.filter(file => file.state === 'not-judged' && file.planLike && file.expected !== true)
  const findings = judged.flatMap(file => file.findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return {
    judged,
    overrides: overridesFor(others),
    others: others.map(file => file.path),
    errors,
    warnings: findings.length - errors
  }
}

/** @returns a baseline of what there is to be said once these overrides hold, and how many findings it lists */
export async function baselineOf(
  top: string,
  overrides: readonly Override[],
  call: Call
): Promise<{ text: string; count: number }> {
  const { files } = await lint(top, overrides, call)
  const entries = files.flatMap(file => baselineEntries(file, path.join(top, baselineName), top))
  return { text: printBaseline(entries), count: entries.length }
}

/** What makes the configuration of the top folder one that can't be used; code is not looked into. */
export async function configTroubles(top: string, call: Call): Promise<string[]> {
  const finder = createConfigFinder({ cwd: top, given: undefined, dataOnly: true, ruleIds: call.services.ruleIds })
  try {
    const { profiles, file = '' } = await finder.of(path.join(top, 'PLAN.md'))
    await call.services.completeProfiles(profiles, file)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return inWords(error, top)
  }
}

/** As a run in the top folder would judge, were these overrides configured and planlint switched on. */
async function lint(top: string, overrides: readonly Override[], call: Call): Promise<RunReport> {
  const io = { ...call.io, cwd: top, isErrorTTY: false, stderr: { write: () => undefined } }
  const settings = {
    patterns: [],
    outputs: [],
    profile: undefined,
    quiet: false,
    statistics: false,
    maxWarnings: Infinity,
    config: undefined,
    dataOnly: true,
    color: false,
    stdinFilename: undefined,
    errorOnUnmatched: false,
    stages: new Set<string>(),
    values: new Map()
  }
  const finder = createConfigFinder({ cwd: top, given: undefined, dataOnly: true, ruleIds: call.services.ruleIds })
  return lintSilently(settings, withOverrides(finder, overrides), io, call.services)
}

function withOverrides(finder: ConfigFinder, overrides: readonly Override[]): ConfigFinder {
  const known = new Map<LoadedConfig, LoadedConfig>()
  return {
    async of(file) {
      const config = await finder.of(file)
      let own = known.get(config)
      if (!own) {
        const { options } = config
        own = {
          ...config,
          enabled: true,
          options: { ...options, overrides: [...(options.overrides ?? []), ...overrides] }
        }
        known.set(config, own)
      }
      return own
    }
  }
}

/** Files of one folder that look like plans of one kind go by one glob, where there are several. */
function overridesFor(files: readonly FileReport[]): Override[] {
  const groups = new Map<string, string[]>()
  for (const file of files) {
    // A place is searched for Markdown alone.
    if (isMdx(file.path)) continue
    const profile = /looks like a plan \(([\w-]+)\)/.exec(file.state === 'not-judged' ? file.reason : '')?.[1]
    if (profile === undefined || profile === 'generic') continue
    const key = `${path.posix.dirname(file.path)}\n${profile}`
    groups.set(key, [...(groups.get(key) ?? []), file.path])
  }
  return [...groups].map(([key, paths]) => {
    const [folder = '', profile = ''] = key.split('\n')
    return { files: paths.length > 1 && folder !== '.' ? `${folder}/*.md` : paths[0]!, profile }
  })
}
