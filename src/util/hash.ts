const first = 0x9e3779b9
const second = 0x85ebca6b

/** A 106-bit content hash in hexadecimal: for identifiers, not for secrets. Works where `node:crypto` does not. Two times 53 bits of cyrb53. */
export function hash(text: string): string {
  return hex(cyrb53(text, first)) + hex(cyrb53(text, second))
}

/** The first half of `hash` as a number, which is sooner made and compared. */
export function shortHash(text: string): number {
  return cyrb53(text, first)
}

/** The number that `shortHash` gives for a text, by the digits that `hash` gives for it: the first 14 or more of them. */
export function shortOf(digits: string): number {
  return Number.parseInt(digits.slice(0, 14), 16)
}

function hex(value: number): string {
  return value.toString(16).padStart(14, '0')
}

/** A public-domain hash: two 32-bit lanes, mixed at the end. */
function cyrb53(text: string, seed: number): number {
  let low = 0xdeadbeef ^ seed
  let high = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
