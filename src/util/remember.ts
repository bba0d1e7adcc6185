/**
 * Makes a function of a text remember its answers: plans say the same words, paths and commands again and again, also among each other. The answers are
 * shared, so that nobody may change them.
 *
 * @param make - total, and of nothing but the text
 * @param most - how many answers are kept; then all are forgotten
 * @param longest - texts that are longer (UTF-16 units) are seldom met again: of them the last one is kept, since several may ask of it in turn
 */
export function remember<T>(make: (text: string) => T, most = 2000, longest = 100): (text: string) => T {
  const known = new Map<string, T>()
  let last: { text: string; answer: T } | undefined
  return text => {
    if (text.length > longest) {
      if (last?.text !== text) last = { text, answer: make(text) }
      return last.answer
    }
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const own = detached(text)
    const answer = make(own)
    if (known.size >= most) known.clear()
    known.set(own, answer)
    return answer
  }
}

/** Shorter parts of a string are copies in V8; longer ones keep the whole document for as long as they are kept themselves. */
const shortest = 13

/** A copy of a part of a document: what two strings are joined to is written out as a string of its own once a part of it is wanted. */
function detached(text: string): string {
  return text.length < shortest ? text : ` ${text}`.slice(1)
}
