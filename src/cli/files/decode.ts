/** Bytes to text: strictly UTF-8, since `--fix` would destroy whatever does not come back as the same bytes. */
import { isAscii, isUtf8 } from 'node:buffer'
import type { FatalError } from '../../types.ts'

/** A byte order mark is kept out of the text, so that offsets are those of the text; who writes puts it back. */
export type Decoded =
  | {
      ok: true
      /** Made when it is first asked for. */ readonly text: string
      /** The bytes that it is made of. */ body: Uint8Array
      bytes: number
      bom: boolean
    }
  | { ok: false; fatal: FatalError }

const marks: [name: string, bytes: number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]]
]
const byteOrderMark = [0xef, 0xbb, 0xbf]
const gitCrypt = [...'\0GITCRYPT\0'].map(char => char.charCodeAt(0))

/** @param bytes everything that the file or stream holds */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, gitCrypt)) {
    return refuse('encrypted', 'File is encrypted by git-crypt: unlock the repository, or leave the file out')
  }
  const nul = bytes.indexOf(0)
  const wide = wideEncoding(bytes, nul !== -1)
  if (wide) return refuse(wide.toLowerCase(), `Expected UTF-8, not ${wide}: save the file as UTF-8`)
  if (nul !== -1)
    return refuse(
      'binary',
      `Expected text, but byte ${nul + 1} is NUL: leave binary files out, or remove the NUL`,
      bytes,
      nul
    )
  const bom = startsWith(bytes, byteOrderMark)
  const body = bom ? bytes.subarray(byteOrderMark.length) : bytes
  if (isUtf8(body)) return new Text(body, bytes.length, bom)
  const at = bytes.length - body.length + firstInvalid(body)
  return refuse(
    'invalid-utf8',
    `Expected UTF-8, but byte ${at + 1} is not: save the file as UTF-8${guess(bytes)}`,
    bytes,
    at
  )
}

/** A class, since V8 keeps the getter of an object that is written out in the object's shape, and with it the text, until the heap is full. */
class Text {
  readonly ok = true
  readonly body: Uint8Array
  readonly bytes: number
  readonly bom: boolean
  #text: string | undefined

  constructor(body: Uint8Array, bytes: number, bom: boolean) {
    this.body = body
    this.bytes = bytes
    this.bom = bom
  }

  get text(): string {
    const { body } = this
    return (this.#text ??= Buffer.from(body.buffer, body.byteOffset, body.length).toString(
      isAscii(body) ? 'latin1' : 'utf8'
    ))
  }
}

function refuse(code: string, message: string, bytes?: Uint8Array, at = 0): Decoded {
  return { ok: false, fatal: { code, message, ...(bytes ? placeOf(bytes, at) : {}) } }
}

/** By its mark; without one, by where its NULs are: text in UTF-16 or UTF-32 is full of them, at every second or fourth byte. */
function wideEncoding(bytes: Uint8Array, hasNul: boolean): string | undefined {
  for (const [name, mark] of marks) if (startsWith(bytes, mark)) return name
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !hasNul) return undefined
  const nuls = [0, 0, 0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index % 4]!++
  const [a, b, c, d] = nuls.map(count => count > (bytes.length / 4) * 0.6)
  const [e, f, g, h] = nuls.map(count => count < (bytes.length / 4) * 0.05 + 1)
  if (bytes.length % 4 === 0 && ((a && b && c && h) || (b && c && d && e))) return 'UTF-32'
  return (a && c && f && h) || (b && d && e && g) ? 'UTF-16' : undefined
}

/** The text; undefined where the bytes are not UTF-8. `partial`: they may end amid a character. */
function strict(bytes: Uint8Array, partial: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: partial })
  } catch {
    return undefined
  }
}

/** The index of the first byte that begins no character; by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (strict(bytes.subarray(0, middle), true) === undefined) high = middle - 1
    else low = middle
  }
  while (low > 0 && strict(bytes.subarray(0, low), false) === undefined) low--
  return low
}

/** Latin-1's letters stand alone among ASCII; UTF-8's bytes come in groups. */
function guess(bytes: Uint8Array): string {
  const high = bytes.filter(byte => byte > 0x7f)
  const grouped =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\u0080-\u00ff]{2}/g)?.length ?? 0
  return high.length > grouped * 3 ? ' (it looks like Latin-1 or Windows-1252)' : ''
}

/** Line and column (UTF-16) of a byte; what is before it and not UTF-8 counts as it decodes with replacements. */
function placeOf(bytes: Uint8Array, at: number): { line: number; column: number } {
  const before = new TextDecoder().decode(bytes.subarray(0, at))
  const lines = before.split(/\r\n|\n|\r/)
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
