import { describe, expect, it } from 'vitest'
import { filesOf } from './shown.ts'

const readers =
  'cat bat head tail wc less more source . file stat xxd md5sum sha256sum shasum sort uniq nl od strings open diff cmp shellcheck yamllint hadolint actionlint markdownlint ruff mypy pyright eslint oxlint prettier black flake8 pylint tsc rustfmt gofmt ls test ['.split(
    ' '
  )
const configs = [
  'tsc -p',
  'pip -r',
  'pip3 -r',
  'psql -f',
  'awk -f',
  ...'eslint prettier pytest vitest jest playwright alembic bandit webpack rollup'.split(' ').map(name => `${name} -c`),
  ...'file config project env-file manifest-path rcfile config-file tsconfig requirement'
    .split(' ')
    .map(option => `vite --${option}`)
]
const makers = [
  ...'-o --output --out --output-file --outfile --out-file --junitxml'.split(' ').map(option => `curl ${option}`),
  ...'wget go gcc clang pandoc pytest'.split(' ').map(name => `${name} -o`),
  'touch',
  'mkdir',
  'tee',
  ...'> >> >| &> &>> 2>'.split(' ').map(sign => `x ${sign}`)
]
const valued =
  '-A -B -C -m -k -t -g -e --include --exclude --type --glob --lines --max-count --context --tests --maxfail --timeout --project --reporter --cov --ignore --deselect --grep --mode'.split(
    ' '
  )

describe('files that commands read and make', () => {
  it('are what readers are given', () => {
    expect(readers.filter(name => filesOf(`${name} a/b.txt -x c/d.txt`) !== 'a/b.txt c/d.txt')).toEqual([])
    expect(
      'grep egrep fgrep rg ag ack sed awk gawk jq yq'
        .split(' ')
        .filter(name => filesOf(`${name} x/y.txt a/b.txt c/d.txt`) !== 'a/b.txt c/d.txt')
    ).toEqual([])
    expect(configs.filter(start => filesOf(`${start} a/b.txt`) !== 'a/b.txt')).toEqual([])
    expect(makers.filter(start => filesOf(`${start} a/b.txt`) !== '> a/b.txt')).toEqual([])
    expect(
      valued.filter(
        option =>
          filesOf(`pytest ${option} x/y.py a/b.py`).replace('x/y.py ', option === '--project' ? '' : 'x/y.py ') !==
          'a/b.py'
      )
    ).toEqual([])
  })

  it.each<readonly [string, string]>([
    // Not what other tools are given, nor what is no option.
    ['rm a/b.txt', ''],
    ['tscx -p a/b.json', ''],
    ['vite x--file a/b.ts', ''],
    ['vite --files a/b.ts', ''],
    ['foo --file a/b.ts', ''],
    ['npm -p a/b.json', ''],
    ['curl x--out a/b.txt', ''],
    ['curl --outer a/b.txt', ''],
    ['xgcc -o a/b.txt', ''],
    ['gccx -o a/b.txt', ''],
    ['cat -o a/b.txt', ''],
    ['x <> a/b.txt', ''],
    ['x >& a/b.txt', ''],
    ['x <<< a/b.txt', ''],
    ['x >/dev/null', ''],
    ['git add a/b.txt c/d.txt e/f.txt', ''],
    ['hg mv a/b.txt c/d.txt e/f.txt', ''],
    ['lnx a/b.txt c/d.txt', ''],
    ['xcp a/b.txt c/d.txt', ''],
    // Options with a value.
    ['head -n 3/4.txt a/b.txt', 'a/b.txt'],
    ['tail -n x/y.txt a/b.txt', 'a/b.txt'],
    ['head -c x/y.txt a/b.txt', 'a/b.txt'],
    ['tail -c x/y.txt a/b.txt', 'a/b.txt'],
    ['pytest -n x/y.py a/b.py', 'a/b.py'],
    ['pytest -p x/y.py a/b.py', 'a/b.py'],
    ['cat -n a/b.txt', 'a/b.txt'],
    ['cat -c a/b.txt', 'a/b.txt'],
    ['cat -p a/b.txt', 'a/b.txt'],
    ['rg --globs a/c.txt x a/b.txt', 'a/b.txt'],
    ['pytest x--cov a/b.py', 'a/b.py'],
    ['pytest a-k a/b.py', 'a/b.py'],
    ['pytest --covers a/b.py', 'a/b.py'],
    ['eslint --config a/b.json c/d.ts', 'a/b.json c/d.ts'],
    ['eslint -c a/b.json c/d.ts', 'a/b.json c/d.ts'],
    ['pytest --junitxml a/b.xml c/d.py', 'c/d.py > a/b.xml'],
    ['node --config a/b.js', 'a/b.js'],
    ['vite a/b.ts --config', ''],
    // Behind `--` all are operands.
    ['cat -- a/b.txt', 'a/b.txt'],
    ['cat -x -- a/b.txt', 'a/b.txt'],
    ['rg -- -x a/b.txt', 'a/b.txt'],
    ['rg -x -- a/b.txt c/d.txt', 'c/d.txt'],
    ['rg "" a/b.txt', 'a/b.txt'],
    ['cat a- a/b.txt', 'a/b.txt'],
    ['[ -f a/b.txt ]', 'a/b.txt'],
    // From here to there.
    ['cp a/b.txt e/f.txt c/d.txt', 'a/b.txt e/f.txt > c/d.txt'],
    ['mv a/b.txt c/d.txt', 'a/b.txt > c/d.txt'],
    ['ln -s a/b.txt c/d.txt', '> c/d.txt'],
    ['cp a/b.txt', ''],
    ['mv a/b.txt', ''],
    ['git mv a/b.txt e/f.txt c/d.txt', 'a/b.txt e/f.txt > c/d.txt'],
    ['git mv a/b.txt', ''],
    ['sort < a/b.txt > c/d.txt', 'a/b.txt > c/d.txt'],
    ['tee c/d.txt < a/b.txt', 'a/b.txt > c/d.txt'],
    ['cat < c/d.txt a/b.txt', 'c/d.txt a/b.txt'],
    ['tee a/b.txt 2> c/d.txt e/f.txt', '> a/b.txt c/d.txt e/f.txt'],
    // What is not there, or need not be.
    ['[ ! -f a/b.txt ]', ''],
    ['ls ! a/b.txt', ''],
    ['! cat a/b.txt > c/d.txt', '> c/d.txt'],
    ['cat a/b.txt || true', ''],
    // Elsewhere.
    ['ssh h cat a/b.txt > c/d.txt', ''],
    ['docker run x > c/d.txt', ''],
    ['podman x > a/b.txt', ''],
    ['kubectl x > a/b.txt', ''],
    ['docker-compose x > a/b.txt', ''],
    ['printf x > a/b.txt', ''],
    ['echo x > a/b.txt', ''],
    ['xssh > a/b.txt', '> a/b.txt'],
    ['sshx > a/b.txt', '> a/b.txt'],
    ['cd /a && cat b/c.txt', ''],
    ['cd "$D" && cat b/c.txt > d/e.txt', ''],
    ['cd a && cat ../b.txt', 'b.txt'],
    ['cat ../b.txt', ''],
    ['cd a && ls .', ''],
    ['cd a && ls ..', ''],
    ['cd a/b && ls ../', ''],
    // Programs and scripts.
    ['./a/b.sh', 'a/b.sh'],
    ['a/b.sh c/d.txt', 'a/b.sh'],
    ['xnode_modules/b.sh', 'xnode_modules/b.sh'],
    ['a/.venv/b.sh', 'a/.venv/b.sh'],
    ['node_modules/x/y.js', ''],
    ['.venv/x/y.sh', ''],
    ['/a/b.sh', ''],
    ['Makefile x', ''],
    ['python a/b.py c/d.py', 'a/b.py'],
    ['python -u a/b.py', 'a/b.py'],
    ['python -c a/b.py', ''],
    ['python -e a/b.py', ''],
    ['bash -ec a/b.sh', ''],
    ['python -Bc a/b.py', 'a/b.py'],
    ['python -x9c a/b.py', 'a/b.py'],
    ['python -cx a/b.py', 'a/b.py'],
    ['python x-c a/b.py', ''],
    ['node -e a/b.js', ''],
    ['node -p a/b.js', ''],
    ['node --eval a/b.js', ''],
    ['node --print a/b.js', ''],
    ['node --evals a/b.js', 'a/b.js'],
    ['node x--eval a/b.js', ''],
    ['node -ex a/b.js', 'a/b.js'],
    ['node x-e.js -x', 'x-e.js'],
    ['node a-b/c.js', 'a-b/c.js'],
    ...'node nodejs bun deno tsx ts-node'.split(' ').map(name => [`${name} -c a/b.ts`, 'a/b.ts'] as const),
    ['deno test a/b.ts', 'a/b.ts'],
    ['deno run a/b.ts', 'a/b.ts'],
    ['deno tests a/b.ts', ''],
    ['deno xrun a/b.ts', ''],
    ['python ./src/a', 'src/a'],
    ['python a.b/c d/e.py', ''],
    ['python src/./a', ''],
    ['bash', '']
  ])('of %s: %s', (text, expected) => {
    expect(filesOf(text)).toBe(expected)
  })

  it.each<readonly [string, string]>([
    ['a/b.py::x', 'a/b.py'],
    ['"$X/a.py::x"', ''],
    ['a/b.py::x[$1]', 'a/b.py'],
    ['$X/b.py::x', ''],
    ['a/*.py::x', ''],
    ['a/*.py', ''],
    ['a/[b].py', ''],
    ['::x', ''],
    ['-a/b.txt', ''],
    ['a-b/c.txt', 'a-b/c.txt'],
    ['<x>/a.txt', ''],
    ['"a b/c.txt"', ''],
    ['path/to/b.txt', ''],
    ['/path/to/b.txt', ''],
    ['x/path/to/b.txt', 'x/path/to/b.txt'],
    ['/etc/b.txt', ''],
    ['~/b.txt', ''],
    ['a/XXX/b.txt', ''],
    ['a/XXXX.txt', ''],
    ['a/XX/b.txt', 'a/XX/b.txt'],
    ['aXXX/b.txt', 'aXXX/b.txt'],
    ['a/XXXb/c.txt', 'a/XXXb/c.txt'],
    ['a/.../b.txt', ''],
    ['a/…/b.txt', ''],
    ['a/b…c.txt', ''],
    ['a/{b}.txt', ''],
    ['"a/b>c.txt"', ''],
    ['a', ''],
    ['Makefile', 'Makefile'],
    ['"a/b.txt"', 'a/b.txt'],
    ['a/b.txt::$x\n', 'a/b.txt']
  ])('as cat reads %s: %s', (word, expected) => {
    expect(filesOf(`cat ${word}`)).toBe(expected)
  })
})
