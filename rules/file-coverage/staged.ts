import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import type { PlannedCommands } from '../../src/plan/files/uses.ts'
import { plannedCommands } from '../../src/plan/files/uses.ts'
import { PathIndex } from '../../src/files/paths.ts'
import { stagedBy } from '../../src/shell/index.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { baseOf } from '../../src/util/path.ts'
import { indexFolderEnds, isUnder } from './folders.ts'

/** What tools write along with a manifest. */
const locked = /(?:^|\/)(?:[\w.-]+\.(?:lock|lockb|sum)|[\w.-]+-lock\.(?:json|ya?ml)|npm-shrinkwrap\.json)$/i

/** The files that `git add` names in a step whose own files are listed, and lack them; folders that hold one of these are none. */
export function* stagedBeyond(plan: Plan): Iterable<Problem<'staged'>> {
  const listed = new Map<Unit, FileMention[]>()
  for (const mention of filesOf(plan).mentions)
    for (let unit = mention.unit; unit; unit = unit.parent) {
      const known = listed.get(unit)
      if (known) known.push(mention)
      else listed.set(unit, [mention])
    }
  for (const run of plannedCommands(plan)) {
    const own = run.step && listed.get(run.step)
    if (own) yield* beyond(run, run.step!, own)
  }
}

function* beyond(run: PlannedCommands, step: Unit, own: readonly FileMention[]): Iterable<Problem<'staged'>> {
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
      isUnder(use.path, folders)
    )
      continue
    const inside = indexFolderEnds([use.path])
    if (own.some(({ path, kind }) => kind === 'glob' || isUnder(path, inside))) continue
    yield {
      message: 'staged',
      data: { path: use.path, name: step.spec.role, title: step.part.title },
      at: run.placeOf(use),
      help: `Add it to the files of the ${step.spec.role}, or leave it out of the commit`,
      severity: 'warning'
    }
  }
}
