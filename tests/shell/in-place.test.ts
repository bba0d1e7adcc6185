import { describe, expect, it } from 'vitest'
import { readInPlace } from '../../src/shell/index.ts'

const prefixes = ['', 'CI=1 ', 'time ', '! ', 'cd web && ', 'source env.sh; ', 'nvm use && ', 'sudo ']
const known = ['npm test', 'cargo test', './gradlew check', 'pytest -q']
const unknown = ['acme check --all', 'acme-cli lint src/', './scripts/verify all', 'my_tool -x', 'tools/ci/run.sh a']

describe('code where a command belongs', () => {
  it.each(prefixes.flatMap(prefix => [...known, ...unknown].map(command => prefix + command)))('%s', text => {
    expect(readInPlace(text)).toBe('command')
  })

  it.each(
    'acme check --all|[[ -f dist/index.js ]]|. ./venv/bin/activate && pytest|$env:CI=1; npm test|$env:A="b c"; acme check|gradlew.bat test|.\\build.ps1 -Test|"$PYTHON" -m pytest|$PYTHON -m pytest|Invoke-Pester -Path tests|R CMD check .|(cd web && acme check)|acme check | grep -q ok|acme check > out.txt|npm test -- -t "renders|acme check "x|npm test &&|if [ -f x ]; then acme check; fi|MSBuild.exe app.sln|clj -M:test|bazelisk test //...|{ npm test; }|{ acme check; acme report; }|(( $(grep -c x f) > 0 ))|out=$(npm test)'
      .split('|')
      .filter(text => !text.endsWith(' '))
  )('%s is one', text => {
    expect(readInPlace(text)).toBe('command')
  })

  it.each([
    ['acme check', 'phrase'],
    ['sbt test', 'phrase'],
    ['yarn workspace web', 'phrase'],
    ['yarn workspace web test', 'command'],
    ['actionlint', 'word'],
    ['./scripts/check', 'word'],
    ['my_tool', 'name'],
    ['tests/test_a.py', 'name'],
    ['true', 'word'],
    ['[run the check]', 'blank'],
    ['<command>', 'blank'],
    ['{{test command}}', 'blank'],
    ['TBD', 'blank'],
    ['...', 'blank']
  ])('%s is a %s', (text, reading) => {
    expect(readInPlace(text)).toBe(reading)
  })

  it.each([
    'DeleteRequest',
    'localStorage',
    'AREA_MISMATCH',
    'f099511',
    'v1.2.3',
    'README.md',
    'src/x.ts',
    'infra/',
    '/api/x',
    'get_teams()',
    'list(a="b")',
    'foo.bar',
    'x == 3',
    'failed > 0',
    'a -> b',
    'x = 1',
    'key: value',
    '--flag',
    '.env',
    'str | None',
    'list[str] | None',
    'string | number',
    'GET /api/health',
    'POST /scan/*',
    'SECURITY DEFINER',
    '117 passed',
    '0 errors',
    'Build succeeded',
    'all tests pass',
    'user not found',
    'exit code 0',
    'no issues',
    "it's done",
    "doesn't fail",
    'import x from "y"',
    'const a = 1',
    'assert x == 1',
    '<div>',
    '@scope/pkg',
    '"Items"',
    '[schema]',
    'http://localhost',
    'history/*.csv',
    'patch("a.b.c_*"',
    'test result: ok',
    '{ error: "x" }',
    ''
  ])('%s is none', text => {
    expect(readInPlace(text)).toBe('other')
  })
})
