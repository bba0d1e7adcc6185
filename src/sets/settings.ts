/** Files of settings beside a document, which say in which format it is written. Only lines "key: value" are read: no YAML parser touches a stranger's text. */
import type { Profile } from '../profiles/schema.ts'
import type { Beside } from '../types.ts'
import { baseOf } from '../util/path.ts'
import { memberPaths } from './members.ts'
import { besideHash } from './plan-set.ts'
import type { Siblings } from './siblings.ts'

/** So much of a file is read. */
const longest = 10_000

/** What the settings beside a document say. */
interface Settings {
  /** "schema: quick" in .openspec.yaml, where the profile does not hold with it. */
  other?: string
  /** Every place that was looked at. */
  beside: readonly Beside[]
}

/**
 * @param path of the document
 */
export function settingsBeside(profile: Profile, path: string, siblings: Siblings): Settings {
  const { paths = [], values: wanted = {} } = profile.settings ?? {}
  const beside: Beside[] = []
  const open = new Map(Object.entries(wanted))
  for (const each of memberPaths(paths, path, profile)) {
    const found = siblings.read(each, path)
    beside.push({ path: each, hash: besideHash(found) })
    if (!found || !('text' in found)) continue
    for (const [key, values] of open) {
      const value = valueOf(key, found.text)
      if (value === undefined) continue
      open.delete(key)
      if (!values.includes(value)) return { other: `"${key}: ${value}" in ${baseOf(each)}`, beside }
    }
  }
  return { beside }
}

function valueOf(key: string, text: string): string | undefined {
  for (const line of text.slice(0, longest).split('\n')) {
    if (!line.startsWith(`${key}:`)) continue
    const value = /^[ \t]*["']?([\w./-]{1,80})/.exec(line.slice(key.length + 1))?.[1]
    return value
  }
  return undefined
}
