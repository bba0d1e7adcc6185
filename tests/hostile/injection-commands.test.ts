/** Commands × outputs: whatever a command prints of a stranger's plan, its name, or a commit, nobody obeys. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diffFormats } from '../../src/apps/diff/index.ts'
import { statusFormats } from '../../src/apps/status/index.ts'
import { commands } from '../../src/cli/commands.ts'
import { formatNames } from '../../src/report/index.ts'
import { hasOldCommand, parseCommand } from '../report/runner.ts'
import { xmlErrors } from '../report/validators.ts'
import { expectInert, expectInertMarkdown, linesOf, planlintWith } from './inert.ts'
import { poisonedPlan } from './names.ts'

/** A few of the 47 names: one of each kind. */
const names = [
  '\n::error::owned-plan.md',
  '  ::warning::owned-plan.md',
  '##[error]owned-plan.md',
  '\u001b[31mred-plan.md',
  '\u009b31mc1-plan.md',
  '\u202egpj-plan.md',
  '<img src=x onerror=alert(1)>-plan.md',
  ']]>&amp;-plan.md',
  'a|b`c` [click](https:evil.example)-plan.md',
  '--format=json-plan.md',
  'a (b) [c] {d}*-plan.md'
]
/** A plan that can be mended, with poison around what is mended. */
const mendable = [
  '---\nplanlint: design-plan\n---\n\n# Plan ::error::x \u001b[31m',
  '## Implementation Steps',
  '### Step 1: ::error::one',
  '::error title=forged::by the plan',
  '### Step 3: \u001b[31mthree ##[error]x',
  ' ::add-mask::x',
  '### Step 4: <script>alert(1)</script>',
  ''
].join('\n\n')

const forced = ['--profile', 'design-plan', '--no-config']
const event = (file: string): string =>
  JSON.stringify({ cwd, hook_event_name: '::error::x\u001b[31m', tool_input: { file_path: file } })

let cwd: string
beforeAll(() => {
  cwd = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-hostile-commands-')))
  const git = (...argv: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=::error::A', '-c', 'user.email=a@example.org', ...argv], {
      cwd,
      stdio: 'pipe'
    })
  git('init', '-q', '-b', '::error::main'.replaceAll(':', '%3A'))
  fs.writeFileSync(path.join(cwd, 'base.md'), '# Base\n')
  git('add', '.')
  git('commit', '-qm', '::error::message')
  git('branch', '--', '\u202e%0A##(error)x')
  for (const name of names) fs.writeFileSync(path.join(cwd, name), poisonedPlan.replaceAll('\ud800', 'x'))
  fs.writeFileSync(path.join(cwd, '::error::mend-plan.md'), mendable)
  fs.writeFileSync(path.join(cwd, '::error::template.md'), poisonedPlan.replaceAll('\ud800', 'x'))
}, 60_000)
afterAll(() => fs.rmSync(cwd, { recursive: true, force: true }))

/** By command, the words of each call; `lint` is what runs without one. */
const calls: Record<string, readonly string[][]> = {
  lint: [
    ...formatNames.flatMap(format => [
      [...forced, '-f', format, '.'],
      [...forced, '-f', format, '--fix-dry-run', '--scaffold', './::error::mend-plan.md'],
      ['-f', format, '--no-config']
    ]),
    ...names.map(name => ['--print-config', name]),
    ['--list-files'],
    ['--list-files', '-f', 'json', '.'],
    ['--list-files', '.'],
    ['-f', 'github', '--compare', '\u202e%0A##(error)x', '.']
  ],
  explain: [['explain', 'file-tree'], ...names.map(name => ['explain', name])],
  rules: [['rules'], ['rules', '-f', 'json']],
  profiles: [
    ['profiles'],
    ['profiles', '-f', 'json'],
    ['profiles', 'task-plan'],
    ['profiles', '--from', './::error::template.md', 'mine'],
    ...names.map(name => ['profiles', '--from', name])
  ],
  status: Object.keys(statusFormats).flatMap(format => [
    ['status', '-f', format, '.'],
    ['status', '-f', format, ...forced, '.']
  ]),
  diff: Object.keys(diffFormats).flatMap(format =>
    [...names.slice(0, 6), 'base.md'].map(name => [
      'diff',
      '-f',
      format,
      ...forced,
      '--base',
      '\u202e%0A##(error)x',
      `./${name}`
    ])
  ),
  init: names.map(name => ['init', 'task-plan', `made/${name}`]),
  merge: formatNames.map(format => ['merge', '-f', format, 'report.json']),
  hook: [['hook', 'claude-code']],
  completion: [['completion', 'bash']],
  setup: [
    ['setup', '--dry-run'],
    ['setup', '--yes']
  ],
  // Talks to an editor: tests/integration.
  lsp: [],
  // Its own client asks it, in tests/integration/mcp.test.ts.
  mcp: []
}

test('every command is called', () => {
  expect(Object.keys(calls).sort()).toEqual(['lint', ...Object.keys(commands)].sort())
})

function formatOf(words: readonly string[]): string {
  return words[words.indexOf('-f') + 1 || words.length] ?? 'text'
}

async function expectSafe(words: readonly string[], stdin?: string): Promise<void> {
  const { code, stdout, stderr } = await planlintWith(cwd, words, stdin)
  const format = formatOf(words)
  expect([0, 1, 2], stderr).toContain(code)
  expect(stderr).not.toContain('internal error')
  expectInert(stderr)
  if (words[0] === 'completion') return
  if (format === 'html') {
    expect(stdout.match(/<script/g)).toHaveLength(1)
    expect(stdout).not.toMatch(/<img|onerror=alert\(1\)>|javascript:/)
    for (const line of linesOf(stdout)) expect(parseCommand(line) !== null || hasOldCommand(line), line).toBe(false)
    return
  }
  expectInert(stdout, format === 'github')
  if (stdout === '') return
  if (['json', 'sarif', 'gitlab', 'rdjson'].includes(format)) expect(() => JSON.parse(stdout)).not.toThrow()
  if (format === 'junit') expect(await xmlErrors(stdout, 'jenkins-junit')).toEqual([])
  if (format === 'markdown') expectInertMarkdown(stdout)
}

describe.each(Object.entries(calls).filter(([name]) => !['hook', 'merge', 'lsp', 'mcp'].includes(name)))(
  '%s',
  (_, all) => {
    test.each(all.map(words => [JSON.stringify(words.join(' ')).slice(0, 90), words] as const))(
      '%s',
      async (__, words) => expectSafe(words)
    )
  }
)

test.each(names)('hook, of %j', async name => expectSafe(calls['hook']![0]!, event(name)))

test('merge, in every format', async () => {
  const { stdout } = await planlintWith(cwd, [...forced, '-f', 'json', '.'])
  fs.writeFileSync(path.join(cwd, 'report.json'), stdout)
  for (const words of calls['merge']!) await expectSafe(words)
  fs.rmSync(path.join(cwd, 'report.json'))
})
