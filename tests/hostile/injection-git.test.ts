/** Names of branches, words of commits and names of changed and renamed files that strangers chose, through everything that asks git. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diffFormats } from '../../src/apps/diff/index.ts'
import { formatNames } from '../../src/report/index.ts'
import { validateSarif } from '../report/validators.ts'
import { expectInert, expectInertMarkdown, planlintIn } from './inert.ts'
import type { Outcome } from './inert.ts'
import { names, poisonedPlan } from './names.ts'

/** What git allows in the name of a branch, and a terminal, a runner or a page might obey. */
const branches = [
  '%0A%3A%3Aerror',
  '##[error]x'.replace('[', '('),
  '<script>alert(1)</script>',
  '$(touch)',
  '`id`',
  '@everyone',
  '\u202egpj',
  '\u2066x\u2069',
  '\u009b31mx',
  'a\u2028b',
  'zero\u200bwidth',
  '|bar|',
  '__proto__',
  'a"b\'c',
  '&amp;',
  '-f'.slice(1),
  'ünï/😀',
  ']]>'
]
const message =
  '::error file=a.md::owned\n\n##[error]x\n\u001b[31mred\u001b[0m <script>alert(1)</script>\n\n::add-mask::a'

let folder: string
let cwd: string
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=::error::A', '-c', 'user.email=a@example.org', '-c', 'core.quotePath=false', ...args],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe']
    }
  )
const planlint = (...argv: string[]): Promise<Outcome> => planlintIn(cwd, ...argv)
const at = (name: string | Buffer): Buffer => Buffer.concat([Buffer.from(`${cwd}/src/`), Buffer.from(name as string)])

/** Half of the files are there before, and are renamed, changed or deleted by the poisoned commit; the others come with it. */
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-hostile-git-')))
  cwd = path.join(folder, 'repository')
  fs.mkdirSync(path.join(cwd, 'src'), { recursive: true })
  git('init', '-q', '-b', 'main')
  // "src/  ::warning" is the folder with a remark, which would plan all that lies in it.
  const tree = names
    .filter((name): name is string => typeof name === 'string' && !/[\n\r\t]|^ /.test(name))
    .slice(0, 20)
    .map(name => `src/${name} <new>`)
    .join('\n')
  fs.writeFileSync(
    path.join(cwd, 'a-plan.md'),
    poisonedPlan
      .replaceAll('\ud800', 'x')
      .replace(
        '## Goal',
        `## Files Modified or Created\n\n### Directory Tree\n\n\`\`\`\n${tree}\nsrc/<script>.ts <modified>\nsrc/gone.ts <deleted>\n\`\`\`\n\n## Goal`
      )
  )
  for (const [index, name] of names.entries())
    if (index % 2 === 0)
      fs.writeFileSync(at(name), `A text of some words that is told from others by ${index}.\n`.repeat(5))
  git('add', '-A')
  git('commit', '-qm', message)
  for (const branch of branches) git('branch', '--', branch)
  for (const [index, name] of names.entries()) {
    if (index % 2 === 1) fs.writeFileSync(at(name), `New ${index}\n`)
    else if (index % 3 === 0) fs.renameSync(at(name), Buffer.concat([at('moved '), Buffer.from(name as string)]))
    else if (index % 3 === 1) fs.appendFileSync(at(name), 'more\n')
    else fs.rmSync(at(name))
  }
  fs.appendFileSync(path.join(cwd, 'a-plan.md'), '\n## ::error::more\n')
  git('add', '-A')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function expectInertIn(format: string, { stdout, stderr }: Outcome): void {
  expectInert(stderr)
  expect(stderr).not.toMatch(/internal error|crash/)
  if (format === 'json' || format === 'sarif' || format === 'gitlab' || format === 'rdjson') JSON.parse(stdout)
  if (format === 'sarif')
    expect(validateSarif(JSON.parse(stdout)), JSON.stringify(validateSarif.errors?.slice(0, 3))).toBe(true)
  if (format === 'markdown') expectInertMarkdown(stdout)
  expectInert(stdout, format === 'github')
}

test('the change is there to be seen', async () => {
  const { stdout } = await planlint('diff', 'a-plan.md', '--base', 'main', '--format', 'json')
  const report = JSON.parse(stdout)
  const all = JSON.stringify(report)
  for (const part of ['moved ', '<script>', 'colon']) expect(all).toContain(part)
  expect(report.unplanned.length).toBeGreaterThan(20)
})

describe.each(Object.keys(diffFormats))('diff --format %s', format => {
  test('work tree and commits', async () => {
    expectInertIn(format, await planlint('diff', 'a-plan.md', '--base', 'main', '--format', format))
    expectInertIn(format, await planlint('diff', 'a-plan.md', '--base', 'main', '--committed', '--format', format))
  })
})

describe.each(formatNames)('--format %s', format => {
  test.each([['--staged'], ['--since', 'main'], ['--compare', branches[2]!]])('%s %s', async (...argv) => {
    const outcome = await planlint(...argv, '--format', format, '--profile', 'design-plan', '--no-config', '.')
    // Of the names two are no UTF-8.
    expect([1, 2], outcome.stderr).toContain(outcome.code)
    expect(outcome.stdout.length).toBeGreaterThan(2000)
    expectInertIn(format, outcome)
  })
})

test.each(branches)('the branch %j', async branch => {
  for (const format of ['text', 'markdown']) {
    const outcome = await planlint('diff', 'a-plan.md', '--base', branch, '--format', format)
    expect([0, 1], outcome.stderr).toContain(outcome.code)
    expectInertIn(format, outcome)
  }
  for (const [option, format] of [
    ['--since', 'stylish'],
    ['--compare', 'compact'],
    ['--compare', 'markdown']
  ] as const)
    expectInertIn(
      format,
      await planlint(option, branch, '--format', format, '--profile', 'design-plan', '--no-config', 'a-plan.md')
    )
})

test('--amend writes no poisoned name but as a line of the tree', async () => {
  const before = fs.readFileSync(path.join(cwd, 'a-plan.md'), 'utf8')
  const outcome = await planlint('diff', 'a-plan.md', '--base', 'main', '--amend')
  expectInert(outcome.stdout)
  expectInert(outcome.stderr)
  const lines = before.split('\n')
  const added = fs.readFileSync(path.join(cwd, 'a-plan.md'), 'utf8').split('\n')
  let next = 0
  const fresh = added.filter(line => (line === lines[next] ? (next++, false) : true))
  expect(next).toBe(lines.length)
  expect(fresh.length).toBeGreaterThan(0)
  for (const line of fresh)
    expect(line).toMatch(/^[│├└─ ]*[^\p{Cc}\p{Cf}`<>#*?{}\\|]+ <(?:new|modified|deleted|renamed[^>]*)>$/u)
  fs.writeFileSync(path.join(cwd, 'a-plan.md'), before)
})

test('status and a comparison say nothing of a poisoned commit that anyone obeys', async () => {
  git('commit', '-qm', message)
  for (const format of ['text', 'json', 'markdown', 'html']) {
    const outcome = await planlint('status', '--format', format, '.')
    expectInert(outcome.stderr)
    if (format !== 'json' && format !== 'html') expectInert(outcome.stdout)
  }
  expectInertIn('text', await planlint('diff', 'a-plan.md', '--base', 'HEAD~1'))
})
