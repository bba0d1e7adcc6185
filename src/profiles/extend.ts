/** Custom profiles: `extends`, and what the schema alone cannot say. Pure data in, data out. */

type Data = Record<string, unknown>

/**
 * Puts a profile together with the one it extends: objects merge, lists of sections, fields and units merge by id, label or name, other lists replace, `null`
 * takes a key out. What a template leaves adds up.
 *
 * @param data The profile as written.
 * @param base The profile that `extends` names, put together already.
 */
export function extendProfile(data: Data, base: Data): Data {
  const { extends: _, ...own } = data
  const merged = merge(base, own) as Data
  // Plans of the same kind are those of the new name.
  const set = merged['set']
  const [from, to] = [String(base['name']), String(own['name'])]
  if (!isRecord(set) || from === to || !Object.hasOwn(set, from) || Object.hasOwn(set, to)) return merged
  const { [from]: peers, ...others } = set
  return { ...merged, set: { ...others, [to]: peers } }
}

function merge(base: unknown, own: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(own)) return mergeLists(base, own)
  if (!isRecord(base) || !isRecord(own)) return own
  const result: Data = { ...base }
  for (const [key, value] of Object.entries(own)) {
    if (key === '__proto__') continue
    if (value === null) delete result[key]
    else if (key === 'placeholders' && Array.isArray(base[key]) && Array.isArray(value))
      result[key] = [...base[key], ...value]
    else result[key] = Object.hasOwn(base, key) ? merge(base[key], value) : value
  }
  return result
}

/** What a list's members are known by. */
export function identityOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined
  for (const key of ['id', 'label', 'role']) if (typeof value[key] === 'string') return `${key}:${value[key]}`
  return undefined
}

function mergeLists(base: unknown[], own: unknown[]): unknown[] {
  if (own.length === 0 || own.some(value => identityOf(value) === undefined)) return own
  const result = [...base]
  for (const value of own) {
    const at = result.findIndex(member => identityOf(member) === identityOf(value))
    if (at >= 0) result[at] = merge(result[at], value)
    else result.push(value)
  }
  return result
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
