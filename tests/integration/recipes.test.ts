/** The recipes of the guides, line by line, in a repository of a user: what they tell people to write is what is run. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { block } from './guides.ts'
import { badPlan, bin, fill, goodPlan, ground, link, newFolder, newRepository, root, run } from './place.ts'
import type { Outcome } from './place.ts'

// Programs are started, on machines with other work to do.
vi.setConfig({ testTimeout: 90_000 })

const folder = newFolder('recipes')
let git: Awaited<ReturnType<typeof newRepository>>
beforeAll(async () => {
  git = await newRepository(folder)
  fill(folder, { ...ground, '.gitignore': 'node_modules\n*.xml\n*.json.tmp\n', 'docs/plans/old.md': badPlan })
  link(folder, 'planlint')
  await git('add', '.')
  await git('commit', '-qm', 'start')
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  fill(folder, { 'docs/plans/new.md': badPlan })
  await git('add', '.')
  await git('commit', '-qm', 'branch')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A line as a job runs it. `npx` finds what is installed. */
const shell = (line: string, env: Record<string, string> = {}): Promise<Outcome> =>
  run('bash', ['-ec', line], {
    cwd: folder,
    env: { ...env, PATH: `${path.join(folder, 'node_modules/.bin')}:${process.env['PATH']}` }
  })
const lines = (guide: string, after: string): string[] =>
  block(guide, after)
    .split('\n')
    .filter(line => line.startsWith('npx '))
const read = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as T

test('GitLab: code quality and JUnit for what the merge request changes', async () => {
  const { planlint: job } = parse(block('guides/gitlab.md', 'In `.gitlab-ci.yml`')) as {
    planlint: { script: string[]; artifacts: { reports: { codequality: string; junit: string } } }
  }
  const base = (await git('rev-parse', 'origin/main')).stdout.trim()
  const ran = await shell(job.script.filter(line => line.startsWith('npx')).join('\n'), {
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base
  })
  expect(ran.code, ran.stderr).toBe(1)
  expect(ran.stdout).toContain('docs/plans/new.md:89:1')
  const issues = read<
    { check_name: string; fingerprint: string; location: { path: string; lines?: unknown; positions?: unknown } }[]
  >(job.artifacts.reports.codequality)
  expect(issues.filter(({ check_name: name }) => name !== 'judged')).toEqual([
    expect.objectContaining({
      check_name: 'step-sequence',
      fingerprint: expect.stringMatching(/^\w+/) as string,
      location: expect.objectContaining({ path: 'docs/plans/new.md' }) as object
    })
  ])
  expect(fs.readFileSync(path.join(folder, job.artifacts.reports.junit), 'utf8')).toMatch(/<testsuites[^]*failures="1"/)
  fs.rmSync(path.join(folder, job.artifacts.reports.codequality))
})

test('GitHub: the workflow is one, and the line without the action does what it says', async () => {
  const workflow = parse(block('guides/github.md', 'In `.github/workflows/plans.yml`')) as {
    on: string
    jobs: { planlint: { steps: { uses: string }[] } }
  }
  expect(workflow.on).toBe('pull_request')
  expect(workflow.jobs.planlint.steps.map(step => step.uses.split('@')[0])).toEqual([
    'actions/checkout',
    'planlint/planlint'
  ])
  const ran = await shell(block('guides/github.md', '## Without the action'), {
    GITHUB_BASE_REF: 'main',
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md')
  })
  expect(ran).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^::error file=docs\/plans\/new\.md,line=89/) as string
  })
  expect(fs.readFileSync(path.join(folder, 'summary.md'), 'utf8')).toContain('Missing step 3')
  fs.rmSync(path.join(folder, 'summary.md'))
})

test('the inputs and outputs in the guide are those of the action', () => {
  const guide = fs.readFileSync(path.join(root, 'docs/guides/github.md'), 'utf8')
  const { inputs, outputs } = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
    inputs: object
    outputs: object
  }
  expect([...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)).toEqual(
    Object.keys(inputs).filter(name => name !== 'token')
  )
  expect(guide).toContain(
    `Outputs: ${Object.keys(outputs)
      .map(name => `\`${name}\``)
      .join(', ')}.`
  )
})

test('plain CI: everything, what a branch changes, several reports', async () => {
  const [all] = lines('guides/ci.md', '# Any other CI')
  expect(await shell(all!)).toMatchObject({ code: 1, stdout: expect.stringMatching(/new\.md[^]*old\.md/) as string })
  const [since] = lines('guides/ci.md', 'Only what a branch changes')
  const { code, stdout } = await shell(since!)
  expect([code, stdout.includes('new.md'), stdout.includes('old.md')]).toEqual([1, true, false])
  const [several] = lines('guides/ci.md', 'Several reports')
  expect((await shell(several!)).code).toBe(1)
  expect(read<{ version: string }>('planlint.sarif').version).toBe('2.1.0')
  fs.rmSync(path.join(folder, 'planlint.sarif'))
})

test('plain CI: a baseline takes what there is, and lets nothing new pass', async () => {
  const [begin, check] = lines('guides/ci.md', 'begins with a baseline')
  expect(await shell(begin!)).toMatchObject({ code: 0 })
  expect(await shell(check!)).toMatchObject({ code: 0 })
  fill(folder, { 'docs/plans/third.md': badPlan })
  expect(await shell(check!)).toMatchObject({ code: 1, stdout: expect.stringContaining('third.md') as string })
  fs.rmSync(path.join(folder, 'docs/plans/third.md'))
  fs.rmSync(path.join(folder, 'planlint-baseline.json'))
})

test('plain CI: shards are merged', async () => {
  const parts = lines('guides/ci.md', 'several machines')
  const codes = []
  for (const line of parts) codes.push((await shell(line)).code)
  expect(codes).toHaveLength(3)
  expect(codes.at(-1)).toBe(1)
  expect((await shell(parts.at(-1)!)).stdout).toMatch(/2 problems/)
  for (const part of ['part-1.json', 'part-2.json']) fs.rmSync(path.join(folder, part))
})

test('agents: the hook of the guide answers, and --compare counts', async () => {
  const settings = JSON.parse(block('agents.md', 'In `.claude/settings.json`')) as {
    hooks: { PostToolUse: { matcher: string; hooks: { command: string }[] }[] }
  }
  const [{ matcher, hooks }] = settings.hooks.PostToolUse as [{ matcher: string; hooks: { command: string }[] }]
  expect(new RegExp(`^(?:${matcher})$`).test('Write')).toBe(true)
  const event = JSON.stringify({
    hook_event_name: 'PostToolUse',
    tool_name: 'Write',
    cwd: folder,
    tool_input: { file_path: path.join(folder, 'docs/plans/new.md') }
  })
  const answered = await run('bash', ['-c', hooks[0]!.command], {
    cwd: folder,
    input: event,
    env: { PATH: `${path.join(folder, 'node_modules/.bin')}:${process.env['PATH']}` }
  })
  expect(JSON.parse(answered.stdout)).toMatchObject({
    decision: 'block',
    reason: expect.stringContaining('Missing step 3') as string
  })

  fill(folder, { 'docs/plans/new.md': goodPlan, 'docs/plans/third.md': badPlan })
  const [forAgent, asJson] = lines('agents.md', '## Does it converge?')
  expect((await shell(forAgent!)).code).toBe(1)
  expect((JSON.parse((await shell(asJson!)).stdout) as { compare: object }).compare).toEqual({
    ref: 'HEAD',
    fixed: 1,
    new: 1,
    persisting: 1,
    mended: [
      {
        path: 'docs/plans/new.md',
        rule: 'step-sequence',
        severity: 'error',
        message: 'Missing step 3: 4 follows 2'
      }
    ]
  })
  fs.rmSync(path.join(folder, 'docs/plans/third.md'))
})

test('agents: the loop of AGENTS.md', async () => {
  const snippet = block('agents.md', '## AGENTS.md')
  const [begin, judge, explain] = [...snippet.matchAll(/`(npx [^`]*)`/g)].map(([, line]) =>
    line!.replace('<topic>', 'topic').replace('<rule>', 'step-sequence')
  )
  expect(await shell(begin!)).toMatchObject({ code: 0 })
  expect(await shell(judge!)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('error no-placeholder: ') as string
  })
  expect((await shell(explain!)).stdout).toContain('# step-sequence')
  fs.rmSync(path.join(folder, 'docs/plans/topic.md'))
})

test("a profile of one's own", async () => {
  const own = newFolder('profile')
  fill(own, {
    'our-plan.json': block('guides/profiles.md', 'In `our-plan.json`'),
    '.remarkrc.json': block('guides/profiles.md', '`.remarkrc.json`'),
    'template.md': goodPlan,
    'PLAN.md': goodPlan
  })
  expect(await run(process.execPath, [bin, 'PLAN.md', '--format', 'compact'], { cwd: own })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Missing section "Roll-out"') as string
  })
  for (const line of lines('guides/profiles.md', '## Try it'))
    expect((await run(process.execPath, [bin, ...line.split(' ').slice(2)], { cwd: own })).stderr).not.toMatch(
      /Unknown|internal/
    )
  expect(fs.readFileSync(path.join(own, 'docs/plans/first.md'), 'utf8')).toContain('## Roll-out')
  expect(
    JSON.parse((await run(process.execPath, [bin, 'profiles', '--from', 'template.md'], { cwd: own })).stdout)
  ).toHaveProperty('sections')
  fs.rmSync(own, { recursive: true, force: true })
})
