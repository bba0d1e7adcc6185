/** What a repository adds to the time of one plan: young and old, without and with a contradiction. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Contender } from './measure.ts'
import { makePlan, times } from './plans.ts'

interface Age {
  name: string
  commits: number
  files: number
}

/** A plan whose files are there, and the same with one that is not. */
const plan = makePlan()
const contradicting = plan.replaceAll('orders_1.ts', 'orders_none.ts')

/** @param bin the built command */
export function repositories(home: string, bin: string, isQuick: boolean): Contender[] {
  const ages: Age[] = [
    { name: '1 commit, 10 files', commits: 1, files: 10 },
    isQuick
      ? { name: '2,000 commits, 3,000 files', commits: 2000, files: 3000 }
      : { name: '20,000 commits, 30,000 files', commits: 20_000, files: 30_000 }
  ]
  const outside = path.join(home, 'outside')
  fs.mkdirSync(outside)
  fs.writeFileSync(path.join(outside, 'a-plan.md'), plan)
  const contender = (name: string, cwd: string, file: string): Contender => ({
    name,
    command: process.execPath,
    args: [bin, file],
    cwd
  })
  return [
    contender('outside of a repository', outside, 'a-plan.md'),
    ...ages.flatMap(age => {
      const folder = make(home, age)
      return [
        contender(age.name, folder, 'docs/plans/a-plan.md'),
        contender(`${age.name}; one contradiction`, folder, 'docs/plans/c-plan.md')
      ]
    })
  ]
}

/** Half of the files come with the first commit, the others one after the other; the plans in the middle. */
function make(home: string, { commits, files }: Age): string {
  const folder = path.join(home, `repository-${commits}`)
  fs.mkdirSync(folder)
  const git = (args: string[], input = ''): unknown =>
    execFileSync('git', args, {
      cwd: folder,
      input,
      // The C library would give memory back, and take it again, for each commit.
      env: { ...process.env, MALLOC_TOP_PAD_: '268435456', MALLOC_TRIM_THRESHOLD_: '1073741824' },
      stdio: ['pipe', 'ignore', 'ignore']
    })
  git(['init', '-q', '-b', 'main'])
  git(['fast-import', '--quiet'], history(commits, files))
  git(['reset', '-q', '--hard', 'main'])
  return folder
}

function history(commits: number, files: number): string {
  const first = Math.floor(files / 2)
  const from = (commit: number): number => (commit === 0 ? 0 : first + Math.floor((commit * (files - first)) / commits))
  return times(commits, commit => {
    const said = `commit ${commit}`
    const added = times(from(commit + 1) - from(commit), i => from(commit) + i)
    return [
      `commit refs/heads/main\ncommitter A <a@example.org> ${1_700_000_000 + commit * 60} +0000\ndata ${said.length}\n${said}\n`,
      ...(commit === 0 ? [blob('package.json', '{"scripts": {"test": "vitest"}}\n')] : []),
      ...(commit === 0 ? times(5, i => blob(`services/orders/orders_${2 * i + 1}.ts`, 'export {}\n')) : []),
      ...added.map(i => blob(nameOf(i), `export const number = ${i}\n`)),
      ...(commit % 7 === 3 ? [blob(nameOf((commit * 31) % from(commit)), `export const again = ${commit}\n`)] : []),
      ...(commit === commits >> 1
        ? [blob('docs/plans/a-plan.md', plan), blob('docs/plans/c-plan.md', contradicting)]
        : [])
    ].join('')
  }).join('')
}

function nameOf(i: number): string {
  return `services/part_${i % 40}/area_${Math.floor(i / 40) % 25}/file_${i}.ts`
}

function blob(name: string, text: string): string {
  return `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`
}
