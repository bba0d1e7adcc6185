import type { Crate } from '../facts.ts'

/**
 * Reads a `Cargo.toml` line by line.
 *
 * @returns nothing where it declares no package, as that of a workspace may
 */
export function readCrate(text: string, dir: string): Crate | undefined {
  let name: string | undefined
  let table = ''
  const declared: { what: string; name: string }[] = []
  const dependencies = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[{1,2}([\w."'-]+)\]{1,2}/.exec(line)?.[1]
    if (header !== undefined) {
      table = header
      // [dependencies.serde] declares one as a table.
      const [parent = '', own] = header.split('.').slice(-2)
      if (own !== undefined && /dependencies$/.test(parent)) dependencies.add(own)
      continue
    }
    const [, key, value] = /^\s*["']?([\w-]+)["']?(?:\.\w+)?\s*=\s*["']?([^"'\n]*)/.exec(line) ?? []
    if (key === undefined) continue
    if (/dependencies$/.test(table)) dependencies.add(key)
    if (key !== 'name' || value === undefined) continue
    if (table === 'package') name ??= value
    else if (/^(?:test|bin|example|bench|lib)$/.test(table)) declared.push({ what: table, name: value })
  }
  return name === undefined ? undefined : { name, dir, declared, dependencies }
}
