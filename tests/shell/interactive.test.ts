import { describe, expect, it } from 'vitest'
import type { Told } from './told.ts'
import { told } from './told.ts'

const report = (text: string): Told | undefined => told(text).find(({ flaw }) => flaw === 'interactive')
const whyOf = (text: string): string | undefined => {
  const found = report(text)
  return found && found.detail.slice(found.detail.lastIndexOf('`') + 2)
}

const session = 'opens an interactive session'
const ending = 'Use a command that ends by itself and whose exit status says the result'
const query = 'Give the query on the command line, such as `psql -c "…"`'
const code = 'Give the code on the command line (`-c` or `-e`) or in a file'

/** What waits for somebody, why, what to write instead; and what asks nobody. */
const table: Readonly<Record<string, { why: string; help: string; asks: string[]; runs: string[] }>> = {
  'an editor': {
    why: 'opens an editor',
    help: ending,
    asks: [
      'vim',
      'vi a',
      'nvim a',
      'nano a',
      'emacs a',
      'pico a',
      'micro a',
      'vim a > b',
      'vim -s a',
      'nano -c x',
      'nano +3 a',
      'micro --batch',
      'vim a--headless',
      'vim -ecs a',
      'git rebase -i main',
      'git rebase --interactive main'
    ],
    runs: [
      'vim --version',
      'vim -V',
      'vim --help',
      'nvim --headless a',
      'vim -es a',
      'vim -eS a',
      'vim -e a',
      'vim -c q',
      'vim +q',
      'vi -c q',
      'emacs --batch a',
      'git rebase main',
      'git log -i',
      'git stash --interactive',
      'a | vim -',
      'vim < a',
      'vim <<< a',
      'vim <<E\nE',
      'if a; then vim b; fi',
      'vim | cat'
    ]
  },
  'a page or a screen': {
    why: 'needs somebody at the keyboard',
    help: ending,
    asks: [
      'less a',
      'more a',
      'most a',
      'git log | less',
      'git log | more',
      'git log | most',
      'htop',
      'btop',
      'lazygit',
      'tig',
      'k9s',
      'fzf',
      'visudo',
      'python | less'
    ],
    runs: ['ls | fzf', 'less --version', 'less < a']
  },
  'a console': {
    why: session,
    help: code,
    asks: 'python python3 ipython node irb ghci iex pry mongosh lua bc tclsh'.split(' '),
    runs: ['lua x', 'node -e 1', 'python --version', 'bc < a', 'echo 1 | bc', 'python <<E\n1\nE']
  },
  'each change': {
    why: 'asks for each change',
    help: ending,
    asks: [
      'git add -p',
      'git add --patch',
      'git add -i',
      'git add --interactive',
      'git add -e',
      'git checkout -p',
      'git restore --patch a',
      'git reset -p',
      'git stash -p',
      'git stash --patch a'
    ],
    runs: [
      'git add -A',
      'git add a-p',
      'git add -path',
      'git diff -p',
      'git log --patch',
      'git checkout a',
      'git commit',
      'git stash',
      'git',
      'gitk add -p',
      'git prestash -p',
      'git stashes -p'
    ]
  },
  'another machine': {
    why: session,
    help: 'Give the command to run: `ssh host command`',
    asks: [
      'ssh h',
      'ssh -p 22 me@h',
      'ssh -i k h',
      'ssh -vi k h',
      'ssh -4 h',
      'ssh -6i k h',
      'ssh a-T',
      ...[...'bcDEeFIiJLlmopQRSw'].map(letter => `ssh -${letter} x h`)
    ],
    runs: [
      'ssh h ls',
      'ssh',
      'ssh -i k h ls',
      'ssh -x h ls',
      'ssh -i6 h ls',
      ...[...'NTVGfWO'].map(letter => `ssh -${letter} h`),
      'ssh -fN -L 1:2:3 h',
      'ssh -4T h',
      'ssh --help'
    ]
  },
  'a database': {
    why: session,
    help: query,
    asks: [
      'psql',
      'psql app',
      'psql -h x -U y',
      'psql --field-separator x',
      'psql a-c',
      'psql x--file',
      'psql -vc',
      'sqlite3',
      'sqlite3 a.db',
      'sqlite3 -header a.db',
      'mysql',
      'mysql app',
      'mysql -u root',
      'mysql a-e',
      'mysql a--execute',
      'mysql --user=e',
      'redis-cli',
      'redis-cli -h x -p 1',
      'redis-cli -n 1',
      'redis-cli -a x',
      'redis-cli -u x',
      'redis-cli --tls'
    ],
    runs: [
      ...[...'cflLV'].map(letter => `psql -${letter} x`),
      'psql -Atc "select 1"',
      'psql -abAeqtXxWwSzc x',
      'psql --command x',
      'psql --file=x',
      'psql --list',
      'psql -c x | cat',
      'sqlite3 a.db .tables',
      'sqlite3 -version',
      'sqlite3 -init x',
      'sqlite3 -cmd=x a.db',
      'mysql -e x',
      'mysql -ue x',
      'mysql --execute=x',
      'redis-cli ping',
      'redis-cli -h x ping',
      'redis-cli --scan',
      'redis-cli --stat',
      'redis-cli -x y',
      'redis-cli -h-x y'
    ]
  },
  'a console of what is built': {
    why: session,
    help: ending,
    asks: [
      'rails c',
      'rails console',
      ...['bash', 'sh', 'zsh', 'ash', '/bin/bash', '/bin/sh', 'python', 'python3', 'psql', 'irb'].map(
        shell => `docker exec -it web ${shell}`
      ),
      'docker exec -ti web sh',
      'docker exec --interactive --tty web sh',
      'podman exec -it web sh',
      'kubectl exec -it web -- sh'
    ],
    runs: [
      'rails cx',
      'rails xc',
      'rails',
      'rake c',
      'docker exec -it web fish',
      'docker exec -it web bashful',
      'docker exec -it web abash',
      'docker exec -it web /sbin/bash',
      'docker exec -i web sh',
      'docker exec -itd web sh',
      'docker exec a-it web sh',
      'docker exec --interactive web sh',
      'docker exec --tty web sh',
      'docker exec web sh',
      'xdocker exec -it web sh',
      'dockerx exec -it web sh',
      'docker'
    ]
  }
}

describe('commands that wait for somebody', () => {
  it.each(Object.entries(table))('tells %s', (_, { why, help, asks, runs }) => {
    expect(asks.filter(text => whyOf(text) !== why || report(text)?.help !== help)).toEqual([])
    expect(runs.filter(text => report(text))).toEqual([])
  })

  it('quotes a short command whole, of a long one its name', () => {
    const long = `nano ${'a'.repeat(45)}`
    expect(report(`ls\n${long}`)).toEqual({
      flaw: 'interactive',
      start: 3,
      end: 53,
      detail: `\`${long}\` opens an editor`,
      help: ending
    })
    expect(report(`${long}b`)?.detail).toBe('`nano` opens an editor')
  })
})
