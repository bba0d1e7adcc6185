/** `npm run gen`: writes every generated file; with `--check` says which are out of date instead. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { renderIndex } from './gen-index.ts'
import { fixturesOf } from './beside.ts'
import { renderStatusAssets } from './gen-status.ts'

const root = process.cwd()
const check = process.argv.includes('--check')
let stale = 0

const ids = readdirSync('rules', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(path.join('rules', entry.name, 'index.ts')))
  .map(entry => entry.name)
  .sort()
write('rules/index.ts', renderIndex(ids))

const stageOptions = 'src/cli/args/stage-options.ts'
write(stageOptions, await (await import('./gen-stages.ts')).renderStageOptions(stageOptions))
write('src/apps/status/page/assets.ts', await renderStatusAssets('src/apps/status/page'))

// Only now: the index must name every rule before the rules are loaded by it.
const [
  { rules },
  { shippedProfiles },
  { renderPage },
  tables,
  dialects,
  readme,
  { renderLanguage, renderMoved, renderProfileSchema },
  { between }
] = await Promise.all([
  import('../../rules/index.ts'),
  import('../profiles/builtin.ts'),
  import('./gen-pages.ts'),
  import('./gen-tables.ts'),
  import('./gen-dialect-table.ts'),
  import('./gen-readme.ts'),
  import('./gen-schema.ts'),
  import('./markdown.ts')
])
const places = 'src/detect/profile-places.ts'
write(places, await (await import('./gen-places.ts')).renderPlaces(shippedProfiles, places))
const { placesPattern } = await import('../detect/place-words.ts')
const hooks = '.pre-commit-hooks.yaml'
write(
  hooks,
  readFileSync(hooks, 'utf8').replace(/(?<=files: &plans ).+/, () =>
    placesPattern(shippedProfiles.flatMap(({ paths = [] }) => paths))
  )
)
const { lintStaged } = await import('../cli/setup/recipes.ts')
const guide = 'docs/guides/git-hooks.md'
write(
  guide,
  readFileSync(guide, 'utf8').replace(
    /^ {4}".+": "planlint --fix --no-error-on-unmatched-pattern"$/m,
    () => `    ${JSON.stringify(lintStaged.glob)}: ${JSON.stringify(lintStaged.command)}`
  )
)
for (const rule of rules) write(`rules/${rule.id}.md`, await renderPage(rule, fixturesOf(rule.id), shippedProfiles))
write('schema/profile.schema.json', renderProfileSchema())
const { renderConfigSchema } = await import('./gen-config-schema.ts')
const profileNames = shippedProfiles.map(({ name }) => name)
write('schema/config.schema.json', renderConfigSchema(rules, profileNames))
patch('docs/profile-language.md', { language: renderLanguage(), moved: renderMoved() })
write('man/planlint.1', await (await import('./gen-man.ts')).renderMan())
patch('README.md', {
  output: await readme.sampleRun('examples/flawed-design-plan.md'),
  options: readme.optionTable(),
  commands: await readme.commandTable(),
  formats: await readme.formatTable(),
  rules: tables.ruleTable(rules, 'rules/'),
  profiles: tables.profileTable(shippedProfiles)
})
patch('docs/rules.md', {
  rules: tables.ruleTable(rules, '../rules/'),
  severities: tables.severityTable(rules, shippedProfiles)
})
patch('docs/recognition.md', { places: tables.placesTable(shippedProfiles) })
patch('docs/dialects.md', { dialects: shippedProfiles.map(profile => dialects.dialectTable(profile)).join('\n\n') })
for (const [page, prefix] of [
  ['superpowers', 'superpowers-'],
  ['spec-kit', 'speckit-'],
  ['kiro', 'kiro-'],
  ['get-shit-done', 'gsd-'],
  ['bmad', 'bmad-'],
  ['cursor', 'cursor-'],
  ['execplan', 'execplan'],
  ['openspec', 'openspec-'],
  ['advisor', 'advisor-plan'],
  ['copilot', 'copilot-plan']
] as const) {
  const own = shippedProfiles.filter(({ name }) => name.startsWith(prefix))
  patch(`docs/formats/${page}.md`, {
    demands: own.map(profile => dialects.dialectTable(profile, '../../rules/')).join('\n\n')
  })
}
if (check && stale > 0) process.exitCode = 1

/** Fills the marked places of a file that is written by hand otherwise. */
function patch(file: string, parts: Record<string, string>): void {
  if (!existsSync(file)) return
  let text = readFileSync(file, 'utf8')
  for (const [name, content] of Object.entries(parts)) text = between(text, name, content)
  write(file, text)
}

function write(file: string, text: string): void {
  const full = path.join(root, file)
  if (existsSync(full) && readFileSync(full, 'utf8') === text) return
  stale++
  if (check) process.stderr.write(`${file} is out of date: run npm run gen\n`)
  else {
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
  }
}
