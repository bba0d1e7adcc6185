/**
 * A noun of English for several: "stories", "criteria", "boxes".
 *
 * @param noun What a profile calls one of its units: "user story".
 */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (noun.endsWith('criterion')) return `${noun.slice(0, -2)}a`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/**
 * A noun of English for one: "phases" → "phase", "dependencies" → "dependency", "batches" → "batch". What looks like none of several is left as it is.
 *
 * @param noun In any case; the answer is in lower case.
 */
export function singularOf(noun: string): string {
  const lower = noun.toLowerCase()
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(lower)) return lower.slice(0, -2)
  return /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower
}
