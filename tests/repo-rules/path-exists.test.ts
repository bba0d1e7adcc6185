import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folder, repo, sweep, type TestRepo } from '../repo/make.ts'
import { validPlan } from '../profiles/inject.ts'
import { plan, report_ as reportOf } from './plan.ts'

afterAll(sweep)

const text = (name: string) => Array.from({ length: 20 }, (_, i) => `${name} line ${i}`).join('\n')

/** The findings of the rule: "severity message". */
async function found(made: TestRepo, file: string, content: string): Promise<string[]> {
  const report = await reportOf(made, file, content)
  expect(report.fatalErrors).toEqual([])
  expect(report.profile).not.toBeNull()
  return report.findings
    .filter(finding => finding.rule === 'path-exists')
    .map(finding => `${finding.severity} ${finding.message} | ${finding.help}`)
}

describe('a repository with a history', () => {
  let made: TestRepo
  const hash: Record<string, string> = {}
  const written = plan({
    tree: ['src/store.ts <new>', 'src/app.ts <modified>', 'src/gone.ts <deleted>', 'src/later.ts <new>']
  })

  beforeAll(() => {
    made = repo()
    hash['first'] = made.commit('first', {
      'src/app.ts': text('app'),
      'src/gone.ts': text('gone'),
      'src/Button.tsx': text('button'),
      'src/old/dates.ts': text('dates'),
      'src/removed.ts': text('removed'),
      'packages/core/src/socket.ts': text('socket'),
      'pages/[slug].tsx': text('slug'),
      '.gitignore': 'dist/\n',
      'README.md': '# relay'
    })
    made.git('tag', 'v1.0')
    made.move('src/old/dates.ts', 'src/time/dates.ts')
    hash['moved'] = made.commit('moved', { 'src/removed.ts': null }).slice(0, 7)
    hash['plan'] = made.commit('plan', { 'docs/plans/relay.md': written })
    hash['work'] = made.commit('work', {
      'src/store.ts': text('store'),
      'src/gone.ts': null,
      'src/app.ts': text('app two'),
      'src/later.ts': text('later')
    })
    made.commit('squashed', {
      'docs/plans/squashed.md': plan({ tree: ['src/squashed.ts <new>', 'src/app.ts <modified>'] }),
      'src/squashed.ts': text('squashed')
    })
  })

  it('judges a plan by the commit that brought it', async () =>
    expect(await found(made, 'docs/plans/relay.md', written)).toEqual([]))

  it('leaves undecided what came in together with the plan', async () =>
    expect(
      await found(made, 'docs/plans/squashed.md', plan({ tree: ['src/squashed.ts <new>', 'src/app.ts <modified>'] }))
    ).toEqual([]))

  it('knows what was there already, and what was not', async () => {
    const wrong = plan({ tree: ['src/app.ts <new>', 'src/store.ts <modified>', 'src/nothing-like-it.ts <deleted>'] })
    expect(await found(made, 'docs/plans/relay.md', wrong)).toEqual([
      `error Conflicting mark on "src/app.ts": it is to be created, but exists already | Mark it <modified>, or choose another path: it was there at commit ${hash['plan']!.slice(0, 7)}, which brought the plan`,
      `error Missing "src/nothing-like-it.ts" in the repository: it is to be deleted | Check the path, or mark it <new>: it is not there at commit ${hash['plan']!.slice(0, 7)}, which brought the plan`
    ])
  })

  it('judges a new plan by what is committed', async () => {
    const wrong = plan({ tree: ['src/store.ts <new>', 'src/gone.ts <modified>'] })
    expect((await found(made, 'docs/plans/fresh.md', wrong)).map(line => line.split(' | ')[0])).toEqual([
      'error Conflicting mark on "src/store.ts": it is to be created, but exists already',
      'error Missing "src/gone.ts" in the repository: it is to be modified'
    ])
  })

  it.each([
    ['front matter', (base: string) => `---\nbase_commit: ${base}\n---\n${written}`],
    ['a label', (base: string) => written.replace('# Relay\n', `# Relay\n\n**Base commit**: \`${base}\`\n`)]
  ])('takes the stated base commit from %s', async (_, withBase) => {
    expect(await found(made, 'docs/plans/fresh.md', withBase(hash['first']!))).toEqual([])
    expect(await found(made, 'docs/plans/fresh.md', withBase('v1.0'))).toEqual([])
    expect(await found(made, 'docs/plans/fresh.md', withBase(hash['work']!))).toHaveLength(3)
  })

  it('says which files that it modifies are gone since, and taken for work done', async () => {
    const text = plan({ tree: ['src/gone.ts <modified>', 'src/app.ts <modified>'] })
    const report = await reportOf(made, 'docs/plans/fresh.md', `---\nbase_commit: ${hash['first']!}\n---\n${text}`)
    expect(report.findings.filter(({ rule }) => rule === 'path-exists')).toEqual([])
    expect(report.notes).toEqual(['Gone since the plan was written, and taken for work done since: "src/gone.ts"'])
  })

  it('is silent about a base that is not there, and says so', async () => {
    const report = await reportOf(
      made,
      'docs/plans/fresh.md',
      written.replace('# Relay\n', '# Relay\n\n**Base commit**: deadbeef\n')
    )
    expect(report.findings).toEqual([])
    expect(report.notes).toEqual([
      'What contradicts the repository now is not reported: commit deadbeef is not in the history of HEAD'
    ])
  })

  it('says so of a commit that the format asks for, whether a finding depends on it or not', async () => {
    const advised = validPlan('advisor-plan', 'valid-1')
    const notesOf = async (text: string) => (await reportOf(made, 'plans/004-cart.md', text)).notes.filter(isClock)
    const isClock = (note: string): boolean => note.startsWith('What contradicts')
    expect(await notesOf(advised)).toEqual([
      'What contradicts the repository now is not reported: commit 4f1c2ab is not in the history of HEAD'
    ])
    expect(await notesOf(advised.replaceAll('4f1c2ab', hash['first']!.slice(0, 7)))).toEqual([])
  })

  it.each([
    ['src/button.tsx <modified>', 'Write "src/Button.tsx": only the case differs'],
    ['src/old/dates.ts <modified>', 'Write "src/time/dates.ts": commit moved moved it there'],
    ['src/removed.ts <modified>', 'Mark it <new> if the plan brings it back, or take it out: commit moved deleted it'],
    ['packages/core/src/sockte.ts <modified>', 'Write "packages/core/src/socket.ts", if that is meant'],
    ['lib/socket.ts <modified>', 'Write "packages/core/src/socket.ts", if that is meant']
  ])('suggests for %s', async (line, help) => {
    const [first, ...more] = await found(made, 'docs/plans/fresh.md', plan({ tree: [line] }))
    expect(first).toContain(
      `error Missing "${line.split(' ')[0]}" in the repository: it is to be modified | ${help.replace('moved', (word, at: number) => (at > 10 ? hash['moved']! : word)).replace(/commit moved/, `commit ${hash['moved']}`)}`
    )
    expect(more).toEqual([])
  })

  it.each([
    'core/src/socket.ts <modified>',
    'socket.ts <modified>',
    'pages/[slug].tsx <modified>',
    'src/**/*.ts <modified>',
    'src/ <new>',
    'src/time <modified>',
    'src/nothing.ts',
    'dist/app.js <new>',
    'dist/app.js <deleted>',
    'src/clock.ts <renamed: src/app.ts>',
    'src/clock.ts <renamed: app.ts>',
    'relay/src/app.ts <modified>',
    'README.md (unchanged)'
  ])('accepts %s', async line => {
    const tree = line.startsWith('relay/') ? [line, 'relay/src/brand-new.ts <new>'] : [line]
    expect(await found(made, 'docs/plans/fresh.md', plan({ tree }))).toEqual([])
  })

  it('takes the project folder off the paths of a tree only where that explains them', async () =>
    expect(
      (
        await found(
          made,
          'docs/plans/fresh.md',
          plan({ tree: ['relay/src/app.ts <new>', 'relay/src/time/dates.ts <modified>'] })
        )
      ).map(line => line.split(' | ')[0])
    ).toEqual(['error Conflicting mark on "relay/src/app.ts": it is to be created, but exists already']))

  it('looks at both ends of a rename', async () =>
    expect(
      (
        await found(
          made,
          'docs/plans/fresh.md',
          plan({ tree: ['src/clock.ts <renamed: src/nothing.ts>', 'src/app.ts <renamed: src/store.ts>'] })
        )
      ).map(line => line.split(' | ')[0])
    ).toEqual([
      'error Missing "src/nothing.ts" in the repository: "src/clock.ts" is to be renamed from it',
      'error Conflicting mark on "src/app.ts": it is to be renamed, but exists already'
    ]))

  it.each([
    ['/home/mira/relay/src/other.ts', 'is absolute'],
    ['../other/src/app.ts', 'leaves the repository'],
    ['~/relay/app.ts', 'lies in a home folder'],
    ['C:/relay/app.ts', 'names a drive']
  ])('names %s and does not look it up', async (path, why) => {
    const content = plan({ tree: ['src/app.ts <modified>'], steps: [{ files: `\`src/app.ts\`, \`${path}\`` }] })
    expect(await found(made, 'fresh.md', content)).toEqual([
      `warning Expected a path inside the repository: "${path}" ${why} | Write it relative to the top of the repository; it was not looked up`
    ])
  })

  it('says where a path of one machine is in the repository', async () => {
    const files = '`src/app.ts`, `/home/mira/relay/src/app.ts`'
    expect(await found(made, 'fresh.md', plan({ tree: ['src/app.ts <modified>'], steps: [{ files }] }))).toEqual([
      'warning Expected paths that hold on any machine: 1 begins with "/home/mira/relay/" | Write it relative to the top of the repository: "src/app.ts"'
    ])
  })

  it("lets a path leave the plan's folder", async () =>
    expect(
      await found(
        made,
        'docs/plans/fresh.md',
        plan({ tree: ['src/app.ts <modified>'], steps: [{ files: '`../../src/app.ts`' }] })
      )
    ).toEqual([]))

  it('says it once for each file', async () =>
    expect(
      await found(
        made,
        'docs/plans/fresh.md',
        plan({ tree: ['src/none.ts <modified>'], steps: [{ files: '`src/none.ts`' }, { files: '`none.ts`' }] })
      )
    ).toHaveLength(1))

  it('leaves contradicting marks to file-coverage', async () => {
    const report = await reportOf(
      made,
      'docs/plans/fresh.md',
      plan({ tree: ['src/app.ts <new>'], steps: [{ files: '\n\n- `src/app.ts` (modified)' }] })
    )
    expect(report.findings.map(finding => finding.rule)).toEqual(['file-coverage'])
  })
})

describe('a link out of the repository', () => {
  it('is named', async () => {
    const made = repo()
    made.commit('first', { 'src/a.ts': 'a', out: `-> ${folder()}` })
    expect(await found(made, 'plan.md', plan({ tree: ['out/secret.ts <modified>'] }))).toEqual([
      'warning Expected a path inside the repository: "out/secret.ts" leads out of the repository by a symbolic link | Write it relative to the top of the repository; it was not looked up'
    ])
  })
})

describe('no repository', () => {
  it('is said', async () => {
    const top = folder()
    const report = await reportOf(
      { top, env: process.env } as TestRepo,
      'plan.md',
      plan({ tree: ['src/none.ts <modified>'] })
    )
    expect(report.findings).toEqual([])
    expect(report.notes).toEqual(['Repository-aware checks skipped: not a git repository'])
  })

  it('is said of a plan outside of it', async () => {
    const made = repo()
    made.commit('first', { 'src/a.ts': 'a' })
    const report = await reportOf(made, `${folder()}/plan.md`, plan({ tree: ['src/none.ts <modified>'] }))
    expect(report.notes).toEqual(['Repository-aware checks skipped: the plan lies outside of the repository'])
  })
})
