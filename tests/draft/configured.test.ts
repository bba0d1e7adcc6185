/** A configuration that names the template itself: it is read at each run, and plans that follow an older one are told. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { runIn } from '../cli/harness.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-template-')))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const template = '# [Title]\n\n## Why\n\n[Say why]\n\n## How\n\n[Say how]\n\n## Later (optional)\n\n[What is left]\n'
const plan = '# Faster start\n\n## Why\n\nIt takes a second.\n\n## How\n\nBy reading less.\n'

beforeEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
  fill({ 'docs/rfc.md': template, 'rfcs/one.md': plan })
  configure({ files: 'rfcs/**', profile: { template: 'docs/rfc.md' } })
})

function fill(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
}

function configure(...overrides: unknown[]): void {
  fill({ '.remarkrc.json': JSON.stringify({ plugins: [['planlint', { overrides }]] }) })
}

async function planlint(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, stdout, stderr } = await runIn({ cwd: folder, services: ownServices }, ...argv)
  return { code, out: stdout, err: stderr }
}

function commit(date: string): void {
  const git = (...words: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, GIT_AUTHOR_DATE: `${date}T12:00:00Z`, GIT_COMMITTER_DATE: `${date}T12:00:00Z` }
    })
  }
  if (!fs.existsSync(path.join(folder, '.git'))) git('init', '-q', '.')
  git('add', '-A')
  git('commit', '-qm', 'x')
}

test('judges by what the template says now', async () => {
  expect(await planlint('-f', 'compact', 'rfcs')).toMatchObject({
    code: 0,
    out: expect.stringContaining('judged by rfc: rfcs/one.md') as string
  })
  fill({ 'docs/rfc.md': `${template}\n## Rollout\n\n[Say when]\n` })
  expect((await planlint('-f', 'compact', 'rfcs')).out).toContain('Missing section "Rollout" [required-sections]')
})

test('the template itself is no plan', async () => {
  expect((await planlint('--list-files', '.')).out).toContain('excluded  it is the template of the profile "rfc"')
})

test('the template itself looks like a plan and is none, wherever it lies', async () => {
  const steps = '# [Title]\n\n## Step 1: [Name]\n\n- [ ] [box]\n\n## Step 2: [Name]\n\n- [ ] [box]\n- [ ] [box]\n'
  fill({ 'docs/rfc.md': steps })
  const { out } = await planlint('-f', 'compact')
  expect(out).not.toContain('look')
  expect((await planlint('--list-files')).out).toMatch(
    /docs\/rfc\.md +excluded +it is the template of the profile "rfc"/
  )
})

test('by the name of its file alone it replaces no profile of planlint', async () => {
  fill({ 'docs/design-plan.md': template })
  configure({ files: 'rfcs/**', profile: { template: 'docs/design-plan.md' } })
  expect(await planlint('rfcs')).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      'The template "docs/design-plan.md" is called as a profile of planlint is, "design-plan": give it a "name" beside "template"'
    ) as string
  })
  configure({ files: 'rfcs/**', profile: { template: 'docs/design-plan.md', name: 'design-plan' } })
  expect((await planlint('-f', 'compact', 'rfcs')).out).toContain('judged by design-plan: rfcs/one.md')
  expect((await planlint('profiles', 'design-plan')).out).toContain('Why (required)')
})

test('the list of profiles has those of the configuration', async () => {
  const { out } = await planlint('profiles')
  expect(out).toMatch(/^rfc +Plans that follow/)
  expect(out).toContain('\ngeneric ')
  configure({ files: 'rfcs/**', profile: { template: 'gone.md' } })
  expect(await planlint('profiles', 'generic')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^generic: /) as string,
    err: expect.stringContaining('The template "gone.md": File does not exist') as string
  })
})

test('its profile is one like any other', async () => {
  expect((await planlint('init', 'rfc')).out).toContain('## Why')
  expect((await planlint('-p', 'rfc', '-f', 'compact', 'rfcs')).out).toContain('judged by rfc')
})

test('what is wrong is said with its place', async () => {
  const said = async (...overrides: unknown[]): Promise<string> => {
    configure(...overrides)
    const { code, err } = await planlint('rfcs')
    expect(code).toBe(2)
    return err.split('\n')[0]!
  }
  const files = 'rfcs/**'
  expect(await said({ files, profile: { template: 'gone.md' } })).toMatch(
    /^planlint: \.remarkrc\.json:1:\d+: The template "gone\.md": File does not exist/
  )
  expect(await said({ files, profile: { template: 'docs/rfc.md', nam: 'x' } })).toContain(
    'Unknown option "overrides[0].profile.nam" (did you mean "name"?)'
  )
  expect(await said({ files, profile: { template: 3 } })).toContain('Expected { "template": a path, "name": a name }')
  fill({ 'other/rfc.md': template })
  expect(
    await said(
      { files, profile: { template: 'docs/rfc.md' } },
      { files: 'x/**', profile: { template: 'other/rfc.md' } }
    )
  ).toContain('Two templates are called "rfc"')
})

test('--drift: plans of an older template, and what it has gained', async () => {
  commit('2026-03-01')
  expect((await planlint('profiles', '--drift')).out).toBe(
    'rfcs/one.md: follows the template\n1 plan by docs/rfc.md: none follows an older version\n'
  )
  fill({ 'docs/rfc.md': `${template}\n## Rollout\n\n[Say when]\n`, 'rfcs/two.md': `${plan}\n## Rollout\n\nIn May.\n` })
  commit('2026-04-01')
  const { out, code } = await planlint('profiles', '--drift', 'rfcs')
  expect(out.replace(/\([0-9a-f]{10}\)/, '(commit)')).toBe(
    [
      'rfcs/one.md: follows the template of 2026-03-01 (commit); since then it gained "Rollout"',
      'rfcs/two.md: follows the template',
      '2 plans by docs/rfc.md: 1 follows an older version',
      ''
    ].join('\n')
  )
  expect(code).toBe(0)
  expect(JSON.parse((await planlint('profiles', '--drift', '--format', 'json', 'rfcs')).out)).toMatchObject([
    { path: 'rfcs/one.md', follows: { date: '2026-03-01' }, lacks: ['Rollout'], gained: ['Rollout'] },
    { path: 'rfcs/two.md', follows: null, lacks: [], gained: [] }
  ])
})

test('--drift: fields and items that a template has gained, under an older name too', async () => {
  const boxes = '\n## Ready\n\n- [ ] It floats\n'
  fill({ 'docs/old.md': template + boxes, 'rfcs/one.md': plan + boxes })
  configure({ files: 'rfcs/**', profile: { template: 'docs/old.md' } })
  commit('2026-03-01')
  fs.rmSync(path.join(folder, 'docs/old.md'))
  fill({ 'docs/rfc.md': template + boxes })
  configure({ files: 'rfcs/**', profile: { template: 'docs/rfc.md' } })
  commit('2026-03-02')
  fill({ 'docs/rfc.md': `${template.replace('[Say how]', '**Cost**: [cost]')}${boxes}- [ ] It holds\n` })
  commit('2026-04-01')
  expect((await planlint('profiles', '--drift', 'rfcs')).out.replace(/\([0-9a-f]{10}\)/, '(commit)')).toContain(
    'rfcs/one.md: follows the template of 2026-03-02 (commit); since then it gained the field "Cost", the item "It holds"\n'
  )
  fill({ 'rfcs/two.md': plan.replace('By reading less.', 'Cost: 3 days') + boxes + '- [ ] It holds\n' })
  expect((await planlint('profiles', '--drift', 'rfcs')).out).toContain('rfcs/two.md: follows the template\n')
})

test('--drift says where git remembers nothing', async () => {
  expect((await planlint('profiles', '--drift', 'rfcs')).out).toContain(
    'docs/rfc.md: git remembers no version of it, so plans are held against what it says now\n'
  )
})

test('init writes the template itself', async () => {
  expect((await planlint('init', 'rfc')).out).toBe(template)
  await planlint('init', 'rfc', 'rfcs/new.md')
  expect(fs.readFileSync(path.join(folder, 'rfcs/new.md'), 'utf8')).toContain(template)
})

test('--drift without a template, or without a repository', async () => {
  expect((await planlint('profiles', '--drift', 'rfcs')).out).toContain('rfcs/one.md: follows the template')
  configure()
  expect(await planlint('profiles', '--drift', 'rfcs')).toMatchObject({
    code: 2,
    err: expect.stringContaining('No plan here is judged by a template') as string
  })
})
