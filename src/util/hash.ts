const first = 0x9e3779b9
const second = 0x85ebca6b

/** A 106-bit content hash in hexadecimal: for identifiers, not for secrets. Works where `node:crypto` does not. Two times 53 bits of cyrb53, in one pass. */
export function hash(text: string): string {
  let low = 0xdeadbeef ^ first
  let high = 0x41c6ce57 ^ first
  let otherLow = 0xdeadbeef ^ second
  let otherHigh = 0x41c6ce57 ^ second
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
    otherLow = Math.imul(otherLow ^ unit, 2654435761)
    otherHigh = Math.imul(otherHigh ^ unit, 1597334677)
  }
  return finish(low, high) + finish(otherLow, otherHigh)
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The lowest byte in hexadecimal. */
const hexOf = (value: number): string => bytes[value & 255]!

/** The end of cyrb53, a public-domain mixing of two 32-bit lanes. */
function finish(low: number, high: number): string {
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (
    hexOf((high >>> 16) & 31) +
    hexOf(high >>> 8) +
    hexOf(high) +
    hexOf(low >>> 24) +
    hexOf(low >>> 16) +
    hexOf(low >>> 8) +
    hexOf(low)
  )
}
