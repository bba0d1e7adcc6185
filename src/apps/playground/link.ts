/** A plan in the fragment of an address: compressed, in the letters that an address may have. What follows `#` never reaches a server. */

/** What a link carries. */
interface Shared {
  text: string
  profile: string
}

const version = '1'
/** A small link may unpack to anything: more is not read. */
const mostUnits = 1024 * 1024

export async function toFragment({ text, profile }: Shared): Promise<string> {
  const packed = await collect(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity)
  return `${version}.${toLetters(packed)}.${encodeURIComponent(profile)}`
}

/** @returns undefined where the fragment is none of ours, or broken */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  const [made, letters, ...rest] = fragment.replace(/^#/, '').split('.')
  if (made !== version || letters === undefined || rest.length === 0) return undefined
  try {
    const bytes = await collect(
      new Blob([fromLetters(letters)]).stream().pipeThrough(new DecompressionStream('deflate-raw')),
      mostUnits
    )
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      profile: decodeURIComponent(rest.join('.'))
    }
  } catch {
    return undefined
  }
}

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value)
    size += next.value.length
    if (size > most) {
      await reader.cancel()
      throw new RangeError('too large')
    }
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function toLetters(bytes: Uint8Array): string {
  let units = ''
  for (const byte of bytes) units += String.fromCharCode(byte)
  return btoa(units).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  const units = atob(letters.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(units, unit => unit.charCodeAt(0))
}
