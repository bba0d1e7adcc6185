/** What the commands of a plan need and a repository lacks, and what the plan itself makes, as the rule on commands tells it. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { listing, textOf } from '../rules/listing.ts'
import type { Lists } from '../rules/listing.ts'

type Files = Readonly<Record<string, string>>

/** Severity, message and help of each finding of a plan with one step that has these commands run. */
function lacks(commands: string, files: Files = {}, more: Lists & { around?: string; file?: string } = {}): string[] {
  const { around = '', file = '`src/app.ts`', ...lists } = more
  const text = textOf({ steps: [`${file}\n\n${around}\n\`\`\`sh\n${commands}\n\`\`\`\n`], ...lists })
  const listed = Object.keys(files)
    .map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`)
    .join('')
  const repo = createFacts(
    { top: '', notes: [], shallow: false, files: listed },
    { read: path => files[path], link: () => undefined }
  )
  const report = lintText(text, { profiles: [listing()], forced: 'listing', path: 'a-plan.md', repo })
  return report.findings
    .filter(({ rule }) => rule === 'command-exists')
    .map(({ severity, message, help }) => `${severity} ${message} → ${help}`)
}

const pack = (name: string, ...scripts: string[]): string =>
  JSON.stringify({
    name,
    workspaces: ['packages/*'],
    scripts: Object.fromEntries(scripts.map(script => [script, 'x']))
  })
const root = { 'package.json': pack('root', 'test', 'build') }
const script = (name: string, file = 'package.json', meant = ''): string =>
  `Unknown script "${name}": ${file} has none of that name → Add it to ${file} in a step${meant}`

describe('scripts', () => {
  it.each([
    ['npm test', root, []],
    ['npm run docs', root, [`error ${script('docs')}`]],
    ['npm run biuld', root, [`error ${script('biuld', 'package.json', ' (did you mean \"build\"?)')}`]],
    ['yarn docs', root, []],
    ['bun run docs', root, []],
    ['npm run docs', { 'package.json': '{' }, []],
    ['npm start', root, [`error ${script('start')}`]],
    ['npm start', { ...root, 'server.js': '' }, []],
    ['npm stop', { ...root, 'server.js': '' }, [`error ${script('stop')}`]],
    ['cd web && npm start', { ...root, 'web/package.json': pack('web'), 'web/server.js': '' }, []],
    [
      'cd web && npm start',
      { ...root, 'web/package.json': pack('web'), 'server.js': '' },
      [`error ${script('start', 'web/package.json')}`]
    ],
    [
      'cd web && npm run docs',
      { 'web/package.json': pack('web', 'test') },
      [`error ${script('docs', 'web/package.json')}`]
    ]
  ])('%s', (commands, files, expected) => {
    expect(lacks(commands, files as Files)).toEqual(expected)
  })

  const missing = (name: string, path: string): string =>
    `warning Missing ${path.split('/').at(-1)} for "${name}" → Let a step create ${path}, or name the folder that the command runs in`
  it('need a package.json', () => {
    expect(lacks('npm run docs')).toEqual([missing('npm run docs', 'package.json')])
    expect(lacks('cd web && npm run docs')).toEqual([
      'warning Missing "web" in the repository: a command runs it → Correct the path, or let the plan create the file'
    ])
    expect(lacks('cd web && make docs', { 'web/x.ts': '' })).toEqual([
      'warning Missing web/Makefile for "make docs" → Let a step create web/Makefile, or name the folder that the command runs in'
    ])
    for (const made of [
      'npm init -y',
      'pnpm create x',
      'yarn create x',
      'bun init',
      'npx create-x web',
      'degit x',
      'touch package.json'
    ])
      expect([made, lacks(`${made}\nnpm run docs`)]).toEqual([made, []])
    for (const other of [
      'npm initx',
      'npm run create',
      'xnpm init',
      'npmx init',
      'npx xcreate-x',
      'degits x',
      'npm xinit'
    ])
      expect([other, lacks(`${other}\nnpm run docs`).at(-1)]).toEqual([other, missing('npm run docs', 'package.json')])
    expect(
      lacks('cd web && npm init && npm run docs && cd ../api && npm run docs', { 'web/a.ts': '', 'api/a.ts': '' })
    ).toEqual([])
    expect(lacks('npm run docs\nnpm init -y')).toEqual([missing('npm run docs', 'package.json')])
    expect(lacks('npm run docs', {}, { file: '`package.json`' })).toEqual([])
  })

  const several = {
    ...root,
    'packages/web/package.json': pack('@x/web', 'dev'),
    'packages/api/package.json': pack('api', 'test')
  }
  const workspace = (name: string): string => `error Unknown workspace "${name}" → Name one of the packages`
  it.each([
    ['npm -w @x/web run dev', []],
    ['npm -w web run dev', []],
    ['npm -w packages/web run dev', []],
    ['npm -w ./packages/web/ run dev', []],
    [
      'npm -w api run dev',
      [
        'error Unknown script "dev": packages/api/package.json has none of that name → Run it in packages/web, which has it; or add it to packages/api/package.json in a step'
      ]
    ],
    ['npm -ws run dev', []],
    ['npm -ws run docs', [`error ${script('docs')}`]],
    ['npm -w eb run dev', [workspace('eb')]],
    ['npm -w apii run dev', [`${workspace('apii')} (did you mean "api"?)`]],
    ...['a*', '!a', '{a}', 'a...', '[a]', '^a'].map(
      name => [`pnpm --filter '${name}' run dev`, []] as [string, string[]]
    )
  ])('of workspaces: %s', (commands, expected) => {
    expect(lacks(commands, several)).toEqual(expected)
  })

  it('of workspaces that may be there', () => {
    expect(lacks('npm -w tool run dev', { ...several, 'tool/x.ts': '' })).toEqual([])
    expect(lacks('npm -w tool run dev\ntouch x', several, { file: '`tool/x.ts`' })).toEqual([])
    expect(lacks('npm -w tool run dev', several, { around: 'The package tool is new.\n' })).toEqual([])
    expect(lacks('npm -w tool run dev', {})).toEqual([workspace('tool')])
    expect(lacks('npm -ws run dev', {})).toEqual([])
    expect(lacks('npm -w web run dev', { ...several, 'packages/web/package.json': '{' })).not.toEqual([script('dev')])
  })

  it('may be announced', () => {
    const said = (around: string, name = 'docs'): boolean =>
      lacks(`npm run ${name}`, root, { around: `${around}\n` }).length === 0
    for (const verb of 'add adds added adding create creates define defines introduce introduces new rename renames register wire expose script scripts target targets recipe recipes Add'.split(
      ' '
    ))
      expect([verb, said(`${verb} \`docs\` to it.`)]).toEqual([verb, true])
    for (const text of [
      'Add "docs" to it.',
      "Add 'docs' to it.",
      'It has "docs": "x".',
      'It has `docs`: x and docs: y.'
    ])
      expect([text, said(text)]).toEqual([text, true])
    for (const text of [
      'Add docs to it.',
      'Run `docs` twice.',
      'The `docs` are old.',
      'Renewed `docs`.',
      'Add it.\n\nThe `docs` here.'
    ])
      expect([text, said(text)]).toEqual([text, false])
    for (const name of ['docs:all', 'docs-all', 'docs_all'])
      expect([said(`Add ${name} to it.`, name), said(`Use ${name} for it.`, name)]).toEqual([true, false])
  })

  it('may come with a change of the manifest: then a warning, unless the plan says so', () => {
    const changed = { file: '`package.json`' }
    expect(lacks('npm run docs', root, changed)).toEqual([`warning ${script('docs')}`])
    for (const word of ['script', 'scripts', 'Scripts', 'targets'])
      expect(lacks('npm run docs', root, { ...changed, around: `There are ${word} for it.\n` })).toEqual([
        `warning ${script('docs')}`
      ])
    expect(lacks('npm run docs', root, { ...changed, around: 'It gets the script `docs`.\n' })).toEqual([])
    expect(lacks('npm run biuld', root, changed)).toEqual([
      `error ${script('biuld', 'package.json', ' (did you mean \"build\"?)')}`
    ])
    expect(lacks('npm run docs', root, { table: ['`package.json` | Delete'] })).toEqual([`error ${script('docs')}`])
  })
})

describe('targets', () => {
  const makefile = { Makefile: 'test:\n\tx\nbuild: test\n\tx\n', justfile: 'test:\n  x\n' }
  const target = (what: string, name: string, file: string, meant = ''): string =>
    `error Unknown ${what} "${name}": ${file} has none of that name → Add it to ${file} in a step${meant}`
  it.each([
    ['make test', makefile, []],
    ['make docs', makefile, [target('make target', 'docs', 'Makefile')]],
    ['make biuld', makefile, [target('make target', 'biuld', 'Makefile', ' (did you mean \"build\"?)')]],
    ['just test', makefile, []],
    ['just docs', makefile, [target('just recipe', 'docs', 'justfile')]],
    ['just a:b', makefile, []],
    ['make -f x.mk docs', makefile, []],
    ['just -f x docs', makefile, []],
    ['make out.txt', { ...makefile, 'out.txt': '' }, []],
    ['touch out.txt && make out.txt', makefile, []],
    ['just docs', { ...makefile, docs: '' }, [target('just recipe', 'docs', 'justfile')]],
    ['touch docs && just docs', makefile, [target('just recipe', 'docs', 'justfile')]],
    ['make docs', { Makefile: 'include x.mk\ntest:\n\tx\n' }, []],
    ['make -C web docs', { 'web/Makefile': 'test:\n\tx\n' }, [target('make target', 'docs', 'web/Makefile')]],
    ['make -C web docs', { 'web/Makefile': 'test:\n\tx\n', 'web/docs': '' }, []],
    ['make -C web docs', { 'web/Makefile': 'test:\n\tx\n', docs: '' }, [target('make target', 'docs', 'web/Makefile')]],
    [
      'make docs',
      {},
      [
        'warning Missing Makefile for "make docs" → Let a step create Makefile, or name the folder that the command runs in'
      ]
    ],
    [
      'just docs',
      {},
      [
        'warning Missing justfile for "just docs" → Let a step create justfile, or name the folder that the command runs in'
      ]
    ]
  ])('%s', (commands, files, expected) => {
    expect(lacks(commands, files as Files)).toEqual(expected)
  })

  it('are not those of another folder', () => {
    expect(lacks('cd web && make docs', { ...makefile, 'web/x.ts': '' })).toEqual([
      'warning Missing web/Makefile for "make docs" → There is one at the top of the repository: run the command there'
    ])
    const below = { 'web/Makefile': 'test:\n\tx\n', 'package.json': '{}' }
    expect(lacks('make test', below)).toEqual([
      'warning Missing Makefile for "make test" → There is one in web: run the command there, or let a step create Makefile'
    ])
    expect(lacks('make test', below, { around: 'Run all commands from `web/`.\n' })).toEqual([])
    expect(lacks('make test', { 'web/Makefile': 'test:\n\tx\n' })).toEqual([])
  })

  it('may come with a change of the manifest', () => {
    for (const word of ['target', 'targets', 'recipe', 'recipes', 'Targets', 'scripts'])
      expect(lacks('make docs', makefile, { file: '`Makefile`', around: `There are ${word} for it.\n` })).toHaveLength(
        1
      )
    expect(lacks('make docs', makefile, { file: '`Makefile`', around: 'It gets the target `docs`.\n' })).toEqual([])
  })
})

describe('commands', () => {
  it('are those of steps and commits', () => {
    const node = '`src/app.ts`\n\n```sh\nnode a/x.ts\n```'
    const found = (lists: Lists): number => lacks('npm test', root, lists).length
    expect([
      found({ steps: [node] }),
      found({ steps: [], commits: [node] }),
      found({ roadmap: [node] }),
      found({ text: node })
    ]).toEqual([1, 1, 0, 0])
    expect([
      found({ text: '## Checks\n\n`node a/x.ts`' }),
      found({ text: '## Checks\n\n`node a/x.ts`', steps: [node] })
    ]).toEqual([1, 1])
  })
})

describe('files', () => {
  const missing = (path: string, help = 'Correct the path, or let the plan create the file'): string =>
    `error Missing "${path}" in the repository: a command runs it → ${help}`
  it.each([
    ['node a/x.ts', { 'a/x.ts': '' }, {}, []],
    ['node a/x.ts', {}, {}, [missing('a/x.ts')]],
    ['node a/x.ts', { 'b/x.ts': '' }, {}, [missing('a/x.ts', 'Write "b/x.ts", if that is meant')]],
    ['node a/x.ts', {}, { around: 'It runs x.ts now.\n' }, [missing('a/x.ts')]],
    ['node a/x.ts', {}, { around: 'Write x.ts now.\n' }, []],
    ['node a/x.ts', {}, { around: 'Write b/x.ts now.\n' }, [missing('a/x.ts')]],
    ['node a/x.ts', {}, { file: '`a/x.ts`' }, []],
    ['pytest src/a/', {}, { file: '`src/a/b/x.py`' }, []],
    ['node a/x.ts', {}, { file: '`a/`' }, []],
    ['node a/b/x.ts', {}, { file: '`a/`' }, []],
    ['node b/a/x.ts', {}, { file: '`a/y.ts`' }, [missing('b/a/x.ts')]],
    ['node a/x.ts', {}, { file: '`a/*.ts`' }, []],
    ['node a/x.js', {}, { file: '`a/*.ts`' }, [missing('a/x.js')]],
    ['mkdir src/b && node src/b/c/x.ts', {}, {}, []],
    ['touch a/y.ts && node a/x.ts', {}, {}, [missing('a/x.ts')]],
    ...'vitest jest mocha ava playwright'
      .split(' ')
      .map(name => [`${name} src/abc`, {}, {}, []] as [string, Files, Lists, string[]]),
    ['pytest src/abc', {}, {}, [missing('src/abc')]],
    ['vitest src/abc.ts', {}, {}, [missing('src/abc.ts')]],
    ['node a/x.ts\nnode a/x.ts', {}, {}, [missing('a/x.ts')]]
  ])('%s', (commands, files, more, expected) => {
    expect(lacks(commands, files as Files, more as Lists)).toEqual(expected)
  })

  it('need not be there where the text around expects a failure', () => {
    for (const word of [
      'fail',
      'fails',
      'failed',
      'failing',
      'failure',
      'red',
      'error',
      'errors',
      'not found',
      'not exist',
      'not yet found',
      'no longer',
      'should not',
      'must not',
      'before the change',
      'before this change',
      'Fails'
    ]) {
      expect([word, lacks(`node a/x.ts # ${word}`)]).toEqual([word, []])
      expect([word, lacks('node a/x.ts', {}, { around: `It ${word} here:\n` })]).toEqual([word, []])
    }
    for (const word of ['failover', 'unfailing', 'bred', 'terror', 'not there', 'before a change'])
      expect([word, lacks(`node a/x.ts # ${word}`, {}, { around: `It ${word} here:\n` })]).toEqual([
        word,
        [missing('a/x.ts')]
      ])
    const step = (before: string, after: string): number =>
      lacks('', {}, { steps: [`\`src/app.ts\`\n\n${before}\n\`\`\`sh\nnode a/x.ts\n\`\`\`\n${after}\n`] }).length
    expect([
      step('It fails.\n', ''),
      step('It fails.\n\nNow:', ''),
      step('It fails.\n\n\n', ''),
      step('', 'It fails.'),
      step('', '\nIt fails.'),
      step('', '\n\nIt fails.')
    ]).toEqual([0, 1, 1, 0, 0, 1])
    const inline = (text: string): number => lacks('', {}, { steps: [`\`src/app.ts\`\n\n${text}\n`] }).length
    expect([
      inline('Run `node a/x.ts`, it fails.'),
      inline('It fails: `node a/x.ts`'),
      inline('It fails.\n\nRun `node a/x.ts`.'),
      inline('Run `node a/x.ts`.\nIt fails.')
    ]).toEqual([0, 0, 1, 1])
  })
})
