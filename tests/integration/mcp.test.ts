/** `planlint mcp`, asked by the protocol's own client: the same verdict as the command line's, within the folder that is served. */
import fs from 'node:fs'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bin, fill, goodPlan, newFolder, run } from './place.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const badPlan = goodPlan.replace('### Step 3:', '### Step 4:')
let folder = ''
let outside = ''
let client: Client

interface Answer {
  text: string
  data: { files: { path: string; state: string; profile: string; findings: { rule: string }[] }[] } | undefined
  isError: boolean
}

beforeAll(async () => {
  folder = newFolder('mcp')
  outside = newFolder('mcp-outside')
  fill(outside, { 'PLAN.md': badPlan })
  fill(folder, { 'docs/plans/good.md': goodPlan, 'docs/plans/bad.md': badPlan, 'README.md': '# Some project\n' })
  fs.symlinkSync(path.join(outside, 'PLAN.md'), path.join(folder, 'linked-plan.md'))
  fill(folder, { 'linked/plans/inside.md': badPlan })
  fs.symlinkSync(path.join(outside, 'PLAN.md'), path.join(folder, 'linked/plans/outside.md'))
  client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp'], cwd: folder }))
})
afterAll(async () => {
  await client.close()
  fs.rmSync(folder, { recursive: true, force: true })
  fs.rmSync(outside, { recursive: true, force: true })
})

async function ask(name: string, given: Record<string, unknown>): Promise<Answer> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given })
  const text = (content as { text: string }[]).map(part => part.text).join('\n')
  return { text, data: structuredContent as Answer['data'], isError: isError === true }
}

test('names itself and its tools, none of which changes anything', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'planlint' })
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'lint_plan',
    'explain_rule',
    'describe_profile',
    'new_plan',
    'plan_status'
  ])
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([])
})

test.each(['docs/plans/good.md', 'docs/plans/bad.md', 'docs'])('%s: the report of the command line', async file => {
  const { stdout } = await run(process.execPath, [bin, '-f', 'json', file], { cwd: folder })
  const agent = await run(process.execPath, [bin, '-f', 'agent', file], { cwd: folder })
  const answer = await ask('lint_plan', { path: file })
  expect(answer.data).toEqual(JSON.parse(stdout))
  expect(answer.text).toBe(agent.stdout)
  expect(answer.isError).toBe(false)
})

test('a text that lies nowhere yet, and one that will lie among the plans', async () => {
  const { data } = await ask('lint_plan', { text: badPlan, filename: 'docs/plans/new.md' })
  expect(data!.files).toMatchObject([{ path: 'docs/plans/new.md', state: 'judged', profile: 'design-plan' }])
  expect(data!.files[0]!.findings.map(({ rule }) => rule)).toEqual(['step-sequence'])
  const forced = await ask('lint_plan', { text: '# A\n', profile: 'design-plan' })
  expect(forced.text).toContain('Missing 10 sections at the beginning')
})

test('what was not judged is an error, not a pass', async () => {
  for (const given of [{ text: '' }, { path: 'README.md' }, { path: 'gone.md' }]) {
    const { text, isError } = await ask('lint_plan', given)
    expect(isError, JSON.stringify(given)).toBe(true)
    expect(text).not.toMatch(/passed|no problems/)
  }
})

test.each(['../PLAN.md', '/etc/passwd', 'docs/../../x.md', 'linked-plan.md', 'a\0.md'])(
  '%j lies outside, and is not read',
  async file => {
    expect(await ask('lint_plan', { path: file })).toMatchObject({ isError: true, data: undefined })
    expect((await ask('plan_status', { path: file })).isError).toBe(true)
    expect((await ask('lint_plan', { text: goodPlan, filename: file })).isError).toBe(true)
  }
)

test('a link in a folder leads nowhere else, and that is said', async () => {
  const named = await ask('lint_plan', { path: 'linked' })
  expect(named).toMatchObject({ isError: true, text: expect.stringContaining('lies outside of the folder') })
  expect(named.data!.files).toMatchObject([{ path: 'linked/plans/inside.md', findings: [{}] }, { findings: [] }])
  const status = await ask('plan_status', { path: 'linked' })
  expect((status.data as unknown as { plans: object[] }).plans).toMatchObject([
    { path: 'linked/plans/inside.md', unjudged: null },
    { path: 'linked/plans/outside.md', title: null, unjudged: expect.stringContaining('lies outside of the folder') }
  ])
})

test('words that look like options are words', async () => {
  expect((await ask('lint_plan', { path: '--fix' })).text).toContain('No such file or folder')
  expect((await ask('explain_rule', { rule: '--version' })).text).toContain('Unknown rule')
  expect((await ask('new_plan', { profile: '--force' })).text).toContain('Unknown profile')
})

test('rules, profiles, a plan to fill in, the state of all plans', async () => {
  expect((await ask('explain_rule', { rule: 'step-verification' })).text).toMatch(/^# step-verification\n/)
  expect((await ask('explain_rule', { rule: 'step-verificaton' })).text).toContain('did you mean "step-verification"?')
  expect((await ask('describe_profile', {})).text).toContain('design-plan')
  expect((await ask('describe_profile', { profile: 'task-plan' })).text).toContain('Implementation Steps (required)')
  expect((await ask('new_plan', { profile: 'design-plan' })).text).toContain('## ')
  const gone = await ask('plan_status', { path: 'docs/gone.md' })
  expect([gone.isError, gone.text]).toEqual([true, expect.stringContaining('No such file or folder')])
  const { text } = await ask('plan_status', { path: 'docs' })
  expect((JSON.parse(text) as { plans: { path: string }[] }).plans.map(plan => plan.path)).toEqual([
    'docs/plans/bad.md',
    'docs/plans/good.md'
  ])
})

test('wrong arguments are said, and the next question is answered', async () => {
  expect((await ask('lint_plan', {})).text).toBe('Give either path or text')
  expect((await ask('lint_plan', { file: 'docs' })).isError).toBe(true)
  expect((await ask('lint_plan', { text: 'x'.repeat(9_000_000) })).isError).toBe(true)
  const all = await Promise.all(Array.from({ length: 8 }, () => ask('lint_plan', { path: 'docs/plans/bad.md' })))
  expect(new Set(all.map(({ text }) => text)).size).toBe(1)
})

test('a folder that is not there', async () => {
  expect(await run(process.execPath, [bin, 'mcp', 'nowhere'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: 'planlint: No folder "nowhere" to serve\n'
  })
})
