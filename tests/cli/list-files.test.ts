/** What becomes of each file, and what is said of those that a search passed over. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { folderOf, runIn } from './harness.ts'

const services = ownServices
const plan = fs.readFileSync(path.join(import.meta.dirname, '../../fixtures/plans/design-plan/valid-1.md'), 'utf8')
const steps = '# Work\n\n## Step 1: One\n\n- [ ] a\n\n## Step 2: Two\n\n- [ ] b\n- [ ] c\n'
const readme = '# Read me\n\nWhat this is for.\n'
const files = {
  'PLAN.md': plan,
  'README.md': readme,
  'docs/feature.md': plan,
  'docs/work.md': steps,
  'docs/notes.md': readme,
  'docs/rfcs/a.md': readme,
  'plans/named.md': `---\nplanlint: task-plan\n---\n\n${readme}`,
  'plans/not.md': `---\nplanlint: false\n---\n\n${readme}`,
  'plans/plan-template.md': plan,
  '.remarkrc.json': JSON.stringify({
    plugins: [['planlint', { overrides: [{ files: 'docs/rfcs/*.md', profile: 'design-plan' }] }]]
  })
}

/** Without a configuration that has a file elsewhere judged. */
const { '.remarkrc.json': _, ...unconfigured } = files

const list = async (cwd: string, ...argv: string[]) => {
  const { code, stdout } = await runIn({ cwd, services }, '--list-files', '-f', 'json', ...argv)
  const listed = JSON.parse(stdout).files as Record<string, string | null>[]
  return {
    code,
    rows: listed.map(({ path: file, state, profile, recognised, by, reason }) =>
      [file, state, ...(profile === null ? [reason] : [profile, recognised, by])].join(' · ')
    )
  }
}

describe('--list-files', () => {
  test('each file with its profile and by whose word, or why there is none', async () => {
    const cwd = folderOf(files)
    const { code, rows } = await list(cwd, '.')
    expect(code).toBe(0)
    expect(rows).toEqual([
      'PLAN.md · judged · design-plan · certain · content',
      'README.md · not-judged · no profile recognises it as a plan',
      'docs/feature.md · judged · design-plan · certain · content',
      'docs/notes.md · not-judged · no profile recognises it as a plan',
      'docs/rfcs/a.md · judged · design-plan · named · configuration',
      'docs/work.md · judged · generic · generic · content',
      'plans/named.md · judged · task-plan · named · declaration',
      'plans/not.md · excluded · "planlint: false" in its front matter',
      'plans/plan-template.md · excluded · a template, by its name'
    ])
    expect((await list(cwd, '-p', 'task-plan', 'README.md')).rows).toEqual([
      'README.md · judged · task-plan · named · option'
    ])
  })

  test('a plan of no known kind that its place alone makes one', async () => {
    const cwd = folderOf({ 'PLAN.md': '# Limits\n\n## Goal\n\nFewer calls.\n', 'docs/work.md': steps })
    expect((await list(cwd, '.')).rows).toEqual([
      'PLAN.md · judged · generic · generic · place',
      'docs/work.md · judged · generic · generic · content'
    ])
    expect((await runIn({ cwd, services }, '--list-files', '.')).stdout).toBe(
      'PLAN.md       generic  by its place\ndocs/work.md  generic  by its content\n'
    )
  })

  test('without words: what the usual places leave out, and why', async () => {
    const { rows } = await list(folderOf(files))
    expect(rows).toContain('README.md · passed-over · no plan by its name')
    expect(rows).toContain('docs/feature.md · not-judged · looks like a plan (design-plan), but lies at no usual place')
  })

  test('as text, one line each; nothing is mended; a list without plans is no failure', async () => {
    const cwd = folderOf({ 'README.md': readme, 'a-plan.md': plan })
    const { code, stdout } = await runIn({ cwd, services }, '--list-files', '--fix', '.')
    expect(code).toBe(0)
    expect(stdout).toBe(
      'README.md  not judged   no profile recognises it as a plan\na-plan.md  design-plan  certain, by its content\n'
    )
    expect(await runIn({ cwd, services }, '--list-files', 'README.md')).toMatchObject({ code: 0, stderr: '' })
    expect(await runIn({ cwd, services }, '--list-files', 'gone.md')).toMatchObject({ code: 2 })
    expect(await runIn({ cwd, services }, '--list-files', '-f', 'sarif')).toMatchObject({
      code: 2,
      stderr: 'planlint: Unknown format "sarif" of a list; known: text, json\n'
    })
  })
})

describe('plans elsewhere', () => {
  test('are told of, in every format for people, and do not fail the run', async () => {
    const cwd = folderOf(unconfigured)
    for (const format of ['stylish', 'compact', 'github', 'agent', 'markdown', 'junit', 'sarif', 'gitlab', 'rdjson']) {
      const { stdout, code } = await runIn({ cwd, services }, '-f', format, 'PLAN.md')
      expect([code, stdout.includes('others look like')], format).toEqual([0, false])
      const usual = await runIn({ cwd, services }, '-f', format)
      expect(usual.stdout, format).toMatch(
        /2 others look like plans(?: and were not judged)?: docs\/feature\.md, docs\/work\.md/
      )
    }
  })

  test('an option that names a profile for all files makes no plan of them', async () => {
    const { stdout } = await runIn({ cwd: folderOf(files), services }, '-p', 'design-plan', '-f', 'compact')
    expect(stdout).not.toContain('README.md')
    expect(stdout).not.toContain('docs/notes.md')
  })

  test('where the usual places hold none, they are named', async () => {
    const cwd = folderOf({ 'docs/feature.md': plan })
    const { code, stderr } = await runIn({ cwd, services })
    expect(code).toBe(2)
    expect(stderr).toContain('elsewhere there are docs/feature.md; name a file or a folder')
  })

  test('plans that git ignores are told of', async () => {
    const cwd = folderOf({ '.git/HEAD': '', '.gitignore': 'plans/\n', 'plans/a.md': plan })
    expect((await runIn({ cwd, services })).stderr).toContain(
      'All plans in the usual places are ignored by git or .remarkignore: plans/'
    )
  })
})

test('a commit without a plan is never blocked', async () => {
  const cwd = folderOf(unconfigured)
  const git = (...argv: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...argv], { cwd, stdio: 'pipe' })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'all')
  fs.appendFileSync(path.join(cwd, 'README.md'), '\nMore.\n')
  fs.writeFileSync(path.join(cwd, 'docs/idea.md'), readme)
  git('add', '.')
  for (const words of [['--staged'], ['--since', 'HEAD'], ['--staged', 'README.md'], ['--since', 'HEAD', '.']])
    expect((await runIn({ cwd, services }, ...words)).code, words.join(' ')).toBe(0)
  expect((await runIn({ cwd, services }, '--no-error-on-unmatched-pattern', 'README.md')).code).toBe(0)
})
