import { afterAll, describe, expect, it } from 'vitest'
import { ignored } from '../../src/repo/past/diff.ts'
import { findRepository } from '../../src/repo/snapshot.ts'
import { openRepo } from './open.ts'
import { ignoreTester } from '../../src/repo/there/ignored.ts'
import { repo, sweep } from './make.ts'
import { spent } from '../spent.ts'

afterAll(sweep)

describe('ignored files', () => {
  it('are those that git says', async () => {
    const made = repo()
    made.commit('first', {
      '.gitignore':
        '# note\n*.log\n!keep.log\n/top.txt\nbuild/\nsub/dir/*.js\n**/cache\ndoc/**/*.html\n\\#odd\ntrail \nsp\\ ace\na?c\n[xy].md\r\n*.a*b*c\n',
      'sub/.gitignore': '!special.log\n/local\n*.tmp\n',
      'sub/deep/.gitignore': '!x.tmp\n',
      'build/.gitignore': '!back.txt\n'
    })
    const paths = [
      'a.log',
      'sub/a.log',
      'keep.log',
      'sub/special.log',
      'sub/deep/special.log',
      'top.txt',
      'sub/top.txt',
      'build/x',
      'build/back.txt',
      'lib/build/x/y',
      'sub/dir/a.js',
      'sub/dir/deep/a.js',
      'cache/x',
      'a/b/cache/c',
      'doc/a.html',
      'doc/x/y/a.html',
      'other/a.html',
      '#odd',
      'trail',
      'sp ace',
      'abc',
      'abbc',
      'sub/local',
      'sub/deep/local',
      'sub/x.tmp',
      'sub/deep/x.tmp',
      'x.tmp',
      'z.md',
      'none'
    ]
    const git = await ignored(await findRepository(made.top, made.env), paths)
    const { facts } = await openRepo(made.top, { env: made.env })
    const ours = paths.filter(path => facts.exists(path, { kind: 'work-tree' }) === 'unknown')
    expect(ours).toEqual(paths.filter(path => git.has(path)))
    expect(ours.length).toBeGreaterThan(12)
  })

  it('take no long time, whatever the patterns', () => {
    const hostile = [
      ...Array.from({ length: 500 }, () => '*a*a*a*a*a*a*b'),
      '*'.repeat(5000),
      `${'**/'.repeat(60)}x`,
      `${'a*'.repeat(50)}b`,
      '[a-'.repeat(50),
      `!${'?'.repeat(190)}`
    ].join('\n')
    const test = ignoreTester(path => path === '.gitignore', { read: () => hostile, link: () => undefined })
    const start = spent()
    for (let i = 0; i < 50; i++) test(`${'a'.repeat(250)}${i}`)
    expect(spent() - start).toBeLessThan(3000)
  })
})
