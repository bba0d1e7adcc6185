/** Runs remark-cli and planlint, and reads what they found into one form. */
import { execFile } from 'node:child_process'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

export function runNode(cwd: string, script: string, ...words: string[]): Promise<Outcome> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [path.join(root, script), ...words],
      { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
      }
    )
  })
}

/** Findings as remark-cli's reporter prints them, by file. */
export function readRemark(text: string): Record<string, string[]> {
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

/** Findings of planlint's JSON, written as those of remark-cli. */
export function readPlanlint(text: string): Record<string, string[]> {
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
