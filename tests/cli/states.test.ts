/** What a run comes to where nothing, or not everything, could be judged: each case in every format. Writes `docs/states.md` (`vitest -u`). */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { rules } from '../../rules/index.ts'
import { formatNames } from '../../src/report/index.ts'
import type { FormatName } from '../../src/report/index.ts'
import { folderOf, runIn } from './harness.ts'
import type { Files } from './harness.ts'

const root = path.join(import.meta.dirname, '../..')
const clean = fs.readFileSync(path.join(root, 'fixtures/plans/design-plan/valid-1.md'), 'utf8')
const readme = '# Read me\n\nWhat this is for.\n'
/** What is left of a plan once sections are cut out of it. */
function rest(plan: string, ...sections: string[]): string {
  const text = fs.readFileSync(path.join(root, `fixtures/plans/${plan}.md`), 'utf8')
  const [opening, ...others] = text.split(/^(?=## )/m)
  return [opening, ...others.filter(section => sections.some(title => section.startsWith(`## ${title}`)))].join('')
}

const unknown = '# Foo\n\n## Goal\n\nSoon.\n\n## Steps\n\n1. Do it, verified by `true`\n'

interface Case {
  name: string
  files: Files
  argv: string[]
  /** The command, where it is long. */
  shown?: string
  stdin?: string
  env?: Record<string, string>
  /** Makes a repository of the files, and spoils it. */
  git?(cwd: string): string
}

const git = (cwd: string, ...argv: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...argv], { cwd, stdio: 'pipe' })

function repository(cwd: string): string {
  git(cwd, 'init', '-q')
  git(cwd, 'add', '.')
  git(cwd, 'commit', '-qm', 'Plan')
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Later')
  return cwd
}

const staged =
  (...argv: string[]) =>
  (cwd: string): string => {
    git(cwd, 'init', '-q')
    git(cwd, ...argv)
    return cwd
  }

const spoil =
  (file: string) =>
  (cwd: string): string => {
    fs.writeFileSync(path.join(repository(cwd), '.git', file), 'damaged')
    return cwd
  }

const cases: Case[] = [
  { name: 'an empty folder', files: {}, argv: [] },
  { name: 'an empty plan', files: { 'PLAN.md': '' }, argv: [] },
  { name: 'a README', files: { 'README.md': readme }, argv: ['README.md'] },
  { name: 'standard input without text', files: {}, argv: ['-'], stdin: '' },
  {
    name: 'standard input without text that is called a plan',
    files: {},
    argv: ['-', '--stdin-filename', 'PLAN.md'],
    stdin: ''
  },
  {
    name: 'a template',
    files: { 'docs/PLAN_TEMPLATE.md': clean },
    argv: ['docs/PLAN_TEMPLATE.md']
  },
  { name: '`planlint: false`', files: { 'PLAN.md': `---\nplanlint: false\n---\n\n${clean}` }, argv: [] },
  {
    name: 'a plan for which every rule is off',
    files: { 'PLAN.md': clean },
    argv: rules.flatMap(({ id }) => ['--rule', `${id}: off`]),
    shown: "--rule '…: off' for each rule"
  },
  {
    name: 'a plan that no rule looks at of those that are on',
    files: { '.kiro/specs/a/requirements.md': rest('kiro-requirements/valid-1', '') },
    argv: rules.flatMap(({ id }) => (id === 'alternatives' ? [] : ['--rule', `${id}: off`])),
    shown: "--rule '…: off' for each rule but alternatives"
  },
  { name: 'a plan of no known kind', files: { 'PLAN.md': unknown }, argv: [] },
  {
    name: 'a plan that says nothing',
    files: { 'PLAN.md': '# Foo\n\n## Goal\n\nTBD\n\n## Steps\n\n### Step 1: Do it\n\n**Verify**: `true`\n' },
    argv: []
  },
  {
    name: 'the first four of the ten sections of a design plan',
    files: { 'PLAN.md': rest('design-plan/valid-1', '1.', '2.', '3.', '4.') },
    argv: []
  },
  {
    name: 'a handoff plan, cut down and called completed',
    files: { 'PLAN.md': rest('handoff-plan/valid-1', '1.', '4.').replace('Planning Complete', 'Completed') },
    argv: []
  },
  {
    name: 'a plan beside a named file that is not judged',
    files: { 'PLAN.md': clean, 'notes.md': readme },
    argv: ['PLAN.md', 'notes.md']
  },
  {
    name: 'a plan, a README and a plan of no known kind',
    files: { 'PLAN.md': clean, 'README.md': readme, 'plans/foo.md': unknown },
    argv: ['.']
  },
  {
    name: 'a shallow clone',
    files: { 'PLAN.md': clean },
    argv: [],
    git(cwd) {
      const copy = folderOf({ copy: null })
      git(copy, 'clone', '-q', '--depth', '1', `file://${repository(cwd)}`, 'copy')
      return path.join(copy, 'copy')
    }
  },
  {
    name: "another owner's repository",
    files: { 'PLAN.md': clean },
    argv: [],
    env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
    git: repository
  },
  {
    name: 'a commit without a plan',
    files: { 'PLAN.md': clean },
    argv: ['--staged'],
    git: repository
  },
  {
    name: 'a commit whose only plan is excluded',
    files: { 'PLAN.md': `---\nplanlint: false\n---\n\n${clean}` },
    argv: ['--staged'],
    git: staged('add', '.')
  },
  {
    name: "a commit with a README at a plan's place",
    files: { 'PLAN.md': readme },
    argv: ['--staged'],
    git: staged('add', '.')
  },
  {
    name: 'a plan that git is only told of (`git add -N`)',
    files: { 'PLAN.md': clean },
    argv: ['--staged'],
    git: staged('add', '-N', '.')
  },
  { name: 'a damaged index', files: { 'PLAN.md': clean }, argv: [], git: spoil('index') },
  { name: 'a damaged HEAD', files: { 'PLAN.md': clean }, argv: [], git: spoil('HEAD') }
]

/** What of a report is shown where that is not its last line: of formats for machines, what stands there for it. */
const said: Partial<Record<FormatName, (text: string) => string>> = {
  stylish: text => lastLine(text.replace(/\n  examined .*\n$/, '')),
  json: text => {
    const { files, troubles = [] } = JSON.parse(text) as {
      files: { path: string; state: string }[]
      troubles?: { code: string }[]
    }
    return [...files.map(file => `${file.path}: ${file.state}`), ...troubles.map(({ code }) => code)].join('; ')
  },
  sarif: text => {
    const [{ invocations }] = JSON.parse(text).runs
    const notes = (invocations[0].toolExecutionNotifications ?? []) as { level: string; descriptor: { id: string } }[]
    return notes.map(({ level, descriptor }) => `${level} ${descriptor.id}`).join('; ')
  },
  junit: text =>
    [...text.matchAll(/<(skipped|error|failure) (?:type="[^"]*" )?message="([^"]*)"/g)]
      .map(([, kind, message]) => `${kind}: ${message!.slice(0, 80)}`)
      .filter((line, index, all) => all.indexOf(line) === index)
      .join('; '),
  gitlab: text =>
    (JSON.parse(text) as { severity: string; check_name: string }[])
      .map(({ severity, check_name }) => `${severity} ${check_name}`)
      .join('; '),
  rdjson: text =>
    (JSON.parse(text) as { diagnostics: { severity: string; code: { value: string } }[] }).diagnostics
      .map(({ severity, code }) => `${severity} ${code.value}`)
      .join('; '),
  markdown: text => text.split('\n').find(line => line.startsWith('###')) ?? ''
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}

const cell = (text: string): string => (text === '' ? '–' : `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``)

test('no format takes what was not judged for a pass', { timeout: 120_000 }, async () => {
  const parts: string[] = []
  for (const { name, files, argv, shown = argv.join(' '), stdin, env, git: prepare } of cases) {
    const folder = folderOf(files)
    const cwd = prepare ? prepare(folder) : folder
    const world = { cwd, env: { ...process.env, ...env } as Record<string, string>, services: ownServices }
    const rows: string[] = []
    const codes = new Set<number>()
    for (const format of formatNames) {
      const outcome = await runIn(
        { ...world, ...(stdin === undefined ? {} : { stdin }) },
        ...argv,
        '-f',
        format,
        '--no-config'
      )
      codes.add(outcome.code)
      const text = outcome.stdout === '' ? '' : (said[format] ?? lastLine)(outcome.stdout)
      rows.push(`| ${format} | ${cell(text.replaceAll(cwd, '.'))} |`)
    }
    expect([...codes], name).toHaveLength(1)
    parts.push(
      `## ${name[0]!.toUpperCase()}${name.slice(1)}: exit code ${[...codes][0]}\n\n\`${`planlint ${shown}`.trim()}\`\n\n| format | says |\n| --- | --- |\n${rows.join('\n')}`
    )
  }
  const page = `# What was not judged\n\nMade by \`tests/cli/states.test.ts\`. The last line of each format; of JSON the states, of SARIF the notifications, of JUnit what did not pass, of GitLab the issues, of Markdown the heading. Formats for people leave it to standard error to say that there was no file at all. Standard input without text is no empty plan, whatever it is called: most often the command before it failed, and that is trouble (2) where an empty file is a finding (1). A commit without a plan is not held up: where \`--staged\` or \`--since\` choose none, or none that is judged, the report says so and the code is 0.\n\n${parts.join('\n\n')}\n`
  await expect(page).toMatchFileSnapshot(path.join(root, 'docs/states.md'))
})
