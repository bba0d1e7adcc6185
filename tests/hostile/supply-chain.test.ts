/** What is shipped: dependencies with their reasons, no install scripts, the same bytes each time, workflows with few rights. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = path.join(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-supply-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
}

describe('dependencies', () => {
  test('each stands in docs/dependencies.md with its reason, and no other', () => {
    const rows = Array.from(read('docs/dependencies.md').matchAll(/^\| `([^`|]+)` \| ([^|]+) \| ([^|]+) \|$/gm))
    expect(rows.map(row => row[1])).toEqual(Object.keys(manifest.dependencies).sort())
    for (const [, name, what, why] of rows)
      expect([what!.trim().length > 10, why!.trim().length > 10], name).toEqual([true, true])
  })

  test('those that move fast are pinned', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const name of ['unbash', 'oxlint', '@stryker-mutator/core', '@stryker-mutator/api'])
      expect(all[name], name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('nothing runs at installation', () => {
    expect(Object.keys(manifest.scripts).filter(name => /^(?:pre|post)?install$/.test(name))).toEqual([])
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: true; dev?: true; integrity?: string; link?: true }>
    }
    expect(
      Object.entries(packages)
        .filter(([, entry]) => entry.hasInstallScript && !entry.dev)
        .map(([name]) => name)
    ).toEqual([])
    expect(
      Object.entries(packages)
        .filter(([name, entry]) => name !== '' && !name.startsWith('packages/') && !entry.link && !entry.integrity)
        .map(([name]) => name)
    ).toEqual([])
  })
})

describe('the tarball', () => {
  test('has the same bytes when packed twice', () => {
    const hashes = ['one', 'two'].map(name => {
      const to = path.join(folder, name)
      fs.mkdirSync(to)
      execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', to], { cwd: root, stdio: 'pipe' })
      const [file] = fs.readdirSync(to)
      return createHash('sha256')
        .update(fs.readFileSync(path.join(to, file!)))
        .digest('hex')
    })
    expect(hashes[1]).toBe(hashes[0])
  }, 120_000)

  test('is built alike in two folders', () => {
    const built = ['a', 'b/deeper'].map(name => {
      const copy = path.join(folder, name)
      for (const part of [
        'packages',
        'src',
        'rules',
        'schema',
        'build.mjs',
        'package.json',
        'tsconfig.json',
        'tsconfig.build.json',
        'LICENSE'
      ])
        fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
      fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
      execFileSync(process.execPath, ['build.mjs'], { cwd: copy, stdio: 'pipe' })
      return digest(path.join(copy, 'dist'))
    })
    expect(built[0]!.size).toBeGreaterThan(20)
    expect([...built[1]!]).toEqual([...built[0]!])
  }, 120_000)
})

function digest(dist: string): Map<string, string> {
  const names = fs
    .readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter(name => fs.statSync(path.join(dist, name)).isFile() && !name.includes('.code'))
    .sort()
  return new Map(
    names.map(name => [
      name,
      createHash('sha256')
        .update(fs.readFileSync(path.join(dist, name)))
        .digest('hex')
    ])
  )
}

interface Job {
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[]
}
interface Workflow {
  on: unknown
  permissions: Record<string, string>
  jobs: Record<string, Job>
}

describe.each(fs.readdirSync(path.join(root, '.github/workflows')))('the workflow %s', name => {
  const workflow = parse(read(`.github/workflows/${name}`)) as Workflow
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps)

  /** What a workflow writes: the statement of provenance, the pages of the site. */
  const writes: Readonly<Record<string, readonly string[]>> = {
    'release.yml': ['id-token'],
    'site.yml': ['pages', 'id-token']
  }

  test('may read at most, but for the statement of provenance and the pages', () => {
    const granted = [workflow.permissions, ...Object.values(workflow.jobs).map(job => job.permissions ?? {})].flatMap(
      Object.entries
    )
    expect(granted.filter(([what, how]) => how !== 'read' && !writes[name]?.includes(what))).toEqual([])
    expect(JSON.stringify(workflow.on)).not.toContain('pull_request_target')
  })

  test('uses actions by commits, each with its version beside it, keeps no credentials, ends some time', () => {
    for (const { uses, with: settings } of steps) {
      if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[\da-f]{40}$/)
      if (uses?.startsWith('actions/checkout@')) expect(settings).toMatchObject({ 'persist-credentials': false })
    }
    for (const [, comment] of read(`.github/workflows/${name}`).matchAll(/uses: \S+(.*)/g))
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/)
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  test('puts nothing that a stranger wrote into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{/)
  })
})

test('what checks, builds and releases installs without scripts', () => {
  const files = [
    '.ci/run',
    'action/install.sh',
    ...fs.readdirSync(path.join(root, '.github/workflows')).map(name => `.github/workflows/${name}`)
  ]
  const installs = files.flatMap(file => read(file).match(/\bnpm (?:ci|i|install|pack|publish)\b.*/g) ?? [])
  expect(installs.length).toBeGreaterThan(5)
  expect(installs.filter(line => !line.includes('--ignore-scripts'))).toEqual([])
})

test('releases are published with provenance, from what was tested', () => {
  const { jobs } = parse(read('.github/workflows/release.yml')) as Workflow
  expect(jobs['publish']!.permissions).toEqual({ 'id-token': 'write' })
  expect(jobs['publish']!.steps.at(-1)!.run).toMatch(
    /^npm publish \.\/planlint-\*\.tgz --provenance .*--ignore-scripts$/
  )
})
