/**
 * Makes a function of a text remember its answers: plans say the same words, paths and commands again and again, also among each other. The answers are
 * shared, so that nobody may change them.
 *
 * @param make - total, and of nothing but the text; may not answer `undefined`
 * @param most - how many answers are kept; then all are forgotten
 * @param longest - texts that are longer (UTF-16 units) are seldom met again, and not kept
 */
export function remember<T extends NonNullable<unknown> | null>(make: (text: string) => T, most = 2000, longest = 100): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    if (text.length > longest) return make(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const own = detached(text)
    const answer = make(own)
    if (known.size >= most) known.clear()
    known.set(own, answer)
    return answer
  }
}

/** A copy of a part of a document: V8 keeps the whole document for as long as the part itself is kept. As names of properties are, it is a string of its own. */
function detached(text: string): string {
  return Object.keys({ [text]: 0 })[0]!
}
