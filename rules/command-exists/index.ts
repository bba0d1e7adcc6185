import { groundOf } from '../../src/plan/files/ground.ts'
import { madeBy } from './made.ts'
import type { NeedContext, Need } from './need.ts'
import { needOf } from './needs.ts'
import type { CommandReference } from '../../src/shell/index.ts'
import { mayBeMadeBefore } from '../../src/plan/files/unsaid.ts'
import type { PlannedCommands } from '../../src/plan/files/uses.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { isExpectedMissing, isExpectedToFail, plannedCommands } from '../../src/plan/files/uses.ts'
import { defineRule } from '../../src/lint/rule.ts'

type Id = 'script' | 'target' | 'manifest' | 'workspace' | 'path'

export default defineRule<Id>({
  id: 'command-exists',
  summary: 'The commands of the plan will run: its scripts, targets and tests exist, or the plan makes them.',
  why: 'A verification that ends in "missing script" verifies nothing, and the step is ticked all the same.',
  whenOff: 'Where plans speak of scripts and tools of another repository than the one that they lie in.',
  severity: 'error',
  byState: { draft: 'warning' },
  repo: true,
  messages: {
    script: d => `Unknown script "${d.name}": ${d.file} has none of that name`,
    target: d => `Unknown ${d.what} "${d.name}": ${d.file} has none of that name`,
    manifest: d => `Missing ${d.file} for "${d.name}"`,
    workspace: d => `Unknown workspace "${d.name}"`,
    path: d => `Missing "${d.name}" in the repository: a command runs it`
  },
  *check({ plan, repo, path }) {
    const ground = groundOf(plan, repo!, path)
    if (ground.isDone) return
    const reported = new Set<string>()
    const lost: string[] = []
    const made = madeBy(ground)
    const around = { ground, plan, made, planPath: path ?? '' }
    for (const run of plannedCommands(plan)) {
      // "(in acme/infra)": where there is no such folder, that is another repository.
      if (run.place !== undefined && !ground.standsNow(run.place)) continue
      const creates = [...run.creates]
      for (const reference of run.references) {
        while (creates[0] && creates[0].start < reference.start) made.add([creates.shift()!.path])
        const need = lack(reference, run, around)
        const key = JSON.stringify([need?.message, need?.data])
        if (!need || reported.has(key) || isBelow(folderOf(reference), lost) || ground.moment().kind === 'unknown')
          continue
        reported.add(key)
        if (need.data.what === 'folder') lost.push(need.data.name)
        const { isMerelyUnknown: _, ...said } = need
        yield { at: run.placeOf(reference), ...said }
      }
      made.add(creates.map(use => use.path))
    }
  }
})

function lack(reference: CommandReference, run: PlannedCommands, around: NeedContext): Need | undefined {
  const need = needOf(reference, around)
  if (!need || isExcused(need, run, around.plan)) return undefined
  // Of a step that does not say what it makes, that is told.
  if (need.isMerelyUnknown && mayBeMadeBefore(run.placeOf(reference).start.offset, around.plan)) return undefined
  if (reference.from !== undefined && !needOf(fromStart(reference, reference.from), around)) return undefined
  return besidePlan(reference, need, around)
}

/** What is to fail may lack a file that is still to be written; a name that it calls must be there, unless the plan says that it is not. */
function isExcused({ message }: Need, run: PlannedCommands, plan: Plan): boolean {
  const isName = message === 'script' || message === 'target' || message === 'workspace'
  return isName ? isExpectedMissing(run, plan) : isExpectedToFail(run, plan)
}

/** A plan of a package speaks of the package that it lies in: what it needs there is what is told. */
function besidePlan(reference: CommandReference, need: Need, around: NeedContext): Need | undefined {
  const folder = around.ground.facts
    .packages()
    .reduce(
      (nearest, { dir }) => (around.planPath.startsWith(`${dir}/`) && dir.length > nearest.length ? dir : nearest),
      ''
    )
  const cwd = reference.kind === 'path' ? undefined : reference.cwd
  // A folder that is there is meant from the top.
  if (folder === '' || (cwd !== undefined && around.ground.standsNow(cwd))) return need
  const within = needOf(below(reference, folder), around)
  return within && (within.message === need.message && !within.isMerelyUnknown ? within : need)
}

function below(reference: CommandReference, folder: string): CommandReference {
  if (reference.kind === 'path') return { ...reference, path: `${folder}/${reference.path}` }
  return { ...reference, cwd: reference.cwd === undefined ? folder : `${folder}/${reference.cwd}` }
}

/** The same, meant from where the commands start. */
function fromStart(reference: CommandReference, folder: string): CommandReference {
  const strip = (path: string): string => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path)
  if (reference.kind === 'path') return { ...reference, path: strip(reference.path) }
  const { cwd, ...rest } = reference
  return cwd === undefined || cwd === folder ? (rest as CommandReference) : { ...reference, cwd: strip(cwd) }
}

/** Where a reference is looked up. */
function folderOf(reference: CommandReference): string {
  return reference.kind === 'path' ? reference.path : (reference.cwd ?? '')
}

/** Nothing more is said of a folder that is not there. */
function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some(folder => path === folder || path.startsWith(`${folder}/`))
}
