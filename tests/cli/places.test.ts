/** Where people keep plans, and what becomes of a plan at each of these places: judged, or named as one that looks like a plan. */
import fs from 'node:fs'
import path from 'node:path'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { isSearched } from '../../src/detect/places.ts'
import { lintStaged } from '../../src/cli/setup/recipes.ts'
import picomatch from 'picomatch'
import { folderOf, runIn } from './harness.ts'

const services = ownServices
const root = path.join(import.meta.dirname, '../..')
const valid = fs.readFileSync(path.join(root, 'fixtures/plans/design-plan/valid-1.md'), 'utf8')
const steps = '# Faster search\n\n## Step 1: Index\n\n- [ ] a\n\n## Step 2: Query\n\n- [ ] b\n- [ ] c\n'
const tasks = '# Tasks\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n\n```sh\nnpm test\n```\n'
const roadmap =
  '# Roadmap\n\n## Phase 1: Read\n\n- [ ] a\n- [ ] b\n\n## Phase 2: Write\n\n- [ ] c\n\n```sh\nnpm test\n```\n'

/** A text at each place, and whether the run without words judges it there, or names it. */
const places: [place: string, text: string, becomes: 'judged' | 'named'][] = [
  ['PLAN.md', valid, 'judged'],
  ['IMPLEMENTATION_PLAN.md', steps, 'judged'],
  ['docs/PLANNING.md', steps, 'judged'],
  ['docs/plans/search.md', valid, 'judged'],
  ['plans/017-search.md', steps, 'judged'],
  ['notes/search.plan.md', steps, 'judged'],
  ['docs/superpowers/plans/2026-03-01-search.md', steps, 'judged'],
  ['.planning/phases/01-search/01-02-PLAN.md', steps, 'judged'],
  ['.planning/ROADMAP.md', roadmap, 'judged'],
  ['docs/stories/1.2.search.md', steps, 'judged'],
  ['plan/feature-search-1.md', steps, 'judged'],
  ['.agent/execplans/search.md', steps, 'judged'],
  ['docs/exec-plans/active/search.md', steps, 'judged'],
  ['specs/004-search/tasks.md', tasks, 'judged'],
  ['.kiro/specs/search/tasks.md', tasks, 'judged'],
  ['openspec/changes/add-search/tasks.md', tasks, 'judged'],
  ['.claude/plans/quiet-river.md', steps, 'judged'],
  ['.agents/plans/search.md', steps, 'judged'],
  ['.cursor/plans/search_1a2b.plan.md', steps, 'judged'],
  ['.github/plans/search.md', steps, 'judged'],
  ['.copilot-tracking/plans/search.md', steps, 'judged'],
  ['docs/design/search-plan-b.md', steps, 'judged'],
  ['BACKLOG.md', tasks, 'judged'],
  ['TODO/BACKLOG.md', tasks, 'judged'],
  ['rfcs/0007-search.md', valid, 'named'],
  ['docs/rfc/search.md', steps, 'named'],
  ['docs/design/search.md', valid, 'named'],
  ['ROADMAP.md', roadmap, 'named'],
  ['TODO.md', tasks.replace('Tasks', 'Todo'), 'named'],
  ['tasks/tasks-0001-prd-search.md', tasks, 'named'],
  ['docs/plans/search.mdx', valid, 'named']
]

interface Row {
  path: string
  state: string
  reason: string | null
}

test('a plan is found at every place where people keep plans, or named with the reason', async () => {
  const cwd = folderOf({
    ...Object.fromEntries(places.map(([name, text]) => [name, text])),
    'README.md': '# Read me\n'
  })
  const { stdout } = await runIn({ cwd, services }, '--list-files', '-f', 'json')
  const rows = new Map((JSON.parse(stdout) as { files: Row[] }).files.map(row => [row.path, row]))
  const found = places.map(([name]) => {
    const { state, reason } = rows.get(name) ?? { state: 'not listed', reason: null }
    return [name, state === 'not-judged' && reason?.startsWith('looks like a plan') ? 'named' : state]
  })
  expect(found).toEqual(places.map(([name, , becomes]) => [name, becomes]))
  const named = places.filter(([, , becomes]) => becomes === 'named')
  const run = await runIn({ cwd, services }, '-f', 'compact')
  expect(run.stdout).toContain(`${named.length} others look like plans and were not judged`)
})

test('designs that superpowers keeps are judged by their place', async () => {
  const cwd = folderOf({ 'docs/superpowers/specs/2026-01-02-lamp-design.md': '# Lamp design\n\n## Errors\n\nTBD\n' })
  const { code, stdout } = await runIn({ cwd, services }, '-f', 'compact')
  expect([code, stdout]).toEqual([1, expect.stringContaining('Placeholder "TBD" left')])
})

test('what lies at such places and is no plan is nobody’s business', async () => {
  const texts = { 'docs/stories/cast.md': '# The cast\n\nWho is who.\n', 'plan/README.md': '# The package\n' }
  const index = { '.agent/execplans/README.md': '# Plans\n\nWhat is done lies below.\n' }
  const cwd = folderOf({ 'PLAN.md': valid, ...texts, ...index, 'docs/plans/README.md': steps })
  const { code, stdout } = await runIn({ cwd, services }, '-f', 'json', '.', '.agent/execplans')
  const judged = (JSON.parse(stdout) as { files: Row[] }).files.filter(({ state }) => state === 'judged')
  expect([code, judged.map(file => file.path)]).toEqual([0, ['PLAN.md']])
})

test('the hooks of pre-commit and lint-staged are told of the same places', () => {
  const [hook] = parse(fs.readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [{ files: string }]
  expect(hook.files).toMatch(/^\(\?i\)/)
  const pattern = new RegExp(hook.files.slice('(?i)'.length), 'i')
  const others = [
    'README.md',
    'docs/plans/README.md',
    '.agent/execplans/README.md',
    'planet.md',
    'docs/airplan.md',
    'PLAN.txt',
    'docs/plan.md.bak'
  ]
  for (const name of [...places.map(([place]) => place), ...others, '.kiro/steering/tech.md', 'a/docs/planning/b.md'])
    expect([name, pattern.test(name)]).toEqual([name, isSearched(name)])
  const own = builtinProfiles.flatMap(({ paths = [] }) => paths).filter(glob => !/[{!]/.test(glob))
  expect(own).toContain('.kiro/specs/**/requirements.md')
  for (const glob of own) {
    const name = glob.replaceAll('**/', '').replaceAll('*', '004')
    expect([name, pattern.test(name)]).toEqual([name, true])
  }
  // As lint-staged does.
  const staged = picomatch(lintStaged.glob, { dot: true })
  for (const glob of own.filter(each => each.endsWith('.md'))) {
    const name = glob.replaceAll('**/', '').replaceAll('*', '004')
    expect([name, staged(name)]).toEqual([name, true])
  }
  for (const name of ['PLAN.md', 'a/b/PLANNING.md', 'x-plan.md', 'a/x.plan.md', 'plans/a.md', 'docs/plans/a/b.md'])
    expect([name, staged(name)]).toEqual([name, true])
  for (const name of others.filter(each => !each.includes('plans/')))
    expect([name, staged(name)]).toEqual([name, false])
})

test('a place that the configuration names a profile for is a usual one of the project', async () => {
  const own = JSON.stringify({ name: 'our-rfc', extends: 'design-plan', paths: ['rfcs/**/*.md'] })
  const overrides = [{ files: 'docs/decided/*.md', profile: 'design-plan' }]
  const options = { profiles: ['./our.json'], overrides }
  const cwd = folderOf({
    'rfcs/0007-search.md': valid,
    'docs/decided/a.md': valid,
    'docs/other/b.md': valid,
    'our.json': own,
    '.remarkrc.json': JSON.stringify({ plugins: [['planlint', options]] })
  })
  const { stdout } = await runIn({ cwd, services }, '--list-files')
  expect(stdout).toMatch(/^docs\/decided\/a\.md +design-plan +by the configuration$/m)
  expect(stdout).toMatch(/^docs\/other\/b\.md +not judged +looks like a plan \(.*\), but lies at no usual place$/m)
  expect(stdout).toMatch(/^rfcs\/0007-search\.md +(?:our-rfc|design-plan|generic) /m)
})

test('a name with brackets is a name before it is a glob, wherever names are given', async () => {
  const name = 'plans/(a) [draft].md'
  const cwd = folderOf({ [name]: valid, 'plans/a.md': valid, 'plans/d.md': valid })
  const judged = async (...words: string[]): Promise<string[]> => {
    const { stdout } = await runIn({ cwd, services }, '-f', 'json', ...words)
    return (JSON.parse(stdout) as { files: Row[] }).files.map(file => file.path)
  }
  expect(await judged(name)).toEqual([name])
  expect(await judged(`./${name}`, 'plans/d.md')).toEqual([name, 'plans/d.md'])
  expect(await judged('plans', `!${name}`)).toEqual(['plans/a.md', 'plans/d.md'])
  expect(await judged('plans/[ad].md')).toEqual(['plans/a.md', 'plans/d.md'])
  const bracketed = folderOf({ 'packages/[slug]/plans/a.md': valid })
  const { stdout } = await runIn({ cwd: bracketed, services }, '-f', 'json', String.raw`packages/\[slug\]/**/*.md`)
  expect((JSON.parse(stdout) as { files: Row[] }).files).toHaveLength(1)
})
