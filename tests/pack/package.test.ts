/** The package as people get it: packed, checked, installed into an empty folder and put to work. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import esbuild from 'esbuild'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-pack-')))
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
let tarball = ''
let contents: { path: string; size: number }[] = []

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

function run(command: string, words: string[], cwd: string): Outcome {
  try {
    return {
      code: 0,
      stdout: execFileSync(command, words, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NO_COLOR: '1' }
      }),
      stderr: ''
    }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, stdout, stderr }
  }
}

beforeAll(() => {
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root)
  const parsed = JSON.parse(packed.stdout) as Packed[] | Record<string, Packed>
  const [first] = Array.isArray(parsed) ? parsed : Object.values(parsed)
  tarball = path.join(folder, first!.filename)
  contents = first!.files
}, 60_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Packed {
  filename: string
  files: { path: string; size: number }[]
}

describe('the tarball', () => {
  test('holds what is listed and no more, and is small', () => {
    const strange = contents
      .map(file => file.path)
      .filter(
        file =>
          !/^(?:package\.json|README\.md|LICENSE|dist\/.+\.(?:c?js|d\.ts|txt)|schema\/.+\.json|examples\/.+\.(?:md|json)|man\/planlint\.1)$/.test(
            file
          )
      )
    expect(strange).toEqual([])
    expect(contents.map(file => file.path)).toEqual(
      expect.arrayContaining([
        'dist/bin.cjs',
        'dist/index.js',
        'dist/rules/step-verification.js',
        'schema/report.schema.json',
        'schema/profile.schema.json',
        'examples/flawed-design-plan.md'
      ])
    )
    expect(fs.statSync(tarball).size).toBeLessThan(2_000_000)
  })

  test('names no path of the machine that built it', () => {
    const texts = contents
      .filter(file => file.path.startsWith('dist/'))
      .map(file => fs.readFileSync(path.join(root, file.path), 'utf8'))
    expect(texts.filter(text => text.includes(root) || text.includes('sourceMappingURL'))).toEqual([])
  })

  test('publint has nothing to say', async () => {
    const data = fs.readFileSync(tarball)
    const { messages, pkg } = await publint({
      pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer },
      strict: true
    })
    expect(messages.map(message => formatMessage(message, pkg as Record<string, unknown>, { color: false }))).toEqual(
      []
    )
  })

  test('arethetypeswrong has nothing to say', { timeout: 60_000 }, () => {
    const result = run(
      process.execPath,
      [
        path.join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
        tarball,
        '--profile',
        'esm-only',
        '--no-definitely-typed',
        '--format',
        'table-flipped',
        '--entrypoints',
        '.',
        'rules/step-verification'
      ],
      folder
    )
    expect(result.stdout + result.stderr).toMatch(/planlint/)
    expect(result.code, result.stdout).toBe(0)
  })
})

describe('installed', () => {
  const home = path.join(folder, 'empty')
  const bin = path.join(home, 'node_modules/.bin/planlint')
  const shipped = 'node_modules/planlint/examples'

  beforeAll(() => {
    fs.mkdirSync(home)
    fs.writeFileSync(path.join(home, 'package.json'), '{"private": true, "type": "module"}\n')
    const installed = run(
      'npm',
      ['install', tarball, '--no-audit', '--no-fund', '--prefer-offline', '--omit=dev'],
      home
    )
    expect(installed.code, installed.stderr).toBe(0)
  }, 180_000)

  test('lints the shipped plans', () => {
    const flawed = run(bin, [`${shipped}/flawed-design-plan.md`, '--format', 'compact'], home)
    expect(flawed.stderr).toBe('')
    expect(flawed.code).toBe(1)
    expect(flawed.stdout).toContain('flawed-design-plan.md:64:4: error: Missing command in the verification of step')
    const valid = run(bin, [`${shipped}/valid-design-plan.md`], home)
    expect(valid).toMatchObject({ code: 0, stdout: expect.stringMatching(/no problems/i) as string })
    expect(run(bin, ['--nonsense'], home).code).toBe(2)
  })

  test('says its version and shows the pages of its rules', () => {
    expect(run(bin, ['--version'], home).stdout).toBe(`${manifest.version}\n`)
    expect(run(bin, ['explain', 'step-verification'], home).stdout).toBe(
      fs.readFileSync(path.join(root, 'rules/step-verification.md'), 'utf8').replace(/\n<!-- Generated .*-->\n/, '')
    )
  })

  test('is a library: one plugin for all rules, one for each', () => {
    fs.writeFileSync(
      path.join(home, 'use.js'),
      `
      import planlint, { builtinProfiles, lintText, rules } from 'planlint'
      import schema from 'planlint/schema/profile.schema.json' with { type: 'json' }
      import remarkParse from 'remark-parse'
      import { unified } from 'unified'
      const text = '---\\nplanlint: design-plan\\n---\\n## Dependencies\\n\\nN/A\\n'
      const only = (await import('planlint/rules/na-justification')).default
      const judge = async plugin => { const file = { value: text }; const { VFile } = await import('vfile'); const v = new VFile(file); const p = unified().use(remarkParse).use(plugin); await p.run(p.parse(v), v); return v.messages.map(m => m.ruleId) }
      const each = await Promise.all(rules.map(rule => import('planlint/rules/' + rule.id)))
      process.stdout.write(JSON.stringify({ one: await judge(only), all: await judge(planlint), text: lintText(text).findings.map(f => f.rule), profiles: builtinProfiles.length > 0, schema: schema.title, each: each.every(m => typeof m.default === 'function') }))
    `
    )
    const used = run(process.execPath, ['use.js'], home)
    expect(used.stderr).toBe('')
    const said = JSON.parse(used.stdout) as { one: string[]; all: string[]; text: string[] }
    expect(said).toMatchObject({ one: ['na-justification'], profiles: true, schema: 'planlint profile', each: true })
    expect(said.all.sort()).toEqual(said.text.sort())
  })

  test('has types for a strict consumer', () => {
    fs.writeFileSync(
      path.join(home, 'use.ts'),
      `
      import planlint, { defineRule, lintText } from 'planlint'
      import type { FileReport, Finding, PlanlintOptions, Profile, Rule } from 'planlint'
      import stepVerification from 'planlint/rules/step-verification'
      import remarkParse from 'remark-parse'
      import { unified } from 'unified'
      const options: PlanlintOptions = { profile: 'design-plan', rules: { 'open-questions': 'warn' } }
      export const processor = unified().use(remarkParse).use(planlint, options).use(stepVerification, ['error'])
      export const report: FileReport = lintText('# Plan', { options })
      export const lines: number[] = report.findings.map((finding: Finding) => finding.place.start.line)
      export const rule: Rule<'found'> = defineRule({ id: 'mine', summary: '', why: '', severity: 'warning', messages: { found: d => \`Found \${d.what}\` }, *check({ plan }) { for (const step of plan.units('step')) yield { message: 'found', data: { what: step.name }, at: step.part.place, help: '' } } })
      export const names = (profile: Profile): string[] => profile.sections.map(section => section.title)
      // @ts-expect-error an unknown option
      export const wrong: PlanlintOptions = { profil: 'x' }
    `
    )
    fs.writeFileSync(
      path.join(home, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          module: 'nodenext',
          target: 'es2022',
          noEmit: true,
          types: [],
          skipLibCheck: false
        },
        files: ['use.ts']
      })
    )
    const checked = run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], home)
    expect(checked.stdout).toBe('')
    expect(checked.code).toBe(0)
  })

  // esbuild fails on an import of Node's; a worker has no document.
  test('the core bundles for a browser', async () => {
    const { outputFiles, warnings } = await esbuild.build({
      stdin: { contents: 'import { lintText } from "planlint"\nglobalThis.lint = lintText', resolveDir: home },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      minify: true,
      logLevel: 'silent',
      conditions: ['worker']
    })
    expect(warnings).toEqual([])
    const scope: { lint?: (text: string) => { findings: unknown[] } } = {}
    new Function('globalThis', 'window', 'document', outputFiles[0]!.text)(scope, scope, undefined)
    expect(scope.lint!('---\nplanlint: design-plan\n---\n## Dependencies\n\nN/A\n').findings.length).toBeGreaterThan(0)
  })
})
