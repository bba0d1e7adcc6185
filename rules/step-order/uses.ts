import type { Plan } from '../../src/plan/bind-types.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import { crateFiles } from '../../src/plan/files/crate-files.ts'
import { goFolders } from '../../src/plan/files/go-packages.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import { readPath } from '../../src/files/paths.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { pathsOf } from '../../src/shell/index.ts'
import { mayBeMadeBefore } from '../../src/plan/files/unsaid.ts'
import type { PlannedCommands } from '../../src/plan/files/uses.ts'
import { isExpectedToFail, plannedCommands } from '../../src/plan/files/uses.ts'
import type { Replay } from './replay.ts'
import { unmadeName } from './names.ts'

interface Use {
  /** One of them must be there. */
  paths: string[]
  start: number
  end: number
  runs: boolean
}

interface Defect {
  kind: 'early' | 'late'
  /** What the plan says of the file; its path, where only the text of the other step names it. */
  claim: Claim | string
  /** The step that creates the file, or deletes it. */
  other: number
}

/** Commands that need what a later step brings, or what an earlier one took away. */
export function* misplacedUses(
  plan: Plan,
  ground: Ground,
  replay: Replay
): Iterable<Problem<'early' | 'late' | 'unmade'>> {
  const reported = new Set<Claim | string>()
  const created = new Set<Claim | string>()
  for (const run of plannedCommands(plan)) {
    const index = replay.indexOf(run.step)
    if (index >= 0) {
      const name = run.step!.spec.role
      const title = run.step!.part.title
      for (const use of usesOf(run, ground)) {
        const defect = defectOf(use, index, ground, replay)
        if (run.creates.some(({ path, start }) => path === defect?.claim && start < use.start)) continue
        if (!defect || reported.has(defect.claim) || created.has(defect.claim) || isExpectedToFail(run, plan)) continue
        // A step that does not say what it makes may have made it.
        if (defect.kind === 'early' && mayBeMadeBefore(run.placeOf(use).start.offset, plan)) continue
        reported.add(defect.claim)
        const step = replay.steps[defect.other]!
        const isEarly = defect.kind === 'early'
        yield {
          message: defect.kind,
          data: { path: pathOf(defect.claim), name, title, ...(isEarly ? {} : { end: 'deleted' }) },
          at: run.placeOf(use),
          related: [{ place: step.part.place, message: isEarly ? 'Created in this step' : 'Deleted in this step' }],
          help: isEarly
            ? `Run this after "${step.part.title}", or create the file here`
            : `Run this before "${step.part.title}"`
        }
      }
      for (const reference of run.references) {
        const unmade = unmadeName(reference, index, ground, plan, replay)
        if (!unmade || reported.has(unmade.name) || isExpectedToFail(run, plan)) continue
        reported.add(unmade.name)
        const step = replay.steps[unmade.step]!
        yield {
          message: 'unmade',
          data: { path: unmade.name, what: unmade.what, name, title },
          at: run.placeOf(reference),
          related: [{ place: step.part.place, message: 'Added in this step' }],
          help: `Run this after "${step.part.title}", or add it here`
        }
      }
    }
    for (const { path } of run.creates) created.add(path)
    for (const { path } of run.creates) for (const claim of ground.claims.find(path).slice(0, 5)) created.add(claim)
  }
}

/** What is run comes twice: as a reference, and then as a path, of which nothing more is said. */
function usesOf(run: PlannedCommands, ground: Ground): Use[] {
  const runs = run.references.flatMap((reference): Use[] => {
    const { start, end } = reference
    if (reference.kind === 'path') return [{ paths: [reference.path], start, end, runs: true }]
    if (reference.kind === 'go-package')
      return [{ paths: goFolders(reference, ground).map(({ folder }) => folder), start, end, runs: false }]
    if (reference.kind === 'crate') return [{ paths: crateFiles(reference, ground), start, end, runs: false }]
    return []
  })
  const read = pathsOf(run.block.script).uses.map(({ path, start, end }) => ({
    paths: [path],
    start,
    end,
    runs: false
  }))
  return [...runs, ...read]
}

function defectOf(use: Use, index: number, ground: Ground, replay: Replay): Defect | undefined {
  const claims = use.paths.flatMap(path => claimsAt(path, ground))
  if (claims.length === 0) return writtenLater(use, index, ground, replay)
  const [only] = claims
  if (claims.length === 1 && only!.mark === 'deleted' && use.runs) {
    const last = replay.last(only!)
    return last !== undefined && last < index ? { kind: 'late', claim: only!, other: last } : undefined
  }
  // A file that is there already is no matter of order.
  if (
    !claims.every(claim => isMade(claim, ground)) ||
    use.paths.some(path => claims.length > 1 && ground.standsNow(path))
  )
    return undefined
  const first = claims
    .flatMap(claim => {
      const other = replay.first(claim)
      return other === undefined ? [] : [{ claim, other }]
    })
    .sort((a, b) => a.other - b.other)[0]
  return first && first.other > index ? { kind: 'early', ...first } : undefined
}

const pathOf = (claim: Claim | string): string => (typeof claim === 'string' ? claim : claim.path)

/** A file that is run, stands in no list and not in the repository, and is written by the text of a later step: "Tests: add `tests/test_ids.py`". */
function writtenLater({ paths, runs }: Use, index: number, ground: Ground, replay: Replay): Defect | undefined {
  const [path] = paths
  if (!runs || path === undefined || !isFileName(path) || ground.mayStand(path) || ground.longer(path).length > 0)
    return undefined
  const other = replay.writes(path)
  return other !== undefined && other > index ? { kind: 'early', claim: path, other } : undefined
}

const isFileName = (path: string): boolean => path.includes('/') && readPath(path)?.kind === 'file'

/** Does a step bring a file into being? Where the plan does not say so, it is made only if nothing is there. */
function isMade({ mark, maker, path }: Claim, ground: Ground): boolean {
  if (mark === 'new' || mark === 'renamed') return !ground.isFile(path)
  return maker !== undefined && !ground.mayBeFile(path)
}

/** The file that a path means; of a folder that is not there yet, the files that are to be in it. */
function claimsAt(path: string, ground: Ground): Claim[] {
  const found = ground.claims.find(path)
  if (found.length === 1 && found[0]!.mention.kind !== 'directory') return found
  const below = ground.claims.list.filter(
    claim => claim.mention.kind === 'file' && ground.inside(claim.path).startsWith(`${path}/`)
  )
  return below.length > 0 && below.length <= 50 && !ground.standsNow(path) ? below : []
}
