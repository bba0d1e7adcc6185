/** Plans of the same kind beside a document. */
import { sourceOf } from '../util/source.ts'
import type { Root } from 'mdast'
import type { Plan } from '../plan/bind-types.ts'
import type { Profile } from '../profiles/schema.ts'
import { peersOf } from '../profiles/sets.ts'
import { baseOf } from '../util/path.ts'
import { pathBeside } from './beside.ts'
import { mostFiles } from './names.ts'
import type { Member } from './member.ts'
import type { FoundFile, Reading, Siblings } from './siblings.ts'

/** What is done with what was found at a path. */
interface Reader {
  /** Notes what lies at a path. */
  note: (path: string, found: FoundFile) => void
  plan: (reading: Reading) => Generator<string, Plan, Root | string>
}

/**
 * Reads the other plans of a document's folder.
 *
 * @returns a few words where there are too many
 */
export function* readPeers(
  profile: Profile,
  path: string,
  siblings: Siblings,
  { note, plan }: Reader
): Generator<string, Member[] | string, Root | string> {
  const names = new Set<string>()
  for (const pattern of peersOf(profile)?.paths ?? []) {
    const at = pathBeside(path, pattern)
    if (at === undefined) continue
    const found = siblings.read(at, path)
    note(at, found)
    if (found && 'text' in found) for (const name of found.text.split('\n')) if (name !== '') names.add(name)
  }
  names.delete(baseOf(path))
  if (names.size > mostFiles) return `there are more than ${mostFiles}`
  const members: Member[] = []
  for (const name of [...names].sort()) {
    const at = pathBeside(path, name)!
    const found = siblings.read(at, path)
    note(at, found)
    if (!found || !('text' in found)) continue
    const source = sourceOf(found.text)
    let reading = siblings.readings.get(at, source)
    if (!reading) {
      const tree = yield source
      if (typeof tree === 'string') continue
      siblings.readings.keep(at, (reading = { source, tree }))
    }
    members.push({ path: at, plan: yield* plan(reading) })
  }
  return members
}
