import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import type { PlannedCommands } from '../../src/plan/files/uses.ts'
import { isExpectedToFail, plannedCommands } from '../../src/plan/files/uses.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import { placesNaming } from '../../src/plan/files/claims.ts'
import { areNear } from '../../src/files/near-paths.ts'
import { PathIndex } from '../../src/files/paths.ts'
import { stagedBy } from '../../src/shell/index.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { baseOf } from '../../src/util/path.ts'
import { indexFolderEnds, isUnder } from './folders.ts'

/** What tools write along with a manifest. */
const locked = /(?:^|\/)(?:[\w.-]+\.(?:lock|lockb|sum)|[\w.-]+-lock\.(?:json|ya?ml)|npm-shrinkwrap\.json)$/i

/** The files that `git add` names in a step whose own files are listed, and lack them; folders that hold one of these are none. */
export function* stagedBeyond(plan: Plan, ground: Ground | undefined): Iterable<Problem<'staged'>> {
  const listed = new Map<Unit, FileMention[]>()
  for (const mention of filesOf(plan).mentions)
    for (let unit = mention.unit; unit; unit = unit.parent) {
      const known = listed.get(unit)
      if (known) known.push(mention)
      else listed.set(unit, [mention])
    }
  const runs = plannedCommands(plan)
  const staged = new Map<Unit, Set<string>>()
  for (const { step, block } of runs) {
    if (!step) continue
    const known = staged.get(step) ?? new Set()
    for (const { path } of stagedBy(block.script)) known.add(path)
    staged.set(step, known)
  }
  const all = new PathIndex<FileMention>()
  for (const mention of new Set([...listed.values()].flat())) all.add(mention.path, mention)
  const committed = new Set<string>()
  for (const run of runs) {
    const own = run.step && listed.get(run.step)
    const isLeft = (path: string): boolean =>
      !committed.has(path) && all.find(path).some(({ unit }) => unit!.span.start < run.step!.span.start)
    if (own) yield* beyond(run, run.step!, own, { plan, ground, staged: staged.get(run.step!)!, isLeft })
    for (const { path } of stagedBy(run.block.script)) committed.add(path)
  }
}

interface Around {
  plan: Plan
  /** Absent where there is no repository. */
  ground: Ground | undefined
  /** All that the step commits. */
  staged: ReadonlySet<string>
  /** Did a step before have the file, and no commit for it? */
  isLeft: (path: string) => boolean
}

function* beyond(
  run: PlannedCommands,
  step: Unit,
  own: readonly FileMention[],
  around: Around
): Iterable<Problem<'staged'>> {
  const staged = stagedBy(run.block.script)
  if (staged.length === 0) return
  const index = new PathIndex<FileMention>()
  for (const mention of own) index.add(mention.path, mention)
  const folders = indexFolderEnds(own.filter(({ kind }) => kind === 'directory').map(({ path }) => path))
  for (const use of staged) {
    // Without an ending it may be a folder.
    if (
      !baseOf(use.path).includes('.') ||
      locked.test(use.path) ||
      index.find(use.path).length > 0 ||
      around.isLeft(use.path) ||
      isUnder(use.path, folders)
    )
      continue
    const inside = indexFolderEnds([use.path])
    if (own.some(({ path, kind }) => kind === 'glob' || isUnder(path, inside))) continue
    const other = own.find(({ path }) => !around.staged.has(path) && areNear(path, use.path))
    if (other && isToldElsewhere(other, use.path, around)) continue
    yield {
      message: 'staged',
      data: { path: use.path, name: step.spec.role, title: step.part.title },
      at: run.placeOf(use),
      severity: 'warning',
      ...(other
        ? asOne(other, use.path, around)
        : { help: `Add it to the files of the ${step.spec.role}, or leave it out of the commit` })
    }
  }
}

/** Of a file that the step has under another name, which it does not commit, path-exists or command-exists tells where one of the names leads nowhere. */
function isToldElsewhere(other: FileMention, path: string, { plan, ground }: Around): boolean {
  if (!ground || ground.isDone) return false
  if (other.mark !== undefined && other.mark !== 'new' && !ground.mayExist(other.path)) return true
  return (
    !ground.mayExist(path) &&
    ground.claims.find(path).length === 0 &&
    plannedCommands(plan).some(
      run => run.references.some(each => each.kind === 'path' && each.path === path) && !isExpectedToFail(run, plan)
    )
  )
}

/** The two are one file, it seems: which name is right is the one that more places have. */
function asOne(other: FileMention, path: string, { plan }: Around): Pick<Problem<'staged'>, 'help' | 'related'> {
  const more = placesNaming(path, plan) - placesNaming(other.path, plan)
  const help =
    more > 0
      ? `Write "${path}" there for "${other.path}", if that is meant`
      : more < 0
        ? `Write "${other.path}", if that is meant`
        : `Write "${other.path}" here or "${path}" there, if one file is meant`
  return {
    help: `${help}; or name both among its files`,
    related: [{ place: other.place, message: `"${other.path}" here` }]
  }
}
