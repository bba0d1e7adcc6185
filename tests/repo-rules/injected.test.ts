/** Faults in plans of every dialect about small real repositories of seven kinds: each is found by its rule at its line, and whole plans give nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestRepo } from '../repo/make.ts'
import { repo, sweep } from '../repo/make.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { OtherPlan } from '../../src/lint/rule.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import { createPool } from '../../src/repo/pool.ts'
import type { Work } from './dialects.ts'
import { dialects } from './dialects.ts'
import { projects } from './projects.ts'

const asking = /^(?:command-exists|step-order|path-exists|path-conflict)$/
const cases = Object.entries(projects).flatMap(([kind, project]) =>
  Object.keys(dialects).map(dialect => ({ kind, dialect, project }))
)
const facts = new Map<string, RepoFacts>()

beforeAll(async () => {
  for (const [kind, { files }] of Object.entries(projects)) {
    const made: TestRepo = repo()
    made.commit('first', files)
    facts.set(kind, (await createPool(made.top, { env: made.env }).of('docs/plan.md')).facts)
  }
})
afterAll(sweep)

/** What rules that ask the repository say of a plan, and on which lines. */
function judge(
  kind: string,
  dialect: string,
  works: readonly Work[],
  otherPlans?: readonly OtherPlan[],
  edit = (text: string): string => text
): { text: string; told: { rule: string; line: string }[] } {
  const text = edit(dialects[dialect]!(works))
  const lines = text.split('\n')
  const { findings } = lintText(text, {
    path: 'docs/plan.md',
    repoPath: 'docs/plan.md',
    forced: dialect,
    repo: facts.get(kind)!,
    ...(otherPlans && { otherPlans, options: { rules: { 'path-conflict': true } } })
  })
  const told = findings
    .filter(({ rule }) => asking.test(rule))
    .map(({ rule, message, place }) => ({ rule, line: `${lines[place.start.line - 1]!} (${message})` }))
  return { text, told }
}

describe.each(cases)('$kind in a $dialect', ({ kind, dialect, project }) => {
  test('whole, gives nothing', () => expect(judge(kind, dialect, project.works).told).toEqual([]))
})

test('faults are found by their rule at their line, with at most one more for ten of them', () => {
  const missed: string[] = []
  const more: string[] = []
  let count = 0
  const add = (title: string, told: { rule: string; line: string }[], rule: string, at: string): void => {
    count++
    const hit = told.find(each => each.rule === rule && each.line.includes(at))
    const show = told.filter(each => each !== hit).map(each => `${each.rule}: ${each.line}`)
    if (!hit) missed.push(`${title}: ${show.join('; ')}`)
    else more.push(...show.map(each => `${title}: ${each}`))
  }
  for (const { kind, dialect, project } of cases) {
    const { works, changes } = project
    for (const [from, to, index, rule] of changes) {
      if (dialect === 'backlog-plan' && rule === 'step-order') continue
      const at = works[index]!.commands.findIndex(each => each.includes(from))
      const command = works[index]!.commands[at]!.replace(from, to)
      const spoilt = works.with(index, { ...works[index]!, commands: works[index]!.commands.with(at, command) })
      add(`${kind}, ${dialect}: ${command}`, judge(kind, dialect, spoilt).told, rule, command)
    }
    // A backlog has no order, and says of no file what is done to it.
    if (dialect === 'backlog-plan') continue
    // A file that is to be changed, and nobody has it or makes it.
    for (const [index, work] of works.entries())
      for (const [path, mark] of Object.entries(work.files)) {
        const isThere = mark === 'modified'
        const away = path.replace(/([^/]+)$/, 'zz/$1')
        const files = Object.fromEntries(
          Object.entries(work.files).map(([name, own]) =>
            name !== path ? [name, own] : isThere ? [away, own] : [name, 'modified' as const]
          )
        )
        const told = judge(kind, dialect, works.with(index, { ...work, files })).told
        add(`${kind}, ${dialect}: ${mark} ${path}`, told, 'path-exists', isThere ? away : path)
        // Another plan in progress is about to change it as well.
        const others = [{ path: 'docs/other.md', files: [{ path, mark: 'modified' }] }]
        const shared = judge(kind, dialect, works, others).told
        add(`${kind}, ${dialect}: shared ${path}`, shared, 'path-conflict', path)
        // It is named as one machine has it.
        const own = judge(kind, dialect, works, undefined, each =>
          each.replaceAll(`\`${path}\``, `\`/Users/ana/relay/${path}\``)
        )
        if (own.text.includes('/Users/'))
          add(`${kind}, ${dialect}: own ${path}`, own.told, 'path-exists', '/Users/ana/relay/')
      }
  }
  if (process.env['PLANLINT_FIGURES'] === '1')
    console.log(`${count} faults, ${missed.length} missed, ${more.length} more\n${[...missed, '', ...more].join('\n')}`)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(count / 50))
  expect(more.length, more.join('\n')).toBeLessThanOrEqual(Math.floor(count / 10))
})
