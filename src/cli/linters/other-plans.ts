/** The other plans in progress, for the rule that compares them: read only where it is on. */
import path from 'node:path'
import type { PlanlintOptions } from '../../options.ts'
import type { FoundRepo } from '../../repo/pool.ts'
import type { OtherPlan } from '../../lint/rule.ts'
import { readSetting } from '../../lint/severity.ts'
import type { FileReport } from '../../types.ts'
import { discover } from '../discover/discover.ts'
import { withoutRules } from '../quiet.ts'
import type { TextLinter, LinterEnv, Services } from '../runtime/services.ts'
import type { Workplace } from './workplace.ts'

const rule = 'path-conflict'

/** Is the rule on for some file? It is off unless a configuration turns it on. */
export function comparesPlans({ rules, overrides = [] }: PlanlintOptions): boolean {
  return [rules?.[rule], ...overrides.map(override => override.rules?.[rule])].some(
    setting => setting !== undefined && readSetting(setting).severity !== 'off'
  )
}

/**
 * Reads the plans in the usual places and those that are judged.
 *
 * @returns those in progress; of a plan without a status, the repository tells whether it was carried out
 */
export async function otherPlans(
  options: PlanlintOptions,
  env: LinterEnv,
  { cwd, settings, services, surroundings }: Workplace
): Promise<OtherPlan[]> {
  const [usual, named, readPlan, linter] = await Promise.all([
    discover([], cwd),
    discover(
      settings.patterns.filter(pattern => pattern !== '-'),
      cwd
    ),
    services.readPlan(),
    quietLinter(options, env, services)
  ])
  const files = new Map([...usual.files, ...named.files].map(each => [each.file, each.path]))
  const plans: OtherPlan[] = []
  for (const [file, shownPath] of files) {
    const read = await readPlan(file, options.limits ?? {})
    const summary = read.ok ? (await linter.lint(read.text, shownPath)).summary : undefined
    if (
      !summary ||
      summary.state === 'done' ||
      (summary.state === null && isCarriedOut(summary, await surroundings.find(path.resolve(cwd, file))))
    )
      continue
    plans.push({ path: shownPath, files: summary.changes })
  }
  return plans
}

/** No rule is asked: only what the plan says of files matters. */
async function quietLinter(options: PlanlintOptions, env: LinterEnv, services: Services): Promise<TextLinter> {
  return (await withoutRules(services).createLinter())(options, { ...env, summary: true })
}

function isCarriedOut({ changes }: NonNullable<FileReport['summary']>, found: FoundRepo | undefined): boolean {
  const telling = changes.filter(({ mark }) => mark === 'new' || mark === 'deleted')
  return (
    found !== undefined &&
    telling.length > 0 &&
    telling.every(
      ({ path: file, mark }) => found.facts.exists(file, { kind: 'work-tree' }) === (mark === 'new' ? 'file' : 'absent')
    )
  )
}
