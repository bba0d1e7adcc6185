const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** What a Roman numeral is worth; undefined where it is none that anybody would write ("IIII", "VX"). */
export function romanValue(text: string): number | undefined {
  if (!/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const own = romanDigits[text[i]!]!
    value += own < (romanDigits[text[i + 1]!] ?? 0) ? -own : own
  }
  return value
}
