/** A plan is judged the same wherever in its repository the command runs, or remark. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { remark } from 'remark'
import { beforeAll, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import planlint from '../../src/node.ts'
import fs from 'node:fs'
import { folderOf, runIn } from './harness.ts'

const kiro = '.kiro/specs/counter'
const openspec = 'openspec/changes/add-counter'
const files = {
  [`${kiro}/requirements.md`]:
    '# Requirements Document\n\n## Introduction\n\nClerks see how full the outbox is.\n\n## Requirements\n\n### Requirement 1\n\n**User Story:** As a clerk, I want a count, so that I see it.\n\n#### Acceptance Criteria\n\n1. WHEN a letter comes THEN the system SHALL count it\n',
  [`${kiro}/tasks.md`]:
    '# Implementation Plan\n\n- [ ] 1. Count the letters\n  - _Requirements: 1.1_\n- [ ] 2. Show the count\n  - _Requirements: 1.2_\n',
  [`${openspec}/proposal.md`]: '## Why\n\nClerks ask how full it is.\n\n## What Changes\n\n- A count.\n',
  [`${openspec}/tasks.md`]: '## 1. Count\n\n- [ ] 1.1 Count the letters\n- [ ] 1.3 Show the count\n',
  'docs/notes.md': '# Notes\n'
}
let top = ''

beforeAll(() => {
  top = folderOf(files)
  execFileSync('git', ['init', '-q'], { cwd: top })
})

const found = async (inside: string, ...words: string[]): Promise<{ code: number; lines: string[] }> => {
  const cwd = path.join(top, inside)
  const { code, stdout } = await runIn({ cwd, services: ownServices }, ...words, '--format', 'json')
  const { files: all } = JSON.parse(stdout) as {
    files: { path: string; profile: string | null; findings: { rule: string; line: number; message: string }[] }[]
  }
  const lines = all.flatMap(({ path: name, profile, findings }) => [
    `${path.relative(top, path.resolve(cwd, name))} ${profile}`,
    ...findings.map(({ rule, line, message }) => `${line} ${message} (${rule})`)
  ])
  return { code, lines: lines.filter(line => !line.startsWith('docs/')) }
}

test.each([
  [kiro, []],
  [kiro, ['.']],
  [kiro, ['requirements.md', 'tasks.md']],
  ['.kiro', ['specs']],
  ['.kiro/specs', [`../../${kiro}`]]
])('a set of Kiro, from %s with %j', async (inside, words) => {
  const { code, lines } = await found('.', kiro)
  expect(lines.join('\n')).toContain('Unknown criterion 1.2')
  expect(await found(inside, ...words)).toEqual({ code, lines })
})

test.each([
  [openspec, []],
  [openspec, ['.']],
  ['openspec/changes', ['add-counter']],
  ['docs', [`../${openspec}`]]
])('a change of OpenSpec, from %s with %j', async (inside, words) => {
  const { code, lines } = await found('.', openspec)
  expect(lines.join('\n')).toContain('tasks.md openspec-tasks')
  expect(await found(inside, ...words)).toEqual({ code, lines })
})

test('a set with remark, from inside', async () => {
  const messages = async (cwd: string, name: string): Promise<string[]> => {
    const value = fs.readFileSync(path.join(cwd, name), 'utf8')
    const file = await remark()
      .use(planlint)
      .process(new VFile({ cwd, path: name, value }))
    return file.messages.map(({ line, reason }) => `${line} ${reason}`)
  }
  const all = await messages(top, `${kiro}/tasks.md`)
  expect(all.join('\n')).toContain('Unknown criterion 1.2')
  expect(await messages(path.join(top, kiro), 'tasks.md')).toEqual(all)
})
