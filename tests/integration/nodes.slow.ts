/** The package on every Node that it says it runs on, and the action's file as its validator sees it. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badPlan, can, fill, goodPlan, newFolder, root, run } from './place.ts'
import type { Outcome } from './place.ts'

const folder = newFolder('nodes')
const isOnline = can('the registry', 'npm', 'view', 'node', 'version')
beforeAll(async () => {
  if (!isOnline) return
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root })
  fill(folder, {
    'package.json': '{"private": true, "type": "module"}\n',
    'good/PLAN.md': goodPlan,
    'bad/PLAN.md': badPlan,
    '.remarkrc.js': "import planlint from 'planlint'\nexport default { plugins: [planlint] }\n",
    'use.js':
      "import { lintText } from 'planlint'\nimport rule from 'planlint/rules/step-sequence'\nimport fs from 'node:fs'\nconsole.log(process.version, typeof rule, lintText(fs.readFileSync('bad/PLAN.md', 'utf8')).findings.map(each => each.rule).join())\n"
  })
  const installed = await run(
    'npm',
    ['install', '--omit=dev', '--no-audit', '--no-fund', path.join(folder, packed.stdout.trim().split('\n').at(-1)!)],
    { cwd: folder, timeout: 280_000 }
  )
  expect(installed.code, installed.stderr).toBe(0)
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test.skipIf(!isOnline).each(['20', '20.19.0', '22', '22.12.0', '24', '26'])(
  'Node %s',
  { timeout: 240_000 },
  async version => {
    const found = await run('npx', ['-y', '-p', `node@${version}`, '--', 'node', '-p', 'process.execPath'], {
      cwd: folder,
      timeout: 220_000
    })
    expect(found.code, found.stderr).toBe(0)
    const node = (...words: string[]): Promise<Outcome> => run(found.stdout.trim(), words, { cwd: folder })
    expect((await node('--version')).stdout).toMatch(new RegExp(`^v${version}[.\\n]`))
    const bin = 'node_modules/planlint/dist/bin.cjs'
    expect(await node(bin, '--version')).toMatchObject({ code: 0, stderr: '' })
    expect(await node(bin, 'good')).toMatchObject({ code: 0, stderr: '' })
    expect(await node(bin, 'bad', '--format', 'compact')).toMatchObject({
      code: 1,
      stderr: '',
      stdout: expect.stringContaining('bad/PLAN.md:89:1: error: Missing step 3: 4 follows 2 [step-sequence]') as string
    })
    expect(await node('use.js')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^v\d\S+ function step-sequence\n$/) as string
    })
  }
)

test.skipIf(!isOnline)('action.yml is valid', async () => {
  const ran = await run(
    'npx',
    [
      '-y',
      '-p',
      '@action-validator/core',
      '-p',
      '@action-validator/cli',
      '--',
      'action-validator',
      path.join(root, 'action.yml')
    ],
    { cwd: folder }
  )
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
})
