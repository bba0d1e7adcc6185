/** Completion as real shells do it: fish answers `complete -C`, zsh has the line typed into an interactive session. */
import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { folderOf, ruleIds, runIn } from './harness.ts'

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
for (const shell of ['zsh', 'fish'])
  if (!has(shell)) process.stderr.write(`completion is not tried in ${shell}: it is not installed\n`)

/** Lines being typed, with what is offered at their end. */
const expected: [line: string, offers: string[]][] = [
  ['planlint --no-c', ['--no-color', '--no-config', '--no-config-js']],
  ['planlint --format js', ['json']],
  ['planlint -p ', ['design-plan', 'planning-md']],
  ['planlint explain ', ruleIds],
  ['planlint rules --format ', ['json', 'text']],
  ['planlint status --format ', ['html', 'json', 'markdown', 'text']],
  ['planlint completion ', ['bash', 'fish', 'zsh']],
  ['planlint docs/a.md ru', ['rules.md']],
  ['planlint ru', ['rules', 'rules.md']]
]

async function folderWith(shell: string): Promise<string> {
  const { stdout } = await runIn({ cwd: '/' }, 'completion', shell)
  return folderOf({
    'rules.md': '',
    'docs/a.md': '',
    [shell === 'zsh' ? 'functions/_planlint' : 'planlint.fish']: stdout,
    'type.zsh': typeInZsh
  })
}

const typeInZsh = `
zmodload zsh/zpty
zpty z "PS1='' TERM=dumb COLUMNS=200 zsh -f -i"
zpty -w z "PROMPT='' RPROMPT=''; unsetopt zle_bracketed_paste prompt_cr prompt_sp; stty -echo; fpath=(\\$PWD/functions \\$fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=10000; zstyle ':completion:*' verbose no; zle -C all list-choices _generic; bindkey '^X' all"
zpty -w z 'print REA""DY'
answer() { # until the text stands there twice: typed, and once more below the list
  local chunk; integer tries=0
  out=
  while (( tries++ < 300 )) && [[ \${out#*$1} != *$1* ]]; do zpty -r -t z chunk && out+=$chunk || sleep .03; done
}
ready() { local chunk; integer tries=0; out=; while (( tries++ < 300 )) && [[ $out != *READY* ]]; do zpty -r -t z chunk && out+=$chunk || sleep .03; done }
ready
for line in "$@"; do
  zpty -w -n z "$line"$'\\x18'
  answer "$line"
  print -r -- "== $line"
  print -r -- "\${out#*$line}"
  zpty -w -n z $'\\x15'
done
zpty -d z
`

describe.runIf(has('zsh'))('zsh', () => {
  test('offers what fits', { timeout: 60_000 }, async () => {
    const cwd = await folderWith('zsh')
    const out = execFileSync('zsh', ['-f', 'type.zsh', ...expected.map(([line]) => line)], { cwd, encoding: 'utf8' })
    const parts = out
      .split('== planlint')
      .slice(1)
      .map(part =>
        part
          .split('\n')
          .slice(1)
          .filter(line => !line.startsWith('planlint'))
          .join(' ')
      )
    for (const [index, [line, offers]] of expected.entries()) {
      const words = parts[index]!.split(/\s/)
        .filter(word => /^[\w-][\w.-]*$/.test(word))
        .sort()
      expect([line, words]).toEqual([line, [...offers].sort()])
    }
  })
})

describe.runIf(has('fish'))('fish', () => {
  test.each(expected)('%s', async (line, offers) => {
    const cwd = await folderWith('fish')
    const out = execFileSync('fish', ['--no-config', '-c', `source planlint.fish; complete -C '${line}'`], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, HOME: cwd, XDG_DATA_HOME: cwd }
    })
    expect(
      out
        .split('\n')
        .filter(text => text !== '')
        .map(text => text.split('\t')[0])
        .sort()
    ).toEqual([...offers].sort())
  })
})
