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
}
const imports = files.flatMap(importsOf)

/**
 * Rooms from the bottom up: what each imports besides itself, of the rooms above it in this list. Types and lazy imports count, and an edge that
 * nobody uses any more fails as well. docs/architecture.md says the same in words.
 */
const layers: Record<string, string[]> = {
  types: [],
  util: [],
  guard: [],
  parse: [],
  files: ['util'],
  shell: ['util', 'files'],
  options: ['util', 'guard'],
  outline: ['types', 'util', 'shell'],
  profiles: ['util'],
  repo: ['types', 'util'],
  plan: ['types', 'util', 'files', 'shell', 'outline', 'profiles', 'repo'],
  detect: ['util', 'files', 'shell', 'options', 'outline', 'profiles', 'plan'],
  draft: ['util', 'files', 'outline', 'profiles', 'plan'],
  sets: ['types', 'util', 'guard', 'outline', 'profiles', 'repo', 'plan', 'detect'],
  fix: ['types', 'util', 'files', 'outline', 'profiles', 'plan'],
  checks: ['types', 'util', 'files', 'outline', 'profiles', 'plan', 'sets', 'fix'],
  'lint/rule': ['types', 'outline', 'profiles', 'repo', 'plan', 'detect', 'sets'],
  'rules/words': ['types', 'util', 'profiles', 'repo', 'plan', 'checks', 'lint/rule'],
  rules: [
    'types',
    'util',
    'files',
    'shell',
    'outline',
    'profiles',
    'repo',
    'plan',
    'detect',
    'sets',
    'fix',
    'checks',
    'lint/rule',
    'rules/words'
  ],
  'rules/index': ['lint/rule', 'rules'],
  lint: [
    'types',
    'util',
    'guard',
    'parse',
    'options',
    'outline',
    'profiles',
    'repo',
    'plan',
    'detect',
    'sets',
    'fix',
    'lint/rule',
    'rules/index'
  ],
  index: ['types', 'options', 'profiles', 'plan', 'sets', 'lint/rule', 'rules/index', 'lint'],
  node: ['repo', 'sets', 'lint/rule', 'lint', 'index'],
  report: ['types', 'util'],
  apps: ['types', 'util', 'guard', 'files', 'profiles', 'repo', 'plan', 'fix', 'rules/words', 'lint', 'report']
}
/** The command line and the tools of development may import everything. */
const tops = ['cli', 'dev']
/** What no layer but the command line, the tools, the repository and what reads files beside a plan may touch. */
const mayUseNode = ['cli', 'dev', 'repo', 'sets']
const packages: Record<string, string[]> = {
  rules: [],
  'rules/words': [],
  outline: ['mdast-util-to-string'],
  files: [],
  shell: ['unbash'],
  plan: [],
  detect: [],
  draft: [],
  checks: [],
  sets: [],
  profiles: ['zod'],
  report: [],
  apps: [],
  fix: [],
  guard: [],
  options: [],
  util: []
}

test('rooms import what the table says, and all of it', () => {
  const used = new Map<string, Set<string>>(Object.keys(layers).map(room => [room, new Set()]))
  for (const { from, to } of imports.filter(each => isOwn(each.to))) {
    const [own, other] = [layerOf(from), layerOf(to)]
    if (own !== other && !tops.includes(own)) used.get(own)!.add(other)
  }
  const rooms = Object.keys(layers)
  const told = ([room, others]: [string, Iterable<string>]): string =>
    `${room}: ${rooms.filter(each => new Set(others).has(each)).join(', ')}`
  expect([...used].map(told)).toEqual(Object.entries(layers).map(told))
})

test('no room imports one above it', () => {
  const rooms = Object.keys(layers)
  const upwards = Object.entries(layers).flatMap(([room, others]) =>
    others.filter(other => rooms.indexOf(other) >= rooms.indexOf(room)).map(other => `${room} imports ${other}`)
  )
  expect(upwards).toEqual([])
})

test('a rule imports no other rule', () => {
  expect(
    imports
      .filter(
        ({ from, to }) =>
          layerOf(from) === 'rules' && isOwn(to) && layerOf(to) === 'rules' && to.split('/')[1] !== from.split('/')[1]
      )
      .map(show)
  ).toEqual([])
})

test("Node's modules are for the command line, the repository and what lies beside a plan; the core bundles for a browser", () => {
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

test('no folder of src or of a package holds more than twenty files', () => {
  const sizes = new Map<string, number>()
  for (const file of [...list('src'), ...list('packages')])
    sizes.set(path.posix.dirname(file), (sizes.get(path.posix.dirname(file)) ?? 0) + 1)
  expect(
    [...sizes].filter(
      ([folder, size]) => /^(?:src|packages)\//.test(folder) && !folder.includes('node_modules') && size > 20
    )
  ).toEqual([])
})

test('no file needs itself by way of others, types and lazy imports counted', () => {
  expect(cycles()).toEqual([])
})

test('files stay small', () => {
  const lines = (file: string): number => read(file).split('\n').length - 1
  expect(files.filter(file => lines(file) > 250).map(file => `${file}: ${lines(file)}`)).toEqual([])
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
      isType: type !== undefined
    }
  })
}

function isOwn(file: string): boolean {
  return /^(?:src|rules)\//.test(file)
}

/** src/plan/bind.ts → plan; src/lint.ts → lint; rules/x.ts → rules. */
function layerOf(file: string): string {
  if (file === 'rules/index.ts') return 'rules/index'
  if (file.startsWith('rules/words/')) return 'rules/words'
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

/** Files that import themselves, by way of others. */
function cycles(): string[] {
  const next = new Map(
    files.map(file => [file, imports.filter(each => each.from === file && isOwn(each.to)).map(each => each.to)])
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
