/** The action for pull requests: its steps are run as a runner does, in real checkouts of real pull requests. */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { badPlan, fill, goodPlan, ground, newFolder, newRepository, root, run } from './place.ts'
import { action, runAction } from './run-action.ts'
import type { ActionRun, Workflow } from './run-action.ts'

// Programs are started, on machines with other work to do.
vi.setConfig({ testTimeout: 90_000 })

const folder = newFolder('action')
const temporary = path.join(folder, 'temp')
const upstream = path.join(folder, 'upstream')
const commits: Record<'start' | 'base' | 'head' | 'merge', string> = { start: '', base: '', head: '', merge: '' }
let tarball = ''

beforeAll(async () => {
  fs.mkdirSync(temporary)
  fs.mkdirSync(upstream)
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  tarball = path.join(folder, packed.stdout.trim().split('\n').at(-1)!)
  const git = await newRepository(upstream)
  const commit = async (files: Record<string, string>): Promise<string> => {
    fill(upstream, files)
    await git('add', '.')
    await git('commit', '-qm', 'a change')
    return (await git('rev-parse', 'HEAD')).stdout.trim()
  }
  // GitHub gives out any commit, and the merge of a pull request under a name of its own.
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  commits.start = await commit({ ...ground, 'docs/plans/old.md': badPlan, '.remarkrc.json': '{"plugins": []}\n' })
  await git('checkout', '-qb', 'feature')
  commits.head = await commit({ 'docs/plans/new.md': badPlan })
  await git('checkout', '-q', 'main')
  // The base has moved on, with a flawed plan of its own, since the branch began.
  commits.base = await commit({ 'docs/plans/theirs.md': badPlan })
  await git('checkout', '-q', '--detach')
  await git('merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  commits.merge = (await git('rev-parse', 'HEAD')).stdout.trim()
  await git('update-ref', 'refs/pull/7/merge', 'HEAD')
  await git('checkout', '-q', 'main')
  const installed = await runAction({
    workspace: upstream,
    temporary,
    inputs: { package: tarball },
    steps: ['install']
  })
  expect(installed.ok, installed.log).toBe(true)
}, 180_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const pull = (more: object = {}): Workflow['event'] => ({
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      base: { sha: commits.base, repo: { full_name: 'somebody/something' } },
      head: { sha: commits.head, repo: { full_name: 'somebody/something' } },
      ...more
    }
  }
})

/** What actions/checkout does. */
async function checkOut(commit: string, depth?: number): Promise<string> {
  const workspace = fs.mkdtempSync(path.join(folder, 'work-'))
  const git = (...words: string[]): Promise<unknown> => run('git', words, { cwd: workspace })
  await git('init', '-q')
  await git('remote', 'add', 'origin', pathToFileURL(upstream).href)
  await git('fetch', '-q', '--no-tags', ...(depth === undefined ? [] : [`--depth=${depth}`]), 'origin', commit)
  await git('checkout', '-q', '--detach', commit)
  return workspace
}

const lint = async (workspace: string, more: Partial<Workflow> = {}): Promise<ActionRun> =>
  runAction({ workspace, temporary, steps: ['lint'], ...more })
const annotated = ({ log }: ActionRun): string[] =>
  [...log.matchAll(/^::(?:error|warning) file=([^,]+)/gm)].map(([, file]) => file!)

describe('action.yml', () => {
  test('is a composite action: every step has a shell, every input and output a word about it', () => {
    expect(Object.keys(action).sort()).toEqual([
      'author',
      'branding',
      'description',
      'inputs',
      'name',
      'outputs',
      'runs'
    ])
    expect(action.runs.using).toBe('composite')
    for (const step of action.runs.steps)
      expect(step).toMatchObject({ id: expect.any(String) as string, shell: 'bash', run: expect.any(String) as string })
    for (const each of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(each.description).toMatch(/^[A-Z]/)
  })

  test('inputs come through the environment, never into the text of a script', () => {
    const scripts = action.runs.steps.map(step => step.run)
    expect(scripts.filter(script => script.includes('${{'))).toEqual([])
    const passed = action.runs.steps
      .flatMap(step => Object.values(step.env))
      .map(value => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1])
    expect([...passed, 'comment-summary'].sort()).toEqual(Object.keys(action.inputs).sort())
  })
})

describe('a pull request', () => {
  test.each([
    [1, 'merge'],
    [2, 'merge'],
    [undefined, 'merge'],
    [1, 'head'],
    [undefined, 'head']
  ] as const)('only its own plans are judged: depth %s, %s checked out', { timeout: 60_000 }, async (depth, commit) => {
    const ran = await lint(await checkOut(commits[commit], depth), { event: pull()! })
    expect(annotated(ran), ran.log).toEqual(['docs/plans/new.md'])
    expect(ran.codes).toEqual({ lint: 1 })
    expect(ran.outputs).toMatchObject({ errors: '1', warnings: '0', plans: '1' })
    expect(ran.log).toMatch(
      /^::error file=docs\/plans\/new\.md,line=89,endLine=89,col=1,endColumn=\d+,title=planlint%3A step-sequence::Missing step 3: 4 follows 2%0A/m
    )
    expect(ran.summary).toMatch(/^<!-- planlint -->[^]*Missing step 3/)
    const sarif = JSON.parse(fs.readFileSync(ran.outputs['sarif']!, 'utf8')) as {
      version: string
      runs: { results: { ruleId: string }[] }[]
    }
    expect([sarif.version, sarif.runs[0]!.results.map(result => result.ruleId)]).toEqual(['2.1.0', ['step-sequence']])
  })

  test('history that can not be had is told of, with the remedy', async () => {
    const workspace = await checkOut(commits.merge, 1)
    await run('git', ['remote', 'set-url', 'origin', pathToFileURL(path.join(folder, 'gone')).href], { cwd: workspace })
    const ran = await lint(workspace, { event: pull()! })
    expect(ran.codes).toEqual({ lint: 2 })
    expect(ran.log).toMatch(/^::error title=planlint::The checkout lacks the history [^\n]*"fetch-depth: 0"/m)
    expect(annotated(await lint(workspace, { event: pull()!, inputs: { since: 'none' } }))).toHaveLength(3)
  })

  test('that changes no plan passes', async () => {
    const workspace = await checkOut(commits.merge)
    const ran = await lint(workspace, {
      event: pull({ base: { sha: commits.merge, repo: null } })!,
      inputs: { since: commits.merge }
    })
    expect(ran.codes, ran.log).toEqual({ lint: 0 })
    expect(ran.outputs).toMatchObject({ errors: '0', plans: '0' })
  })

  test('code of strangers is not run, unless it is asked for', async () => {
    const workspace = await checkOut(commits.merge)
    fill(workspace, {
      '.remarkrc.mjs': "import fs from 'node:fs'\nfs.writeFileSync('it-ran', '')\nexport default {}\n"
    })
    fs.rmSync(path.join(workspace, '.remarkrc.json'))
    const ranCode = (): boolean => fs.existsSync(path.join(workspace, 'it-ran'))
    const stranger = pull({ head: { sha: commits.head, repo: { full_name: 'stranger/something' } } })!
    expect(annotated(await lint(workspace, { event: stranger }))).toEqual(['docs/plans/new.md'])
    expect(annotated(await lint(workspace, { event: { ...pull()!, name: 'pull_request_target' } }))).toEqual([
      'docs/plans/new.md'
    ])
    expect(annotated(await lint(workspace, { event: pull()!, inputs: { 'config-js': 'false' } }))).toEqual([
      'docs/plans/new.md'
    ])
    expect(ranCode()).toBe(false)
    await lint(workspace, { event: pull()! })
    expect(ranCode()).toBe(true)
  })
})

describe('inputs', () => {
  test('a push judges all plans; paths, one per line, narrow it', async () => {
    const workspace = await checkOut(commits.base)
    expect(annotated(await lint(workspace))).toEqual(['docs/plans/old.md', 'docs/plans/theirs.md'])
    fill(workspace, { 'with space/PLAN.md': badPlan })
    expect(annotated(await lint(workspace, { inputs: { paths: 'docs/plans/old.md\n\n  with space\n' } }))).toEqual([
      'docs/plans/old.md',
      'with space/PLAN.md'
    ])
    expect(annotated(await lint(workspace, { inputs: { since: commits.start } }))).toEqual([
      'docs/plans/theirs.md',
      'with space/PLAN.md'
    ])
  })

  test('a plan that was not judged, and one with warnings alone, are shown', { timeout: 60_000 }, async () => {
    const workspace = await checkOut(commits.head)
    fs.writeFileSync(path.join(workspace, 'plans-of-old.md'), '# Old\n')
    fs.mkdirSync(path.join(workspace, 'plans'), { recursive: true })
    fs.writeFileSync(
      path.join(workspace, 'plans/odd.md'),
      '# Odd\n\nThis and that.\n\n## Notes\n\n## More\n\nMore.\n\n## End\n\nThe end.\n'
    )
    const ran = await lint(workspace, { inputs: { paths: 'plans/odd.md' } })
    expect(ran.codes).toEqual({ lint: 0 })
    expect(ran.log).toContain('::warning file=plans/odd.md')
    expect(ran.log).toContain('judged without a template')
    const none = await lint(workspace, { inputs: { paths: 'plans-of-old.md' } })
    expect(none.codes).toEqual({ lint: 2 })
    expect(none.log).toContain('No plan was judged')
    expect(none.summary).not.toContain('✅')
  })

  test('fail-on, format and profile', { timeout: 60_000 }, async () => {
    const workspace = await checkOut(commits.base)
    expect(await lint(workspace, { inputs: { 'fail-on': 'never' } })).toMatchObject({
      codes: { lint: 0 },
      outputs: { errors: '2' }
    })
    fill(workspace, { '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"step-sequence": "warn"}}]]}' })
    expect(await lint(workspace)).toMatchObject({ codes: { lint: 0 }, outputs: { errors: '0', warnings: '2' } })
    expect(await lint(workspace, { inputs: { 'fail-on': 'warning', format: 'compact' } })).toMatchObject({
      codes: { lint: 1 },
      log: expect.stringContaining('docs/plans/old.md:89:1: warning: Missing step 3') as string
    })
    expect(await lint(workspace, { inputs: { profile: 'no-such' } })).toMatchObject({
      codes: { lint: 2 },
      log: expect.stringContaining('no-such') as string
    })
    expect(await lint(workspace, { inputs: { 'fail-on': 'sometimes' } })).toMatchObject({
      codes: { lint: 2 },
      log: expect.stringContaining('Unknown value "sometimes" of "fail-on"; known: error, warning, never') as string
    })
  })

  test('text that would be code in a shell stays text', async () => {
    const workspace = await checkOut(commits.base)
    const evil = '$(touch pwned) `touch pwned`; touch pwned\n--config=/etc/passwd\n"; touch pwned #'
    const ran = await lint(workspace, { inputs: { paths: evil, profile: '$(touch pwned)', since: '--output=pwned' } })
    expect(ran.codes).toEqual({ lint: 2 })
    expect(fs.existsSync(path.join(workspace, 'pwned'))).toBe(false)
    const refused = await runAction({
      workspace,
      temporary: fs.mkdtempSync(path.join(folder, 'temp-')),
      inputs: { package: '--global' },
      steps: ['install']
    })
    expect(refused).toMatchObject({
      codes: { install: 2 },
      log: expect.stringContaining('Expected a package') as string
    })
  })
})

describe('the comment', () => {
  interface Comment {
    id: number
    user: { type: string }
    body: string
  }
  const comments: Comment[] = []
  const asked: string[] = []
  let mayWrite = true
  const server = http.createServer((request, response) => {
    let text = ''
    request
      .on('data', chunk => {
        text += String(chunk)
      })
      .on('end', () => {
        asked.push(`${request.method} ${request.url}`)
        expect(request.headers.authorization).toBe('Bearer a-token')
        const { body } = (text === '' ? {} : JSON.parse(text)) as { body: string }
        if (!mayWrite && request.method !== 'GET') return response.writeHead(403).end('{}')
        if (request.method === 'POST') comments.push({ id: comments.length + 1, user: { type: 'Bot' }, body })
        if (request.method === 'PATCH') comments.find(comment => request.url!.endsWith(`/${comment.id}`))!.body = body
        return response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(request.method === 'GET' ? comments : {}))
      })
  })
  beforeAll(
    () =>
      new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve)
      })
  )
  afterAll(() => {
    server.close()
  })

  test('is written once, brought up to date, and missed without failing', { timeout: 60_000 }, async () => {
    const workspace = await checkOut(commits.merge)
    const env = { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
    comments.push({ id: 1, user: { type: 'User' }, body: '<!-- planlint --> quoted by a person' })
    const go = (): Promise<ActionRun> =>
      runAction({
        workspace,
        temporary,
        env,
        event: pull()!,
        inputs: { 'comment-summary': 'true' },
        steps: ['lint', 'comment']
      })
    expect(await go()).toMatchObject({ codes: { lint: 1, comment: 0 } })
    expect(comments.map(comment => comment.body.includes('Missing step 3'))).toEqual([false, true])
    fill(workspace, { 'docs/plans/new.md': goodPlan })
    expect(await go()).toMatchObject({ codes: { lint: 0, comment: 0 } })
    expect(comments.map(comment => comment.body.includes('Missing step 3'))).toEqual([false, false])
    expect(asked).toEqual([
      'GET /repos/somebody/something/issues/7/comments?per_page=100&page=1',
      'POST /repos/somebody/something/issues/7/comments',
      'GET /repos/somebody/something/issues/7/comments?per_page=100&page=1',
      'PATCH /repos/somebody/something/issues/comments/2'
    ])
    mayWrite = false
    expect(await go()).toMatchObject({
      codes: { lint: 0, comment: 0 },
      log: expect.stringContaining('::warning title=planlint::No comment: PATCH') as string
    })
  })
})
