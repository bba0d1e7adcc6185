/** What an editor sends to the language server, with pauses: a text that the next key supersedes is never linted. */
import { Transform } from 'node:stream'

/** Milliseconds without a key after which a text is passed on. */
const pause = 200
/** Milliseconds after which it is passed on in any case: who types without a pause sees something, too. */
const patience = 1000

const headerEnd = Buffer.from('\r\n\r\n')
const change = 'textDocument/didChange'
/** These may overtake a change: the server answers from what they bring along. */
const independent = /"method":"(?:textDocument\/codeAction|\$\/cancelRequest|\$\/setTrace)"/

interface Change {
  uri: string
  body: Buffer
  since: number
}

/** Passes messages on in their order; of changes in a row to one document the last, which holds the whole text. */
export function settled(): Transform {
  let bytes: Buffer = Buffer.alloc(0)
  let held: Change | undefined
  let timer: NodeJS.Timeout | undefined
  const release = (): void => {
    clearTimeout(timer)
    if (held) stream.push(framed(held.body))
    held = undefined
  }
  const hear = (body: Buffer): void => {
    const uri = changedBy(body)
    if (uri === undefined) {
      if (!independent.test(body.toString('latin1', 0, 200))) release()
      stream.push(framed(body))
      return
    }
    if (held && held.uri !== uri) release()
    const since = held?.since ?? Date.now()
    held = { uri, body, since }
    clearTimeout(timer)
    timer = setTimeout(release, Math.max(0, Math.min(pause, since + patience - Date.now())))
  }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      for (let end = bytes.indexOf(headerEnd); end >= 0; end = bytes.indexOf(headerEnd)) {
        const length = lengthIn(bytes.toString('latin1', 0, end))
        const start = end + headerEnd.length
        // The server says what is wrong with it.
        if (length === undefined) stream.push(bytes)
        if (length === undefined) bytes = Buffer.alloc(0)
        if (length === undefined || bytes.length < start + length) break
        hear(bytes.subarray(start, start + length))
        bytes = bytes.subarray(start + length)
      }
      done()
    },
    flush(done) {
      release()
      done(null, bytes)
    }
  })
  return stream
}

/** The document that a message changes, where it holds its whole text. */
function changedBy(body: Buffer): string | undefined {
  if (!body.includes(change)) return undefined
  try {
    const { method, params } = JSON.parse(body.toString('utf8')) as {
      method?: string
      params?: { textDocument?: { uri?: string }; contentChanges?: { range?: unknown }[] }
    }
    const isWhole = params?.contentChanges?.length === 1 && params.contentChanges[0]?.range === undefined
    return method === change && isWhole ? params.textDocument?.uri : undefined
  } catch {
    return undefined
  }
}

function lengthIn(header: string): number | undefined {
  const length = /^content-length: *(\d{1,9})\r?$/im.exec(header)?.[1]
  return length === undefined ? undefined : Number(length)
}

function framed(body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])
}
