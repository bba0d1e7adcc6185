/** Folders and programs for tests that run real clients. */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')
export const bin = path.join(root, 'dist/bin.cjs')

/** A new folder, outside of every repository. */
export function newFolder(name: string): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `planlint-${name}-`)))
}

/** Writes files by their paths. */
export function fill(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
}

/** Makes packages of the project's node_modules, and the project itself, importable from a folder. */
export function link(folder: string, ...names: string[]): void {
  for (const name of names) {
    const target = name === 'planlint' ? root : path.join(root, 'node_modules', name)
    const place = path.join(folder, 'node_modules', name)
    fs.mkdirSync(path.dirname(place), { recursive: true })
    fs.symlinkSync(target, place)
  }
  if (!names.includes('planlint')) return
  fs.mkdirSync(path.join(folder, 'node_modules/.bin'), { recursive: true })
  fs.symlinkSync('../planlint/dist/bin.cjs', path.join(folder, 'node_modules/.bin/planlint'))
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd: string
  input?: string
  env?: Record<string, string | undefined>
  timeout?: number
}

/** Runs a program to its end. */
export function run(
  command: string,
  words: string[],
  { cwd, input = '', env = {}, timeout = 120_000 }: RunOptions
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, timeout, env: { ...clearEnv(), ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject).on('close', code => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => undefined).end(input)
  })
}

/** Neither a surrounding workflow, nor a surrounding git hook or npm script, nor colour. */
function clearEnv(): Record<string, string | undefined> {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^(?:GITHUB_|GIT_|npm_(?!config_registry)|CI_|CI$|FORCE_COLOR|VITEST|NODE_ENV)/.test(name)
  )
  return { ...Object.fromEntries(env), NO_COLOR: '1' }
}

export function has(command: string, ...words: string[]): boolean {
  return spawnSync(command, words.length > 0 ? words : ['--version'], { stdio: 'ignore' }).status === 0
}

/** Whether a test can run; where it can't, a word about it. */
export function can(what: string, command: string, ...words: string[]): boolean {
  const found = has(command, ...words)
  if (!found)
    process.stderr.write(`skipped: ${what} can't be had here (scripts/ci-setup.sh installs what Debian has)\n`)
  return found
}

/** A repository with somebody to commit as. */
export async function newRepository(folder: string): Promise<(...words: string[]) => Promise<Outcome>> {
  const git = (...words: string[]): Promise<Outcome> =>
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...words], {
      cwd: folder
    })
  await git('init', '-q', '-b', 'main')
  return git
}

/** A whole plan without a flaw. */
export const goodPlan = fs.readFileSync(path.join(root, 'examples/valid-design-plan.md'), 'utf8')
/** The same with one: step 3 is called step 4, on line 89. */
export const badPlan = goodPlan.replace('### Step 3:', '### Step 4:')

/** What the plan says of its repository is true of one with these files. */
export const ground = {
  'package.json':
    '{"private": true, "type": "module", "scripts": {"typecheck": "tsc"}, "devDependencies": {"vitest": "4"}}\n',
  'src/report/index.ts': 'export {}\n',
  'tests/report/index.test.ts': '',
  'tests/cli/index.test.ts': ''
}
