/** One poisoned plan under 47 poisoned names, through the whole command and every format, each read by its own parser. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatNames } from '../../src/report/index.ts'
import { statusFormats } from '../../src/apps/status/index.ts'
import { parseCommand } from '../report/runner.ts'
import { firstForbidden } from '../report/terminal.ts'
import { validateGitlab, validateReport, validateSarif, xmlErrors } from '../report/validators.ts'
import { expectInert, expectInertMarkdown, linesOf, planlintIn } from './inert.ts'
import type { Outcome } from './inert.ts'
import { names, poisonedPlan } from './names.ts'

let cwd: string
const planlint = (...argv: string[]): Promise<Outcome> => planlintIn(cwd, ...argv)

beforeAll(() => {
  cwd = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-hostile-')))
  for (const name of names)
    fs.writeFileSync(
      Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(name as string)]),
      poisonedPlan.replaceAll('\ud800', 'x')
    )
})
afterAll(() => fs.rmSync(cwd, { recursive: true, force: true }))

const isText = (format: string) => !['json', 'html'].includes(format)

test('there are 47 names, each of its own', () => {
  expect(new Set(names.map(name => Buffer.from(name as string).toString('latin1'))).size).toBe(47)
  expect(fs.readdirSync(Buffer.from(cwd))).toHaveLength(47)
})

describe.each(formatNames)('--format %s', format => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await planlint('--format', format, '--profile', 'design-plan', '--no-config', '.')
  })

  test('fails, and says nothing that a terminal or a runner obeys', () => {
    expect(outcome.code).toBeGreaterThan(0)
    expectInert(outcome.stdout, format === 'github')
    expectInert(outcome.stderr)
  })

  test.runIf(format === 'github')('all commands are its own', () => {
    const commands = linesOf(outcome.stdout)
      .map(parseCommand)
      .filter(command => command !== null)
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.filter(command => !['error', 'warning', 'notice'].includes(command.name))).toEqual([])
    expect(new Set(commands.flatMap(command => Object.keys(command.properties)))).toEqual(
      new Set(['file', 'line', 'endLine', 'col', 'endColumn', 'title'])
    )
  })

  test.runIf(format === 'json')('obeys its schema; every readable name is in it as it is', () => {
    const data = JSON.parse(outcome.stdout) as { files: { path: string; findings: unknown[] }[] }
    expect(validateReport(data), JSON.stringify(validateReport.errors?.slice(0, 3))).toBe(true)
    const paths = new Set(data.files.map(file => file.path))
    expect(names.filter(name => typeof name === 'string' && !paths.has(name))).toEqual([])
    for (const file of data.files.filter(one => names.includes(one.path)))
      expect(file.findings.length, file.path).toBeGreaterThan(10)
  })

  test.runIf(format === 'sarif')('obeys the official schema, URIs are encoded and lead back to the file', () => {
    const data = JSON.parse(outcome.stdout)
    expect(validateSarif(data), JSON.stringify(validateSarif.errors?.slice(0, 3))).toBe(true)
    const uris = new Set<string>(
      data.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]!.physicalLocation.artifactLocation.uri
      )
    )
    for (const uri of uris) {
      expect(uri).toMatch(/^[\w.\-~!*'()%/]*$/)
      const there = new URL(uri, 'file:///a/')
      expect([there.protocol, there.search, there.hash]).toEqual(['file:', '', ''])
      expect(path.posix.dirname(decodeURIComponent(there.pathname))).toBe('/a')
    }
  })

  test.runIf(format === 'gitlab')('obeys its documented format', () => {
    expect(validateGitlab(JSON.parse(outcome.stdout)), JSON.stringify(validateGitlab.errors?.slice(0, 3))).toBe(true)
  })

  test.runIf(format === 'junit').each(['jenkins-junit', 'ant-junit'] as const)('obeys the %s schema', async schema => {
    expect(await xmlErrors(outcome.stdout, schema)).toEqual([])
  })

  test.runIf(format === 'markdown')('holds no markup and no link that is not its own', () =>
    expectInertMarkdown(outcome.stdout)
  )
})

describe.each(Object.keys(statusFormats))('status --format %s', format => {
  test('is inert', async () => {
    const { stdout, stderr, code } = await planlint(
      'status',
      '--format',
      format,
      '--profile',
      'design-plan',
      '--no-config',
      '.'
    )
    expect(code, stderr).toBeLessThan(3)
    expectInert(stderr)
    if (isText(format)) expectInert(stdout)
    if (format === 'json') expect(JSON.parse(stdout).plans.length).toBeGreaterThanOrEqual(45)
    if (format === 'markdown') expectInertMarkdown(stdout)
    if (format === 'html') {
      expect(stdout.match(/<script/g)).toHaveLength(1)
      expect(stdout).toContain('Content-Security-Policy')
      expect(stdout).not.toMatch(/<img|onerror=alert\(1\)>|javascript:|href="https:\/\/evil/)
      for (const line of linesOf(stdout)) expect(line).not.toMatch(/^\s*(?:::|##\[)/)
      expect(firstForbidden(stdout)).toBeUndefined()
    }
  })
})

test('a baseline keeps the names, and applies', async () => {
  const baseline = path.join(cwd, 'baseline.json')
  const [words, first] = [
    ['--profile', 'design-plan', '--no-config', '--baseline', 'baseline.json'],
    await planlint('--profile', 'design-plan', '--no-config', '--baseline', 'baseline.json', '--update-baseline', '.')
  ]
  expectInert(first.stdout + first.stderr)
  const kept = fs.readFileSync(baseline, 'utf8')
  expect(() => JSON.parse(kept)).not.toThrow()
  expectInert((await planlint(...words, '.')).stdout)
  fs.rmSync(baseline)
})

describe.each(
  names.filter(name => typeof name === 'string').map(name => [JSON.stringify(name).slice(0, 60), name] as const)
)('%s as an argument', (_shown, name) => {
  test.each([
    ['explain', name],
    ['init', name, 'new.md'],
    ['--profile', name, '.'],
    ['--format', name],
    ['--config', name],
    ['--since', name, '.'],
    ['rules', '--format', name],
    ['hook', name],
    ['completion', name],
    [`--${name}`],
    [`missing/${name}`],
    ['--shard', name],
    ['--max-warnings', name],
    ['merge', name],
    ['diff', name, '--base', name],
    ['--compare', name, '.']
  ])('%s', async (...argv) => {
    const { code, stdout, stderr } = await planlint(...argv)
    expect([0, 1, 2]).toContain(code)
    expectInert(stderr)
    expectInert(stdout)
    expect(stderr).not.toContain('internal error')
  })
})
