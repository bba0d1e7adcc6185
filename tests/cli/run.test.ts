import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, made, runIn } from './harness.ts'

const clean = '# Plan\n'

describe('exit codes', () => {
  test.each([
    ['no findings', { 'PLAN.md': clean }, [], 0],
    ['warnings', { 'PLAN.md': '# Plan\nwarning\n' }, [], 0],
    ['as many warnings as allowed', { 'PLAN.md': '# Plan\nwarning\n' }, ['--max-warnings', '1'], 0],
    ['too many warnings', { 'PLAN.md': '# Plan\nwarning\n' }, ['--max-warnings=0'], 1],
    ['too many warnings, though not shown', { 'PLAN.md': '# Plan\nwarning\n' }, ['--max-warnings=0', '--quiet'], 1],
    ['an error', { 'PLAN.md': '# Plan\nerror\n' }, [], 1],
    ['a named file that is no plan', { 'notes.md': 'x' }, ['notes.md'], 2],
    ['the same beside a plan', { 'PLAN.md': clean, 'notes.md': 'x' }, ['PLAN.md', 'notes.md'], 2],
    [
      'the same, allowed',
      { 'PLAN.md': clean, 'notes.md': 'x' },
      ['PLAN.md', 'notes.md', '--no-error-on-unmatched-pattern'],
      0
    ],
    ['the same in a folder', { 'PLAN.md': clean, 'notes.md': 'x' }, ['.'], 0],
    ['standard input without text', {}, ['-'], 2],
    [
      'an unreadable file beside an error',
      { 'PLAN.md': '# Plan\nerror\n', 'bad-plan.md': new Uint8Array([0xff]) },
      [],
      2
    ],
    ['a crashed rule', { 'PLAN.md': '# Plan\ncrash\n' }, [], 2],
    ['nothing to judge', { 'notes.md': 'x' }, [], 2],
    ['nothing to judge, allowed', { 'notes.md': 'x' }, ['--no-error-on-unmatched-pattern'], 0],
    ['a folder without plans', { 'docs/notes.md': 'x' }, ['docs'], 2],
    ['a folder without Markdown', { 'docs/notes.txt': 'x' }, ['docs'], 2],
    ['an unmatched path beside a clean plan', { 'PLAN.md': clean }, ['PLAN.md', 'nix.md'], 2],
    ['an unmatched path, allowed', { 'PLAN.md': clean }, ['PLAN.md', 'nix.md', '--no-error-on-unmatched-pattern'], 0],
    ['an unmatched glob', { 'PLAN.md': clean }, ['docs/**/*.md'], 2],
    ['a plan that declares itself none', { 'PLAN.md': 'no plan' }, ['PLAN.md'], 2],
    ['the same, allowed', { 'PLAN.md': 'no plan' }, ['PLAN.md', '--no-error-on-unmatched-pattern'], 0],
    [
      'nothing recognised, and the rule that says so is off',
      { 'PLAN.md': 'x', '.remarkrc': '{"plugins": {"planlint": {"rules": {"profile-match": false}}}}' },
      ['PLAN.md'],
      2
    ],
    ['a broken configuration', { 'PLAN.md': clean, '.remarkrc': '{' }, [], 2],
    ['planlint switched off', { 'PLAN.md': clean, '.remarkrc': '{"plugins": {"planlint": false}}' }, [], 2]
  ])('%s', async (_, files, argv, code) => {
    const outcome = await runIn({ cwd: folderOf(files) }, ...argv)
    expect(outcome.code, outcome.stderr).toBe(code)
    if (code === 1) expect(outcome.stderr).toBe('')
    if (code === 2) expect(outcome.stderr).not.toBe('')
  })
})

describe('words about bad input', () => {
  test.each([
    [['--frmat', 'json'], 'Unknown option "--frmat" (did you mean "--format"?)'],
    [['--no-confg'], '(did you mean "--no-config"?)'],
    [['-x'], 'Unknown option "-x"'],
    [['--format', 'jsno'], 'Unknown format "jsno" (did you mean "json"?)'],
    [['--format'], 'Missing value of --format'],
    [['--max-warnings', 'abc'], 'Expected a whole number from 0 after --max-warnings, not "abc"'],
    [['--max-warnings', '-1'], 'Expected a whole number from 0 after --max-warnings, not "-1"'],
    [['--max-warnings', '1', '--max-warnings', '2'], 'Duplicate option --max-warnings'],
    [['--no-quiet'], 'Unknown option "--no-quiet"'],
    [['--config', 'a.json', '--no-config'], 'Conflicting --config and --no-config'],
    [['--profile', 'desing-plan', 'PLAN.md'], 'Unknown profile "desing-plan" (did you mean "design-plan"?)'],
    [['explian', 'x'], 'No such file or command: "explian" (did you mean "planlint explain"?)'],
    [['explain', 'step-verificaton'], 'Unknown rule "step-verificaton" (did you mean "step-verification"?)'],
    [['explain'], 'Missing argument: planlint explain <rule>; planlint rules lists them'],
    [['init'], 'Missing argument: planlint init <profile> [file]; planlint profiles lists them'],
    [['rules', 'x'], 'Unexpected argument "x"'],
    [['rules', '--format', 'yaml'], 'Unknown format "yaml"'],
    [['profiles', 'planing-md'], 'did you mean "planning-md"?'],
    [['completion', 'bahs'], 'did you mean "bash"?'],
    [['nix.md'], 'No such file or folder: "nix.md"'],
    [['--format', 'json', '--format', 'sarif'], 'Only one format can go to standard output'],
    [['-f', 'json', '-o', 'a', '-o', 'b'], 'Missing --format for the output file "b"'],
    [['--stdin-filename', 'x.md'], 'Missing "-"'],
    [['PLAN.md', '-o', 'PLAN.md/x'], 'Output file "PLAN.md/x" can\'t be written'],
    [['--config', 'nix.json'], "nix.json: can't be read"]
  ])('%j', async (argv, words) => {
    const outcome = await runIn({ cwd: folderOf({ 'PLAN.md': clean }) }, ...argv)
    expect(outcome.stderr).toContain(words)
    expect(outcome.stderr).not.toContain('internal error')
    expect(outcome.code).toBe(2)
  })

  test("file names can't write on the terminal", async () => {
    const { stderr } = await runIn({ cwd: folderOf({}) }, '\u001B[31mnix\n.md')
    expect(stderr).toBe('planlint: No such file or folder: "\\u{1b}[31mnix\\u{a}.md"\n')
  })

  test('an internal error is exit 2, not a rejection', async () => {
    const services = { readPlan: async () => Promise.reject(new Error('boom')) }
    const outcome = await runIn({ cwd: folderOf({ 'PLAN.md': clean }), services })
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr).toContain(
      'internal error, please report it at https://github.com/planlint/planlint/issues: Error: boom'
    )
  })
})

describe('reports', () => {
  const files = { 'PLAN.md': '# Plan\nerror\nwarning\n' }

  test('a format goes to the file after it', async () => {
    const cwd = folderOf(files)
    const { stdout } = await runIn(
      { cwd },
      '--format',
      'compact',
      '--format',
      'json',
      '--output-file',
      'out/report.json'
    )
    expect(stdout).toContain('PLAN.md:2:1: error')
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'out/report.json'), 'utf8'))).toMatchObject({
      summary: { errors: 1, warnings: 1 }
    })
  })

  test('a file before its format', async () => {
    const cwd = folderOf(files)
    const { stdout } = await runIn({ cwd }, '-o', 'out.json', '-f', 'json')
    expect(stdout).toBe('')
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'out.json'), 'utf8'))).toMatchObject({ version: 1 })
  })

  test('a file alone gets the default format, uncoloured', async () => {
    const cwd = folderOf(files)
    await runIn({ cwd, isTTY: true, env: { FORCE_COLOR: '1' } }, '-o', 'out.txt')
    expect(fs.readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toContain('  2 │ error')
  })

  test('the configuration names the format, the flag wins', async () => {
    const cwd = folderOf({ ...files, '.remarkrc': '{"plugins": [["planlint", {"format": "json"}]]}' })
    expect(JSON.parse((await runIn({ cwd })).stdout)).toMatchObject({ version: 1 })
    expect((await runIn({ cwd }, '-f', 'compact')).stdout).toContain('PLAN.md:2:1: error')
  })

  test('JSON is written even when nothing was judged', async () => {
    const { code, stdout } = await runIn({ cwd: folderOf({}) }, '-f', 'json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ files: [] })
  })

  test.each([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
    [['--no-color'], { FORCE_COLOR: '1' }, true, false],
    [['--color'], { NO_COLOR: '1' }, false, true]
  ] as [string[], Record<string, string>, boolean, boolean][])(
    'colour: %j %j terminal %s → %s',
    async (argv, env, isTTY, expected) => {
      const { stdout } = await runIn({ cwd: folderOf(files), env, isTTY }, ...argv)
      expect(stdout.includes('\u001B[')).toBe(expected)
    }
  )
})

describe('standard input', () => {
  test('is judged under its name, with the configuration of that place', async () => {
    const cwd = folderOf({ 'docs/.remarkrc.yml': 'plugins:\n  planlint:\n    profile: planning-md\n' })
    const { code, stdout } = await runIn({ cwd, stdin: 'error\n' }, '-', '--stdin-filename', 'docs/x.md', '-f', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'docs/x.md', profile: 'planning-md' }] })
  })

  test('invalid UTF-8 is trouble', async () => {
    const { code, stderr } = await runIn({ cwd: folderOf({}), stdin: new Uint8Array([0xc3, 0x28]) }, '-')
    expect([code, stderr]).toEqual([
      2,
      'planlint: <stdin>:1:1: Expected UTF-8, but byte 1 is not: save the file as UTF-8 (it looks like Latin-1 or Windows-1252)\n'
    ])
  })
})

test('--print-config shows what holds, without judging', async () => {
  const cwd = folderOf({
    'docs/.remarkrc.json':
      '{"plugins": [["planlint", {"rules": {"no-placeholder": "warn"}}], ["planlint/rules/step-verification", ["error"]]]}'
  })
  const { code, stdout } = await runIn({ cwd }, '--print-config', 'docs/a.md')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    configFile: 'docs/.remarkrc.json',
    enabled: true,
    file: { path: 'docs/a.md', state: 'not-judged' },
    options: { rules: { 'no-placeholder': 'warn', 'step-verification': ['error'] } }
  })
})

test('each configuration gets one linter, with its profiles and its base', async () => {
  const cwd = folderOf({
    'a-plan.md': clean,
    'sub/b-plan.md': clean,
    'sub/c-plan.md': clean,
    'sub/.remarkrc.json': '{"plugins": {"planlint": {"profiles": ["own.yml"], "profile": "own"}}}',
    'sub/own.yml': 'name: own\n'
  })
  made.length = 0
  const { code } = await runIn({ cwd })
  expect(code).toBe(0)
  expect(made).toEqual([
    { options: {}, env: { cwd } },
    { options: { profiles: ['own.yml'], profile: 'own' }, env: { cwd, profiles: [{ name: 'own' }] } }
  ])
})

test("the version costs nothing and is the package's", async () => {
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }
  expect(await runIn({ cwd: '/' }, '--version')).toEqual({ code: 0, stdout: version + '\n', stderr: '' })
  expect((await runIn({ cwd: '/' }, 'rules', '--version')).stdout).toBe(version + '\n')
})

test('help names every command and format, and hides what is not built', async () => {
  const { stdout } = await runIn({ cwd: '/' }, '--help')
  for (const word of [
    'explain <rule>',
    'completion <shell>',
    'stylish',
    'sarif',
    '--no-error-on-unmatched-pattern',
    '--no-config-js'
  ])
    expect(stdout).toContain(word)
  expect(stdout).not.toContain('undefined')
})

test('after "--" everything is a path', async () => {
  const cwd = folderOf({ '--help': clean, rules: clean })
  expect((await runIn({ cwd }, '-f', 'compact', '--', '--help', 'rules')).code).toBe(0)
})
