/** Files of settings beside a document, which say in which format it is written. */
import { settingIn } from '../outline/matter/setting.ts'
import type { Profile } from '../profiles/schema.ts'
import type { Beside } from '../types.ts'
import { baseOf } from '../util/path.ts'
import { memberPaths } from './members.ts'
import { besideHash } from './plan-set.ts'
import type { Siblings } from './siblings.ts'

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
      const value = /^[\w./-]{1,80}/.exec(settingIn(found.text, key) ?? '')?.[0]
      if (value === undefined) continue
      open.delete(key)
      if (!values.includes(value)) return { other: `"${key}: ${value}" in ${baseOf(each)}`, beside }
    }
  }
  return { beside }
}
