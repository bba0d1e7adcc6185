/** What the documents say is true: the README's report, the shipped plans, the links, the schema. */
import fs from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { runHere, sampleRun } from '../../src/dev/gen-readme.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { planFixtures } from '../rules/load.ts'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

/** The defects that were put into the flawed example. */
const defects = {
  'required-sections': 'Missing section "Non-Goals"',
  'file-tree': 'Missing mark on "src/report/checkstyle.ts"',
  'file-coverage': 'Missing "src/report/junit.ts" in the file-by-file overview',
  alternatives: 'Missing "Trade-offs" in alternative "Alternative A: Ask for SARIF"',
  'step-verification':
    'Missing command in the verification of step "Step 2: Write the elements": "the XML looks right"',
  'step-sequence': 'Missing step 3: 4 follows 2',
  'na-justification': '"N/A" without a reason in "Security"',
  'no-placeholder': 'Placeholder "TBD" left'
}

test('the README opens with what the command really says', async () => {
  expect(read('README.md')).toContain(await sampleRun('examples/flawed-design-plan.md'))
})

test('the flawed example: each of its defects is named once, and nothing else', async () => {
  const { code, text } = await runHere(['examples/flawed-design-plan.md', '--no-config', '--format', 'json'])
  const [file] = (JSON.parse(text) as { files: { findings: { rule: string; message: string }[] }[] }).files
  expect(file!.findings.map(({ rule, message }) => [rule, message])).toEqual(Object.entries(defects))
  expect(code).toBe(1)
})

test('the valid example: no problems', async () => {
  const { code, text } = await runHere(['examples/valid-design-plan.md', '--no-config', '--no-color'])
  expect(code).toBe(0)
  expect(text).toMatch(/no problems/i)
})

test.each(planFixtures().filter(fixture => fixture.isValid))(
  '$id/$name has no problems, and is recognised',
  ({ id, text }) => {
    const report = lintText(text)
    expect(report.fatalErrors).toEqual([])
    expect(report.findings.map(({ rule, message, place }) => `${place.start.line} ${rule}: ${message}`)).toEqual([])
    expect(report.profile).toBe(id)
    expect(lintText(text, { forced: id }).findings).toEqual([])
  }
)

describe('the published schema', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(read('schema/profile.schema.json')) as object)

  test.each(builtinProfiles.map(profile => [profile.name, profile] as const))('takes %s', (_name, profile) => {
    expect(validate(profile), JSON.stringify(validate.errors)).toBe(true)
  })

  test('refuses what is no profile', () => {
    expect(validate({ ...builtinProfiles[0], sectoins: [] })).toBe(false)
    expect(validate({ name: 'x' })).toBe(false)
  })
})

test('links between documents lead somewhere', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...['docs', 'docs/formats'].flatMap(folder =>
      fs
        .readdirSync(path.join(root, folder))
        .filter(name => name.endsWith('.md'))
        .map(name => `${folder}/${name}`)
    )
  ]
  const dead = documents.flatMap(file =>
    [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, to]) => path.posix.join(path.posix.dirname(file), to!))
      .filter(to => !fs.existsSync(path.join(root, to)))
      .map(to => `${file} → ${to}`)
  )
  expect(dead).toEqual([])
})

test('npm run accept runs each test that writes what it compares with', () => {
  const { accept } = (JSON.parse(read('package.json')) as { scripts: { accept: string } }).scripts
  const chosen = accept.split(' ').filter(word => word.startsWith('tests/'))
  const writing = fs
    .readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map(name => `tests/${name.replaceAll('\\', '/')}`)
    .filter(name => name.endsWith('.test.ts') && /\b(?:toMatch\w*Snapshot|runMutants|expectations)\(/.test(read(name)))
  expect(writing.length).toBeGreaterThan(10)
  expect(writing.filter(name => !chosen.some(start => name.startsWith(start)))).toEqual([])
  expect(chosen.filter(start => !writing.some(name => name.startsWith(start)))).toEqual([])
})

test('each test that docs/robustness.md names is there', () => {
  const named = read('docs/robustness.md').match(/\btests\/[\w/-]+\.(?:test|slow)\.ts/g) ?? []
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([])
})

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md')
  const rooms = ['src', 'rules', 'tests', 'packages', 'fixtures', 'docs']
  const inside = rooms.flatMap(room =>
    fs
      .readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
      .filter(entry => !entry.parentPath.includes('node_modules'))
      .map(entry => {
        const name = path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')
        return entry.isDirectory() ? `${name}/` : name
      })
  )
  const paths = [...rooms.map(room => `${room}/`), ...inside]
  /** `src/plan/`, `rule.ts`; of what stands for many, one of them. */
  const named = (text: string): string[] =>
    [...text.matchAll(/`([\w./<>-]+(?:\/|\.(?:ts|md|json)))`/g)].map(([, name]) =>
      name!.replace('<id>', 'step-order').replace('<profile>', 'design-plan').replace('<format>', 'json')
    )

  test('what it names is there: in a row of the table below its room, else somewhere', () => {
    const isThere = (name: string, room = ''): boolean =>
      [`${room}${name}`, name].some(each => paths.includes(each)) ||
      paths.some(each => each.startsWith(room) && each.endsWith(`/${name}`))
    const lost = page.split('\n').flatMap(line => {
      const room = /^\| `([\w/-]+\/)`/.exec(line)?.[1]
      return named(line).filter(name => !isThere(name, room))
    })
    expect(lost).toEqual([])
  })

  test('each folder of src has its word', () => {
    const folders = paths.filter(each => /^src\/.*\/$/.test(each) && paths.some(file => isCodeIn(each, file)))
    expect(folders.filter(each => !page.includes(`${path.posix.basename(each)}/`))).toEqual([])
  })
})

function isCodeIn(folder: string, file: string): boolean {
  return file.startsWith(folder) && /^[\w-]+\.ts$/.test(file.slice(folder.length))
}
