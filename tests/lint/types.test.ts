/** What TypeScript is told of reports and configurations agrees with the published schemas: they are compiled against each other. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, expect, test } from 'vitest'
import { defineConfig, rules } from '../../src/index.ts'
import { validateOptions } from '../../src/options.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-types-')))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Schema {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  type?: string | string[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  definitions?: Record<string, Schema>
}

function readSchema(name: string): Schema {
  return JSON.parse(fs.readFileSync(path.join(root, 'schema', name), 'utf8')) as Schema
}

/** A schema as a type, as far as the report's goes. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(each => JSON.stringify(each)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.join(' | ')
  if (schema.type === 'array') return `(${typeOf(schema.items!)})[]`
  if (schema.type !== 'object') return schema.type === 'integer' ? 'number' : schema.type!
  const members = Object.entries(schema.properties!).map(
    ([key, inner]) => `${key}${schema.required?.includes(key) ? '' : '?'}: ${typeOf(inner)}`
  )
  return `{ ${members.join('; ')} }`
}

/** What the compiler says of a text beside the sources. */
function compile(text: string): string {
  const file = path.join(folder, 'check.ts')
  fs.writeFileSync(file, text)
  const config = path.join(folder, 'tsconfig.json')
  const typeRoots = [path.join(root, 'node_modules/@types')]
  const extended = {
    extends: path.join(root, 'tsconfig.json'),
    compilerOptions: { typeRoots, rewriteRelativeImportExtensions: false },
    files: [file],
    include: []
  }
  fs.writeFileSync(config, JSON.stringify(extended))
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}')
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    encoding: 'utf8'
  })
  return stdout
}

const source = (name: string): string => JSON.stringify(path.join(root, 'src', name))

test('the types of lintText and of the JSON report are those of its schema', { timeout: 120_000 }, () => {
  const { definitions } = readSchema('report.schema.json')
  const types = Object.entries(definitions!).map(([name, schema]) => `type ${name} = ${typeOf(schema)}`)
  const said = compile(`
import type { FileReport, Finding, JudgedFile, FatalError } from ${source('types.ts')}
import type { fileJson } from ${source('report/json.ts')}
${types.join('\n')}
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
const is = <Answer extends true>(answer?: Answer): void => void answer
type Of<Type, Keys extends keyof Type> = { [Key in Keys]: Type[Key] }
type Written = ReturnType<typeof fileJson>
// What is written is what the schema says, and all that it says is written.
is<Same<keyof Written, keyof file>>()
is<Same<keyof Written['findings'][number], keyof finding>>()
is<Same<Of<Written, 'path' | 'state' | 'reason' | 'profile' | 'recognised' | 'status' | 'notes' | 'skipped' | 'examined'>, Of<file, 'path' | 'state' | 'reason' | 'profile' | 'recognised' | 'status' | 'notes' | 'skipped' | 'examined'>>>()
is<Same<Of<Written['findings'][number], Exclude<keyof finding, 'new' | 'related'>>, Of<finding, Exclude<keyof finding, 'new' | 'related'>>>>()
// What lintText answers has the same under the same names.
type Alike = 'path' | 'state' | 'profile' | 'profileScore' | 'status' | 'examined' | 'notes' | 'skipped'
is<Same<Of<FileReport, Alike>, Of<file, Alike>>>()
is<Same<JudgedFile['recognised'] | null, file['recognised']>>()
type InFinding = 'rule' | 'severity' | 'message' | 'url' | 'fingerprint'
is<Same<Of<Finding, InFinding>, Of<finding, InFinding>>>()
is<Same<FatalError['code' | 'message'], trouble['code' | 'message']>>()
is<Same<keyof FatalError, keyof trouble>>()
// It would be seen.
// @ts-expect-error another severity
is<Same<Of<Finding, InFinding>, Of<Omit<finding, 'severity'> & { severity: finding['severity'] | 'info' }, InFinding>>>()
`)
  expect(said).toBe('')
})

test('defineConfig knows the ids of rules and the keys of options', { timeout: 120_000 }, () => {
  const said = compile(`
import { defineConfig } from ${source('lint/define-config.ts')}
defineConfig({ rules: { 'file-tree': 'warning' }, overrides: [{ files: '*.md', rules: { 'step-order': ['error', {}] } }] })
// @ts-expect-error an unknown rule
defineConfig({ rules: { 'file-tre': 'off' } })
// @ts-expect-error an unknown severity
defineConfig({ rules: { 'file-tree': 'loud' } })
// @ts-expect-error an unknown key
defineConfig({ rulez: {} })
// @ts-expect-error an unknown rule of some files
defineConfig({ overrides: [{ files: 'a', rules: { 'file-tre': 0 } }] })
`)
  expect(said).toBe('')
})

const isConfig = new Ajv({ strict: false }).compile(readSchema('config.schema.json'))
const ids = rules.map(rule => rule.id)

test.each<[unknown, boolean]>([
  [{}, true],
  [{ profile: 'design-plan', format: 'json', baseline: 'b.json', reportUnusedDisableDirectives: true }, true],
  [{ profiles: ['./own.yaml', { name: 'x' }], limits: { bytes: 1, milliseconds: 2 } }, true],
  [{ rules: { 'file-tree': 'warning', 'step-order': ['warn'], metadata: [2, {}], scenario: false } }, true],
  [{ overrides: [{ files: 'a', profile: false, rules: { 'file-tree': 0 } }, { files: ['a', 'b'] }] }, true],
  [{ rulez: {} }, false],
  [{ rules: { 'file-tre': 'off' } }, false],
  [{ rules: { 'file-tree': 'loud' } }, false],
  [{ rules: { 'file-tree': ['warn', { depth: 1 }] } }, false],
  [{ rules: [] }, false],
  [{ overrides: [{ profile: 'a' }] }, false],
  [{ overrides: [{ files: [], rules: {} }] }, false],
  [{ limits: { byte: 1 } }, false],
  [{ limits: { bytes: 0 } }, false],
  [{ profile: '' }, false],
  [{ reportUnusedDisableDirectives: 'warn' }, false],
  ['x', false]
])('the schema of configurations and planlint agree on %j', (options, isGood) => {
  expect(validateOptions(options, ids).problems.length === 0).toBe(isGood)
  expect(isConfig({ plugins: [['planlint', options]] })).toBe(isGood)
  expect(isConfig({ plugins: { planlint: options } })).toBe(isGood)
})

test.each<[unknown, boolean]>([
  [defineConfig({ profile: 'design-plan', rules: { 'file-tree': 'off' } }), true],
  [{ $schema: 'x', settings: {}, plugins: ['planlint', 'remark-gfm', ['remark-toc', { tight: true }]] }, true],
  [
    {
      plugins: ['planlint/rules/file-tree', ['planlint/rules/metadata', 'warn'], ['planlint/rules/scenario', ['error']]]
    },
    true
  ],
  [{ plugins: { planlint: false, 'planlint/rules/file-tree': 1, 'remark-gfm': { a: 1 } } }, true],
  [{ plugins: [['planlint/rules/file-tre', 'warn']] }, false],
  [{ plugins: [['planlint/rules/file-tree', 'loud']] }, false],
  [{ rules: {} }, false]
])('the schema of configurations on %j', (config, isGood) => {
  expect(isConfig(config), JSON.stringify(isConfig.errors)).toBe(isGood)
})
