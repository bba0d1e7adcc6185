import { genericName } from '../detect/remains.ts'
import type { Selection } from '../detect/select.ts'
import type { Profile } from '../profiles/schema.ts'
import { settingsBeside } from '../sets/settings.ts'
import type { Siblings } from '../sets/siblings.ts'
import type { Beside } from '../types.ts'

/**
 * The selection that holds once settings beside the document are read: where they name another format than the one that was recognised, no template is known.
 *
 * @returns with every place that was looked at
 */
export function bySettings(
  selection: Selection,
  profiles: readonly Profile[],
  path: string | undefined,
  siblings: Siblings | undefined
): { selection: Selection; looked: { beside?: readonly Beside[] } } {
  const { by, profile } = selection
  if (by !== 'detection' || !profile?.settings || path === undefined || !siblings) return { selection, looked: {} }
  const { other, beside } = settingsBeside(profile, path, siblings)
  const generic = other === undefined ? undefined : profiles.find(({ name }) => name === genericName)
  if (other === undefined || !generic) return { selection, looked: { beside } }
  const planLike = { isPlaced: true, signs: [other] }
  return { selection: { ...selection, profile: generic, certainty: 'generic', planLike }, looked: { beside } }
}
