/** What a draft took for granted, in the order of the template: each in one line, for a person to look over. */
export interface Guesses {
  readonly lines: readonly string[]
  add(line: string): void
}

export function createGuesses(): Guesses {
  const lines: string[] = []
  return {
    lines,
    add: line => {
      if (!lines.includes(line)) lines.push(line)
    }
  }
}
