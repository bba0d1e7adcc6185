import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

/** What is to be filled in, as it is shown and as it stands. */
const shownIn = (text: string): string[] =>
  told(text)
    .filter(({ flaw }) => flaw === 'placeholder')
    .flatMap(({ start, end, detail, help }) => {
      expect(help).toBe('Write the real value, so that the command can be run as it stands')
      const shown = /^`(.*)` is to be filled in$/.exec(detail)?.[1]
      return shown === text.slice(start, end) ? [shown] : [`${shown} at ${text.slice(start, end)}`]
    })

describe('text that is to be filled in', () => {
  it('stands in angle brackets', () => {
    for (const text of [
      'cat <name>',
      'cat > <name>',
      'cat < <name>',
      'cat a/<name>.txt',
      'curl "a/<name>"',
      'tool -pp "<name>"'
    ])
      expect([text, shownIn(text)]).toEqual([text, ['<name>']])
    expect(shownIn('cat <a> <b> && ls path/to/x && cat <c> path/to/y')).toEqual(['<a>', '<b>', 'path/to/x', '<c>'])
  })

  it('is nothing that only a run tells', () => {
    const names =
      'pid sha sha256 hash commit commits rev ref id ids uuid n nn pr number port timestamp date tag version token'.split(
        ' '
      )
    const leads = [
      'the ',
      'that ',
      'your ',
      'new ',
      'old ',
      'last ',
      'previous ',
      'merge ',
      'base ',
      'head ',
      'current ',
      'the last ',
      'issue-',
      'issue_',
      'the issue ',
      'The ',
      'Issue-'
    ]
    expect(
      [...names.map(name => `kill <${name}>`), ...leads.map(lead => `kill <${lead}pid>`)].filter(
        text => shownIn(text).length > 0
      )
    ).toEqual([])
    for (const name of ['versioned', 'aversion', 'old name', 'my own issue id', 'date of it', 'n.pid', 'pid of x'])
      expect(shownIn(`kill <${name}>`)).toEqual([`<${name}>`])
  })

  it('tells itself in quotes by its name', () => {
    for (const name of [
      'your-key',
      'my thing',
      'the_thing',
      'api-thing',
      'access thing',
      'auth-thing',
      'secret thing',
      'key',
      'x-secret',
      'password',
      'path',
      'user-name',
      'url',
      'host',
      'Your_thing',
      'Host'
    ]) {
      expect(shownIn(`curl "x: <${name}>"`)).toEqual([`<${name}>`])
    }
    for (const name of ['bearer', 'yours', 'thing-your-x', 'keys', 'hosted', 'apix-thing'])
      expect(shownIn(`curl "x: <${name}>"`)).toEqual([])
    for (const command of ['grep', 'echo', 'git log', 'python -c', 'node -e', 'bash -lc', 'tool -p'])
      expect(shownIn(`${command} "<name>"`)).toEqual([])
  })

  it.each([
    ['curl YOUR_KEY', 'YOUR_KEY'],
    ['curl x=YOUR-KEY-B.', 'YOUR-KEY-B at x=YOUR-KEY-B.'],
    ['curl "Bearer YOUR_API_KEY"', 'YOUR_API_KEY at "Bearer YOUR_API_KEY"'],
    ['sudo tool YOUR_KEY', 'YOUR_KEY'],
    ['tool {{ a }}', '{{ … }} at {{ a }}'],
    ['tool {{ a b c }}', '{{ … }} at {{ a b c }}'],
    ['tool {{name}}', '{{name}}'],
    ['tool x{{a-b}}y', 'x{{a-b}}y'],
    ['xdocker {{name}}', '{{name}}'],
    ['dockerx {{name}}', '{{name}}'],
    ['x[ {{name}}', '{{name}}'],
    ['tool ...', '...'],
    ['tool …', '…'],
    ['git add ...', '...'],
    ['tool -m ...', '...'],
    ['tool TODO', 'TODO'],
    ['tool TBD', 'TBD'],
    ['tool FIXME', 'FIXME'],
    ['tool --formats TODO', 'TODO'],
    ['tool x-m TODO', 'TODO'],
    ['tool -mx TODO', 'TODO'],
    ['tool x--grep TODO', 'TODO'],
    ['tool path/to/x', 'path/to/x'],
    ['tool /path/to/x', '/path/to/x'],
    ['test -f path/to/x', 'path/to/x'],
    ['npx tool path/to/x', 'path/to/x'],
    ['grep path/to/x', 'path/to/x'],
    ['grep a path/to/X', 'path/to/X'],
    ['grep -n a path/to/X', 'path/to/X'],
    ['tool [affected]', '[affected]'],
    ['tool [the-affected]', '[the-affected]'],
    ['tool [abc]', '[abc]'],
    ['tool [Abc]', '[Abc]'],
    ['tool [affected]/b', '[affected] at [affected]/b'],
    ['tool a_[affected]', '[affected] at a_[affected]'],
    ['tool a-[affected].py', '[affected] at a-[affected].py'],
    ['tool a_[affected]-b', '[affected] at a_[affected]-b'],
    ['tool a_[aabc].py', '[aabc] at a_[aabc].py'],
    ['tool a_[abcde].py', '[abcde] at a_[abcde].py'],
    ['tool a_[affected].tss', '[affected] at a_[affected].tss'],
    ['tool a_[affected].py.ts/x', '[affected] at a_[affected].py.ts/x'],
    ['rg x [affected]', '[affected]'],
    ['rg -n x [affected]', '[affected]'],
    ['sudo tool [affected]', '[affected]'],
    ['xpip [affected]', '[affected]'],
    ['pipe [affected]', '[affected]'],
    [`tool a_[affected]${'/b'.repeat(94)}`, `[affected] at a_[affected]${'/b'.repeat(94)}`]
  ])('stands in %s', (text, expected) => {
    expect(shownIn(text)).toEqual([expected])
  })

  it('is not what a tool reads itself, nor a pattern, a message, code', () => {
    const texts = [
      'curl $YOUR_KEY',
      'curl {YOUR_KEY',
      'curl AYOUR_KEY',
      'curl YOUR_K',
      'curl YOUR_KEYa',
      'grep YOUR_KEY a',
      'echo YOUR_KEY',
      'printf YOUR_KEY',
      'git x YOUR_KEY',
      'YOUR_KEY x',
      'sudo YOUR_KEY x',
      'tool {{ a b c d }}',
      'tool {{ a',
      'tool {{1}}',
      'tool "{{name}}"',
      'docker ps {{ a }}',
      ...'docker podman gh go kubectl just helm copier git curl test ['.split(' ').map(name => `${name} x {{name}}`),
      'go test ...',
      'echo ...',
      'git commit ...',
      'tool a...',
      'tool ...a',
      'git x -m ...',
      'git x TODO',
      'echo TODO',
      'tool TODOS',
      'tool XTODO',
      'tool path/to/',
      'tool a/path/to/x',
      '[ path/to/x ]',
      'test TODO',
      'git grep path/to/x',
      ...'-m -am -e -c -lc -k -name -iname -path -H -d -t -pattern --grep --format --message --body --title --filter --data --data-raw'
        .split(' ')
        .map(option => `tool ${option} TODO`),
      'grep TODO a',
      'grep -n Apath/to/x',
      'grep -n TODO a',
      'rg [affected] a',
      'rg {affected} a',
      'rg -n [affected] a',
      'tool [a]',
      'tool [ab]',
      'tool [1bc]',
      'tool [affected',
      'tool a[affected]',
      'tool x[affected]',
      'tool a/[affected]/b',
      'tool a/[slug]/x_[affected]',
      'tool a_[affected]x',
      'tool a_[abc].py',
      'tool a_[abcd].py',
      'tool a_[a-zxyz].py',
      'tool x::a_[affected]',
      'tool "[affected]"',
      `tool a_[affected]${'/b'.repeat(95)}`,
      ...'ts tsx js jsx svelte vue astro'.split(' ').map(end => `tool a_[affected].${end}`),
      ...'pip pip3 uv poetry pipx pdm rails rake zsh'.split(' ').map(name => `${name} x [affected]`),
      'uvx a [affected]',
      'pipx run a [affected]',
      'echo [affected]'
    ]
    expect(texts.filter(text => shownIn(text).length > 0)).toEqual([])
  })
})
