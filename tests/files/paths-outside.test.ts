import { describe, expect, it } from 'vitest'
import { readPath } from '../../src/files/paths.ts'

/** What a token is read as, anywhere and where paths are expected. */
function read(token: string): string[] {
  return [false, true].map(lenient => {
    const ref = readPath(token, { lenient })
    return ref
      ? [ref.kind, ref.path, ...(ref.suffix ? [ref.suffix] : []), ...(ref.escapes ? [ref.escapes] : [])].join(' ')
      : 'none'
  })
}

describe('an address', () => {
  it.each(['file:///etc/a', 'FILE:///x'])('of a file leads out: %s', token =>
    expect(read(token)).toEqual([`file ${token} scheme`, `file ${token} scheme`])
  )

  it.each([
    'profile:///x/y.ts',
    'filex:///a.ts',
    'model://x',
    'mygit://x',
    'https2://x',
    's3://b/k.json',
    'model://x:3'
  ])('may be one where paths are expected: %s', token => {
    expect(read(token)).toEqual(['none', `file ${token} scheme`])
  })

  it.each([
    'https://x.org/a.ts',
    'http://x',
    'HTTPS://x',
    'ws://x',
    'wss://x',
    'git://x',
    'ssh://x',
    'model://',
    'file://'
  ])('is no path: %s', token => expect(read(token)).toEqual(['none', 'none']))
})

describe('a drive, a share, a home', () => {
  it.each([
    ['C:/a.ts', 'file C:/a.ts drive'],
    ['C:\\a.ts', 'file C:/a.ts drive'],
    ['x:/a.ts', 'file x:/a.ts drive'],
    ['C:\\a.ts:12', 'file C:/a.ts:12 drive'],
    ['\\\\host\\share\\a.txt', 'file //host/share/a.txt unc'],
    ['\\\\h\\a.txt', 'file //h/a.txt unc'],
    ['~/notes/a.md', 'file ~/notes/a.md home'],
    ['~me/notes/a.md', 'file ~me/notes/a.md home'],
    ['$HOME/x.ts', 'file $HOME/x.ts home'],
    ['${HOME}/x.ts', 'glob ${HOME}/x.ts home'],
    ['%USERPROFILE%\\x.ts', 'file %USERPROFILE%/x.ts home'],
    ['~/', 'directory ~ home'],
    ['~/dir/', 'directory ~/dir home'],
    ['~/*.md', 'glob ~/*.md home'],
    ['~/a.md:3', 'file ~/a.md :3 home']
  ])('%s', (token, expected) => expect(read(token)).toEqual([expected, expected]))

  it.each([
    'C:\\\\a.ts',
    'C:\\ a.ts',
    'C:\\a b.ts',
    'xC:\\a\\b.cs',
    '\\\\host\\a b',
    'a\\\\host\\b.txt',
    '~/a b.md',
    '~/a;b',
    '~/run()',
    '~/a|b',
    '$HOMEX/a.ts'
  ])('is none: %s', token => expect(read(token)).toEqual(['none', 'none']))

  it('is none where the tilde is a name', () => {
    expect(read('~é/a.md')).toEqual(['file ~é/a.md', 'file ~é/a.md'])
    expect(read('a~/notes/b.md')).toEqual(['file a~/notes/b.md', 'file a~/notes/b.md'])
  })
})

describe('a path from the root', () => {
  it.each([
    '/etc/ssl/a.pem',
    '/etc/ssl/certs',
    '/usr/local/bin',
    '/app/src/a.ts',
    '/opt/app/lib/x',
    '/a//b.ts',
    '/x/a.ts',
    '/x/y/a.ts',
    '/x/dev/a.ts',
    '/vx/a.ts',
    '/x/api/a.ts',
    '/x/a.html.ts',
    '/var/index.html',
    '/x/y.lock',
    '/x/y.db',
    '/home/me/p',
    ...[
      'mnt',
      'media',
      'private',
      'Applications',
      'Volumes',
      'Library',
      'srv',
      'proc',
      'sys',
      'root',
      'tmp',
      'Users'
    ].map(root => `/${root}/me/p`)
  ])('is one of the machine: %s', token =>
    expect(read(token)).toEqual([`file ${token} absolute`, `file ${token} absolute`])
  )

  it.each(['/etc/ssl', '/Users/me'])('may be one where paths are expected: %s', token =>
    expect(read(token)).toEqual(['none', `file ${token} absolute`])
  )

  it.each([
    ['/etc/ssl/', 'none', 'directory /etc/ssl absolute'],
    ['/var/log/', 'none', 'directory /var/log absolute'],
    ['/var/{id}.ts', 'glob /var/{id}.ts absolute', 'glob /var/{id}.ts absolute'],
    ['/var/log/*.log', 'glob /var/log/*.log absolute', 'glob /var/log/*.log absolute'],
    ['/srv/a.py:3', 'file /srv/a.py :3 absolute', 'file /srv/a.py :3 absolute']
  ])('%s', (token, anywhere, expected) => expect(read(token)).toEqual([anywhere, expected]))

  it.each([
    '/etc/a b.pem',
    '/etc/',
    '/etc',
    '/',
    '/app/src/lib',
    '/data/a/b',
    '/repo/a/b',
    '/workspace/a/b',
    '/workspaces/a/b',
    '/xapp/etc/x/y',
    '/dev/null',
    '/dev/x/a.ts',
    '//x/a.ts',
    '/a.ts',
    '/api/a.ts',
    '/v1/a.ts',
    '/v12/a.ts',
    '/x/index.html',
    '/x/index.htm',
    '/x/{id}.ts',
    '/x/a?.ts',
    '/x/a=b.ts',
    '/x&y/a.ts',
    '/x:y/a.ts',
    '/x/a.ts:3',
    '/x/<id>.ts',
    '/x/y/z',
    '/x/a.ts/',
    '/etc'
  ])('may be a route, and is none: %s', token => expect(read(token)).toEqual(['none', 'none']))
})

describe('backslashes', () => {
  it.each([
    ['a\\b\\c.cs', 'file a/b/c.cs'],
    ['a\\b\\', 'directory a/b'],
    ['a\\b\\c.lock', 'file a/b/c.lock'],
    ['a\\é\\c.cs', 'file a/é/c.cs'],
    ['src\\a.ts:3', 'file src/a.ts :3']
  ])('part folders in %s', (token, expected) => expect(read(token)).toEqual([expected, expected]))

  it('part folders with spaces only where paths are expected', () =>
    expect(read('a\\b c\\d.cs')).toEqual(['none', 'file a/b c/d.cs']))

  it.each(['a\\b', 'a\\', '\\d+\\.\\w', 'a\\(b)\\c.cs', 'a\\\\b.cs', 'a\\b)\\c.cs', '\\a\\b.cs'])(
    'are an escape in %s',
    token => expect(read(token)).toEqual(['none', 'none'])
  )
})
