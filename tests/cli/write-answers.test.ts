/** Every answer of the writer in full: its code and its words. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPlan } from '../../src/cli/files/read.ts'
import { writeAtomically, type WriteResult } from '../../src/cli/files/write.ts'
import { at, file, read, root } from './writing.ts'

const plan = (name = 'plan.md', text = 'old'): string => file(name, text)

const says = (code: string, message: string): WriteResult => ({ ok: false, fatal: { code, message } })
const changed = says('changed-meanwhile', 'File changed since it was read: left as it was; run again')
const gone = says('changed-meanwhile', 'File was deleted or moved since it was read: nothing written; run again')

test('written', async () => {
  expect(await writeAtomically(plan(), 'new', await read(at('plan.md')), { root })).toEqual({ ok: true })
})

test('text that is no Unicode, with and without a byte order mark', async () => {
  const expected = await read(plan())
  const answer = says('not-unicode', 'New text is not valid Unicode: file left as it was; please report this')
  expect(await writeAtomically(at('plan.md'), 'a\ud800', expected, { root })).toEqual(answer)
  expect(await writeAtomically(at('plan.md'), 'a\ud800', { ...expected, bom: true }, { root })).toEqual(answer)
})

test('deleted before, changed before', async () => {
  const expected = await read(plan())
  fs.writeFileSync(at('plan.md'), 'other')
  expect(await writeAtomically(at('plan.md'), 'new', expected, { root })).toEqual(changed)
  fs.rmSync(at('plan.md'))
  expect(await writeAtomically(at('plan.md'), 'new', expected, { root })).toEqual(gone)
  expect(fs.readdirSync(root)).toEqual([])
})

test('the file that was read was another one, on another device, or had a mark', async () => {
  const expected = await read(plan())
  for (const other of [
    { ...expected, stat: { ...expected.stat, ino: expected.stat.ino + 1 } },
    { ...expected, stat: { ...expected.stat, dev: expected.stat.dev + 1 } },
    { ...expected, bom: true },
    { ...expected, text: 'olde' }
  ]) {
    expect(await writeAtomically(at('plan.md'), 'new', other, { root })).toEqual(changed)
  }
  expect(fs.readFileSync(at('plan.md'), 'utf8')).toBe('old')
  expect(fs.readdirSync(root)).toEqual(['plan.md'])
})

test('a link that leads out, a folder, hard links, a read-only file', async () => {
  const expected = await read(plan('project/plan.md'))
  const options = { root: at('project') }
  plan('outside.md')
  fs.symlinkSync(at('outside.md'), at('project/link.md'))
  expect(await writeAtomically(at('project/link.md'), 'new', expected, options)).toEqual(
    says('link-outside', 'Symbolic link leads out of the project: file left as it was; fix the file it leads to')
  )
  expect(await writeAtomically(at('project'), 'new', expected, options)).toEqual(
    says('not-a-file', 'Expected a regular file: left as it was')
  )
  fs.linkSync(at('project/plan.md'), at('twin.md'))
  expect(await writeAtomically(at('project/plan.md'), 'new', expected, options)).toEqual(
    says('hard-link', 'File has several hard links, which would come apart: left as it was; copy it first')
  )
  fs.rmSync(at('twin.md'))
  fs.chmodSync(at('project/plan.md'), 0o444)
  expect(await writeAtomically(at('project/plan.md'), 'new', expected, options)).toEqual(
    says('read-only', 'File or its folder is read-only: left as it was; change the mode and run again')
  )
  for (const mode of [0o200, 0o420, 0o402]) {
    fs.chmodSync(at('project/plan.md'), mode | 0o400)
    expect(
      await writeAtomically(at('project/plan.md'), 'old', await read(at('project/plan.md')), options),
      mode.toString(8)
    ).toEqual({ ok: true })
  }
})

test('what else goes wrong has its code', async () => {
  const expected = await read(plan())
  fs.symlinkSync('loop.md', at('loop.md'))
  expect(await writeAtomically(at('loop.md'), 'new', expected, { root })).toEqual(
    says('write-failed', "File can't be written (ELOOP): left as it was")
  )
  expect(await writeAtomically(at('a\0b.md'), 'new', expected, { root })).toEqual(
    says('write-failed', "File can't be written (ERR_INVALID_ARG_VALUE): left as it was")
  )
})

test('a folder whose name begins with two dots is inside, and so is one that a relative root names', async () => {
  plan('..docs/plan.md')
  fs.symlinkSync(at('..docs/plan.md'), at('link.md'))
  expect(await writeAtomically(at('link.md'), 'new', await read(at('link.md')), { root })).toEqual({ ok: true })
  expect(
    await writeAtomically(at('link.md'), 'newer', await read(at('link.md')), {
      root: path.relative(process.cwd(), root)
    })
  ).toEqual({ ok: true })
  fs.mkdirSync(at('project'))
  fs.symlinkSync(root, at('project/up'))
  expect(
    await writeAtomically(at('project/up/..docs/plan.md'), 'x', await read(at('..docs/plan.md')), {
      root: at('project')
    })
  ).toMatchObject({ fatal: { code: 'link-outside' } })
})

test('a link to the folder above leads out', async () => {
  plan('plan.md')
  fs.mkdirSync(at('project'))
  fs.symlinkSync('../plan.md', at('project/link.md'))
  expect(
    await writeAtomically(at('project/link.md'), 'new', await read(at('plan.md')), { root: at('project') })
  ).toMatchObject({ fatal: { code: 'link-outside' } })
})

test('the new text is on disk with the mode that the file had, whatever the mask', async () => {
  const mask = process.umask(0o077)
  try {
    fs.chmodSync(plan(), 0o664)
    expect(await writeAtomically(at('plan.md'), 'new', await read(at('plan.md')), { root })).toEqual({ ok: true })
    expect(fs.statSync(at('plan.md')).mode & 0o7777).toBe(0o664)
  } finally {
    process.umask(mask)
  }
})

test('a folder whose name ends with two dots is inside', async () => {
  plan('docs../plan.md')
  fs.symlinkSync(at('docs../plan.md'), at('link.md'))
  expect(await writeAtomically(at('link.md'), 'new', await read(at('link.md')), { root })).toEqual({ ok: true })
})

test('a file beyond the limit on size, where that was raised', async () => {
  const large = await readPlan(plan('plan.md', 'a'.repeat(600 * 1024)), { bytes: Infinity })
  expect(large.ok && (await writeAtomically(at('plan.md'), 'new', large, { root }))).toEqual({ ok: true })
})

const asRoot = process.getuid?.() === 0

test.skipIf(!asRoot)('the owner and the group are each kept (skipped: only root may give files away)', async () => {
  for (const [uid, gid] of [
    [1234, 0],
    [0, 1235]
  ] as const) {
    fs.chownSync(plan(), uid, gid)
    expect(await writeAtomically(at('plan.md'), 'new', await read(at('plan.md')), { root })).toEqual({ ok: true })
    expect(fs.statSync(at('plan.md'))).toMatchObject({ uid, gid })
  }
})

test.skipIf(!asRoot || process.seteuid === undefined)(
  'a folder that one may not write (skipped: root alone can become somebody else)',
  async () => {
    const expected = await read(plan())
    fs.chmodSync(root, 0o755)
    process.seteuid!(65_534)
    try {
      expect(await writeAtomically(at('plan.md'), 'new', expected, { root })).toEqual(
        says('read-only', 'File or its folder is read-only: left as it was; change the mode and run again')
      )
    } finally {
      process.seteuid!(0)
    }
  }
)
