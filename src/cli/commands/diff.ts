/** `planlint diff <plan> --base <ref>`: did the change stay where the plan said it would? */
import path from 'node:path'
import type { OptionSpec } from '../args/option.ts'
import { outputFileOption, configOptions, commonOptions } from '../args/shared-options.ts'
import type { Command, Call } from '../call.ts'
import { UsageError, type ExitCode } from '../io.ts'
import { loadPlan, type LoadedPlan } from '../plan-model.ts'
import { fatalLine } from '../output/fatal.ts'
import { GitError } from '../../repo/git.ts'
import type { Discrepancy, DiffReport } from '../../apps/diff/types.ts'
import { pairOutputs, type Output } from '../output/outputs.ts'
import { scan } from '../args/scan.ts'
import { diffFormats, isDiffFormat, renderDiff } from '../../apps/diff/index.ts'
import { didYouMean } from '../../util/suggest.ts'
import { statedBase } from '../../plan/files/base.ts'
import { findRepository, type RepoPlace } from '../../repo/snapshot.ts'
import { locator, workTree } from '../../repo/there/disk.ts'
import { mergeBase, changedFiles } from '../../repo/past/diff.ts'
import { allowance, generatedGlobs } from '../../apps/diff/allowed.ts'
import { compare } from '../../apps/diff/compare.ts'
import { claimsOf } from '../../plan/files/claims.ts'
import { amendPlan } from '../diff/amend-plan.ts'
import { fromHere } from '../diff/paths-from-here.ts'
import { version } from '../version.ts'
import { relativePath } from '../discover/relative-path.ts'
import { writeOutput } from '../output/reports.ts'
import { wantsColor } from '../output/color.ts'
import { failures } from '../../apps/diff/words.ts'

const options: readonly OptionSpec[] = [
  {
    name: 'base',
    kind: 'string',
    value: 'REF',
    group: 'Which plans',
    description: "The commit, branch or tag that the change starts from (the plan's own base commit, if it states one)"
  },
  {
    name: 'committed',
    kind: 'boolean',
    group: 'Which plans',
    description: 'Compare what is committed alone, as a pull request would'
  },
  {
    name: 'allow',
    kind: 'string',
    value: 'GLOB',
    isRepeatable: true,
    group: 'Which plans',
    description: 'Changes that need no plan, besides lockfiles and generated files; repeatable'
  },
  {
    name: 'fail-on',
    kind: 'string',
    value: 'GROUPS',
    group: 'Exit code',
    description:
      'What fails the run: unplanned, untouched, contradiction, separated by commas, or none (unplanned,contradiction)'
  },
  {
    name: 'amend',
    kind: 'boolean',
    group: 'Fixing',
    description: "Write unplanned files into the plan's tree and overview, marked as the plan marks them"
  },
  {
    name: 'format',
    alias: 'f',
    kind: 'string',
    value: 'NAME',
    source: 'diff-format',
    isRepeatable: true,
    group: 'Report',
    description: 'text, json, markdown or sarif; repeatable'
  },
  outputFileOption,
  ...configOptions,
  ...commonOptions
]

export const diff: Command = {
  usage: 'planlint diff <plan>',
  description: 'Compare a plan with the change that carries it out',
  examples: [
    ['planlint diff docs/plans/relay.md --base main', 'what the plan says beside what changed'],
    ['planlint diff docs/plans/relay.md --amend', 'write what was not planned into the plan']
  ],
  minWords: 1,
  maxWords: 1,
  words: 'file',
  options,
  run
}

async function run(call: Call): Promise<ExitCode> {
  const settings = toSettings(call)
  const loaded = await loadPlan(settings.plan, call)
  if (!loaded.ok) {
    call.io.stderr.write(fatalLine(loaded.fatal, settings.plan))
    return 2
  }
  try {
    return await compareAndReport(loaded, settings, call)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    call.io.stderr.write(fatalLine(error.fatal))
    return 2
  }
}

interface Settings {
  plan: string
  base: string | undefined
  failOn: Discrepancy[]
  allow: string[]
  isAmending: boolean
  isCommitted: boolean
  outputs: Output[]
  color: boolean | undefined
}

function toSettings({ parsed: { values, words }, argv }: Call): Settings {
  const outputs = pairOutputs(scan(argv, options), 'text')
  const known = Object.keys(diffFormats)
  for (const { format } of outputs)
    if (!isDiffFormat(format))
      throw new UsageError(`Unknown format "${format}"${didYouMean(format, known)}; known: ${known.join(', ')}`)
  return {
    plan: words[0]!,
    base: values.get('base') as string | undefined,
    failOn: groupsOf(values.get('fail-on') as string | undefined),
    allow: (values.get('allow') as string[] | undefined) ?? [],
    isAmending: values.get('amend') === true,
    isCommitted: values.get('committed') === true,
    outputs,
    color: values.get('color') as boolean | undefined
  }
}

const groups: Record<string, Discrepancy> = {
  unplanned: 'unplanned',
  untouched: 'untouched',
  contradiction: 'contradiction',
  contradictions: 'contradiction'
}

/** @throws {UsageError} */
function groupsOf(text: string | undefined): Discrepancy[] {
  if (text === 'none') return []
  return [
    ...new Set(
      (text ?? 'unplanned,contradiction').split(',').map(word => {
        const group = Object.hasOwn(groups, word.trim()) ? groups[word.trim()] : undefined
        if (!group)
          throw new UsageError(
            `Unknown group "${word.trim()}" after --fail-on${didYouMean(word.trim(), Object.keys(groups))}; known: unplanned, untouched, contradiction, none`
          )
        return group
      })
    )
  ]
}

async function compareAndReport(
  loaded: Extract<LoadedPlan, { ok: true }>,
  settings: Settings,
  call: Call
): Promise<ExitCode> {
  const { io } = call
  const ref = settings.base ?? statedBase(loaded.plan)
  if (ref === undefined) throw new UsageError('Missing --base: the commit, branch or tag that the change starts from')
  const place = await findRepository(path.dirname(loaded.file), io.env)
  const planPath = locator(io.cwd, place.top)(loaded.file) ?? ''
  const [commit, changes] = await Promise.all([
    mergeBase(place, ref),
    changedFiles(place, ref, { workTree: !settings.isCommitted })
  ])
  const allowed = allowance([...settings.allow, ...generatedGlobs(workTree(place.top).read('.gitattributes') ?? '')])
  const found = compare(claimsOf(loaded.plan), changes, { planPath, allowance: allowed })
  const notes = settings.isAmending ? await amendPlan(found, loaded, place) : []
  const report: DiffReport = {
    ...fromHere(found, place, io.cwd),
    version,
    plan: relativePath(loaded.file, io.cwd),
    base: { ref, commit },
    failOn: settings.failOn,
    profile: loaded.plan.profile.name,
    recognised: loaded.recognised,
    notes: [...notesOf(place, loaded), ...notes]
  }
  for (const output of settings.outputs)
    await writeOutput(
      renderDiff(output.format, report, { color: wantsColor(settings.color, io, output.file !== undefined) }),
      output,
      io
    )
  return failures(report) > 0 ? 1 : 0
}

function notesOf(place: RepoPlace, { plan, recognised }: Extract<LoadedPlan, { ok: true }>): string[] {
  return [
    ...(recognised === 'likely'
      ? [`Unknown kind of plan, read by the nearest: ${plan.profile.name} (--profile NAME says which it is)`]
      : []),
    ...(place.shallow ? ['Shallow clone: compared with the history at hand'] : []),
    ...(claimsOf(plan).list.length === 0 ? ['The plan names no files'] : [])
  ]
}
