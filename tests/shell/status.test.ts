import { describe, expect, it } from 'vitest'
import type { CommandFlaw } from '../../src/shell/index.ts'
import { flawsOf, parseScript } from '../../src/shell/index.ts'
import type { Told } from './told.ts'
import { told } from './told.ts'

const reports = (text: string, flaw: CommandFlaw): Told[] => told(text).filter(report => report.flaw === flaw)

describe('commands that cannot fail', () => {
  const help = 'Use a command that fails when the step is not done, such as a test'
  it.each([
    ['true', 'true', '`true` always succeeds'],
    ['printf ok', 'printf ok', '`printf` always succeeds'],
    ['echo a; echo b', 'echo b', '`echo` always succeeds'],
    ['exit 0', 'exit 0', '`exit 0` always succeeds'],
    ['echo a || true', 'true', '`true` always succeeds'],
    ['printf a; true', 'true', '`true` always succeeds'],
    [`true ${'a'.repeat(35)}`, `true ${'a'.repeat(35)}`, `\`true ${'a'.repeat(35)}\` always succeeds`],
    [`: ${'a'.repeat(39)}`, `: ${'a'.repeat(39)}`, '`:` always succeeds'],
    ['npm test || :', ':', '`|| :` hides the failure of `npm`'],
    ['npm test; exit 0', 'exit 0', '`; exit 0` hides the failure of `npm`'],
    ['npm test || return 0', 'return 0', '`|| return 0` hides the failure of `npm`'],
    ['npm test\nexit 0', 'exit 0', '`exit 0` hides the failure of `npm`'],
    ['npm test && mypy . ; true', 'true', '`; true` hides the failure of `mypy`'],
    ['echo a && npm run b || true', 'true', '`|| true` hides the failure of `npm`'],
    ['npm test && : || true', 'true', '`|| true` hides the failure of `npm`'],
    ['rg a src; true # Expected: none', 'true', '`; true` hides the failure of `rg`'],
    ['npm test || true # Expected: none', 'true', '`|| true` hides the failure of `npm`'],
    ['rg a src && npm test || true # Expected: none', 'true', '`|| true` hides the failure of `npm`'],
    ['rg a src || true', 'true', '`|| true` hides the failure of `rg`'],
    ['npm test &', 'npm test &', '`&` hides the failure of `npm`'],
    [
      'npm run build && pytest -q > log 2>&1 &',
      'npm run build && pytest -q > log 2>&1 &',
      '`&` hides the failure of `pytest`'
    ],
    ['cargo test &\nnpm run lint', 'cargo test &', '`&` hides the failure of `cargo`']
  ])('tells %j', (text, at, detail) => {
    const [found, ...more] = reports(text, 'cannot-fail')
    expect([found?.detail, found?.help, more]).toEqual([detail, help, []])
    expect(text.slice(found!.start, found!.end)).toBe(at)
  })

  it.each([
    'npm exit 0',
    'npm test || xexit 0',
    'npm test || exits 0',
    'npm test; exit 1',
    'echo a; exit',
    'rg old src || true # Expected: none',
    'false; npm 0',
    'echo a | grep true',
    'command; exit 00',
    'npm test &\nwait $!',
    'npm start &\nnpm run e2e',
    'npm run build -- --watch &\nnpm run e2e',
    'uvicorn tests.app:app & pytest -q'
  ])('leaves %j', text => {
    expect(reports(text, 'cannot-fail')).toEqual([])
  })

  it('reads each line by itself', () => {
    const silent = [
      'npm test || exit 0',
      '{ echo a; } > b',
      '(true) > b',
      'time true',
      'time echo a',
      'echo a >&2',
      'echo "a" b',
      '# x\n\necho a',
      'npm test; true; true',
      'npm test || return 0',
      'xset -e; npm test\nexit 0',
      'npm test || true\n\nmypy . || true',
      'npm test || true\nmypy . || true',
      '# one\nnpm test || true',
      '{ npm test; true; }',
      'npm test; echo a',
      'npm test | true',
      'npm test; (exit 0)',
      'npm test || echo no',
      'npm test | tee a',
      'if a; then echo a; fi',
      '(npm test; true)',
      'for a in b; do x; true; done',
      'for a in b; do echo a; done',
      'npm test && mypy . || true',
      'a || b || true',
      'a || true && b || true',
      'echo a | echo b',
      'echo a > /dev/null || true',
      'echo a 2>&1',
      'npm test; true # set -e',
      'npm test\nset -o pipefail\nexit 0'
    ]
    const telling = [
      'echo a >&- <&-',
      'echo a $B',
      'echo $A b',
      'echo 1 < a',
      'if true; then true; else b; fi',
      'if true; then echo a; fi; true || a',
      'echo a; { npm test; }',
      'npm exit 0\nb exit 0',
      '(exit 0)\nnpm test',
      'exits 0',
      'return 00',
      'true | npm test',
      '{ true; npm test; }',
      '(true; npm test)',
      'for a in b; do true; x; done',
      'if a; then true; else b; fi',
      'if a; then true; elif c; then b; fi',
      'f() { true; }',
      'echo a &',
      'a || b',
      'true || npm test; npm x',
      '! true',
      '! echo a',
      'echo $A',
      'echo `a`',
      'echo *',
      'echo a > b',
      'echo a > 12',
      'echo a <<E\nE',
      'A=1',
      '[[ -f a ]]',
      'case a in b) true;; esac',
      'while a; do true; done',
      'echo a; npm test',
      'set -e\nnpm test\nexit 0',
      '  set -xe\nnpm test\nexit 0',
      'set -eu\nnpm test\nexit 0',
      'npm test\nif a; then b; fi\nexit 0',
      'a || exit 1\nexit 0',
      'npm test\nexit 0 || a',
      'trap a EXIT\nnpm test\nexit 0',
      'true && npm test',
      'npm test && true && mypy .'
    ]
    expect(silent.filter(text => reports(text, 'cannot-fail').length === 0)).toEqual([])
    expect(telling.filter(text => reports(text, 'cannot-fail').length > 0)).toEqual([])
  })
})

describe('paths of one machine', () => {
  const folders = (text: string): string[] =>
    reports(text, 'machine-bound').map(({ detail, help, start, end }) => {
      expect([help, detail.replace(/`.*`/, '')]).toEqual([
        'Use a path relative to the repository',
        ' exists on one machine only'
      ])
      expect(end).toBeGreaterThan(start)
      return detail.slice(1, detail.lastIndexOf('`'))
    })

  it.each([
    ['tool /home/al', '/home/al'],
    ['tool /Users/al-2.b/x', '/Users/al-2.b/'],
    ["tool 'C:\\Users\\al\\x'", 'C:\\Users\\al\\'],
    ["tool 'c:\\\\Users\\\\al'", 'c:\\\\Users\\\\al'],
    ['tool :/home/al', '/home/al'],
    ['tool x:y/home/al/z', '/home/al/'],
    ['tool /home/al/://', '/home/al/'],
    ['tool /home/al/x:/y', '/home/al/'],
    ['sshd /home/al/x', '/home/al/'],
    ['xssh /home/al/x', '/home/al/'],
    ['git add /home/al/x', '/home/al/'],
    ['foo grep /home/al/x', '/home/al/'],
    ['rg -n x /home/al/y', '/home/al/'],
    ['rg a b- /home/al/y', '/home/al/'],
    ['rg b- /home/al/y', '/home/al/'],
    ['sudo rg x /home/al/y', '/home/al/'],
    ['rg x > /home/al/y', '/home/al/'],
    ['find . "/home/al/y" /home/bo', '/home/bo']
  ])('tells %j', (text, folder) => {
    expect(folders(text)).toEqual([folder])
  })

  it('tells each home once', () => {
    expect(folders('ls /home/al/a /home/bo/b /home/al/c')).toEqual(['/home/al/', '/home/bo/'])
  })

  it.each([
    'tool /home/1al/x',
    'tool /home/al:x',
    "tool '1:\\Users\\al'",
    "tool 'C:\\Users\\Public\\x'",
    'tool /Users/Shared/x',
    'tool h:/home/al',
    'tool @:/home/al',
    'tool http://x/home/al/',
    'git grep /home/al/x',
    'rg x "/home/al/y"',
    'rg x -a=/home/al/y',
    'rg /home/al/x y',
    'sudo rg /home/al/x y',
    ...'ssh scp rsync docker podman kubectl docker-compose echo printf'.split(' ').map(name => `${name} a /home/al/x`),
    ...'runner node app user vscode coder circleci ubuntu root shared public appuser nonroot gitpod codespace jovyan www-data pwuser airflow jenkins sandbox you your username yourname name me default'
      .split(' ')
      .map(name => `tool /home/${name}/x`)
  ])('leaves %j', text => {
    expect(folders(text)).toEqual([])
  })
})

describe('broken commands', () => {
  it('tells the complaint of the grammar', () => {
    const text = 'make\nnpm test &&'
    const [{ detail, help, start, end } = { detail: '', help: '', start: 0, end: 0 }] = reports(text, 'syntax')
    expect([detail, help, text.slice(start, end)]).toEqual([
      "expected command after '&&'",
      'Write the command as the shell reads it: close quotes and brackets, complete operators',
      '&'
    ])
  })

  it('comes in the order of the text', () => {
    expect(flawsOf(parseScript('ls path/to/a && cat /home/al/b && vim c', 'bash')).map(({ flaw }) => flaw)).toEqual([
      'placeholder',
      'machine-bound',
      'interactive'
    ])
  })
})
