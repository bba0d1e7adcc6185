import type { PlanComparison } from '../../apps/diff/types.ts'
import type { LoadedPlan } from '../plan-model.ts'
import type { RepoPlace } from '../../repo/snapshot.ts'
import { amend, folderShift } from '../../apps/diff/amend.ts'
import { UsageError } from '../io.ts'
import { applyEdits } from '../../fix/edits.ts'
import { writeAtomically } from '../files/write.ts'

/**
 * Writes what is unplanned into the plan's tree; it is planned then.
 *
 * @throws {UsageError} when that can't be done
 */
export async function amendPlan(
  found: PlanComparison,
  loaded: Extract<LoadedPlan, { ok: true }>,
  place: RepoPlace
): Promise<string[]> {
  if (found.unplanned.length === 0) return []
  const amendment = amend(loaded.plan, found.unplanned, folderShift(found.planned))
  if (!amendment)
    throw new UsageError('Missing file tree, overview or table of files in the plan: --amend has nothing to write into')
  const { text } = applyEdits(loaded.read.text, amendment.edits)
  const written = await writeAtomically(loaded.file, text, loaded.read, { root: place.top })
  if (!written.ok) throw new UsageError(written.fatal.message)
  const skipped = new Set(amendment.skipped)
  const count = found.unplanned.length - skipped.size
  found.unplanned = found.unplanned.filter(change => skipped.has(change.path))
  return [
    `Wrote ${count} file${count === 1 ? '' : 's'} into the plan's ${amendment.into.join(' and ')}`,
    ...(skipped.size > 0 ? [`Names that can't stand in a plan: ${[...skipped].slice(0, 5).join(', ')}`] : [])
  ]
}
