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
