/** unified-engine's way of merging a plugin's options, as pure functions. */

/** Whether unified-engine merges the value with an earlier one (`is-plain-obj`). */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
  return isPlain && !(Symbol.toStringTag in value) && !(Symbol.iterator in value)
}

/**
 * The value that a plugin is left with when it is listed again: plain objects are merged deeply, anything else replaces.
 *
 * @param earlier the options so far
 * @param later the options of the later entry
 */
export function reconfigure(earlier: unknown, later: unknown): unknown {
  return isPlainObject(earlier) && isPlainObject(later) ? extend(earlier, later) : later
}

/** A deep merge as the package `extend` does it (lists item by item, undefined skipped), but of copies. */
function extend(target: Record<string, unknown> | unknown[], source: Record<string, unknown> | unknown[]): unknown {
  const result = new Map<string, unknown>(Object.entries(target))
  for (const [key, value] of Object.entries(source)) {
    const before = result.get(key)
    if (Array.isArray(value)) result.set(key, extend(Array.isArray(before) ? before : [], value))
    else if (isPlainObject(value)) result.set(key, extend(isPlainObject(before) ? before : {}, value))
    else if (value !== undefined) result.set(key, value)
  }
  // `fromEntries` defines its keys, so that a key `__proto__` stays a key.
  const merged = Object.fromEntries(result)
  return Array.isArray(target) ? Object.assign([], merged) : merged
}
