/** `planlint profiles --drift`: which plans follow an older version of their template, and what the template has gained since. */
import path from 'node:path'
import { fileVersions, type FileVersion } from '../repo/past/versions.ts'
import { clean } from '../report/text/clean.ts'
import { jsonText } from '../report/text/json-text.ts'
import { plural } from '../report/text/words.ts'
import type { Call } from './call.ts'
import { createConfigFinder } from './config/config.ts'
import { headingsOf, sectionsOf, type TemplateSection } from './config/template.ts'
import type { Drafted } from './config/templates.ts'
import { relativePath } from './discover/discover.ts'
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
  /** Sections that the template demands and the plan has not. */
  lacks: string[]
  /** Sections that the template has gained since the version that the plan follows, and the plan has not. */
  gained: string[]
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
    if (read.ok) rows.push(rowOf(file, profile, await headingsOf(read.text), await known))
  }
  if (templates === 0)
    throw new UsageError(
      'No plan here is judged by a template: name one in the configuration, as { "profile": { "template": "docs/template.md" } }'
    )
  io.stdout.write(
    format === 'json'
      ? jsonText(rows)
      : told(
          rows,
          [...versions.keys()].map(file => relativePath(file, io.cwd))
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

/** What a version of a template has as headings of its own: sections, by their normalised titles. */
interface Version extends Pick<FileVersion, 'commit' | 'date'> {
  headings: ReadonlyMap<string, TemplateSection>
}

/** The newest first: the file as it is, then those that git remembers. */
async function versionsOf({ file }: Drafted, env: NodeJS.ProcessEnv): Promise<Version[]> {
  const past = await fileVersions(file, mostVersions, env)
  const now = readPlan(file)
  const texts = [...(now.ok ? [{ commit: '', date: '', text: now.text }] : []), ...past]
  const versions: Version[] = []
  for (const { commit, date, text } of texts) {
    const headings = await sectionsOf(text)
    if (headings.size > 0) versions.push({ commit, date, headings })
  }
  return versions
}

function rowOf(file: string, profile: string, plan: ReadonlySet<string>, versions: readonly Version[]): Row {
  const missing = ({ headings }: Version): [string, TemplateSection][] =>
    [...headings].filter(([key]) => !plan.has(key))
  const lacking = (version: Version): [string, TemplateSection][] =>
    missing(version).filter(([, { isOptional }]) => !isOptional)
  const shared = ({ headings }: Version): number => [...headings.keys()].filter(key => plan.has(key)).length
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
    lacks: lacking(newest).map(([, { title }]) => title),
    gained: isOld ? missing(newest).flatMap(([key, { title }]) => (best.headings.has(key) ? [] : [title])) : []
  }
}

function told(rows: readonly Row[], templates: readonly string[]): string {
  const quoted = (titles: readonly string[]): string => titles.map(title => `"${title}"`).join(', ')
  const lines = rows.map(({ path: file, follows, lacks, gained }) => {
    if (follows)
      return `${file}: follows the template of ${follows.date} (${follows.commit}); since then it gained ${quoted(gained)}`
    return lacks.length === 0 ? `${file}: follows the template` : `${file}: lacks ${quoted(lacks)}`
  })
  const old = rows.filter(row => row.follows).length
  const end = `${plural(rows.length, 'plan')} by ${templates.join(', ')}: ${old === 0 ? 'none follows' : old === 1 ? '1 follows' : `${old} follow`} an older version`
  return [...lines, end].map(line => `${clean(line)}\n`).join('')
}
