/** Reads one plan to its model, by the configuration that holds for it. */
import path from 'node:path'
import { lintTree } from '../lint/lint-tree.ts'
import { documentState } from '../lint/report.ts'
import { parsePlan } from '../parse/parse.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { Profile } from '../profiles/schema.ts'
import { stateWords } from '../report/remarks.ts'
import type { Recognised, FatalError } from '../types.ts'
import type { Call } from './call.ts'
import { createConfigFinder } from './config/config.ts'
import { ConfigError, usageError } from './config/error.ts'
import { relativePath } from './discover/relative-path.ts'
import { createNaming } from '../repo/from-top.ts'
import { readPlan } from './files/read.ts'
import type { ReadResult } from './files/read.ts'

export type LoadedPlan =
  | {
      ok: true
      plan: Plan
      recognised: Recognised
      /** Absolute path. */
      file: string
      read: Extract<ReadResult, { ok: true }>
    }
  | { ok: false; fatal: FatalError }

/**
 * @param name the plan, as the user names it
 * @throws {UsageError} when the configuration can't be used
 */
export async function loadPlan(name: string, { parsed: { values }, io, services }: Call): Promise<LoadedPlan> {
  const file = path.resolve(io.cwd, name)
  const finder = createConfigFinder({
    cwd: io.cwd,
    given: values.get('config') as string | false | undefined,
    dataOnly: values.get('config-js') === false,
    ruleIds: services.ruleIds
  })
  try {
    const { options, profiles: written, file: configFile } = await finder.of(file)
    const profiles = await services.completeProfiles(written, configFile ?? '')
    const read = await readPlan(file, options.limits)
    if (!read.ok) return read
    const forced = values.get('profile') as string | undefined
    const { plan, selection } = lintTree(parsePlan(read.text), read.text, {
      options,
      profiles: profiles as unknown as Profile[],
      path: createNaming(io.cwd)(relativePath(file, io.cwd)),
      only: [],
      ...(forced === undefined ? {} : { forced })
    })
    const state = documentState(selection)
    if (plan && state.state === 'judged') return { ok: true, plan, recognised: state.recognised, file, read }
    const why = state.state === 'judged' ? '' : `${stateWords[state.state]}, ${state.reason}`
    return {
      ok: false,
      fatal: { code: 'no-plan', message: `No plan to compare: ${why}; name a profile with --profile` }
    }
  } catch (error) {
    if (error instanceof ConfigError) throw usageError(error, io.cwd)
    throw error
  }
}
