/** Which files a run looks at: those that are discovered, narrowed down by its stages. */
import { excludedFile } from '../../lint/report.ts'
import { liesAt } from '../../detect/places.ts'
import type { LoadedConfig, ConfigFinder } from '../config/config.ts'
import { discover } from '../discover/discover.ts'
import type { Candidate, Discovery } from '../discover/discovery.ts'
import { createLinters } from '../linters/linters.ts'
import { unmatched } from '../output/nothing-judged.ts'
import type { LintRun } from './run.ts'

export async function find(run: LintRun): Promise<Candidate[]> {
  const { settings, io } = run
  const patterns = settings.patterns.filter(pattern => pattern !== '-')
  if (patterns.length === 0 && settings.patterns.length > 0) return []
  let found: Discovery = await withConfigured(await discover(patterns, io.cwd), run.finder)
  for (const stage of run.stages) {
    if (!stage.select) continue
    const before = found.files.length
    found = await stage.select(found, run.context)
    const isChoice = stage.isChoosy === true || found.files.length < before
    run.isNarrowed ||= isChoice
    if (isChoice && found.files.length === 0 && stage.none) run.none ??= stage.none(settings)
  }
  for (const { path: file, why } of found.ignored) run.files.push({ ...excludedFile(file, why), expected: true })
  run.fatalErrors.push(...found.fatalErrors)
  run.ignoredPlans = found.ignoredPlans
  // Who narrows the files down, or judges again and again, knows where the plans are.
  if (!run.stages.some(stage => stage.select || stage.around)) run.elsewhere = found.elsewhere
  if (settings.errorOnUnmatched) run.fatalErrors.push(...found.unmatched.map(unmatched))
  return found.files
}

/** What the configuration gives a profile to, or a profile of its own names, lies at a usual place of this project. */
async function withConfigured(found: Discovery, finder: ConfigFinder): Promise<Discovery> {
  const configured = new Set<Candidate>()
  for (const each of found.elsewhere) {
    // What is wrong with a configuration is told where it is used.
    const config = await finder.of(each.file).catch(() => undefined)
    if (config && liesAt(each.path, globsOf(config))) configured.add(each)
  }
  if (configured.size === 0) return found
  const files = [...found.files, ...[...configured].map(each => ({ ...each, expected: true }))]
  return {
    ...found,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    elsewhere: found.elsewhere.filter(each => !configured.has(each))
  }
}

function globsOf({ options, profiles }: LoadedConfig): string[] {
  const overridden = (options.overrides ?? []).flatMap(({ files, profile }) =>
    typeof profile === 'string' ? [files].flat() : []
  )
  return [...overridden, ...profiles.flatMap(({ paths }) => (Array.isArray(paths) ? (paths as string[]) : []))]
}

/** Plans that lie where nobody looks, where the usual places alone are looked at. */
export async function lookElsewhere({ elsewhere, settings, finder, services, io, files }: LintRun): Promise<void> {
  if (elsewhere.length === 0) return
  const [{ lookAlikes }, { withoutRules }] = await Promise.all([import('../look-alikes.ts'), import('../quiet.ts')])
  const quiet = withoutRules(services, false)
  files.push(...(await lookAlikes(elsewhere, createLinters(settings, finder, io, quiet), quiet)))
}
