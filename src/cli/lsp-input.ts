/** What an editor sends to the language server, with one change. */
import { Transform } from 'node:stream'

const headerEnd = Buffer.from('\r\n\r\n')
/** The first message holds the editor's abilities; more than this is none. Bytes. */
const maxFirst = 4 * 1024 * 1024

/**
 * The server asks an editor that can be asked for its settings, and ends where the answer is null: in every editor that has none for `remark`. So the first
 * message, `initialize`, says that there is nobody to ask. Everything after it passes untouched.
 */
export function unasked(): Transform {
  let waiting: Buffer | undefined = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!waiting) return done(null, chunk)
      waiting = Buffer.concat([waiting, chunk])
      const first = readFirst(waiting)
      if (first === undefined && waiting.length < maxFirst) return done()
      this.push(first ?? waiting)
      waiting = undefined
      return done()
    },
    flush(done) {
      done(null, waiting)
    }
  })
}

/** @returns the bytes with the first message rewritten; undefined while it is not whole */
function readFirst(bytes: Buffer): Buffer | undefined {
  const end = bytes.indexOf(headerEnd)
  if (end < 0) return undefined
  const length = Number(
    /^content-length: *(\d{1,9})$/im.exec(bytes.toString('latin1', 0, end).replaceAll('\r', ''))?.[1]
  )
  if (Number.isNaN(length)) return bytes
  const start = end + headerEnd.length
  if (bytes.length < start + length) return undefined
  return Buffer.concat([rewrite(bytes.subarray(start, start + length)), bytes.subarray(start + length)])
}

function rewrite(body: Buffer): Buffer {
  const text = withoutConfiguration(body.toString('utf8'))
  return Buffer.from(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
}

function withoutConfiguration(text: string): string {
  try {
    const message = JSON.parse(text) as {
      params?: { capabilities?: { workspace?: { configuration?: boolean } } }
    } | null
    const workspace = message?.params?.capabilities?.workspace
    if (workspace) workspace.configuration = false
    return JSON.stringify(message)
  } catch {
    // The server says what is wrong with it.
    return text
  }
}
