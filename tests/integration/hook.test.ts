/** `planlint hook <client>`, called as the agents call it: events as they are sent, the answer as it is read. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bin, fill, goodPlan, newFolder, run } from './place.ts'
import type { Outcome } from './place.ts'

// Programs are started, on machines with other work to do.
vi.setConfig({ testTimeout: 90_000 })

let folder = ''
beforeAll(() => {
  folder = newFolder('hook')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Answer {
  decision?: string
  reason?: string
  hookSpecificOutput?: { hookEventName: string; additionalContext: string }
}

/** An event as Claude Code sends it after a tool has written a file. */
function event(file: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    session_id: 'c1f0',
    transcript_path: '/nowhere.jsonl',
    cwd: folder,
    permission_mode: 'default',
    hook_event_name: 'PostToolUse',
    tool_name: 'Write',
    tool_input: { file_path: path.join(folder, file), content: 'not looked at' },
    tool_response: { filePath: path.join(folder, file), success: true },
    ...more
  })
}

function hook(input: string, ...words: string[]): Promise<Outcome> {
  return run(process.execPath, [bin, 'hook', 'claude-code', ...words], { cwd: path.dirname(folder), input })
}

test('errors are handed to the agent, with place, rule and remedy', async () => {
  fill(folder, { 'docs/plans/format.md': goodPlan.replace('### Step 3:', '### Step 4:') })
  const { code, stdout, stderr } = await hook(event('docs/plans/format.md'))
  expect([code, stderr]).toEqual([0, ''])
  const answer = JSON.parse(stdout) as Answer
  expect(answer.decision).toBe('block')
  expect(answer.reason!.split('\n')).toEqual([
    'planlint found 1 error and 0 warnings in docs/plans/format.md (design-plan):',
    expect.stringMatching(
      /^docs\/plans\/format\.md:\d+:1 error: Missing step 3: 4 follows 2 \[step-sequence\] -> Renumber it to 3, or add the missing step$/
    ),
    'note: Repository-aware checks skipped: not a git repository'
  ])
})

test('what it breaks in another file of its set is told as well', async () => {
  const criteria = ['THE lamp SHALL light', 'THE lamp SHALL go out'].map((text, i) => `${i + 1}. ${text}`)
  const spec = (...listed: string[]): string =>
    `# Requirements Document\n\n## Introduction\n\nA lamp.\n\n## Requirements\n\n### Requirement 1: Light\n\n**User Story:** As a guest, I want light, so that I can read.\n\n#### Acceptance Criteria\n\n${listed.join('\n')}\n`
  const tasks = '# Implementation Plan\n\n- [ ] 1. Light it\n  - _Requirements: 1.1, 1.2_\n'
  const place = '.kiro/specs/lamp'
  fill(folder, { [`${place}/requirements.md`]: spec(...criteria), [`${place}/tasks.md`]: tasks })
  expect((await hook(event(`${place}/requirements.md`))).stdout).not.toContain('criterion')
  fill(folder, { [`${place}/requirements.md`]: spec(criteria[0]!) })
  const { decision, reason } = JSON.parse((await hook(event(`${place}/requirements.md`))).stdout) as Answer
  fs.rmSync(path.join(folder, '.kiro'), { recursive: true })
  expect(decision).toBe('block')
  expect(reason).toContain(`${place}/tasks.md:4:25 error: Unknown criterion 1.2: requirements.md has none such`)
})

test('warnings are told, but block nothing', async () => {
  fill(folder, {
    'PLAN.md': goodPlan.replace('### Step 3:', '### Step 4:'),
    '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"step-sequence": "warn"}}]]}'
  })
  const { code, stdout } = await hook(event('PLAN.md', { tool_name: 'Edit' }))
  fs.rmSync(path.join(folder, '.remarkrc.json'))
  expect(code).toBe(0)
  const answer = JSON.parse(stdout) as Answer
  expect(answer.decision).toBeUndefined()
  expect(answer.hookSpecificOutput).toMatchObject({
    hookEventName: 'PostToolUse',
    additionalContext: expect.stringContaining('Missing step 3') as string
  })
})

test('says nothing of a good plan, of a document that is none, of code, of other tools, of a file that is gone', async () => {
  // Outside of a repository, a note says what could not be checked.
  const off = { 'path-exists': false, 'command-exists': false, 'step-order': false }
  fill(folder, {
    'quiet/.remarkrc.json': JSON.stringify({ plugins: [['planlint', { rules: off }]] }),
    'quiet/PLAN.md': goodPlan
  })
  fill(folder, { 'README.md': '# A project\n\n## Install\n\nWith npm.\n', 'index.ts': '' })
  for (const input of [
    event('quiet/PLAN.md'),
    event('README.md'),
    event('index.ts'),
    event('gone-plan.md'),
    event('PLAN.md', { tool_name: 'Bash', tool_input: { command: 'cat PLAN.md' } }),
    '{}'
  ]) {
    expect(await hook(input), input).toEqual({ code: 0, stdout: '', stderr: '' })
  }
})

test('a plan that follows no profile is told of, where plans usually lie', async () => {
  fill(folder, { 'new-plan.md': '# What to do\n\n- [ ] This\n- [ ] That\n' })
  const { code, stdout } = await hook(event('new-plan.md'))
  expect(code).toBe(0)
  expect((JSON.parse(stdout) as Answer).hookSpecificOutput!.additionalContext).toContain('judged without a template')
})

test('what was not judged never passes: plans of no known kind, empty ones, checks that could not run', async () => {
  const told = async (file: string): Promise<string> => {
    const { code, stdout } = await hook(event(file))
    expect(code, file).toBe(0)
    expect(stdout, file).not.toMatch(/passed|no problems/)
    const { reason, hookSpecificOutput } = JSON.parse(stdout) as Answer
    return reason ?? hookSpecificOutput!.additionalContext
  }
  const elsewhere = newFolder('hook-elsewhere')
  fill(elsewhere, { 'ok-plan.md': goodPlan })
  fill(folder, {
    'docs/work.md': '# Work\n\n## Step 1: One\n\n- [ ] a\n\n## Step 2: Two\n\n- [ ] b\n- [ ] c\n',
    'empty-plan.md': '',
    'template-plan.md': '---\nplanlint: false\n---\n'
  })
  expect(await told('docs/work.md')).toContain(
    'note: judged without a template (2 steps, 3 boxes): no section is demanded'
  )
  expect(await told('empty-plan.md')).toMatch(/^planlint did not judge empty-plan\.md: there is no text in it; 1 error/)
  expect((await hook(event('template-plan.md'))).stdout).toBe('')
  const { stdout } = await hook(
    event('', { cwd: elsewhere, tool_input: { file_path: path.join(elsewhere, 'ok-plan.md') } })
  )
  fs.rmSync(elsewhere, { recursive: true, force: true })
  expect((JSON.parse(stdout) as Answer).hookSpecificOutput!.additionalContext).toBe(
    'planlint found 0 errors and 0 warnings in ok-plan.md (design-plan):\nnote: Repository-aware checks skipped: not a git repository'
  )
})

test('names with odd characters, and a path that is relative', async () => {
  const odd = "docs/plans/a [b] {c}* 'd'-plan.md"
  fill(folder, { [odd]: goodPlan.replace('### Step 3:', '### Step 4:') })
  for (const input of [event(odd), event(odd, { tool_input: { file_path: odd } })]) {
    expect((JSON.parse((await hook(input)).stdout) as Answer).reason).toContain(`in ${odd} (design-plan)`)
  }
})

test('options of the command line hold: --profile', async () => {
  fill(folder, { 'notes.md': '# Notes\n' })
  expect((JSON.parse((await hook(event('notes.md'), '--profile', 'design-plan')).stdout) as Answer).reason).toContain(
    'Missing section "Goal"'
  )
})

test('trouble is told on standard error, and the exit code is 2', async () => {
  expect(await hook('no JSON')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Expected a tool event as JSON') as string
  })
  fill(folder, { 'broken/.remarkrc.json': '{"plugins": [["planlint", {"profil": 1}]]}', 'broken/PLAN.md': goodPlan })
  expect(await hook(event('broken/PLAN.md'))).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^planlint could not judge broken\/PLAN\.md: [^]*profil/) as string
  })
  expect(await run(process.execPath, [bin, 'hook', 'claud-code'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr:
      'planlint: Unknown client "claud-code" (did you mean "claude-code"?); known: claude-code, codex, copilot, cursor, gemini\n'
  })
})

/** Events of other agents, each as its own reference has them, and where they look for what they are told. */
const others: Record<string, { event: (file: string) => object; told: (answer: never) => unknown }> = {
  codex: {
    event: file => ({
      session_id: '0199',
      transcript_path: null,
      cwd: folder,
      hook_event_name: 'PostToolUse',
      model: 'gpt',
      turn_id: 't1',
      tool_name: 'apply_patch',
      tool_use_id: 'call_1',
      tool_input: {
        command: `*** Begin Patch\n*** Add File: src/a.ts\n+export {}\n*** Update File: ${file}\n@@\n-a\n+b\n*** End Patch\n`
      },
      tool_response: 'Success. Updated the following files'
    }),
    told: ({ decision, reason }: Answer) => (decision === 'block' ? reason : undefined)
  },
  copilot: {
    event: file => ({
      sessionId: '5c2e',
      timestamp: 1796000000000,
      cwd: folder,
      toolName: 'create',
      toolArgs: JSON.stringify({ path: path.join(folder, file), file_text: 'not looked at' }),
      toolResult: { resultType: 'success', textResultForLlm: 'Created file' }
    }),
    told: ({ additionalContext }: { additionalContext: string }) => additionalContext
  },
  cursor: {
    event: file => ({
      conversation_id: '77',
      generation_id: '78',
      hook_event_name: 'postToolUse',
      workspace_roots: [folder],
      tool_name: 'Write',
      tool_input: { file_path: path.join(folder, file), content: 'not looked at' },
      tool_output: '{"success":true}'
    }),
    told: ({ additional_context: told }: { additional_context: string }) => told
  },
  gemini: {
    event: file => ({
      session_id: 'g1',
      transcript_path: '/nowhere.json',
      cwd: folder,
      hook_event_name: 'AfterTool',
      timestamp: '2026-11-29T10:00:00.000Z',
      tool_name: 'write_file',
      tool_input: { file_path: path.join(folder, file), content: 'not looked at' },
      tool_response: { llmContent: 'Successfully created', returnDisplay: '' }
    }),
    told: ({ hookSpecificOutput }: Answer) => hookSpecificOutput?.additionalContext
  }
}

test.each(Object.keys(others))('%s: an event of its own, an answer that it reads', async client => {
  const { event: make, told } = others[client]!
  fill(folder, {
    'docs/plans/other.md': goodPlan.replace('### Step 3:', '### Step 4:'),
    'src/a.ts': '',
    'quiet/PLAN.md': goodPlan,
    'quiet/.remarkrc.json':
      '{"plugins": [["planlint", {"rules": {"path-exists": false, "command-exists": false, "step-order": false}}]]}'
  })
  const ask = (given: object): Promise<Outcome> =>
    run(process.execPath, [bin, 'hook', client], { cwd: path.dirname(folder), input: JSON.stringify(given) })
  const { code, stdout, stderr } = await ask(make('docs/plans/other.md'))
  expect([code, stderr]).toEqual([0, ''])
  expect(told(JSON.parse(stdout) as never)).toMatch(
    /^planlint found 1 error and 0 warnings in docs\/plans\/other\.md \(design-plan\):\n.*Missing step 3/
  )
  expect(await ask(make('quiet/PLAN.md'))).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await ask(make('gone-plan.md'))).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('cursor tells of an edit without a tool', async () => {
  fill(folder, { 'docs/plans/edit.md': goodPlan.replace('### Step 3:', '### Step 4:') })
  const input = JSON.stringify({
    hook_event_name: 'afterFileEdit',
    workspace_roots: [folder],
    file_path: path.join(folder, 'docs/plans/edit.md'),
    edits: []
  })
  const { stdout } = await run(process.execPath, [bin, 'hook', 'cursor'], { cwd: folder, input })
  expect(stdout).toContain('Missing step 3')
})
