/** `planlint profiles --drift`: which plans follow an older version of their template, and what the template has gained since. */
import path from 'node:path'
import { fileVersions, type FileVersion } from '../repo/past/versions.ts'
import { clean } from '../report/text/clean.ts'
import { jsonText } from '../report/text/json-text.ts'
import { plural } from '../report/text/words.ts'
import type { Call } from './call.ts'
import { createConfigFinder } from './config/config.ts'
import { demandsOf, documentKeys, type TemplateDemand } from './config/template-demands.ts'
import type { Drafted } from './config/templates.ts'
import { relativePath } from './discover/relative-path.ts'
import { readPlan } from './files/read.ts'
import { runInside } from './run-inside.ts'
import { UsageError } from './io.ts'
import type { ExitCode } from './io.ts'

/** How a plan stands to its template. */
interface Row {
  path: string
  profile: string
  /** The commit of the version that it follows best, and its day; null where that is the newest, or git can't tell. */
  follows: { commit: string; date: string } | null
  /** What the template demands and the plan has not: sections, fields, items of checklists. */
  lacks: TemplateDemand[]
  /** What the template has gained since the version that the plan follows, and the plan has not. */
  gained: TemplateDemand[]
}

/** So many versions of a template are looked at. */
const mostVersions = 50

export async function drift(call: Call, format: 'text' | 'json'): Promise<ExitCode> {
  const { io } = call
  const finder = createConfigFinder({
    cwd: io.cwd,
    given: call.parsed.values.get('config') as string | false | undefined,
    dataOnly: call.parsed.values.get('config-js') === false,
    ruleIds: call.services.ruleIds
  })
  const judged = await judgedFiles(call)
  const versions = new Map<string, Promise<Version[]>>()
  const rows: Row[] = []
  let templates = 0
  for (const { path: file, profile } of judged) {
    const { drafted } = await finder.of(path.resolve(io.cwd, file))
    templates += drafted.length
    const template = drafted.find(each => each.profile['name'] === profile)
    if (!template) continue
    let known = versions.get(template.file)
    if (!known) versions.set(template.file, (known = versionsOf(template, io.env)))
    const read = readPlan(path.resolve(io.cwd, file))
    if (read.ok) rows.push(rowOf(file, profile, await documentKeys(read.text, labelsOf(await known)), await known))
  }
  if (templates === 0)
    throw new UsageError(
      'No plan here is judged by a template: name one in the configuration, as { "profile": { "template": "docs/template.md" } }'
    )
  io.stdout.write(
    format === 'json'
      ? jsonText(rows.map(row => ({ ...row, lacks: row.lacks.map(titleOf), gained: row.gained.map(titleOf) })))
      : told(
          rows,
          [...versions.keys()].map(file => relativePath(file, io.cwd)),
          await unknownPast(versions, io.cwd)
        )
  )
  return 0
}

async function judgedFiles(call: Call): Promise<{ path: string; profile: string }[]> {
  const argv = ['--format', 'json', '--no-error-on-unmatched-pattern', '--', ...call.parsed.words]
  const values = new Map([...call.parsed.values].filter(([name]) => ['config', 'config-js'].includes(name)))
  const { out, said } = await runInside(call.commands.main, argv, { values }, call)
  const { files } = JSON.parse(out) as { files: { path: string; profile: string | null; state: string }[] }
  if (files.length === 0 && said !== '') throw new UsageError(said.trim())
  return files.flatMap(({ path: file, profile, state }) =>
    state === 'judged' && profile !== null ? [{ path: file, profile }] : []
  )
}

/** What a version of a template asks for, by its keys. */
interface Version extends Pick<FileVersion, 'commit' | 'date'> {
  demands: ReadonlyMap<string, TemplateDemand>
}

/** The newest first: the file as it is, then those that git remembers. */
async function versionsOf({ file }: Drafted, env: NodeJS.ProcessEnv): Promise<Version[]> {
  const past = await fileVersions(file, mostVersions, env)
  const now = readPlan(file)
  const texts = [...(now.ok ? [{ commit: '', date: '', text: now.text }] : []), ...past]
  const versions: Version[] = []
  for (const { commit, date, text } of texts) {
    const demands = await demandsOf(text)
    if (demands.size > 0) versions.push({ commit, date, demands })
  }
  return versions
}

const titleOf = ({ title }: TemplateDemand): string => title

/** Labels of fields, which a plan may write without markup. */
function labelsOf(versions: readonly Version[]): string[] {
  return versions.flatMap(({ demands }) => [...demands.values()].filter(({ what }) => what === 'field').map(titleOf))
}

/** Templates of which git remembers nothing, by their paths. */
async function unknownPast(versions: ReadonlyMap<string, Promise<Version[]>>, cwd: string): Promise<string[]> {
  const files: string[] = []
  for (const [file, known] of versions)
    if ((await known).every(({ commit }) => commit === '')) files.push(relativePath(file, cwd))
  return files
}

function rowOf(file: string, profile: string, plan: ReadonlySet<string>, versions: readonly Version[]): Row {
  const missing = ({ demands }: Version): [string, TemplateDemand][] => [...demands].filter(([key]) => !plan.has(key))
  const lacking = (version: Version): [string, TemplateDemand][] =>
    missing(version).filter(([, { isOptional }]) => !isOptional)
  const shared = ({ demands }: Version): number => [...demands.keys()].filter(key => plan.has(key)).length
  const [newest] = versions as [Version]
  // Of versions that it follows alike, the newest.
  const best = versions.reduce(
    (a, b) => (lacking(b).length < lacking(a).length && shared(b) >= shared(a) ? b : a),
    newest
  )
  const isOld = best !== newest
  return {
    path: file,
    profile,
    follows: isOld ? { commit: best.commit.slice(0, 10), date: best.date } : null,
    lacks: lacking(newest).map(([, demand]) => demand),
    gained: isOld ? missing(newest).flatMap(([key, demand]) => (best.demands.has(key) ? [] : [demand])) : []
  }
}

/** @param unknown templates of which git remembers nothing */
function told(rows: readonly Row[], templates: readonly string[], unknown: readonly string[]): string {
  const quoted = (demands: readonly TemplateDemand[]): string =>
    demands.map(({ what, title }) => (what === 'section' ? `"${title}"` : `the ${what} "${title}"`)).join(', ')
  const lines = rows.map(({ path: file, follows, lacks, gained }) => {
    if (follows)
      return `${file}: follows the template of ${follows.date} (${follows.commit}); since then it gained ${quoted(gained)}`
    return lacks.length === 0 ? `${file}: follows the template` : `${file}: lacks ${quoted(lacks)}`
  })
  const old = rows.filter(row => row.follows).length
  const end = `${plural(rows.length, 'plan')} by ${templates.join(', ')}: ${old === 0 ? 'none follows' : old === 1 ? '1 follows' : `${old} follow`} an older version`
  const untold = unknown.map(
    file => `${file}: git remembers no version of it, so plans are held against what it says now`
  )
  return [...lines, ...untold, end].map(line => `${clean(line)}\n`).join('')
}
