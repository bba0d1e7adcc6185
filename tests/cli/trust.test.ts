/** What planlint kept is checked before it is used, and folders that can't be are told of. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeFolders } from '../../src/cli/files/folders.ts'
import { fill, goodPlan, newFolder, root, run } from '../integration/place.ts'

const { isTrusted } = (await import('../../action/event.mjs' as string)) as {
  isTrusted(pull: object | undefined, env: object): boolean
}

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

function place(): string {
  const folder = newFolder('trust')
  folders.push(folder)
  fill(folder, { 'PLAN.md': goodPlan })
  return folder
}

test('damaged bytecode is not run, and written anew', { timeout: 120_000 }, async () => {
  const folder = place()
  fs.cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true })
  fs.rmSync(path.join(folder, 'dist/cli/.code'), { recursive: true, force: true })
  const judge = () => run(process.execPath, [path.join(folder, 'dist/bin.cjs'), 'PLAN.md'], { cwd: folder })
  const first = await judge()
  expect(first.code).toBe(0)
  const [name] = fs.readdirSync(path.join(folder, 'dist/cli/.code'))
  const file = path.join(folder, 'dist/cli/.code', name!)
  const whole = fs.readFileSync(file)
  const flipped = (at: number): Buffer => {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1
    return bytes
  }
  const damaged = [
    Buffer.alloc(0),
    Buffer.alloc(whole.length),
    whole.subarray(0, whole.length / 2),
    flipped(40),
    flipped(whole.length >> 1),
    flipped(whole.length - 1)
  ]
  for (const bytes of damaged) {
    fs.writeFileSync(file, bytes)
    expect((await judge()).code).toBe(0)
    expect(fs.readFileSync(file).length).toBeGreaterThan(100_000)
    expect(fs.readFileSync(file).equals(bytes)).toBe(false)
  }
})

describe('folders', () => {
  test('are made where they are missing', () => {
    const folder = place()
    makeFolders(path.join(folder, 'a/b/c'))
    makeFolders(path.join(folder, 'a/b/c'))
    expect(fs.statSync(path.join(folder, 'a/b/c')).isDirectory()).toBe(true)
    expect(() => makeFolders(path.join(folder, 'PLAN.md/x'))).toThrow('ENOTDIR')
  })
  test.skipIf(!fs.existsSync('/proc/self'))(
    'that can never be end the run with one line',
    { timeout: 60_000 },
    async () => {
      const folder = place()
      const bin = path.join(root, 'dist/bin.cjs')
      const told = (...words: string[]) => run(process.execPath, [bin, 'PLAN.md', ...words], { cwd: folder })
      expect(await told('--cache', '--cache-location', '/proc/nope/x')).toEqual({
        code: 2,
        stdout: '',
        stderr: 'planlint: Cache "/proc/nope/x" can\'t be written: ENOENT\n'
      })
      expect(await told('--output-file', '/proc/nope/x')).toMatchObject({ code: 2 })
    }
  )
})

describe('the action lets configuration run', () => {
  const at = (name: string): boolean => isTrusted(undefined, { GITHUB_EVENT_NAME: name })
  test.each(['push', 'schedule', 'workflow_dispatch', 'release'])('on %s', name => expect(at(name)).toBe(true))
  test.each(['workflow_run', 'issue_comment', 'merge_group', 'repository_dispatch', 'pull_request', 'of tomorrow'])(
    'and not on %s',
    name => expect(at(name)).toBe(false)
  )
  test('on pull requests that are not from a fork', () => {
    expect(isTrusted({ isStrange: false }, {})).toBe(true)
    expect(isTrusted({ isStrange: true }, {})).toBe(false)
    expect(isTrusted(undefined, {})).toBe(false)
  })
})
