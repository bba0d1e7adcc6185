import { describe, expect, it } from 'vitest'
import { looksLikeCommand } from '../../src/shell/index.ts'

const cmdlets = 'Get Set Test New Remove Invoke Select Start Stop Out Write Copy Move'.split(' ')
const words = {
  opening:
    'import from export const let var def class return function async await if else for while case select insert update delete create alter drop with add edit remove modify new public private static type interface enum struct fn func impl use package module extends throw raise yield print assert lambda except try catch finally not and or in is see set when then given run verify check'.split(
      ' '
    ),
  prose:
    'the a an is are was to for with and or of by from should must not this these it its sure that both each every new all when if as at be into via per'.split(
      ' '
    ),
  group: 'image container network volume system context config compose'.split(' '),
  noun: 'workspace workspaces monorepo lockfile package packages script scripts version store project projects registry command commands berry classic pnp catalog catalogs protocol overrides setup users runtime'.split(
    ' '
  ),
  operand:
    'src test tests lib app apps packages scripts docs spec specs backend frontend server client bin check build lint run version install start serve init up format upgrade validate'.split(
      ' '
    )
}

/** Spans that are commands, and their next relatives that are none. */
const table: Readonly<Record<string, { yes: string[]; no: string[] }>> = {
  'a prompt': {
    yes: ['$ npm test', '% npm test', '❯ npm test', '  npm test  '],
    no: ['$  npm test', '> npm test', '# npm test', 'x$ npm test', '$npm test']
  },
  'another language': {
    yes: [
      'npm test "-> b"',
      "npm test ' => b'",
      'npm run b:c',
      'npm test:all',
      '! npm test',
      'npm test b=',
      'npm test http://b',
      'curl a://b'
    ],
    no: [
      ...['-', '--', '#', '<', '{', '}', '//', '*', '@', '"', "'", '`', '=', '1', '?', '!', '&', '%'].map(
        sign => `${sign}npm test b.ts`
      ),
      'npm(test) b.ts',
      'npm.x() b.ts',
      '$x(b) c.ts',
      'npm: test b.ts',
      'a-b.c: test',
      'npm:',
      'https://b c/d',
      "npm['b'] = c",
      ...['=', '==', '===', '!=', ':=', '+=', '->', '=>', '<=', '>=', '<', '>', ':', '+', '*', '?', '—', '–', '→'].map(
        sign => `npm ${sign} b.ts`
      ),
      'npm =',
      '$npm = b',
      'npm test -> b.ts',
      'npm test → b.ts',
      'npm test ⇒ b.ts',
      'npm "b" -> c.ts',
      'npm test b->c -> d',
      'A=b',
      'A=',
      '$A=b',
      'A="b c"',
      "A='b c'",
      'a_b=c',
      'npm test\nb',
      'npm test\rb',
      `npm test ${'b'.repeat(2000)}`
    ]
  },
  'a program by itself': {
    yes: 'pytest jest vitest tox nox rspec phpunit mypy pyright basedpyright tsc ctest make ls pwd true whoami pre-commit lefthook ./gradlew ./mvnw ./configure ./manage.py ./run ./test ./check ./build ./stack ./dev ./verify ./ci ./b.sh ./b.bash ../b/c-d.sh ./b/c/d/e/f/g/h.sh'.split(
      ' '
    ),
    no: 'false npm git python node b.sh src/b.sh ./src ./runs ./b.py ./b.shx ./b/run ../run ./b/c/d/e/f/g/h/i.sh . .. b/./run ...'.split(
      ' '
    )
  },
  'an assignment or a redirection': {
    yes: [
      'A=b npm test',
      'A=b make',
      'A=b mypy',
      'A=b npm',
      'A=b curl',
      "A='b c' make",
      'export B=c',
      'foo --b > c',
      'npm test > b'
    ],
    no: ['A=b foo', 'A=b find', 'A=b kind', 'A=b test', 'export B', 'export', 'foo > x', 'ls > x y']
  },
  'a chain': {
    yes: [
      'npm test && foo',
      'make | b',
      'true && b',
      'npm test &',
      'npm test || b',
      'ps | grep b',
      'env | grep B',
      'history | tail',
      'sort | uniq',
      '(npm test)',
      '(cd b && foo)',
      '! { make; }',
      '! (make)',
      'foo b/c | make',
      '! foo b/c | d'
    ],
    no: [
      'foo && npm test',
      '(foo)',
      '( foo bar )',
      '{ npm the; }',
      'b && make',
      'b | npm test',
      'history',
      'set | grep b',
      'sort',
      'node | b',
      'foo the | make'
    ]
  },
  'a compound': {
    yes: [
      'if true; then b; fi',
      'for b in c; do d; done',
      'while b; do c; done',
      'until b; do c; done',
      'case b in c) d;; esac',
      '[[ -f b ]]',
      '[[ -f b ]] && c'
    ],
    no: [
      '[[-f b]]',
      '[[ -f b]]',
      'select b in c; do d; done',
      'function foo { b; }',
      'foo() { b; }',
      '(( b ))',
      'if b',
      'coproc b'
    ]
  },
  'a test': {
    yes: ['[ -f b ]', '[ ! -f b ]', '[ "$b" = c ]', '[ $b ]', '[ -n "$b" ]'],
    no: ['[ b ]', '[ b = c ]', '[ -f b', '[ -fx b ]', '[ !b c ]', '[ x-f b ]', '[ x$b ]']
  },
  'what only runs another': {
    yes: [
      'npx foo',
      'npx foo bar',
      'npx @b/c',
      'npx ./b',
      'uv run foo',
      'sudo foo',
      'time npm test',
      'env npm test',
      'env B=1 npm test',
      'command npm test',
      'exec npm test',
      'timeout 5 npm test',
      'timeout 5 uv run python -m ledger serve',
      'timeout 5 uv run report; test $? -eq 124',
      'env A=b npx some-tool'
    ],
    no: [
      'npx the foo',
      'npx foo of bar',
      'npx !b',
      'npx "+b"',
      'uv run of the',
      'time foo',
      'time of day',
      'env foo',
      'command foo',
      'exec foo',
      'timeout 5 foo'
    ]
  },
  prose: {
    yes: ['npm run "lint," fmt', 'npm test b.', 'npm test --b and c', 'foo --b x,y', 'npm run lint b/c, fmt'],
    no: [
      '"npm" test --b',
      'npm, test --b',
      'npm; test',
      'npm: test --b',
      'npm run lint, fmt',
      'npm run lint. Fmt',
      'npm run lint! fmt',
      ...words.prose.map(word => `npm run ${word} foo`),
      ...words.opening.map(word => `${word} --b c.ts`),
      ...words.opening.filter(word => word !== 'export').map(word => `${word} b | c`),
      'Foo --b',
      '_foo --b',
      'foo! --b'
    ]
  },
  'a script by its path': {
    yes: [
      './foo b',
      '../foo b',
      './foo b c',
      '../x.py b',
      '../x "b c"',
      '~/d/x --b',
      '~/bin/x b',
      '~/d/x.sh b',
      '~/d/x.py b',
      '/usr/bin/x b',
      '/usr/x -b',
      '/opt/x -b',
      '/bin/x b',
      'bin/x b',
      'script/x b',
      'scripts/x b',
      'tools/x b',
      'hack/x b',
      'ci/x b',
      'd/x.sh b',
      'd/x.bash b',
      'd/bin/x b',
      './d/x.sh a.b/c:d=@%+-',
      './foo "b,c"',
      'd/e@f/x.sh b'
    ],
    no: [
      ...'ts tsx js jsx css md json yml yaml html'.split(' ').map(end => `../x.${end} b`),
      ...'md json yml yaml'.split(' ').map(end => `scripts/x.${end} b`),
      '../x b c,d',
      './foo the thing',
      '~/d/x b',
      '~/x b',
      '/usr/x b',
      '/opt/x b',
      '/api/x b',
      '/api/x -b',
      'd/x b',
      'd/x.ts --b',
      'xbin/y b',
      'd/x.md b',
      'd/x.shx b',
      '/usrx -b',
      '/user/x -b',
      '~d/x -b'
    ]
  },
  'a cmdlet': {
    yes: cmdlets.map(verb => `${verb}-Item b`),
    no: ['Foo-Item b', 'XGet-Item b', 'Get-item b', 'Get-It-m b', 'Get-I b', 'GetItem b', 'Get-Item', 'get-Item']
  },
  'a known tool': {
    yes: [
      'git stash',
      'git -C b status',
      'git --version',
      'npm --version',
      'git foo --bar',
      'go test +b',
      'docker volume rm b',
      'docker compose b',
      'docker images ls',
      'git +b',
      ...words.group.map(word => `docker ${word} --b`),
      ...words.group.filter(word => !/image|config/.test(word)).map(word => `docker ${word} b`)
    ],
    no: [
      'git',
      'git foo',
      'git foo bar',
      'git foo bar baz qux',
      'cargo foo',
      'uv foo',
      'npm foo',
      'docker images',
      ...words.group.map(word => `docker ${word}`),
      'docker image prune',
      'xgit stash',
      'gitx stash'
    ]
  },
  'a script of a package manager': {
    yes: [
      'pnpm foo',
      'pnpm foo:bar',
      'pnpm foo_bar',
      'pnpm f-2',
      'yarn foo',
      'bun foo',
      'pnpm foo --bar',
      'yarn foo "bar"',
      'yarn foo b/c'
    ],
    no: [
      'pnpm Foo',
      'pnpm 1foo',
      'pnpm foo/bar',
      'pnpm foo!',
      'xpnpm foo',
      'pnpmx foo',
      'npm foo',
      'yarn foo bar',
      'pnpm foo bar',
      ...words.noun.filter(word => !/^(?:version|store|setup|workspace)$/.test(word)).map(word => `bun ${word}`),
      'pnpm workspace',
      'pnpm setup',
      'bun store'
    ]
  },
  'a tool that takes anything': {
    yes: [
      'pytest -q',
      'mypy b.py',
      ...words.operand.map(word => `mypy ${word}`),
      ...'ls cat rm mkdir cd touch source grep jq wc which ping ssh curl nc node python python3 bash sh'
        .split(' ')
        .filter(name => !/^(?:source|ping|node|sh)$/.test(name))
        .map(name => `${name} foo`),
      'grep foo-b',
      'cat f',
      'tree foo',
      'echo foo',
      'find . -name b',
      'find b.ts',
      'test -f b',
      'sort b.txt',
      'node b.js',
      'act -j b',
      'date -u',
      'cd ..',
      'ls .',
      'mypy v1.2a',
      'curl b:1',
      'curl b@c',
      'curl b=c',
      'ls $b',
      'ls b*',
      'mypy "b"',
      'cat <b>'
    ],
    no: [
      'pytest b',
      'pytest fixtures',
      'mypy b',
      'cat foo bar',
      'cd foo bar',
      'echo foo bar',
      'sort foo',
      'test foo',
      'find foo',
      'find src',
      'node foo',
      'ruby foo',
      'kill 12',
      'kill 1.2',
      'kill v1.2.3',
      'date foo',
      'which foo bar',
      'curl -',
      'grep foo bar',
      'pytest 1.2.3.4.5.6',
      'mypy srcs',
      'mypy xsrc',
      'mypy x src',
      'grep -- foo'
    ]
  },
  'a tool of the plan': {
    yes: [
      'foo --bar',
      'foo -b',
      'foo --b=c',
      'foo --b-c=',
      'foo b/c',
      'foo b/c d/e',
      'foo b/c/ d.ts',
      'foo ./b',
      'foo b/[c]',
      'foo b/*.c',
      'foo b.ts',
      'foo @b/c',
      'f.o+-_2 --b'
    ],
    no: [
      'foo b',
      'foo src',
      'fo b/c',
      'foo "b.ts"',
      'foo "b/c" d/e',
      'foo $b',
      'foo *.ts',
      'foo b@c',
      'foo b:c',
      'foo b=c',
      'foo <x>',
      'foo .',
      'foo ..',
      'foo b/c d',
      'foo b/c x.verylong',
      'foo b/c -1',
      'foo --1',
      'foo --',
      'foo -- b',
      'foo [b]',
      'foo 1.2',
      'foo v1.2 b',
      'foo --b the',
      'foo --b = c',
      'foo --b : c',
      'foo --b + c',
      'foo --b — c',
      'foo --b → c',
      'foo --b – c',
      'foo --b * c',
      'foo --b / c',
      'foo b/c "d"',
      'foo b/',
      'foo /b',
      'foo B.TS',
      'foo b/c!'
    ]
  },
  'what else tells': {
    yes: [
      'git  commit -m "b',
      'npm test $(b)',
      '(make) > b',
      '! { make; } > b',
      'npm run lint,fmt b',
      './run && c',
      '~/d/x --b c',
      'git cherry-pick b',
      'git -C foo',
      'npx -p the foo',
      'make b',
      'make b c d',
      'make -j',
      'make $B',
      'make "the b"',
      'make B=c',
      'make -j b c d e',
      'make b,c',
      'just foo',
      'task foo',
      'gmake foo',
      'invoke foo',
      'inv foo',
      'doit foo',
      'nox foo',
      'tox foo',
      'make b/c:d=e@f%g+h-i',
      'make insure',
      'make users',
      'npm foo b/c',
      'git foo --b',
      'git lab:x.y@z-w --b',
      'git @foo --b',
      'git foo1 --b',
      'foo -bar=b c',
      'foo b/c/d e/f/',
      'foo bar.ts',
      'foo --b <=>c',
      'mypy ..',
      'mypy <b>'
    ],
    no: [
      'foo$ npm test --b',
      'env B=1 cat foo bar',
      'env cat foo bar',
      'env curl',
      'command curl',
      'exec cat foo bar',
      'A=b C=d',
      'n"pm" test',
      './src/b && c',
      '~/d/x.shx b',
      'Get-Item && b',
      'xps | b',
      'psx | b',
      'resort | b',
      'sorted | b',
      'bundle foo',
      'make sure',
      'make targets',
      'make file',
      'make command',
      'make use',
      'make sense',
      'make recipe',
      'make it',
      'make changes',
      'make in',
      'make like',
      'make you',
      'make progress',
      'make target',
      'make files',
      'make commands',
      'make recipes',
      'make b c d e',
      'make b!',
      'make (b)',
      'make b the',
      'remake b',
      'maker b',
      'git V1 --b',
      'git foo! --b',
      'git 1x --b',
      'foo b-c',
      'foo b--c',
      'foo bar.tests',
      'foo b/c the',
      'foo --b the c',
      'foo --b == c',
      'foo 12.34',
      'foo v10',
      'foo .b',
      'foo ...',
      'foo b>'
    ]
  },
  'an unbalanced one': {
    yes: [
      'git commit -m "b',
      "npm test 'b",
      'npm test (b `c',
      'bundle exec "b',
      'python "b',
      'ts-node `b',
      'uv run "b',
      'java "b',
      'bash "b',
      'sudo foo "b',
      'npx "b',
      'pytest "b',
      'Rscript "b'
    ],
    no: [
      'node "b',
      'git foo "b',
      'foo "b',
      'pnpm "foo',
      'bundle foo "b',
      'find . "b',
      'cat "b',
      'uv foo "b',
      'env "b',
      'npm test (b',
      'if [ -f b ]; then c',
      'npm test |',
      'git "commit',
      'python',
      'sudo',
      'toString "b'
    ]
  }
}

describe('spans that look like commands', () => {
  it.each(Object.entries(table))('knows %s', (_, { yes, no }) => {
    expect(yes.filter(text => !looksLikeCommand(text))).toEqual([])
    expect(no.filter(looksLikeCommand)).toEqual([])
  })
})
