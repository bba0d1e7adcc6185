/** Who may import whom, no cycles, file sizes, and that every rule has all that belongs to it. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'

const root = path.join(import.meta.dirname, '../..')
const files = [...list('src'), ...list('rules')].filter(file => file.endsWith('.ts'))

interface Import {
  from: string
  to: string
  isType: boolean
  isLazy: boolean
}
const imports = files.flatMap(importsOf)

/** Rooms from the bottom up: what each may import besides itself; types and lazy imports count. docs/architecture.md says the same in words. */
const layers: Record<string, string[]> = {
  types: [],
  util: [],
  guard: [],
  parse: [],
  options: ['util', 'guard'],
  outline: ['types', 'util', 'shell'],
  files: ['util'],
  shell: ['util', 'files'],
  profiles: ['util'],
  plan: ['types', 'util', 'outline', 'files', 'shell', 'profiles'],
  detect: ['types', 'util', 'outline', 'files', 'plan', 'profiles'],
  checks: ['types', 'util', 'outline', 'files', 'plan', 'profiles', 'fix'],
  fix: ['types', 'outline', 'plan', 'profiles', 'util'],
  repo: ['types', 'util'],
  rules: ['types', 'util', 'outline', 'files', 'shell', 'plan', 'profiles', 'checks', 'fix', 'lint/rule'],
  'rules/index': ['rules', 'lint/rule'],
  lint: [
    'types',
    'lint/rule',
    'options',
    'util',
    'outline',
    'plan',
    'profiles',
    'detect',
    'repo',
    'rules/index',
    'guard',
    'parse',
    'fix'
  ],
  node: ['index', 'lint', 'repo'],
  index: ['lint', 'lint/rule', 'profiles', 'rules/index', 'options', 'types', 'plan'],
  report: ['types', 'util'],
  apps: ['types', 'util', 'report', 'plan', 'files', 'lint', 'guard', 'profiles', 'fix', 'repo', 'outline']
}
const helpers: string[] = []
const shapes = ['types', 'options', 'plan', 'profiles', 'repo', 'lint', 'report', 'lint/rule', 'outline', 'detect']
/** The command line and the tools of development may import everything. */
const tops = ['cli', 'dev']
/** What no layer but the command line, the tools and the repository may touch. */
const mayUseNode = ['cli', 'dev', 'repo']
const packages: Record<string, string[]> = {
  rules: [],
  outline: ['mdast-util-to-string'],
  files: [],
  shell: ['unbash'],
  plan: [],
  detect: [],
  checks: [],
  profiles: ['zod'],
  report: [],
  apps: [],
  fix: [],
  guard: [],
  options: [],
  util: []
}

test('layers import what is below them', () => {
  const breaches = imports.filter(({ from, to, isType }) => {
    if (!isOwn(to)) return false
    const [own, other] = [layerOf(from), layerOf(to)]
    if (own === other || tops.includes(own)) return false
    if (own === 'rules' && other === 'rules/index') return true
    if (own === 'rules' && from.split('/')[1] !== to.split('/')[1] && other === 'rules') return true
    return !(
      layers[own]?.includes(other) ||
      helpers.includes(other) ||
      (isType && (shapes.includes(other) || layers[own]?.length === 0))
    )
  })
  expect(breaches.map(show)).toEqual([])
})

test('a rule imports no other rule', () => {
  expect(
    imports
      .filter(
        ({ from, to }) =>
          layerOf(from) === 'rules' && to.startsWith('rules/') && to.split('/')[1] !== from.split('/')[1]
      )
      .map(show)
  ).toEqual([])
})

test("Node's modules are for the command line and the repository; the core bundles for a browser", () => {
  expect(
    imports.filter(({ from, to }) => to.startsWith('node:') && !mayUseNode.includes(layerOf(from))).map(show)
  ).toEqual([])
  const reached = reach('src/index.ts', false)
  expect(
    imports.filter(({ from, to, isType }) => reached.has(from) && to.startsWith('node:') && !isType).map(show)
  ).toEqual([])
})

test('packages are used where they belong', () => {
  const strange = imports.filter(({ from, to, isType }) => {
    const allowed = packages[layerOf(from)]
    return allowed && !isType && !isOwn(to) && !to.startsWith('node:') && !allowed.includes(to)
  })
  expect(strange.map(show)).toEqual([])
  expect(imports.filter(({ from, to }) => to.startsWith('yargs') && layerOf(from) !== 'cli').map(show)).toEqual([])
})

test('no process.exit, no console, outside of the tools', () => {
  expect(
    files.filter(file => layerOf(file) !== 'dev' && /\bprocess\.exit\(|\bconsole\.\w+\(/.test(read(file)))
  ).toEqual([])
})

test('no cycles', () => {
  expect(cycles()).toEqual([])
})

test('files stay small', () => {
  const lines = (file: string): number => read(file).split('\n').length - 1
  expect(
    files.filter(file => layerOf(file) === 'rules' && lines(file) > 280).map(file => `${file}: ${lines(file)}`)
  ).toEqual([])
  expect(
    files.filter(file => lines(file) > 330 && file !== 'src/profiles/schema.ts').map(file => `${file}: ${lines(file)}`)
  ).toEqual([])
})

test('every rule has its page and its fixtures, and every page and folder its rule', () => {
  const ids = rules.map(rule => rule.id)
  expect(
    list('rules')
      .filter(file => file.endsWith('.md'))
      .map(file => path.basename(file, '.md'))
      .sort()
  ).toEqual([...ids].sort())
  expect(fs.readdirSync(path.join(root, 'fixtures/rules')).sort()).toEqual([...ids].sort())
  expect(
    files
      .filter(file => layerOf(file) === 'rules' && file.endsWith('/index.ts'))
      .map(file => file.split('/')[1]!)
      .sort()
  ).toEqual([...ids].sort())
})

function list(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(name => fs.statSync(path.join(root, name)).isFile())
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\w$]+|\*|\{[^}]*\})(?:\s+as\s+\w+)?(?:,\s*\{[^}]*\})?\s+from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
  )
  return [...found].map(([, type, still, bare, later]) => {
    const to = still ?? bare ?? later!
    return {
      from: file,
      to: to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to,
      isType: type !== undefined,
      isLazy: later !== undefined
    }
  })
}

function isOwn(file: string): boolean {
  return /^(?:src|rules)\//.test(file)
}

/** src/plan/bind.ts → plan; src/lint.ts → lint; rules/x.ts → rules. */
function layerOf(file: string): string {
  if (file === 'rules/index.ts') return 'rules/index'
  if (file.startsWith('rules/')) return 'rules'
  if (file === 'src/lint/rule.ts') return 'lint/rule'
  return file.split('/')[1]!.replace(/\.ts$/, '')
}

/** Files that a file loads, itself included. */
function reach(start: string, types: boolean): Set<string> {
  const seen = new Set([start])
  for (const file of seen)
    for (const { to, isType } of imports.filter(each => each.from === file))
      if (isOwn(to) && (types || !isType)) seen.add(to)
  return seen
}

/** Files that need themselves, by way of others, before they have run. */
function cycles(): string[] {
  const next = new Map(
    files.map(file => [
      file,
      imports.filter(each => each.from === file && isOwn(each.to) && !each.isType && !each.isLazy).map(each => each.to)
    ])
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, trail: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') return void found.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    state.set(file, 'open')
    for (const to of next.get(file) ?? []) visit(to, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}

function show({ from, to, isType }: Import): string {
  return `${from} imports ${isType ? 'types of ' : ''}${to}`
}
