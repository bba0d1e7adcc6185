const first = 0x9e3779b9
const second = 0x85ebca6b
const basis = { low: 0xdeadbeef, high: 0x41c6ce57 }
const [lowFactor, highFactor] = [2654435761, 1597334677]

/** A 106-bit content hash in hexadecimal: for identifiers, not for secrets. Works where `node:crypto` does not. Two times 53 bits of cyrb53. */
export function hash(text: string): string {
  let low1 = basis.low ^ first
  let high1 = basis.high ^ first
  let low2 = basis.low ^ second
  let high2 = basis.high ^ second
  // Both halves in one pass: texts may be long.
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low1 = Math.imul(low1 ^ unit, lowFactor)
    high1 = Math.imul(high1 ^ unit, highFactor)
    low2 = Math.imul(low2 ^ unit, lowFactor)
    high2 = Math.imul(high2 ^ unit, highFactor)
  }
  return hex(mixed(low1, high1)) + hex(mixed(low2, high2))
}

/** The first half of `hash` as a number, which is sooner made and compared. */
export function shortHash(text: string): number {
  let low = basis.low ^ first
  let high = basis.high ^ first
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, lowFactor)
    high = Math.imul(high ^ unit, highFactor)
  }
  return mixed(low, high)
}

/** The number that `shortHash` gives for a text, by the digits that `hash` gives for it: the first 14 or more of them. */
export function shortOf(digits: string): number {
  return Number.parseInt(digits.slice(0, 14), 16)
}

function hex(value: number): string {
  return value.toString(16).padStart(14, '0')
}

/** The two 32-bit lanes of cyrb53, a public-domain hash, as one number. */
function mixed(low: number, high: number): number {
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
