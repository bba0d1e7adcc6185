/** Reads a small zip archive, as the packer of extensions writes them. */
import fs from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** @returns contents by name */
export function unzip(file: string): Map<string, Buffer> {
  const bytes = fs.readFileSync(file)
  const end = bytes.lastIndexOf('PK\u0005\u0006')
  const found = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number
    ]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + size)
    found.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data))
    at += 46 + name + extra + comment
  }
  return found
}
