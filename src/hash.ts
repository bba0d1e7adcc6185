/** A 106-bit content hash in hexadecimal: for identifiers, not for secrets. Works where `node:crypto` does not. */
export function hash(text: string): string {
  return half(text, 0x9e3779b9) + half(text, 0x85ebca6b)
}

/** 53 bits of cyrb53, a public-domain mixing of two 32-bit lanes. */
function half(text: string, seed: number): string {
  let low = 0xdeadbeef ^ seed
  let high = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0')
}
