/** `--watch` in a process of its own. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { folderOf } from '../harness.ts'

const bin = path.join(import.meta.dirname, '../../../src/cli/runtime/bin.ts')
const tsx = path.join(import.meta.dirname, '../../../node_modules/tsx/dist/loader.mjs')
const plan = '# Things\n\n[TODO: all]\n'
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

interface Watching {
  stdout(): string
  stderr(): string
  until(says: RegExp, times: number): Promise<void>
  stop(signal: NodeJS.Signals): Promise<number | null>
}

function watch(cwd: string, ...argv: string[]): Watching {
  const child = spawn(
    process.execPath,
    ['--import', `file://${tsx}`, bin, '--watch', '--profile', 'design-plan', ...argv],
    { cwd, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  children.push(child)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  return {
    stdout: () => out,
    stderr: () => err,
    async until(says, times) {
      const enough = (): boolean => [...(out + err).matchAll(new RegExp(says, says.flags + 'g'))].length >= times
      for (let waited = 0; !enough(); waited += 50) {
        if (waited > 20_000) throw new Error(`Waited in vain for ${String(says)}:\n${out}\n${err}`)
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    },
    async stop(signal) {
      child.kill(signal)
      return ended
    }
  }
}

const idle = /watching for changes/

test('judges again when a plan changes, comes or goes, and ends on Ctrl+C', async () => {
  const cwd = folderOf({ 'docs/plans/a.md': plan, 'docs/x': '' })
  const watching = watch(cwd, '-f', 'compact')
  await watching.until(idle, 1)
  expect(watching.stdout()).toContain('docs/plans/a.md:1:1: error: Missing section "Goal"')
  fs.writeFileSync(path.join(cwd, 'docs/plans/a.md'), `${plan}\n## Goal\n\nA thing to do.\n`)
  await watching.until(idle, 2)
  fs.mkdirSync(path.join(cwd, 'plans'))
  await watching.until(idle, 3)
  fs.writeFileSync(path.join(cwd, 'plans/b.md'), plan)
  await watching.until(/^plans\/b\.md:\d+:\d+: error: Missing section "Goal"/m, 1)
  expect(await watching.stop('SIGINT')).toBe(0)
}, 60_000)

test('a configuration that is a script is run anew', async () => {
  const config = (severity: string): string =>
    `export default {plugins: [['planlint', {rules: {'required-sections': '${severity}'}}]]}\n`
  const cwd = folderOf({ 'a-plan.md': plan, '.remarkrc.mjs': config('error') })
  const watching = watch(cwd, '-f', 'compact')
  await watching.until(/error: Missing section "Goal"/, 1)
  await watching.until(idle, 1)
  fs.writeFileSync(path.join(cwd, '.remarkrc.mjs'), config('warn'))
  await watching.until(/warning: Missing section "Goal"/, 1)
  expect(await watching.stop('SIGINT')).toBe(0)
}, 60_000)

test('what it writes itself does not start it again', async () => {
  const cwd = folderOf({ 'a-plan.md': plan })
  const watching = watch(cwd, '-f', 'markdown', '-o', 'report.md', '--cache')
  await watching.until(idle, 1)
  await new Promise(resolve => setTimeout(resolve, 700))
  expect(watching.stderr().match(/watching/g)).toHaveLength(1)
  expect(fs.readFileSync(path.join(cwd, 'report.md'), 'utf8')).toContain('planlint')
  expect(await watching.stop('SIGTERM')).toBe(0)
}, 60_000)

test("a changed configuration counts; one that can't be read is told, and watching goes on", async () => {
  const cwd = folderOf({ 'a-plan.md': plan })
  const watching = watch(cwd, '-f', 'compact')
  await watching.until(idle, 1)
  fs.writeFileSync(path.join(cwd, '.remarkrc.json'), '{')
  await watching.until(idle, 2)
  expect(watching.stderr()).toContain('.remarkrc.json')
  fs.writeFileSync(
    path.join(cwd, '.remarkrc.json'),
    '{"plugins": [["planlint", {"rules": {"required-sections": "warn"}}]]}'
  )
  await watching.until(/warning: Missing section "Goal"/, 1)
  expect(await watching.stop('SIGINT')).toBe(0)
}, 60_000)
