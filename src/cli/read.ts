/** Reads plans: kind and size first, strict UTF-8, never hanging on what is no regular file. Total: trouble is returned. */
import {constants, type Stats} from 'node:fs'
import {open, stat, type FileHandle} from 'node:fs/promises'
import {defaultLimits} from '../guard/limits.ts'
import type {Trouble} from '../types.ts'
import {decode, type Decoded} from './decode.ts'

/** What a file looked like when it was read. */
export type FileStat = Pick<Stats, 'mtimeMs' | 'size' | 'mode' | 'ino' | 'dev' | 'nlink' | 'uid' | 'gid'>

/** A plan's text without its byte order mark, its size in bytes and its state; or why there is none. */
export type ReadResult = (Extract<Decoded, {ok: true}> & {stat: FileStat}) | {ok: false; trouble: Trouble}

/** The bounds that reading keeps to. */
export interface ReadLimits { bytes?: number }

type Failure = {ok: false; trouble: Trouble}
type Attempt = {ok: true; bytes: Buffer; stat: FileStat} | Failure | 'changed'

/**
 * @param path of a file; a Buffer for names that may not be UTF-8
 * @param limits `bytes`: how large it may be
 */
export async function readPlan(path: string | Buffer, limits: ReadLimits = {}): Promise<ReadResult> {
  if (!isUtf8Name(path)) return notUtf8Name()
  const max = limits.bytes ?? defaultLimits.bytes
  try {
    let attempt = await readOnce(path, max)
    if (attempt === 'changed') attempt = await readOnce(path, max)
    if (attempt === 'changed') return trouble('changed-while-read', 'File keeps changing while it is read: run again once it is written')
    if (!attempt.ok) return attempt
    const decoded = decode(attempt.bytes)
    return decoded.ok ? {...decoded, stat: attempt.stat} : decoded
  } catch (error) {
    return readError(error, path)
  }
}

/**
 * @param stream chunks of bytes (or text)
 * @param limits `bytes`: how large it may be; what is beyond is not read
 */
export async function readStdin(stream: AsyncIterable<Uint8Array | string>, limits: ReadLimits = {}): Promise<Decoded> {
  const max = limits.bytes ?? defaultLimits.bytes
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      size += bytes.length
      if (size > max) return tooLarge('Standard input', max)
      chunks.push(bytes)
    }
  } catch (error) {
    return trouble('unreadable', `Standard input can't be read (${codeOf(error)})`)
  }
  return decode(Buffer.concat(chunks))
}

async function readOnce(path: string | Buffer, max: number): Promise<Attempt> {
  // Before opening: to open a device may do something. After: another file may have taken its place.
  const before = kindTrouble(await stat(path))
  if (before) return before
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0))
  try {
    const opened = await handle.stat()
    const wrong = kindTrouble(opened) ?? (opened.size > max ? tooLarge('File', max) : undefined)
    if (wrong) return wrong
    const bytes = await readAll(handle, opened.size)
    const after = await handle.stat()
    return bytes && sameState(opened, after) ? {ok: true, bytes, stat: after} : 'changed'
  } finally {
    await handle.close()
  }
}

/** Exactly `size` bytes; undefined where there are more or fewer. */
async function readAll(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(size + 1)
  let length = 0
  while (length <= size) {
    const {bytesRead} = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length === size ? buffer.subarray(0, size) : undefined
}

/** Has a file that was looked at twice stayed as it was? */
export function sameState(a: FileStat, b: FileStat): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino && a.dev === b.dev
}

function kindTrouble(found: Stats): Failure | undefined {
  if (found.isFile()) return undefined
  if (found.isDirectory()) return trouble('directory', 'Expected a file, not a folder: name the files in it, or a glob')
  if (found.isFIFO()) return trouble('fifo', 'Expected a file, not a named pipe: read it through standard input ("planlint - < pipe")')
  if (found.isSocket()) return trouble('socket', 'Expected a file, not a socket: leave it out')
  return trouble('device', 'Expected a file, not a device: leave it out')
}

function tooLarge(what: string, max: number): Failure {
  return trouble('too-large', `${what} is larger than ${max.toLocaleString('en')} bytes: split the plan, or raise the limit "bytes"`)
}

/** Names that Node could not decode hold replacement characters or lone surrogates, and open nothing. */
function isUtf8Name(path: string | Buffer): boolean {
  const bytes = Buffer.from(path as string)
  return typeof path === 'string' ? bytes.toString() === path : decodesBack(path)
}

function decodesBack(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString()).equals(bytes)
}

function notUtf8Name(): Failure {
  return trouble('name-not-utf8', 'File name is not UTF-8: rename the file')
}

const errors: Record<string, [code: string, message: string]> = {
  ENOENT: ['not-found', 'File does not exist: it was deleted or renamed, or the path is wrong'],
  ENOTDIR: ['not-found', 'File does not exist: a part of its path is no folder'],
  EACCES: ['unreadable', 'File can\'t be read, permission denied: change its mode or leave it out'],
  EPERM: ['unreadable', 'File can\'t be read, not permitted: change its mode or leave it out'],
  EISDIR: ['directory', 'Expected a file, not a folder: name the files in it, or a glob'],
  ELOOP: ['link-loop', 'Symbolic link leads back to itself: mend the link'],
  ENAMETOOLONG: ['name-too-long', 'File name is too long for this system: shorten it'],
  ENXIO: ['device', 'Expected a file, not a device or socket: leave it out'],
  EMFILE: ['unreadable', 'File can\'t be read, too many files are open: raise the limit of open files (ulimit -n)'],
  ENFILE: ['unreadable', 'File can\'t be read, too many files are open on this system: run again'],
  ERR_INVALID_ARG_VALUE: ['invalid-name', 'File name holds a NUL: rename the file']
}

function readError(error: unknown, path: string | Buffer): Failure {
  const code = codeOf(error)
  if (code === 'ENOENT' && path.toString().includes('\ufffd')) return notUtf8Name()
  const known = Object.hasOwn(errors, code) ? errors[code] : undefined
  return known ? trouble(...known) : trouble('unreadable', `File can't be read (${code}): check the disk, or leave it out`)
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException)?.code ?? error)
}

function trouble(code: string, message: string): Failure {
  return {ok: false, trouble: {code, message}}
}
