import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { sweepTemporaries } from '../../src/cli/files/temporary.ts'
import { writeAtomically, type WriteResult } from '../../src/cli/files/write.ts'
import { at, file, read, root } from './writing.ts'

const asRoot = process.getuid?.() === 0
const posix = process.platform !== 'win32'
const kills = Number(process.env['PLANLINT_KILLS'] ?? 60)

async function rewrite(name: string, text: string, meanwhile = () => {}): Promise<string> {
  const expected = await read(name)
  meanwhile()
  return outcome(await writeAtomically(name, text, expected, { root }))
}

const outcome = (result: WriteResult): string => (result.ok ? 'ok' : result.fatal.code)
const content = (name: string): string => fs.readFileSync(name, 'utf8')
const leftovers = (folder = root): string[] => fs.readdirSync(folder).filter(name => name.startsWith('.planlint-'))

describe('a write', () => {
  it('replaces the text and leaves nothing else', async () => {
    const plan = file('plan.md', 'old\r\n')
    expect(await rewrite(plan, 'new\r\n')).toBe('ok')
    expect(content(plan)).toBe('new\r\n')
    expect(fs.readdirSync(root)).toEqual(['plan.md'])
  })

  it('puts the byte order mark back', async () => {
    const plan = file('plan.md', '\ufeffold')
    expect(await rewrite(plan, 'new')).toBe('ok')
    expect(content(plan)).toBe('\ufeffnew')
  })

  it.skipIf(!posix)('keeps the mode', async () => {
    const plan = file('plan.md', 'old')
    for (const mode of [0o600, 0o640, 0o755, 0o666]) {
      fs.chmodSync(plan, mode)
      expect(await rewrite(plan, `for ${mode}`)).toBe('ok')
      expect(fs.statSync(plan).mode & 0o7777).toBe(mode)
    }
  })

  it.skipIf(!asRoot)('keeps the owner (skipped: only root may give files away)', async () => {
    const plan = file('plan.md', 'old')
    fs.chownSync(plan, 1234, 1235)
    fs.chmodSync(plan, 0o2755)
    expect(await rewrite(plan, 'new')).toBe('ok')
    expect(fs.statSync(plan)).toMatchObject({ uid: 1234, gid: 1235, mode: 0o102755 })
  })

  it('can make a file empty, or long', async () => {
    const plan = file('plan.md', 'old')
    expect(await rewrite(plan, '')).toBe('ok')
    expect(content(plan)).toBe('')
    expect(await rewrite(plan, 'é'.repeat(3_000_000))).toBe('ok')
    expect(content(plan)).toBe('é'.repeat(3_000_000))
  })

  it('refuses text that would not come back', async () => {
    const plan = file('plan.md', 'old')
    expect(await rewrite(plan, 'a\ud800b')).toBe('not-unicode')
    expect(content(plan)).toBe('old')
  })
})

describe('a file that changed meanwhile', () => {
  it.each<[string, (plan: string) => void]>([
    ['other text', plan => fs.writeFileSync(plan, 'theirs')],
    [
      'other text of the same size and time',
      plan => {
        const { atime, mtime } = fs.statSync(plan)
        fs.writeFileSync(plan, 'our')
        fs.utimesSync(plan, atime, mtime)
      }
    ],
    ['a byte order mark', plan => fs.writeFileSync(plan, '\ufeffold')],
    ['no longer UTF-8', plan => fs.writeFileSync(plan, Uint8Array.of(0xff))],
    [
      'another file of the same text',
      plan => {
        fs.writeFileSync(`${plan}.2`, 'old')
        fs.renameSync(`${plan}.2`, plan)
      }
    ]
  ])('%s: not overwritten', async (_, change) => {
    const plan = file('plan.md', 'old')
    let theirs = Buffer.alloc(0)
    expect(
      await rewrite(plan, 'new', () => {
        change(plan)
        theirs = fs.readFileSync(plan)
      })
    ).toBe('changed-meanwhile')
    expect(fs.readFileSync(plan)).toEqual(theirs)
    expect(leftovers()).toEqual([])
  })

  it('deleted, or now a folder: nothing appears', async () => {
    const plan = file('plan.md', 'old')
    expect(await rewrite(plan, 'new', () => fs.rmSync(plan))).toBe('changed-meanwhile')
    expect(fs.readdirSync(root)).toEqual([])
    file('plan.md', 'old')
    expect(
      await rewrite(plan, 'new', () => {
        fs.rmSync(plan)
        fs.mkdirSync(plan)
      })
    ).toBe('not-a-file')
    expect(fs.readdirSync(plan)).toEqual([])
  })

  it('touched, but the same: written', async () => {
    const plan = file('plan.md', 'old')
    expect(await rewrite(plan, 'new', () => fs.utimesSync(plan, 1, 1))).toBe('ok')
  })
})

describe.skipIf(!posix)('links', () => {
  it('inside the project: the target is written, the link stays', async () => {
    const plan = file('docs/plan.md', 'old')
    fs.symlinkSync('docs/plan.md', at('link.md'))
    expect(await rewrite(at('link.md'), 'new')).toBe('ok')
    expect(content(plan)).toBe('new')
    expect(fs.readlinkSync(at('link.md'))).toBe('docs/plan.md')
    expect(leftovers(at('docs'))).toEqual([])
  })

  it('out of the project: refused, also through a folder', async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-outside-'))
    fs.writeFileSync(path.join(outside, 'plan.md'), 'old')
    fs.symlinkSync(path.join(outside, 'plan.md'), at('link.md'))
    fs.symlinkSync(outside, at('docs'))
    expect(await rewrite(at('link.md'), 'new')).toBe('link-outside')
    expect(await rewrite(at('docs', 'plan.md'), 'new')).toBe('link-outside')
    expect(content(path.join(outside, 'plan.md'))).toBe('old')
    expect(leftovers(outside)).toEqual([])
    fs.rmSync(outside, { recursive: true })
  })

  it('to a neighbour whose name begins as the root does: refused', async () => {
    fs.mkdirSync(`${root}-neighbour`)
    fs.writeFileSync(`${root}-neighbour/plan.md`, 'old')
    fs.symlinkSync(`${root}-neighbour/plan.md`, at('link.md'))
    expect(await rewrite(at('link.md'), 'new')).toBe('link-outside')
    fs.rmSync(`${root}-neighbour`, { recursive: true })
  })

  it('a root that is itself reached by a link is fine, and so is a plain file outside that the user named', async () => {
    file('real/plan.md', 'old')
    fs.symlinkSync(at('real'), at('project'))
    const expected = await read(at('project', 'plan.md'))
    expect(outcome(await writeAtomically(at('project', 'plan.md'), 'new', expected, { root: at('project') }))).toBe(
      'ok'
    )
    const named = file('elsewhere.md', 'old')
    expect(outcome(await writeAtomically(named, 'new', await read(named), { root: at('project') }))).toBe('ok')
  })

  it('hard: refused', async () => {
    const plan = file('plan.md', 'old')
    fs.linkSync(plan, at('twin.md'))
    expect(await rewrite(plan, 'new')).toBe('hard-link')
    expect(content(at('twin.md'))).toBe('old')
    fs.rmSync(at('twin.md'))
    expect(await rewrite(plan, 'new', () => fs.linkSync(plan, at('late.md')))).toBe('hard-link')
  })
})

describe.skipIf(!posix)('where nothing can be written', () => {
  it('a read-only file stays, though a rename could replace it', async () => {
    const plan = file('plan.md', 'old')
    fs.chmodSync(plan, 0o444)
    expect(await rewrite(plan, 'new')).toBe('read-only')
    expect(content(plan)).toBe('old')
    expect(leftovers()).toEqual([])
  })

  it.skipIf(asRoot)('a read-only folder (skipped for root, who may write everywhere)', async () => {
    const plan = file('docs/plan.md', 'old')
    fs.chmodSync(at('docs'), 0o555)
    expect(await rewrite(plan, 'new')).toBe('read-only')
    fs.chmodSync(at('docs'), 0o755)
    expect(content(plan)).toBe('old')
  })

  it('a full disk: the old file stays, whole, and nothing else (skipped where no small disk can be mounted)', async context => {
    fs.mkdirSync(at('disk'))
    const mounted = asRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at('disk')]).status === 0
    if (!mounted) return context.skip('no small disk can be mounted here')
    try {
      const plan = file('disk/plan.md', 'old '.repeat(25_000))
      expect(await rewrite(plan, 'new '.repeat(50_000))).toBe('disk-full')
      expect(content(plan)).toBe('old '.repeat(25_000))
      expect(fs.readdirSync(at('disk'))).toEqual(['plan.md'])
      expect(await rewrite(plan, 'new '.repeat(20_000))).toBe('ok')
      expect(content(plan)).toBe('new '.repeat(20_000))
    } finally {
      execFileSync('umount', [at('disk')])
    }
  })

  it('a file too large for the process: the old file stays (by its limit on file size)', async () => {
    const plan = file('plan.md', 'old\n'.repeat(50_000))
    const program = await bundle()
    const child = spawnSync(
      'sh',
      ['-c', 'ulimit -f 100; trap "" XFSZ; exec "$0" "$@"', process.execPath, program, plan, root],
      { encoding: 'utf8' }
    )
    expect(child.stderr).toContain('left as it was')
    expect(content(plan)).toBe('old\n'.repeat(50_000))
    expect(leftovers()).toEqual([])
  })
})

describe('stale temporaries', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const name = (pid: number): string => `.planlint-${pid}-0123456789abcdef.tmp`

  it("of dead processes and old ones go with the next write; young ones, folders and others' stay", async () => {
    const minute = 61
    const now = Date.now() / 1000
    file(name(dead), 'x')
    file(name(process.pid), 'young')
    file(name(process.ppid), 'old')
    fs.utimesSync(at(name(process.ppid)), now - minute, now - minute)
    const others = [
      '.planlint-.tmp',
      `x${name(dead)}`,
      `${name(dead)}.md`,
      `.planlint-${dead}-xyz.tmp`,
      '.planlintcache'
    ]
    for (const other of others) file(other, 'x')
    fs.mkdirSync(at(`.planlint-${dead}-ffffffffffffffff.tmp`))
    expect(await rewrite(file('plan.md', 'old'), 'new')).toBe('ok')
    expect(fs.readdirSync(root).sort()).toEqual(
      [...others, 'plan.md', name(process.pid), `.planlint-${dead}-ffffffffffffffff.tmp`].sort()
    )
  })

  it('counts what it sweeps, and never throws', async () => {
    file(name(dead), 'x')
    expect(await sweepTemporaries(root)).toBe(1)
    expect(await sweepTemporaries(root)).toBe(0)
    expect(await sweepTemporaries(at('missing'))).toBe(0)
  })
})

async function bundle(): Promise<string> {
  const outfile = at('rewriter.mjs')
  await build({
    entryPoints: [path.join(import.meta.dirname, 'rewriter.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'silent'
  })
  return outfile
}

describe.skipIf(!posix)('a process killed at any moment', () => {
  it(
    `leaves the old file or the new one (${kills} kills)`,
    async () => {
      const program = await bundle()
      const lines = 50_000
      const plan = file('docs/plan.md', 'old\n'.repeat(lines))
      const whole = new Set(['old\n'.repeat(lines), 'new\n'.repeat(lines)])
      const seen = new Set<string>()
      let abandoned = 0
      for (let n = 0; n < kills; n++) {
        await killAfter(program, plan, Math.random() * 60)
        const text = content(plan)
        expect(whole.has(text), `torn after kill ${n + 1}: ${text.length} of ${lines * 4} characters`).toBe(true)
        seen.add(text.slice(0, 3))
        abandoned += leftovers(at('docs')).length
      }
      expect([...seen].sort(), 'both texts were met, so it was killed amid the work').toEqual(['new', 'old'])
      expect(abandoned, 'some kills came amid a write').toBeGreaterThan(0)
      await sweepTemporaries(at('docs'))
      expect(fs.readdirSync(at('docs'))).toEqual(['plan.md'])
    },
    10_000 + kills * 1000
  )
})

function killAfter(program: string, plan: string, delay: number): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, plan, root], { stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.on('data', chunk => void (errors += chunk))
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay))
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? done() : fail(new Error(errors))))
  })
}
