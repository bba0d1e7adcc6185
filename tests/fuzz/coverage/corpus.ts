/** The texts that went somewhere new, and what all of them have reached. */
import type { Random } from '../random.ts'
import type { Counters } from './instrument.ts'

/** A text and the way in which it went somewhere new. */
export interface Kept {
  text: string
  way: number
}

/** How often a step was taken, as one bit: once, a few times, more, often. */
const bitOf = Uint8Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : count < 16 ? 4 : 8
)

export class Corpus {
  readonly #counters: Counters
  readonly #seen: Uint8Array
  readonly #words: BigUint64Array
  readonly #kept: Kept[] = []

  constructor(counters: Counters) {
    this.#counters = counters
    this.#seen = new Uint8Array(counters.steps.length)
    this.#words = new BigUint64Array(counters.steps.buffer)
  }

  get size(): number {
    return this.#kept.length
  }

  /** Different steps from place to place that were taken. */
  get stepCount(): number {
    return this.#seen.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0)
  }

  get placeCount(): number {
    return this.#counters.places.reduce((sum, bit) => sum + bit, 0)
  }

  /** Before a text is run. */
  reset(): void {
    this.#counters.steps.fill(0)
    this.#counters.last = 0
  }

  /** Has there been a step since `reset` that was never taken before, or never as often? From now on it has. */
  isNew(): boolean {
    let found = false
    for (let word = 0; word < this.#words.length; word++) {
      if (this.#words[word] === 0n) continue
      for (let at = word * 8; at < word * 8 + 8; at++) {
        const bit = bitOf[this.#counters.steps[at]!]!
        if ((this.#seen[at]! & bit) === bit) continue
        this.#seen[at]! |= bit
        found = true
      }
    }
    return found
  }

  add(text: string, way: number): void {
    this.#kept.push({ text, way })
  }

  /** Half of the time one of the latest, and of three the shortest: new and quick ones lead further. */
  pick(random: Random): Kept {
    const from = random.below(2) === 0 ? Math.max(0, this.#kept.length - 200) : 0
    const some = Array.from({ length: 3 }, () => this.#kept[from + random.below(this.#kept.length - from)]!)
    return random.below(3) === 0
      ? some[0]!
      : some.reduce((least, one) => (one.text.length < least.text.length ? one : least))
  }
}
