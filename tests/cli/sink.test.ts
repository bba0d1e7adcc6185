/** What leaves the built command: where it can't be written, where it would harm a file, what a folder brings along. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { bin, fill, goodPlan, newFolder, newRepository, run, type Outcome } from '../integration/place.ts'

vi.setConfig({ testTimeout: 60_000 })

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

function place(files: Record<string, string> = {}): string {
  const folder = newFolder('sink')
  folders.push(folder)
  fill(folder, { 'a-plan.md': goodPlan, ...files })
  return folder
}
const planlint = (cwd: string, ...words: string[]): Promise<Outcome> => run(process.execPath, [bin, ...words], { cwd })
const read = (folder: string, name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')

/** By a shell, which can close and redirect what Node can't. */
function shell(cwd: string, line: string): Outcome {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line, 'sh', process.execPath, bin], {
    cwd,
    encoding: 'utf8'
  })
  return { code: status, stdout, stderr }
}

describe.skipIf(!fs.existsSync('/dev/full'))('a full disk behind standard output', () => {
  test.each([
    'a-plan.md',
    'a-plan.md --format json',
    'status .',
    'rules',
    'explain step-sequence',
    'profiles',
    'completion bash',
    '--help',
    '--print-config a-plan.md'
  ])('%s: exit 2 and one line', words => {
    expect(shell(place(), `"$1" "$2" ${words} > /dev/full`)).toEqual({
      code: 2,
      stdout: '',
      stderr: "planlint: Standard output can't be written: ENOSPC\n"
    })
  })
  test('a report in a file leaves nothing of a file behind', async () => {
    const { code, stderr } = await planlint(place(), 'a-plan.md', '-f', 'json', '-o', '/dev/full/report.json')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^planlint: Output file "\/dev\/full\/report\.json" can't be written: \w+\n$/)
  })
})

test('a working folder that is gone: exit 2 and one line', () => {
  const { code, stderr } = shell(place(), 'mkdir gone && cd gone && rmdir ../gone && "$1" "$2" a-plan.md')
  expect(code).toBe(2)
  expect(stderr).toBe('planlint: The working folder is gone: go to one that is there\n')
})

test('closed standard input is missing input, no empty plan', () => {
  const { code, stdout, stderr } = shell(place(), '"$1" "$2" - <&-')
  expect(code).toBe(2)
  expect(stdout + stderr).toContain('standard input holds no text')
  expect(stdout).not.toMatch(/\d+ errors?\b/)
})

describe('files that are not its own stay as they are', () => {
  test('an output file that is one to read', async () => {
    const folder = place()
    const { code, stderr } = await planlint(folder, 'a-plan.md', '-f', 'json', '-o', 'a-plan.md')
    expect({ code, text: read(folder, 'a-plan.md') }).toEqual({ code: 2, text: goodPlan })
    expect(stderr).toContain('is one of the files to read')
  })
  test('a place of the cache that holds something else', async () => {
    const folder = place({ 'notes.txt': 'mine\n' })
    const { code, stderr } = await planlint(folder, 'a-plan.md', '--cache', '--cache-location', 'notes.txt')
    expect({ code, text: read(folder, 'notes.txt') }).toEqual({ code: 2, text: 'mine\n' })
    expect(stderr).toContain('a file that planlint did not write')
  })
  test('a place of the cache that can not be', async () => {
    const { code, stderr } = await planlint(place(), 'a-plan.md', '--cache', '--cache-location', 'a-plan.md/x')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^planlint: Cache "a-plan\.md\/x" can't be written: \w+\n$/)
  })
})

test('a cache that git tracks is not believed', async () => {
  const rules = { 'path-exists': false, 'command-exists': false, 'step-order': false }
  const folder = place({
    'a-plan.md': goodPlan.replace('### Step 3:', '### Step 4:'),
    '.remarkrc.json': JSON.stringify({ plugins: [['planlint', { rules }]] })
  })
  const git = await newRepository(folder)
  const words = ['a-plan.md', '--cache', '--format', 'compact']
  const first = await planlint(folder, ...words)
  expect(first).toMatchObject({ code: 1, stdout: expect.stringContaining('[step-sequence]') as string })
  // One line for each plan: its name, a key that anybody can make, and its report.
  const forged = read(folder, '.planlintcache').replace(/(?<=\t)\{.*\}$/gm, report =>
    JSON.stringify({ ...(JSON.parse(report) as object), findings: [] })
  )
  fill(folder, { '.planlintcache': forged })
  expect(await planlint(folder, ...words)).toMatchObject({ code: 0, stderr: '' })
  await git('add', '-f', '.planlintcache')
  const tracked = await planlint(folder, ...words)
  expect({ code: tracked.code, stdout: tracked.stdout }).toEqual({ code: 1, stdout: first.stdout })
  expect(tracked.stderr).toContain('cache ignored, since git tracks it')
})

test('init names what it wrote without the control characters of the name', async () => {
  const { code, stdout, stderr } = await planlint(place(), 'init', 'generic', 'q\u001b[31m-plan.md')
  expect(code).toBe(0)
  expect(stdout + stderr).toContain('wrote q\\u{1b}[31m-plan.md')
  expect(stdout + stderr).not.toContain('\u001b')
})
