import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlan, readStdin, type ReadResult } from '../../src/cli/files/read.ts'

const asRoot = process.getuid?.() === 0
let folder = ''
beforeAll(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-read-'))))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name)
  fs.writeFileSync(full, content)
  return full
}

function fatalOf(result: ReadResult | Awaited<ReturnType<typeof readStdin>>) {
  return result.ok ? { code: 'ok' } : result.fatal
}

const codeOf = async (at: string | Buffer): Promise<string> => fatalOf(await readPlan(at)).code
const codeOfBytes = (bytes: string | Uint8Array): Promise<string> => codeOf(file('bytes.md', bytes))

describe('what is read', () => {
  it.each([
    ['nothing', ''],
    ['mixed line endings', 'a\r\nb\rc\n\r'],
    ['characters outside the first plane', '# Plan 🚀 𝒳\n'],
    ['mojibake that is valid UTF-8', 'Itâ€™s fine\n'],
    ['a replacement character', 'a \ufffd b\n'],
    ['bidi and control characters', '\u202e\u0001\u009b\n']
  ])('%s comes as it is', async (_, text) => {
    const result = await readPlan(file('plan.md', text))
    expect(result).toMatchObject({
      ok: true,
      text,
      bom: false,
      bytes: Buffer.byteLength(text),
      stat: { size: Buffer.byteLength(text), nlink: 1 }
    })
  })

  it('keeps the byte order mark out of the text, the first one only', async () => {
    expect(await readPlan(file('bom.md', '\ufeff# Plan'))).toMatchObject({
      ok: true,
      text: '# Plan',
      bom: true,
      bytes: 9
    })
    expect(await readPlan(file('bom.md', '\ufeff'))).toMatchObject({ ok: true, text: '', bom: true })
    expect(await readPlan(file('bom.md', '\ufeff\ufeff# Plan'))).toMatchObject({
      ok: true,
      text: '\ufeff# Plan',
      bom: true
    })
  })

  it('follows a link to a file, and takes any name that is UTF-8', async () => {
    for (const name of ['-rf.md', 'a\n::error::b.md', '%41,:;.md', 'plän\u202e.md']) {
      expect(await readPlan(file(name, 'x'))).toMatchObject({ ok: true, text: 'x' })
    }
    fs.symlinkSync(file('target.md', 'y'), path.join(folder, 'link.md'))
    expect(await readPlan(path.join(folder, 'link.md'))).toMatchObject({ ok: true, text: 'y' })
  })
})

describe('encodings', () => {
  const text = '# A plan\n\nSome words.\n'
  const utf16 = Buffer.from(text, 'utf16le')
  const utf32 = Buffer.concat([...text].map(char => Buffer.from([char.charCodeAt(0), 0, 0, 0])))

  it.each<[string, Buffer, string]>([
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16'],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]), 'utf-16'],
    ['UTF-16 LE', utf16, 'utf-16'],
    ['UTF-16 BE', Buffer.from(utf16).swap16(), 'utf-16'],
    ['UTF-32 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32]), 'utf-32'],
    ['UTF-32 BE with a mark', Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), Buffer.from(utf32).swap32()]), 'utf-32'],
    ['UTF-32 LE', utf32, 'utf-32'],
    ['UTF-32 BE', Buffer.from(utf32).swap32(), 'utf-32']
  ])('%s is named', async (_, bytes, code) => {
    expect(await codeOfBytes(bytes)).toBe(code)
  })

  it('git-crypt is named, other NULs are placed', async () => {
    expect(await codeOfBytes('\0GITCRYPT\0\u0001\u0002')).toBe('encrypted')
    const result = await readPlan(file('nul.md', '# é\r\nab\0c'))
    expect(fatalOf(result)).toEqual({
      code: 'binary',
      line: 2,
      column: 3,
      message: expect.stringContaining('byte 9 is NUL')
    })
  })

  it('Latin-1 is refused at its first letter', async () => {
    const result = await readPlan(file('latin.md', Buffer.from('# Plan\n\nCafé', 'latin1')))
    expect(fatalOf(result)).toEqual({
      code: 'invalid-utf8',
      line: 3,
      column: 4,
      message: expect.stringMatching(/byte 12 .*Latin-1/)
    })
  })

  it.each<[string, number[], number]>([
    ['a stray continuation', [0x61, 0x80], 2],
    ['an overlong form', [0x61, 0x62, 0xc0, 0xaf], 3],
    ['a surrogate', [0xed, 0xa0, 0x80], 1],
    ['a cut end', [0x61, 0xe2, 0x82], 2],
    ['a cut middle', [0xf0, 0x9f, 0x98, 0x61], 1],
    ['beyond the last plane', [0xf4, 0x90, 0x80, 0x80], 1],
    ['after a mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 5]
  ])('%s would not come back: refused', async (_, bytes, at) => {
    const result = await readPlan(file('bad.md', Uint8Array.from(bytes)))
    expect(fatalOf(result)).toMatchObject({
      code: 'invalid-utf8',
      message: expect.stringContaining(`byte ${at} is not`)
    })
  })
})

describe('what is no plan', () => {
  it('a folder, a loop, a missing file, names that cannot be', async () => {
    fs.symlinkSync('loop.md', path.join(folder, 'loop.md'))
    expect(await codeOf(folder)).toBe('directory')
    expect(await codeOf(path.join(folder, 'loop.md'))).toBe('link-loop')
    expect(await codeOf(path.join(folder, 'missing.md'))).toBe('not-found')
    expect(await codeOf(path.join(file('plain.md', ''), 'below.md'))).toBe('not-found')
    expect(await codeOf(path.join(folder, 'x'.repeat(300)))).toBe('name-too-long')
    expect(await codeOf(path.join(folder, 'a\0b.md'))).toBe('invalid-name')
    expect(await codeOf(Buffer.from([...Buffer.from(folder), 0x2f, 0xff]))).toBe('name-not-utf8')
    expect(await codeOf(path.join(folder, 'a\ufffd.md'))).toBe('name-not-utf8')
    expect(await codeOf(path.join(folder, 'a\ud800.md'))).toBe('name-not-utf8')
  })

  it.skipIf(process.platform === 'win32')(
    'a pipe, a device, a link to a device and a socket, without waiting',
    async () => {
      const pipe = path.join(folder, 'pipe.md')
      execFileSync('mkfifo', [pipe])
      fs.symlinkSync('/dev/zero', path.join(folder, 'zero.md'))
      const server = net.createServer().listen(path.join(folder, 'socket.md'))
      await new Promise(done => server.once('listening', done))
      expect(await codeOf(pipe)).toBe('fifo')
      expect(await codeOf('/dev/null')).toBe('device')
      expect(await codeOf(path.join(folder, 'zero.md'))).toBe('device')
      expect(await codeOf(path.join(folder, 'socket.md'))).toBe('socket')
      server.close()
    }
  )

  it.skipIf(asRoot)('what may not be read (skipped for root, who may read everything)', async () => {
    const secret = file('secret.md', 'x')
    fs.chmodSync(secret, 0)
    expect(await codeOf(secret)).toBe('unreadable')
  })

  it('too large: known before it is read', async () => {
    const huge = file('huge.md', '')
    fs.truncateSync(huge, 2 ** 40)
    expect(fatalOf(await readPlan(huge))).toEqual({
      code: 'too-large',
      message: 'File is larger than 524,288 bytes: split the plan, or raise the limit "bytes"'
    })
    const small = file('small.md', '12345')
    expect((await readPlan(small, { bytes: 5 })).ok).toBe(true)
    expect((await readPlan(small, { bytes: 4 })).ok).toBe(false)
  })

  it('every trouble is one line with a remedy and no full stop', async () => {
    for (const at of [
      folder,
      path.join(folder, 'none'),
      '/dev/null',
      file('n.md', '\0'),
      file('l.md', Uint8Array.of(0xff)),
      file('w.md', Uint8Array.of(0xff, 0xfe))
    ]) {
      expect(fatalOf(await readPlan(at))).toMatchObject({
        message: expect.stringMatching(/^[A-Z][^\n]+[:;,] [^\n]+[^.]$/)
      })
    }
  })
})

describe('a file that changes', () => {
  it.skipIf(process.platform === 'win32')('while it is read is never a plan', async () => {
    const at = file('busy.md', 'a'.repeat(300_000))
    const writer = spawn(process.execPath, [
      '-e',
      `
      const fs = require('fs'); const fd = fs.openSync(process.argv[1], 'r+'); process.stdout.write('go')
      for (let n = 1, end = Date.now() + 1500; Date.now() < end; n++) {
        const text = Buffer.alloc(300_000 - n % 2, 97 + n % 26); fs.ftruncateSync(fd, text.length); fs.writeSync(fd, text, 0, text.length, 0) }`,
      at
    ])
    await new Promise(done => writer.stdout.once('data', done))
    const codes = new Set<string>()
    for (const end = Date.now() + 1400; Date.now() < end && !codes.has('changed-while-read');) {
      const result = await readPlan(at)
      codes.add(fatalOf(result).code)
    }
    writer.kill()
    // The byte by which it grows is a NUL until it is written.
    expect([...codes].filter(code => !['ok', 'changed-while-read', 'binary'].includes(code))).toEqual([])
    expect([...codes]).toContain('changed-while-read')
  })

  it('deleted between listing and reading is said', async () => {
    const at = file('gone.md', 'x')
    fs.rmSync(at)
    expect(fatalOf(await readPlan(at))).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('deleted')
    })
  })
})

describe('standard input', () => {
  async function* chunks(...parts: (string | Uint8Array)[]) {
    yield* parts
  }

  it('is joined before it is decoded', async () => {
    expect(
      await readStdin(chunks(Uint8Array.of(0xef), Uint8Array.of(0xbb, 0xbf, 0xe2), Uint8Array.of(0x82, 0xac), 'x'))
    ).toMatchObject({ ok: true, text: '€x', bytes: 7, bom: true })
    expect(await readStdin(chunks())).toMatchObject({ ok: true, text: '', bytes: 0, bom: false })
  })

  it('is capped and strict', async () => {
    let pulled = 0
    async function* endless() {
      for (;;) {
        pulled++
        yield 'x'.repeat(1000)
      }
    }
    expect(fatalOf(await readStdin(endless(), { bytes: 10_000 })).code).toBe('too-large')
    expect(pulled).toBe(11)
    expect(fatalOf(await readStdin(chunks(Uint8Array.of(0x80)))).code).toBe('invalid-utf8')
  })

  it('says when it breaks', async () => {
    async function* broken() {
      yield 'a'
      throw Object.assign(new Error('x'), { code: 'EIO' })
    }
    expect(fatalOf(await readStdin(broken()))).toEqual({
      code: 'unreadable',
      message: "Standard input can't be read (EIO)"
    })
  })
})
