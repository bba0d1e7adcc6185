/** Reads standard input under the same bounds as a file. */
import type {PlanRead} from './services.ts'

/** Bytes, where no limit is set. */
const defaultMaxBytes = 5 * 1024 * 1024

/** @param stdin chunks of bytes (or text) */
export async function readStdin(stdin: AsyncIterable<Uint8Array | string>, limits: Record<string, number>): Promise<PlanRead> {
  const max = limits.maxBytes ?? defaultMaxBytes
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > max) return {ok: false, trouble: {code: 'too-large', message: `Standard input is larger than ${max} bytes (limits.maxBytes)`}}
    chunks.push(bytes)
  }
  return decode(chunks)
}

function decode(chunks: Uint8Array[]): PlanRead {
  try {
    const bytes = Buffer.concat(chunks)
    return {ok: true, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf}
  } catch {
    return {ok: false, trouble: {code: 'invalid-utf8', message: 'Standard input is not valid UTF-8'}}
  }
}
