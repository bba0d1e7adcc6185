/** Ten repositories, each from nothing to gate, hook and editor by one command; what was written is then run by those that it is for. */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startClient } from './lsp-client.ts'
import { bin, can, fill, link, newFolder, newRepository, root, run } from './place.ts'
import type { Outcome } from './place.ts'
import { repositories } from './repositories.ts'
import { runAction } from './run-action.ts'

const good =
  '# Plan: Search\n\n## Step 1: Index\n\nBuild the index.\n\n**Verify**: `git diff --exit-code`\n\n## Step 2: Query\n\nAsk it.\n\n**Verify**: `git status --short`\n'
/** Line 7 can't fail. */
const bad = good.replace('`git diff --exit-code`', '`true`')
const file = 'docs/plans/new.md'

const folder = newFolder('setup')
const temporary = path.join(folder, 'temp')
let tarball = ''
beforeAll(async () => {
  fs.mkdirSync(temporary)
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  tarball = path.join(folder, packed.stdout.trim().split('\n').at(-1)!)
  const installed = await runAction({ workspace: folder, temporary, inputs: { package: tarball }, steps: ['install'] })
  expect(installed.ok, installed.log).toBe(true)
}, 300_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** What runs the hook of each kind; git alone runs its own. */
const clients: Readonly<Record<string, { needs?: string; packages?: string[]; install?: string }>> = {
  'npm with husky': { packages: ['husky'], install: 'npx husky' },
  'pnpm with lefthook': { packages: ['lefthook', 'pnpm@9'], install: 'npx lefthook install' },
  'yarn with lint-staged': {
    packages: ['lint-staged'],
    install: "printf '#!/bin/sh\\nnpx lint-staged\\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit"
  },
  'Python with pre-commit': { needs: 'pre-commit', install: 'pre-commit install && pre-commit install-hooks' },
  'monorepo with agents': { packages: ['pnpm@9'] }
}

const registry = can('the registry', 'npm', 'view', 'husky', 'version')

describe.each(Object.entries(repositories))('%s', (name, { files }) => {
  const { needs, packages = [], install } = clients[name] ?? {}
  const at = path.join(folder, name.replaceAll(' ', '-'))
  let env: Record<string, string> = { PATH: `${path.join(at, 'node_modules/.bin')}:${process.env['PATH']}` }
  let git: (...words: string[]) => Promise<Outcome>
  let base = ''

  beforeAll(async () => {
    fs.mkdirSync(at)
    await newRepository(at)
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
    git = (...words) => run('git', [...identity, ...words], { cwd: at, env, timeout: 280_000 })
    fill(at, { ...files, 'README.md': '# Shop\n' })
    // Hooks of the project itself are no matter here.
    if (name === 'npm with husky') fill(at, { '.husky/pre-commit': 'git status\n' })
    if (name === 'pnpm with lefthook')
      fill(at, { 'lefthook.yml': files['lefthook.yml']!.replace('pnpm exec tsc', 'git status') })
    if (name === 'Python with pre-commit') fill(at, { '.pre-commit-config.yaml': '# Hooks\nrepos: []\n' })
    fs.appendFileSync(path.join(at, '.git/info/exclude'), 'node_modules\npackage-lock.json\n*.json.tmp\n')
    await git('add', '.')
    await git('commit', '-qm', 'start')
    const done = await run(process.execPath, [bin, 'setup', '--yes'], { cwd: at })
    expect(done, done.stderr).toMatchObject({ code: 0, stderr: '' })
    if (packages.length > 0 && registry) {
      const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', path.join(at, '.tools')]
      const installed = await run('npm', ['install', ...flags, ...packages], { cwd: folder, timeout: 280_000 })
      expect(installed.code, installed.stderr).toBe(0)
      fs.renameSync(path.join(at, '.tools/node_modules'), path.join(at, 'node_modules'))
      fs.rmSync(path.join(at, '.tools'), { recursive: true })
    }
    link(at, 'planlint')
    if (name === 'Python with pre-commit') env = { ...env, ...(await ownUpstream(path.join(folder, 'upstream'))) }
    await git('add', '.')
    // The commit that sets up is judged by nothing yet: what it says of old plans is in the baseline.
    const committed = await git('commit', '--no-verify', '-qm', 'Judge plans with planlint')
    expect(committed.code, committed.stderr).toBe(0)
    base = (await git('rev-parse', 'HEAD')).stdout.trim()
  }, 300_000)

  const hasHook = (needs === undefined || can(`the hook of "${name}"`, needs)) && (packages.length === 0 || registry)
  test.skipIf(!hasHook)('the hook lets a good plan through, and no bad one', { timeout: 300_000 }, async () => {
    if (install !== undefined) {
      const installed = await run('bash', ['-ec', install], { cwd: at, env, timeout: 280_000 })
      expect(installed.code, installed.stdout + installed.stderr).toBe(0)
    }
    fill(at, { [file]: bad })
    await git('add', file)
    const blocked = await git('commit', '-m', 'plan')
    expect(blocked.code, blocked.stdout + blocked.stderr).not.toBe(0)
    expect(blocked.stdout + blocked.stderr).toContain('[verification-quality]')
    fill(at, { [file]: good })
    await git('add', file)
    const passed = await git('commit', '-m', 'plan')
    expect(passed.code, passed.stdout + passed.stderr).toBe(0)
    await git('reset', '-q', '--hard', base)
  })

  test('the gate: a finding at its line, for a bad plan; old ones do not count', async () => {
    fill(at, { [file]: bad })
    await git('add', file)
    await git('commit', '--no-verify', '-qm', 'a bad plan')
    const judged = name === 'Go in GitLab' ? await mergeRequest(at, base) : await pullRequest(at, base)
    expect([judged.isPassed, judged.log.match(/docs\/plans\/new\.md[^\n]*/g) ?? []], judged.log).toEqual([
      false,
      expect.arrayContaining([expect.stringMatching(/line=7,|:7:/) as string]) as string[]
    ])
    fill(at, { [file]: good })
    await git('add', file)
    await git('commit', '--no-verify', '-qm', 'mended')
    const mended = name === 'Go in GitLab' ? await mergeRequest(at, base) : await pullRequest(at, base)
    expect(mended.isPassed, mended.log).toBe(true)
    // All of it, not only what the change brings.
    const all = await run(process.execPath, [bin], { cwd: at })
    expect(all.code, all.stdout + all.stderr).toBe(0)
    await git('reset', '-q', '--hard', base)
  })

  test('the editor shows it', async () => {
    const client = await startClient(process.execPath, [bin, 'lsp', '--stdio'], at)
    const found = await client.show(path.join(at, file), bad)
    expect(found.map(({ code, range }) => [code, range.start.line])).toContainEqual(['verification-quality', 6])
    expect((await client.show(path.join(at, file), good)).filter(({ severity }) => severity === 1)).toEqual([])
    expect(await client.close()).toBe(0)
  })
})

interface Judged {
  isPassed: boolean
  log: string
}

/** Runs the workflow that was written, as far as it is this project's: its action, on a pull request. */
async function pullRequest(at: string, base: string): Promise<Judged> {
  const workflow = parse(fs.readFileSync(path.join(at, '.github/workflows/plans.yml'), 'utf8')) as {
    on: string
    jobs: { planlint: { steps: { uses: string; with?: Record<string, string> }[] } }
  }
  const { uses, with: inputs = {} } = workflow.jobs.planlint.steps.at(-1)!
  expect([workflow.on, uses.split('@')[0]]).toEqual(['pull_request', 'planlint/planlint'])
  const head = (await run('git', ['rev-parse', 'HEAD'], { cwd: at })).stdout.trim()
  const repo = { full_name: 'somebody/something' }
  const payload = { pull_request: { number: 1, base: { sha: base, repo }, head: { sha: head, repo } } }
  const { ok, log } = await runAction({
    workspace: at,
    temporary,
    inputs,
    steps: ['lint'],
    event: { name: 'pull_request', payload }
  })
  return { isPassed: ok, log }
}

/** Runs the script of the job that was written. */
async function mergeRequest(at: string, base: string): Promise<Judged> {
  const jobs = parse(fs.readFileSync(path.join(at, '.gitlab-ci.yml'), 'utf8')) as Record<
    string,
    { stage: string; script: string[] }
  >
  expect([jobs['planlint']!.stage, jobs['build']!.script]).toEqual(['build', ['go build ./...']])
  const ran = await run('bash', ['-ec', jobs['planlint']!.script.join('\n')], {
    cwd: at,
    env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: base }
  })
  return { isPassed: ran.code === 0, log: ran.stdout + ran.stderr }
}

/** A clone of this project that git takes for the published one. */
async function ownUpstream(clone: string): Promise<Record<string, string>> {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  await run('git', ['clone', '-q', root, clone], { cwd: folder })
  await run('git', ['tag', '-f', `v${version}`], { cwd: clone })
  return {
    PRE_COMMIT_HOME: path.join(folder, 'pre-commit'),
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${pathToFileURL(clone).href}.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://github.com/planlint/planlint'
  }
}
