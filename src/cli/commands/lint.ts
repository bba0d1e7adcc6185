/** `planlint [paths…]` */
import fs from 'node:fs'
import path from 'node:path'
import { didYouMean, suggest } from '../../util/suggest.ts'
import { lintOptions } from '../args/lint-options.ts'
import { stageOptions } from '../args/stage-options.ts'
import type { Call, Command } from '../call.ts'
import { createConfigFinder } from '../config/config.ts'
import type { ConfigFinder } from '../config/config.ts'
import { ConfigError } from '../config/error.ts'
import type { GivenRules } from '../config/given-rules.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'
import { pairOutputs } from '../output/outputs.ts'
import { lintPlans } from '../pipeline/pipeline.ts'
import { scan } from '../args/scan.ts'
import type { LintSettings } from '../args/settings.ts'

export const lint: Command = {
  usage: 'planlint [paths…]',
  description: 'Lint plan documents',
  examples: [
    ['planlint', 'judge the plans at their usual places'],
    ['planlint docs/plans --fix', 'mend what can be mended safely'],
    ['planlint --since main --format github', 'what a pull request changes, as annotations']
  ],
  options: lintOptions,
  words: 'file',
  run
}

async function run(call: Call): Promise<ExitCode> {
  let settings = toSettings(call)
  const { cwd } = call.io
  const given = await givenRules(call)
  const newFinder = (isRepeated: boolean): ConfigFinder => {
    const { config, dataOnly } = settings
    const finder = createConfigFinder({ cwd, given: config, dataOnly, ruleIds: call.services.ruleIds, isRepeated })
    return given.over(finder)
  }
  const finder = newFinder(false)
  let first: ConfigFinder | undefined = finder
  const printed = call.parsed.values.get('print-config')
  if (typeof printed === 'string')
    return (await import('../print-config.ts')).printConfig(printed, settings, finder, given.rules, call)
  if (call.parsed.values.get('list-files') === true)
    return (await import('../list-files.ts')).listFiles(settings, finder, call)
  settings = await withConfigured(settings, finder, cwd)
  const formats = Object.keys(await call.services.formats())
  for (const { format } of settings.outputs) {
    if (!formats.includes(format))
      throw new UsageError(`Unknown format "${format}"${didYouMean(format, formats)}; known: ${formats.join(', ')}`)
  }
  if (settings.statistics) await checkStatistics(settings, call)
  hintAtCommand(settings.patterns, call)
  return lintPlans(
    settings,
    () => {
      const next = first ?? newFinder(true)
      first = undefined
      return next
    },
    call.io,
    call.services
  )
}

/** @throws {UsageError} when options conflict */
export function toSettings({ parsed, argv }: Pick<Call, 'parsed' | 'argv'>): LintSettings {
  const { values, words } = parsed
  const text = (name: string): string | undefined => values.get(name) as string | undefined
  const maxWarnings = values.get('max-warnings')
  const stdinFilename = text('stdin-filename')
  if (stdinFilename !== undefined && !words.includes('-'))
    throw new UsageError('Missing "-": --stdin-filename names the text of standard input')
  return {
    patterns: words,
    outputs: pairOutputs(scan(argv, lintOptions), 'stylish'),
    profile: text('profile'),
    quiet: values.get('quiet') === true,
    statistics: values.get('statistics') === true,
    maxWarnings: typeof maxWarnings === 'number' ? maxWarnings : Infinity,
    config: values.get('config') as string | false | undefined,
    dataOnly: values.get('config-js') === false,
    color: values.get('color') as boolean | undefined,
    stdinFilename,
    errorOnUnmatched: values.get('error-on-unmatched-pattern') !== false,
    stages: stagesOf(values),
    values
  }
}

/** What `--rule` and `--report-unused-disable-directives` say; nothing is loaded where it is not given. */
async function givenRules({
  parsed,
  services
}: Call): Promise<{ rules: GivenRules; over: (finder: ConfigFinder) => ConfigFinder }> {
  const texts = (parsed.values.get('rule') as string[] | undefined) ?? []
  const reportsUnused = parsed.values.get('report-unused-disable-directives') === true
  if (texts.length === 0 && !reportsUnused) return { rules: {}, over: finder => finder }
  const { readRules, withRules } = await import('../config/given-rules.ts')
  const rules = await readRules(texts, services.ruleIds)
  const more = reportsUnused ? { reportUnusedDisableDirectives: true } : {}
  return { rules, over: finder => withRules(finder, rules, more) }
}

/** @throws {UsageError} where no format of the run shows them */
async function checkStatistics({ outputs }: LintSettings, { services }: Call): Promise<void> {
  const all = Object.entries(await services.formats())
  const loaded = await Promise.all(all.map(async ([name, load]) => ({ name, ...(await load()) })))
  const showing = loaded.filter(format => format.hasStatistics).map(({ name }) => name)
  if (outputs.some(({ format }) => showing.includes(format))) return
  throw new UsageError(
    `--statistics has no effect on --format ${outputs.map(({ format }) => format).join(', ')}; use ${showing.join(' or ')}`
  )
}

/** A configuration may name the format and a baseline; errors in it are reported where files are linted. */
async function withConfigured(settings: LintSettings, finder: ConfigFinder, cwd: string): Promise<LintSettings> {
  const { values, outputs, stages } = settings
  try {
    const { options, file } = await finder.of(path.join(cwd, 'PLAN.md'))
    if (!values.has('format')) for (const output of outputs) output.format = options.format ?? output.format
    if (options.baseline === undefined || file === undefined || values.has('baseline')) return settings
    const baseline = path.relative(cwd, path.resolve(path.dirname(file), options.baseline))
    return {
      ...settings,
      values: new Map([...values, ['baseline', baseline]]),
      stages: new Set([...stages, 'baseline'])
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return settings
  }
}

function stagesOf(values: ReadonlyMap<string, unknown>): Set<string> {
  const wanted = stageOptions.filter(option => values.has(option.name) && values.get(option.name) !== false)
  return new Set(wanted.map(option => option.stage))
}

/** A misspelt command looks like a path that does not exist. */
function hintAtCommand(patterns: readonly string[], { io, commands }: Call): void {
  const [first] = patterns
  if (first === undefined || !/^[a-z-]+$/.test(first)) return
  const command = suggest(first, Object.keys(commands.named))
  if (command === undefined) return
  // Looked at only now: most paths have a dot or a slash.
  if (!fs.existsSync(path.resolve(io.cwd, first)))
    throw new UsageError(`No such file or command: "${first}" (did you mean "planlint ${command}"?)`)
}
