/** Words in a row, as a sentence has them: "a", "a or b", "a, b or c". */
export function enumerate(words: readonly string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}
