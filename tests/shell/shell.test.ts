import { describe, expect, it } from 'vitest'
import { looksLikeCommand, parseScript } from '../../src/shell/index.ts'
import { spent } from '../spent.ts'

const names = (text: string, lang = 'bash'): string[] => parseScript(text, lang).commands.map(command => command.name)

describe('looksLikeCommand', () => {
  it.each([
    'npm test',
    'pytest',
    'make lint',
    'make check',
    './tool check',
    'uv run pytest tests/a.py',
    'cargo build',
    'true',
    'curl localhost:8000/health',
    'ruff check src/types.py',
    'python -c "import a"',
    'fancy-tool --help',
    'docker compose up',
    'FOO=1 pytest -q',
    'cd web && npm test',
    'test -f out.txt',
    'go test ./...',
    './gradlew test',
    'git status',
    'bash scripts/x.sh',
    '[ -f a ]',
    'if [ -f a ]; then echo a; fi',
    '! grep -q x y.txt',
    'grep foo src/a.ts | wc -l',
    'npm run <script>',
    '(cd a && npm test)',
    'planlint docs/plan.md',
    'just test',
    'export FOO=bar',
    '$ npm test',
    'python -m http.server',
    '.venv/bin/pytest -q',
    'pnpm seed',
    'git commit -m "open',
    'echo a > b.txt',
    'time make',
    '[[ -f a ]]'
  ])('yes: %s', text => {
    expect(looksLikeCommand(text)).toBe(true)
  })

  it.each([
    '',
    'foo()',
    'f(a, b)',
    'src/a.py',
    './utils',
    '--flag',
    'ClassName',
    'a = b',
    'import x',
    'from x import y',
    'SELECT 1',
    'GET /api',
    'the cli module',
    'make sure it works',
    'make target',
    'go to settings',
    'go 1.26.0',
    '[ ] task',
    '[x] done',
    'x > 5',
    'string | number',
    'build | test',
    'a && b',
    'key: value',
    'a -> b',
    'time series',
    'docker image',
    'node version',
    'test the thing',
    'npm',
    'git',
    'python',
    'false',
    'FOO=bar',
    '/plan.review',
    '$HOME',
    'const x = 1',
    'return true',
    '{a: 1}',
    '<div>',
    'find by id',
    'sort order',
    'pytest fixtures',
    'eslint config',
    'git history',
    'a.ts:12',
    'def f(): pass',
    '1.2.3',
    'if x then y',
    'for x in y',
    'application/json',
    'just in case',
    'ruff rules',
    'type Foo = string',
    'pnpm workspace',
    'dotnet build/publish',
    '> quoted',
    'a\nb',
    'models "github.com/x/y/models"',
    '~/Library/Some Folder/App'
  ])('no: %s', text => {
    expect(looksLikeCommand(text)).toBe(false)
  })
})

describe('parseScript', () => {
  it('splits runners, environment and arguments', () => {
    const [command] = parseScript('A=1 sudo env B=2 uv run --with x pytest -q "a b"', 'bash').commands
    expect(command).toMatchObject({
      name: 'pytest',
      args: ['-q', 'a b'],
      env: { A: '1', B: '2' },
      via: ['sudo', 'env', 'B=2', 'uv', 'run', '--with', 'x']
    })
    expect(command!.words).toEqual([...command!.via, command!.name, ...command!.args])
  })

  it.each([
    ['python -m pytest -q', 'pytest'],
    ['npx -y vitest run', 'vitest'],
    ['poetry run mypy .', 'mypy'],
    ['bundle exec rspec', 'rspec'],
    ['pnpm --filter a exec tsc', 'tsc'],
    ['timeout 30s make', 'make'],
    ['/usr/bin/env bash x.sh', 'bash'],
    ['py -3.13 -m pytest', 'pytest'],
    ['uv run', 'uv'],
    ['sudo', 'sudo'],
    ['node_modules/.bin/jest', 'jest'],
    ['uv run python -m unittest', 'unittest']
  ])('%s runs %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it('knows what joins commands and where they stand', () => {
    const text = 'cd a && npm test | tee log || true; x &\ny'
    const { commands } = parseScript(text, 'bash')
    expect(commands.map(command => [command.joined, command.name, command.cwd])).toEqual(
      [
        [undefined, 'cd', undefined],
        ['&&', 'npm', 'a'],
        ['|', 'tee', 'a'],
        ['||', 'true', 'a'],
        [';', 'x', 'a'],
        ['newline', 'y', 'a']
      ].map((row, i) => (i === 5 ? ['&', 'y', 'a'] : row))
    )
    for (const command of commands) expect(text.slice(command.start, command.end)).toBe(command.text)
    expect(commands[4]!.background).toBe(true)
  })

  it.each([
    ['cd a\ncd b && x', ['a/b']],
    ['cd a\ncd .. && x', [undefined]],
    ['(cd a && y) && x', [undefined]],
    ['cd a && y\ncd b && x', ['b']],
    ['cd a && cd ../b && x', ['b']],
    ['cd "$(git rev-parse --show-toplevel)" && x', [undefined]]
  ])('folder of x in %j', (text, [cwd]) => {
    const x = parseScript(text, 'sh').commands.find(command => command.name === 'x')
    expect(x!.cwd).toBe(cwd)
    expect(x!.lost).toBeUndefined()
  })

  it.each(['cd "$D" && x', 'cd - && x', 'cd .. && x', 'cd <dir> && x', 'popd; x', 'cd ~/a && x'])(
    'is lost after %s',
    text => {
      expect(parseScript(text, 'sh').commands.at(-1)!.lost).toBe(true)
    }
  )

  it('reads comments and expectations, not hashes in words, quotes and here-documents', () => {
    const text =
      'echo "# a" b#c ${#d} # Expected: fine\n# => 3 lines\n# should print x\ncat <<E\n# no\nE\n# Expected:\n#   all pass\n# plain'
    const script = parseScript(text, 'bash')
    expect(script.expected).toEqual(['fine', '3 lines', 'should print x', 'all pass'])
    expect(script.comments.at(-1)).toMatchObject({ text: '# plain' })
    for (const comment of script.comments) expect(text.slice(comment.start, comment.end)).toBe(comment.text)
  })

  it.each([
    ['console', '$ npm test\n> a@1 test\nok (3)\n$ git status\nclean', ['npm', 'git']],
    ['bash', '$ a \\\n  --b\nout', ['a']],
    ['console', 'me@box:~/x$ make\ndone', ['make']],
    ['console', '# npm test\n# git status', ['npm', 'git']],
    ['bash', '# npm test\nls', ['ls']],
    ['console', '> npm test', ['npm']],
    ['sh', '% make', ['make']],
    ['', '% make', ['make']],
    ['console', '$ cat <<E\nx\nE\nout', ['cat']],
    ['bash', '(venv) $ pytest\n1 passed', ['pytest']]
  ])('prompts in %s: %j', (lang, text, expected) => {
    expect(names(text, lang)).toEqual(expected)
  })

  it.each([
    ['powershell', 'Get-Content x\nnpm test\n$x = 1', ['Get-Content', 'npm']],
    ['powershell', "$env:A='1'; uv run pytest tests\\a.py", ['pytest']],
    ['cmd', '.venv\\Scripts\\python.exe -m pytest', ['pytest']],
    ['', 'PS C:\\x> npm test', ['npm']],
    ['fish', 'set -x A 1\nnpm test', ['set', 'npm']],
    ['', 'Some prose (here)\nmore', []],
    ['text', 'npm test (all)\nok', []]
  ])('%s is undecided: %j', (lang, text, expected) => {
    const script = parseScript(text, lang)
    expect(script.language).toBe('undecided')
    expect(script.problem).toBeUndefined()
    expect(script.commands.map(command => command.name)).toEqual(expected)
    for (const command of script.commands) expect(text.slice(command.start, command.end)).toBe(command.text)
  })

  it('reads compound commands, functions and here-documents', () => {
    expect(
      names(
        'for i in 1 2; do pytest $i; done\nif a; then b; else c; fi\nf() { d; }\nwhile e; do g; done\ncase x in y) h;; esac\n{ i; }'
      )
    ).toEqual(['pytest', 'a', 'b', 'c', 'd', 'e', 'g', 'h', 'i'])
    expect(parseScript('psql <<SQL\nselect 1;\nSQL', 'sh').commands).toMatchObject([{ name: 'psql', heredoc: true }])
  })

  it('keeps placeholders as words, not as redirections', () => {
    const script = parseScript('cp <source file> out/<name>.txt # <why>', 'bash')
    expect(script.placeholders.map(item => item.text)).toEqual(['<source file>', '<name>'])
    expect(script.commands[0]!.args).toEqual(['<source file>', 'out/<name>.txt'])
    expect(script.commands[0]!.redirects).toEqual([])
    expect(parseScript('sort <in.txt >out.txt', 'sh').commands[0]!.redirects).toEqual(['<in.txt', '>out.txt'])
  })

  it('reads Windows line ends like others', () => {
    const text = 'npm test \\\r\n  --watch\r\ncat <<E\r\n# x\r\nE\r\nls # Expected: ok\r\n'
    const script = parseScript(text, 'bash')
    expect(script.commands.map(command => command.name)).toEqual(['npm', 'cat', 'ls'])
    expect(script.commands[0]!.args).toEqual(['test', '--watch'])
    expect(script.expected).toEqual(['ok'])
  })

  it.each(['{.bash}', 'Bash', 'sh:run', 'shell'])('takes %s for shell', lang => {
    expect(parseScript('x y', lang).language).toBe('sh')
  })

  it.each([
    '(',
    '$(',
    '"',
    '`',
    '${',
    '{',
    '$((',
    'a=(',
    'if ',
    'while true; do ',
    'cat <<A\n',
    '[[ ( ',
    '! ',
    'a|',
    'a&&',
    'f() ',
    'f(){ ',
    'coproc ',
    'function a ',
    '"${a:-"',
    '<a> ',
    'a <b>\n',
    '# x\n',
    'cd a\n',
    '$ a\n',
    '\r\n',
    '\\\n',
    '\0',
    '🙂'
  ])('survives %j without end', unit => {
    for (const length of [400, 19_000, 1_000_000]) {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const start = spent()
      for (const lang of ['bash', '', 'console', 'powershell']) parseScript(text, lang)
      looksLikeCommand(text)
      expect(spent() - start).toBeLessThan(4000)
      if (length === 1_000_000)
        expect(parseScript(text, 'sh')).toMatchObject({ language: 'undecided', complete: false, commands: [] })
    }
  })
})
