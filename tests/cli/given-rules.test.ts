/** `--rule`, `--print-config` and `--statistics`, with planlint's own rules. */
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { folderOf } from './harness.ts'
import type { Files } from './harness.ts'

const plan = [
  '---',
  'planlint: design-plan',
  '---',
  '',
  '# Plan: Add a format',
  '',
  '## Goal',
  '',
  'TBD',
  '',
  '## Implementation Steps',
  '',
  '### Step 1: One',
  '',
  '### Step 3: Two',
  ''
].join('\n')

async function planlint(files: Files, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await run(argv, {
    stdout: { write: text => void (out += text) },
    stderr: { write: text => void (err += text) },
    stdin: (async function* () {})(),
    cwd: folderOf({ 'PLAN.md': plan, ...files }),
    env: {},
    isTTY: false,
    columns: 100
  })
  return { code, out, err }
}

const rc = (options: unknown): Files => ({ '.remarkrc.json': JSON.stringify({ plugins: [['planlint', options]] }) })

async function severityOf(rule: string, files: Files, ...argv: string[]): Promise<string | undefined> {
  const { out } = await planlint(files, 'PLAN.md', '--format', 'json', ...argv)
  const { findings } = JSON.parse(out).files[0] as { findings: { rule: string; severity: string }[] }
  return findings.find(finding => finding.rule === rule)?.severity
}

test.each([
  ['no-placeholder: warn', 'warning'],
  ['no-placeholder:warning', 'warning'],
  ['no-placeholder: [1]', 'warning'],
  ['{"no-placeholder": "warn"}', 'warning'],
  ['no-placeholder: off', undefined],
  ['no-placeholder: 0', undefined]
])('--rule %j', async (text, severity) => {
  expect(await severityOf('no-placeholder', {}, '--rule', text)).toBe(severity)
})

test('--rule is over the configuration and its overrides, the last one over the others', async () => {
  const files = rc({
    rules: { 'no-placeholder': 'off' },
    overrides: [{ files: '*.md', rules: { 'no-placeholder': 'off', 'step-sequence': 'off' } }]
  })
  expect(await severityOf('no-placeholder', files)).toBeUndefined()
  expect(await severityOf('no-placeholder', files, '--rule', 'no-placeholder: error')).toBe('error')
  const both = ['--rule', 'no-placeholder: error', '--rule', 'no-placeholder: warn']
  expect(await severityOf('no-placeholder', files, ...both)).toBe('warning')
  expect(await severityOf('step-sequence', files, ...both)).toBeUndefined()
})

test.each([
  ['no-placeholders: off', '--rule: Unknown rule "no-placeholders" (did you mean "no-placeholder"?)'],
  ['no-placeholder: loud', 'Unknown setting of "rules.no-placeholder"'],
  ['no-placeholder', "Expected --rule 'id: severity', such as 'step-order: off', not \"no-placeholder\""],
  ['[', "Expected --rule 'id: severity'"]
])('--rule %j is refused', async (text, words) => {
  const { code, out, err } = await planlint({}, 'PLAN.md', '--rule', text)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
})

test('--print-config tells the profile, and of each rule by whose word it has its severity', async () => {
  const files = {
    ...rc({
      profiles: ['./own.yaml'],
      rules: { 'step-order': 'warning' },
      overrides: [{ files: 'PLAN.md', rules: { 'file-tree': 'off' } }]
    }),
    'own.yaml':
      'name: ours\ntitle: Ours\nsummary: Own\nextends: design-plan\nrules: { alternatives: warn, open-questions: { draft: off } }\n',
    'PLAN.md': plan.replace('design-plan', 'ours').replace('\n## Goal', '\n**Status**: Draft\n\n## Goal')
  }
  const { code, out } = await planlint(files, '--print-config', 'PLAN.md', '--rule', 'scenario: error')
  const { configFile, file, rules } = JSON.parse(out)
  expect(code).toBe(0)
  expect(configFile).toBe('.remarkrc.json')
  expect(file).toMatchObject({
    path: 'PLAN.md',
    state: 'judged',
    profile: 'ours',
    recognised: 'named',
    by: 'declaration'
  })
  expect(rules).toMatchObject({
    alternatives: { severity: 'warning', by: 'profile' },
    'step-order': { severity: 'warning', by: 'configuration' },
    'file-tree': { severity: 'off', by: 'override' },
    scenario: { severity: 'error', by: 'option' },
    metadata: { severity: 'error', by: 'default' },
    'path-conflict': { severity: 'off', by: 'default' }
  })
})

test('--print-config of a plan by its status, and of a file that is not there', async () => {
  const files = { 'PLANNING.md': '# PLANNING\n\n- **Status**: DRAFT\n' }
  const { file, rules } = JSON.parse((await planlint(files, '--print-config', 'PLANNING.md', '-p', 'planning-md')).out)
  expect(file).toMatchObject({ profile: 'planning-md', by: 'option', status: 'DRAFT', planState: 'draft' })
  expect(rules.alternatives).toEqual({ severity: 'warning', by: 'status' })
  expect(rules['required-sections']).toEqual({ severity: 'error', by: 'default' })
  const absent = JSON.parse((await planlint({}, '--print-config', 'nix.md')).out)
  expect(absent.file).toMatchObject({ state: 'not-judged', profile: null })
  expect(absent.rules.metadata).toEqual({ severity: 'error', by: 'default' })
})

test('--statistics counts by rule, most first, in place of findings', async () => {
  const { code, out } = await planlint({}, 'PLAN.md', '--statistics', '--rule', 'no-placeholder: warn')
  expect(code).toBe(1)
  expect(out).not.toContain('PLAN.md:')
  const [first, ...rest] = out.split('\n').filter(line => /^ +\d+ {2}\S/.test(line))
  expect(first).toMatch(/^ +\d+ {2}required-sections +\d+ errors/)
  expect(rest.join('\n')).toMatch(/1 {2}step-sequence +1 error {2}1 fixable/)
  expect(rest.join('\n')).toMatch(/1 {2}no-placeholder +1 warning/)
  const { statistics, summary } = JSON.parse((await planlint({}, 'PLAN.md', '--statistics', '-f', 'json')).out)
  const sum = (key: string): number =>
    statistics.reduce((total: number, count: Record<string, number>) => total + count[key]!, 0)
  expect([sum('errors'), sum('warnings'), sum('fixable')]).toEqual([summary.errors, summary.warnings, summary.fixable])
})

test('--statistics of a format that shows none is refused', async () => {
  const { code, err } = await planlint({}, 'PLAN.md', '--statistics', '-f', 'compact')
  expect([code, err]).toEqual([2, 'planlint: --statistics has no effect on --format compact; use stylish or json\n'])
})
