/** One verdict: remark-cli with the project's configuration says what planlint says. Both run from dist/. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

function run(script: string, ...words: string[]): Promise<Outcome> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [path.join(root, script), ...words],
      { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
      }
    )
  })
}

/** Findings as remark-cli's reporter prints them, by file. */
function readRemark(text: string): Record<string, string[]> {
  const files: Record<string, string[]> = {}
  let file = ''
  for (const line of text.split('\n')) {
    const message = /^ *(\d+:\d+(?:-\d+:\d+)?) +(error|warning) +(.*?) +(\S+) +remark-lint$/.exec(line)
    if (message) (files[file] ??= []).push(message.slice(1).join(' '))
    else if (/^\S+\.md(?:: no issues found)?$/.test(line)) file = line.replace(/:.*/, '')
  }
  return files
}

interface Found {
  rule: string
  severity: string
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
}

function readPlanlint(text: string): Record<string, string[]> {
  const { files } = JSON.parse(text) as { files: { path: string; findings: Found[] }[] }
  const shown = files.map(
    ({ path: name, findings }) =>
      [
        name,
        findings.map(
          found =>
            `${found.line}:${found.column}-${found.endLine}:${found.endColumn} ${found.severity} ${found.message} ${found.rule}`
        )
      ] as const
  )
  return Object.fromEntries(shown.filter(([, findings]) => findings.length > 0))
}

test('remark . and planlint say the same of the project', { timeout: 60_000 }, async () => {
  const [remark, planlint] = [
    await run('node_modules/remark-cli/cli.js', '.', '--no-stdout', '--no-color'),
    await run('dist/bin.cjs', '--format', 'json')
  ]
  expect(planlint.stderr).toBe('')
  const found = readPlanlint(planlint.stdout)
  expect(Object.keys(found)).toEqual(['examples/flawed-design-plan.md'])
  expect(found['examples/flawed-design-plan.md']).toHaveLength(8)
  expect(readRemark(remark.stderr)).toEqual(found)
  expect([remark.code, planlint.code]).toEqual([1, 1])
})

test('the valid example passes both', { timeout: 60_000 }, async () => {
  const file = 'examples/valid-design-plan.md'
  const [remark, planlint] = [
    await run('node_modules/remark-cli/cli.js', file, '--no-stdout', '--no-color', '--frail'),
    await run('dist/bin.cjs', file)
  ]
  expect(remark).toEqual({ code: 0, stdout: '', stderr: `${file}: no issues found\n` })
  expect(planlint.code).toBe(0)
})
