import { describe, expect, it } from 'vitest'
import type { CommandFlaw } from '../../src/shell/index.ts'
import { flawsOf, parseScript } from '../../src/shell/index.ts'
import { told } from './told.ts'

const flaws = (text: string, lang = 'bash'): CommandFlaw[] =>
  flawsOf(parseScript(text, lang)).map(report => report.flaw)

describe('flawsOf', () => {
  it.each([
    'true',
    ':',
    'echo done',
    'printf ok',
    'echo a\necho b',
    'npm test || true',
    'npm test || :',
    'npm test; true',
    'npm test; exit 0',
    'pytest && mypy . || true',
    'npm test\nexit 0',
    '(npm test || true)',
    'a | b || true',
    'for i in a; do x $i || true; done',
    'echo a && true'
  ])("can't fail: %s", text => {
    expect(flaws(text)).toEqual(['cannot-fail'])
  })

  it.each([
    'npm test',
    'npm test && echo ok',
    'npm test\necho done',
    'echo start\nnpm test',
    'echo $?',
    'echo "$(git diff --stat)"',
    'cmd | tee log.txt',
    'cmd | head',
    'npm test || exit 1',
    'if a; then echo b; else exit 1; fi',
    'rm -f x || true\nnpm test',
    'set -e\nnpm test\nexit 0',
    'rg old src || true # Expected: no match',
    'a || b',
    'true && npm test',
    '! true',
    'x=$(cmd)',
    'echo a > /dev/tcp/localhost/80',
    'server & sleep 1; curl localhost'
  ])('can fail, or shows: %s', text => {
    expect(flaws(text)).toEqual([])
  })

  it('says which part hides the failure', () => {
    const text = 'npm test || true'
    const [report] = told(text)
    expect(report).toMatchObject({ detail: '`|| true` hides the failure of `npm`' })
    expect(text.slice(report!.start, report!.end)).toBe('true')
  })

  it.each([
    'npm run dev',
    'npm start',
    'yarn dev',
    'pnpm --filter web dev',
    'npm run build\nnpm run dev',
    'tail -f a.log',
    'tail -fn 5 a.log',
    'docker compose up',
    'docker compose -f a.yml up --build',
    'docker compose logs -f web',
    'python -m http.server 8000',
    'vite',
    'npx vite preview',
    'jest --watch',
    'npm test -- --watch',
    'watch ls',
    'uvicorn app.main:app --reload',
    'python manage.py runserver',
    'kubectl port-forward svc/a 80:80',
    'kubectl logs -f pod',
    'tail -f x | grep y',
    'tsc -w',
    'ng serve',
    'go build && npm run dev'
  ])('never ends: %s', text => {
    expect(flaws(text)).toEqual(['never-ends'])
  })

  it.each([
    'npm run dev &\ncurl localhost:3000',
    'npm run dev & sleep 2; curl localhost; kill %1',
    'vitest',
    'vitest run',
    'docker compose up -d',
    'docker compose up --wait',
    'docker compose up --exit-code-from test',
    'timeout 5 npm run dev',
    'npm run dev # stop with Ctrl+C',
    'jest --watch=false',
    'jest --watchAll false',
    'gh run watch 1',
    'gh pr checks --watch',
    'tail -n 5 x',
    'tail -f x | head -3',
    'npm run dev -- --help',
    'npm run start:prod:check',
    'pnpm dev eval',
    'astro dev stop',
    'vite build',
    'uvicorn --version',
    'grep -- --watch package.json',
    'npm run test:watchdog',
    'next build',
    'if a; then npm run dev; fi'
  ])('ends, or is not certain: %s', text => {
    expect(flaws(text)).toEqual([])
  })

  it.each([
    'vim a.ts',
    'nano x',
    'less a.log',
    'git log | less',
    'git rebase -i main',
    'git add -p',
    'ssh host',
    'ssh -p 22 me@host',
    'python',
    'node',
    'psql',
    'psql app',
    'sqlite3 a.db',
    'mysql app',
    'docker exec -it web bash',
    'redis-cli',
    'rails console'
  ])('asks: %s', text => {
    expect(flaws(text)).toEqual(['interactive'])
  })

  it.each([
    'ssh host ls',
    'ssh -T git@github.com',
    'psql -c "select 1"',
    'psql -Atc "select 1"',
    'psql app < a.sql',
    'cat a.sql | psql app',
    'psql <<S\nselect 1\nS',
    'python x.py',
    'python --version',
    'node -e 1',
    'git rebase main',
    'sqlite3 a.db "select 1"',
    'mysql -e "x"',
    'vim -es -c q',
    'docker exec -it web pytest',
    'redis-cli ping',
    'python - <<E\n1\nE'
  ])('asks nobody: %s', text => {
    expect(flaws(text)).toEqual([])
  })

  it.each([
    'cat /Users/alice/x',
    'cd /home/alice/app && make',
    'type C:\\\\Users\\\\alice\\\\x',
    'npm test > /home/alice/log',
    'FOO=1 /home/alice/bin/x --y'
  ])('one machine: %s', text => {
    expect(flaws(text)).toEqual(['machine-bound'])
  })
  it.each([
    'cat /home/runner/x',
    'docker run -v a:/home/node/app x',
    'cat ~/.x',
    'cat ~/go/bin/x',
    'grep -rn "/Users/alice" src',
    '! rg /home/alice/ src',
    'scp a host:/home/alice/x',
    'curl https://a.b/home/alice/x',
    'cat /Users/$USER/x',
    'ssh host "ls /home/alice/x"'
  ])('any machine: %s', text => {
    expect(flaws(text)).toEqual([])
  })
  it('says it once for one home', () => {
    expect(flaws('cd /home/alice/a && make\ncat /home/alice/b')).toEqual(['machine-bound'])
  })

  it.each([
    'cat <file>',
    'pytest tests/<name>.py',
    'cd [directory] && make',
    'pytest tests/test_[affected].py',
    'curl -H "Authorization: Bearer YOUR_API_KEY" x',
    'npm run ...',
    'npm run TODO',
    'cp path/to/file b',
    'deploy --to {{ target }}',
    'curl -H "Key: <your-key>" x',
    'python -c "..."',
    'make <a|b>'
  ])('template: %s', text => {
    expect(flaws(text)).toContain('placeholder')
  })

  it.each([
    'pytest test_[ab].py',
    'ls test_[0-9].py',
    'pip install pkg[extra]',
    'uv pip install -e ".[dev]"',
    'pytest t.py::test[case1]',
    'go test ./...',
    'grep -rn TODO src',
    'grep "<title>" a.html',
    'docker ps --format "{{.Names}}"',
    'cat app/[slug]/page.tsx',
    'kill <pid>',
    'git show <sha>',
    'git show <commit-sha>',
    'cat <in >out',
    'diff <(a) <(b)',
    '[ -f x ]',
    "jq '.[].name' a.json",
    'echo "<done>"',
    'curl $YOUR_URL',
    'gh pr create --title "<x>" --body x',
    'cat <<E\n<html>\nE',
    'npm test # <why>',
    "rg '[Rr]ead' docs",
    'git commit -m "..."'
  ])('no template: %s', text => {
    expect(flaws(text).filter(flaw => flaw === 'placeholder')).toEqual([])
  })

  it.each(['echo "a', 'ls | | x', 'npm test &&', 'if [ -f a ]; then', 'make )', '(npm test'])('broken: %s', text => {
    expect(flaws(text)).toEqual(['syntax'])
  })
  it.each([
    ['bash', 'Task 1: write a (small) parser'],
    ['bash', '- one (two)'],
    ['bash', "[command to check it's there]"],
    ['zsh', 'ls *(.)'],
    ['powershell', 'if (Test-Path x) { npm test }'],
    ['', 'npm test\nok (3 tests)'],
    ['bash', 'cp <a> "b'],
    ['bash', 'git commit -m "a\n\nb"'],
    ['console', '$ npm test\nok (3)']
  ])('not judged in %s: %s', (lang, text) => {
    expect(flaws(text, lang).filter(flaw => flaw === 'syntax')).toEqual([])
  })

  it('never has more than the text', () => {
    for (const text of ['ls | | x', 'echo "a', 'npm run dev', 'cat /Users/a/b <x>', 'true']) {
      for (const report of told(text, 'sh')) {
        expect(report.end).toBeGreaterThan(report.start)
        expect(report.end).toBeLessThanOrEqual(text.length)
        expect(report.help).not.toMatch(/\.$/)
      }
    }
  })
})

describe('flaws wherever they stand', () => {
  const kinds: Record<string, string[]> = {
    'cannot-fail': [
      'npm test || true',
      'acme check || echo failed',
      '[ -f a ] && echo yes || echo no',
      'npm test; echo "exit:$?"',
      'npm test 2>&1 | tail -5',
      'pytest | tee log',
      'ruff check --exit-zero .',
      'pytest --fixtures',
      'pytest --collect-only -q | head -20',
      'npx jest --passWithNoTests',
      'golangci-lint run --issues-exit-code=0',
      'trivy fs --exit-code 0 .',
      'make -n test',
      'mvn test -DskipTests',
      'bash -c "npm test || true"',
      'go test -run XXX ./...'
    ],
    'never-ends': [
      'node --test --watch',
      'docker attach web',
      'flutter run',
      'tail -f x.log',
      'npm run dev',
      'cargo watch -x test',
      'yes',
      'sbt ~test'
    ],
    interactive: [
      'npm login',
      'gh auth login',
      'terraform apply',
      'psql',
      'vim x',
      'ssh host',
      'npm init',
      'kubectl edit pod x'
    ],
    'machine-bound': [
      'cd ~/work/app',
      'cd $HOME/work/app',
      'pytest file:///Users/kim/x',
      'ls C:\\Users\\kim\\app',
      'cd D:\\work\\app',
      'PYTHONPATH=/home/kim/lib pytest',
      'cat /Volumes/Disk/x'
    ]
  }
  const places: Record<string, (command: string) => string> = {
    alone: command => command,
    first: command => `${command}\nmypy .`,
    last: command => `mypy .\n${command}`,
    chained: command => `npm ci && ${command}`
  }
  const cases = Object.entries(kinds).flatMap(([flaw, commands]) =>
    commands.flatMap(command => Object.entries(places).map(([place, put]) => [flaw, place, put(command)] as const))
  )
  it.each(cases)('%s, %s: %s', (flaw, _, text) => {
    expect(flawsOf(parseScript(text, 'bash')).map(report => report.flaw)).toContain(flaw)
  })

  it.each([
    'npm test || exit 1',
    'npm test || { echo no; exit 1; }',
    'npm test && echo ok',
    'npm test | tail -5 | grep -q ok',
    'set -o pipefail; npm test | tail -5',
    'npm test | tee log; exit ${PIPESTATUS[0]}',
    'set -e\nnpm test; echo ok',
    'npm test\nrm -rf tmp || true',
    'npm test; rm -rf tmp',
    'kill $PID || true\nnpm test',
    'yes | npm test',
    '! grep -rn old src',
    'git log --oneline | head -3',
    'curl -s localhost:3000/health; echo',
    'rg old src || true # Expected: none',
    'npm publish --dry-run',
    'bash -c "npm test || exit 1"',
    'node --test',
    'docker compose up -d',
    'yes | head -3',
    'cat ~/.config/x',
    'ls /Users/runner/x',
    'docker login --password-stdin < x',
    'terraform apply -auto-approve',
    'npm init -y'
  ])('none in %s', text => {
    expect(flawsOf(parseScript(text, 'bash'))).toEqual([])
  })
})
