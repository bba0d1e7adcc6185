/** Writes plans so that a file is the old one or the new one at any moment: complete beside it, then renamed onto it. */
import { lstat, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { FatalError } from '../../types.ts'
import { isInside } from '../../repo/inside.ts'
import { readPlan, type FileStat } from './read.ts'
import { sweepTemporaries, temporaryName } from './temporary.ts'

/** What was read and is to be replaced: a result of `readPlan`. */
export interface Expected {
  text: string
  bom: boolean
  stat: FileStat
}

interface WriteOptions {
  /** The folder that symbolic links must not lead out of. */
  root: string
}

export type WriteResult = { ok: true } | { ok: false; fatal: FatalError }

type Failure = Extract<WriteResult, { ok: false }>

/**
 * Replaces a file's text, if the file still is what was read. Keeps its mode, its owner where that is allowed, its byte
 * order mark, and a symbolic link that leads to it; access-control lists and extended attributes are lost, which Node.js
 * can't read. Never throws.
 *
 * @param path of the file
 * @param text the new text, without a byte order mark
 */
export async function writeAtomically(
  path: string,
  text: string,
  expected: Expected,
  options: WriteOptions
): Promise<WriteResult> {
  try {
    const bytes = Buffer.from((expected.bom ? '\ufeff' : '') + text)
    if (bytes.toString() !== (expected.bom ? '\ufeff' : '') + text)
      return failure('not-unicode', 'New text is not valid Unicode: file left as it was; please report this')
    const target = await realpath(path)
    const wrong = (await linkFailure(path, target, options.root)) ?? (await stateFailure(target))
    if (wrong) return wrong
    await sweepTemporaries(dirname(target))
    return await replace(target, bytes, expected)
  } catch (error) {
    return writeError(error)
  }
}

async function linkFailure(path: string, target: string, root: string): Promise<Failure | undefined> {
  const isLink = (await lstat(path)).isSymbolicLink()
  if ((!isLink && !isInside(resolve(root), resolve(path))) || isInside(await realpath(root), target)) return undefined
  return failure(
    'link-outside',
    'Symbolic link leads out of the project: file left as it was; fix the file it leads to'
  )
}

async function stateFailure(target: string): Promise<Failure | undefined> {
  const found = await stat(target)
  if (!found.isFile()) return failure('not-a-file', 'Expected a regular file: left as it was')
  if (found.nlink > 1)
    return failure('hard-link', 'File has several hard links, which would come apart: left as it was; copy it first')
  // A rename needs no more than a writable folder, so it would replace the file all the same.
  if ((found.mode & 0o222) === 0) return readOnly()
  return undefined
}

async function replace(target: string, bytes: Buffer, expected: Expected): Promise<WriteResult> {
  const temporary = temporaryName(dirname(target))
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await fill(handle, bytes, expected.stat)
    const changed = await changeFailure(target, expected)
    if (changed) {
      await unlink(temporary)
      return changed
    }
    await rename(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
  await syncFolder(dirname(target))
  return { ok: true }
}

async function fill(handle: FileHandle, bytes: Buffer, old: FileStat): Promise<void> {
  try {
    await handle.writeFile(bytes)
    const now = await handle.stat()
    if (now.size !== bytes.length) throw Object.assign(new Error('Written in part'), { code: 'ENOSPC' })
    // The owner first: to change it clears the set-id bits of the mode.
    if (now.uid !== old.uid || now.gid !== old.gid) await handle.chown(old.uid, old.gid).catch(() => {})
    await handle.chmod(old.mode & 0o7777)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function changeFailure(target: string, expected: Expected): Promise<Failure | undefined> {
  const now = await readPlan(target, { bytes: Infinity })
  const { stat: old } = expected
  if (
    now.ok &&
    now.text === expected.text &&
    now.bom === expected.bom &&
    now.stat.nlink === 1 &&
    now.stat.ino === old.ino &&
    now.stat.dev === old.dev
  )
    return undefined
  return failure('changed-meanwhile', 'File changed since it was read: left as it was; run again')
}

/** So that the rename outlives a power cut; not every system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close().catch(() => {})
}

function writeError(error: unknown): Failure {
  const code = String((error as NodeJS.ErrnoException)?.code ?? error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return failure('disk-full', 'Disk is full: file left as it was; free some space and run again')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return readOnly()
  if (code === 'ENOENT')
    return failure('changed-meanwhile', 'File was deleted or moved since it was read: nothing written; run again')
  return failure('write-failed', `File can't be written (${code}): left as it was`)
}

function readOnly(): Failure {
  return failure('read-only', 'File or its folder is read-only: left as it was; change the mode and run again')
}

function failure(code: string, message: string): Failure {
  return { ok: false, fatal: { code, message } }
}
