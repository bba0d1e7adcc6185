import { describe, expect, it } from 'vitest'
import { needed } from './shell-shown.ts'

const builtins = {
  pnpm: 'add audit bin ci config create dedupe deploy dlx env exec fetch i import init install it licenses link list ln login ls outdated pack patch patch-commit prune publish rebuild recursive remove rm root self-update server setup store un uninstall unlink up update upgrade version whoami why help cache doctor approve-builds',
  yarn: 'add audit autoclean bin cache check config constraints create dedupe dlx exec explain generate-lock-entry global help import info init install link list login logout node npm outdated owner pack patch patch-commit plugin policies publish rebuild remove search set stage tag team unlink unplug up upgrade upgrade-interactive version versions why workspaces',
  bun: 'add audit build create exec help info init install i link outdated patch pm publish remove rm repl test unlink update upgrade why x'
}

describe('what commands need', () => {
  it('is no script where a package manager does it itself', () => {
    const own = Object.entries(builtins).flatMap(([name, verbs]) => verbs.split(' ').map(verb => `${name} ${verb}`))
    expect(own.filter(text => needed(text).length > 0)).toEqual([])
    expect(['pnpm xadd', 'pnpm addx', 'yarn xadd', 'yarn addx', 'bun xadd', 'bun addx'].map(text => needed(text)[0])).toEqual(['pnpm run xadd?', 'pnpm run addx?', 'yarn run xadd?',
      'yarn run addx?', 'bun run xadd?', 'bun run addx?'])
  })

  it.each<readonly [string, string]>([
    ['npm start', 'npm run start'], ['npm stop', 'npm run stop'], ['npm restart', 'npm run restart'], ['npm t', 'npm run test'], ['npm tst', 'npm run test'], ['npm run t', 'npm run t'],
    ['npm run tst', 'npm run tst'], ['npm run-script a', 'npm run a'], ['npm rum a', 'npm run a'], ['npm urn a', 'npm run a'], ['npm run --silent a', 'npm run a'],
    ['npm run a -- --if-present', 'npm run a'], ['npm run a -- b', 'npm run a'],
    ['npm a', ''], ['npm', ''], ['npm xrun test', ''], ['npm runx test', ''], ['xnpm test', ''], ['npmx test', ''], ['npm -g test', ''], ['npm --global test', ''],
    ['npm run a --if-present', ''], ['npm -- test', ''], ['npm run -- a', ''],
    ['pnpm t', 'pnpm run test'], ['pnpm start', 'pnpm run start'], ['pnpm run a', 'pnpm run a'], ['yarn a', 'yarn run a?'], ['yarn run a', 'yarn run a?'],
    ['npm run x:y.z/d+e-f', 'npm run x:y.z/d+e-f'], ['npm run @a/b', 'npm run @a/b'], ['npm run a.jsm', 'npm run a.jsm'], ['npm run a.ts.b', 'npm run a.ts.b'],
    ['npm run a...', 'npm run a...'],
    ...'ts js tsx jsx mjs cjs mts cts'.split(' ').map(end => [`npm run a.${end}`, ''] as const), ['npm run ...', ''], ['npm run a!', ''], ['npm run !a', ''], ['npm run $X', ''],
    ['npm run "a b"', ''], ['npm run a*', ''],
    ['npm -w w test', 'npm run test @w'], ['npm --workspace w test', 'npm run test @w'], ['npm --workspace=w test', 'npm run test @w'], ['pnpm -F w test', 'pnpm run test @w'],
    ['pnpm --filter=w test', 'pnpm run test @w'], ['pnpm --filter-prod w test', 'pnpm run test @w'], ['pnpm -w test', 'pnpm run test'], ['npm -r test', 'npm run test @*'],
    ['npm --recursive test', 'npm run test @*'], ['npm -ws test', 'npm run test @*'], ['npm --workspaces test', 'npm run test @*'], ['npm test -w', 'npm run test'],
    ['npm -wsx test', 'npm run test'], ['npm --x-r test', 'npm run test'], ['npm --quiet test', 'npm run test'], ['npm --loglevel error test', 'npm run test'],
    ['pnpm --reporter x test', 'pnpm run test'], ['npm x--filter w test', ''], ['npm --filters w test', ''], ['yarn workspace w a', 'yarn run a? @w'],
    ['yarn workspace w run a', 'yarn run a? @w'], ['yarn workspace', ''], ['yarn workspace w', ''], ['npm workspace w test', ''], ['yarn test w run', 'yarn run test?'],
    ['bun run a', 'bun run a?'], ['bun test', ''],
    ['npm --prefix=w test', 'npm run test in w'], ['npm --prefix w test', 'npm run test in w'], ['npm -C w test', 'npm run test in w'], ['pnpm --dir w test', 'pnpm run test in w'],
    ['yarn --cwd w test', 'yarn run test? in w'], ['npm --prefix . test', 'npm run test'], ['npm --prefix .. test', ''], ['npm --prefix "$D" test', ''],
    ['npm test --prefix', 'npm run test'], ['cd w && npm test', 'npm run test in w'], ['cd w && npm --prefix .. test', 'npm run test'], ['cd w && npm --prefix a test', 'npm run test in w/a']
  ])('of a package, by %s: %s', (text, expected) => { expect(needed(text)).toEqual(expected === '' ? [] : [expected]) })

  it.each<readonly [string, string[]]>([
    ['make', []], ['gmake a', ['make a']], ['make a b', ['make a', 'make b']], ['make A=b a', ['make a']], ['make a-b', ['make a-b']], ['make .PHONY', ['make .PHONY']],
    ['make a/b:c@d%e+f', ['make a/b:c@d%e+f']], ['make a!', []], ['make !a', []], ['make "$X" a', ['make a']], ['make a-b=c', []], ['make -B a', ['make a']],
    ['make --x-f b a', ['make b', 'make a']],
    ['make -C d a', ['make a in d']], ['make -Cd a', ['make a in d']], ['make --directory d a', ['make a in d']], ['make --directory=d a', ['make a in d']], ['make -C "$X" a', []],
    ['make -C$X a', []], ['make -C', []], ['make -C .. a', []], ['make -C . a', ['make a']], ['cd d && make -C e a', ['make a in d/e']], ['cd d && make -C .. a', ['make a']],
    ['cd d && make a b', ['make a in d', 'make b in d']], ['make x-C d', ['make x-C', 'make d']],
    ['make -f x a', ['make a of x']], ['make -fx a', ['make a of x']], ['make --file x a', ['make a of x']], ['make --makefile x a', ['make a of x']],
    ['make --file=x a', ['make a of x']], ['make --makefilex x a', ['make x', 'make a']], ['make -f', []], ['make -I x a', ['make a']], ['make -o x a', ['make a']],
    ['make -W x a', ['make a']], ['make -l 2 a', ['make a']], ['make -j 4 a', ['make a']], ['make -j 12 a', ['make a']], ['make -j4 a', ['make a']], ['make -j a', ['make a']],
    ['make -j', []], ['make -j x4 a', ['make x4', 'make a']],
    ['make -j 4x a', ['make 4x', 'make a']], ['make -k 4', ['make 4']],
    ['just', []], ['just a b', ['just a']], ['just a:b', ['just a:b']], ['just -x a', ['just a']], ['just -- a', ['just a']], ['just a=b c', ['just c']], ['just ab=c d', ['just d']],
    ['just 1a b', []], ['just a!b c', []], ['just x/y', []], ['just "$X" a', []], ['just a-b=c d', []], ['just -x=y a', ['just a']], ['just -f x a', ['just a of x']],
    ['just --justfile x a', ['just a of x']], ['just -d x a', ['just a']], ['just --working-directory x a', ['just a']], ['just --set b c a', ['just a']], ['just -f', []],
    ['just --justfiles x a', ['just x']], ['just x-f a', ['just x-f']], ['just --lists a', ['just a']], ['just x--list', ['just x--list']], ['cd d && just a', ['just a in d']],
    ...'-l --list --summary --show -s --evaluate --fmt --choose --version --help -h --init --dump --variables'.split(' ').map(option => [`just ${option} a`, []] as [string, string[]])
  ])('of a task, by %s: %j', (text, expected) => { expect(needed(text)).toEqual(expected) })

  it.each<readonly [string, string]>([
    ['pytest a', ''], ['pytest a.py', 'a.py by pytest'], ['pytest src/a', 'src/a by pytest'], ['pytest a::b', 'a::b by pytest'], ['pytest a.py::b::c', 'a.py::b::c by pytest'],
    ['pytest ./a', 'a by pytest'], ['pytest ::a', ''], ['vitest run a.test.ts', 'a.test.ts by vitest'], ['vitest Makefile', ''], ['python a.py', 'a.py by python'],
    ['python ./a', 'a by python'], ['python a', ''], ['python src/a', ''], ['tsx a.ts', 'a.ts by tsx'], ['bash a/b.sh c/d.sh', 'a/b.sh by bash'],
    ['./a', 'a by sh'], ['./a.txt', 'a.txt by sh'], ['a.sh', ''], ['d/a.sh', 'd/a.sh by sh'], ['d/a.bash', 'd/a.bash by sh'], ['d/a.py', 'd/a.py by sh'], ['d/a.rb', ''], ['d/a.shx', ''],
    ['d/./a.rb', ''], ['../a', ''], ['/d/a.sh', ''], ['~/a.sh', ''], ['cd d && ./a', 'd/a by sh'], ['cd d && ../a', ''], ['cd d && ../a.sh', 'a.sh by sh'], ['cd /d && ./a', ''],
    ['cat a/b.txt', '']
  ])('of files, by %s: %s', (text, expected) => { expect(needed(text)).toEqual(expected === '' ? [] : [expected]) })
})
