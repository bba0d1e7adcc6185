import type { Plan } from '../../src/plan/bind-types.ts'
import type { NamedFile } from '../../src/plan/files/named-in.ts'
import { filesNamedIn } from '../../src/plan/files/named-in.ts'
import { treesIn } from '../../src/plan/files/placed-trees.ts'
import { membersOf } from '../../src/profiles/sets.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Member, PlanSet } from '../../src/sets/plan-set.ts'
import type { Place } from '../../src/types.ts'
import { groupBy } from '../../src/util/group.ts'
import { baseOf, folderOf } from '../../src/util/path.ts'

/** What a file of the set draws. */
interface Drawn {
  /** Every folder that is drawn, with those above it. */
  folders: ReadonlySet<string>
  /** Folders without anything in them: what lies below is not drawn, and may be there. */
  open: ReadonlySet<string>
  files: ReadonlySet<string>
  place: Place
}

/** Steps that name a file in a folder that the tree of another file of the set does not have, though it draws what is around. */
export function* undrawnFiles(plan: Plan, set: PlanSet | undefined): Iterable<Problem<'undrawn'>> {
  for (const [name, { files }] of membersOf(plan.profile)) {
    const member = files === undefined ? undefined : set?.members.get(name)
    const drawn = member && drawnIn(member)
    if (!drawn) continue
    const named = plan.units('step').flatMap(unit => filesNamedIn(unit, plan))
    const lost = named.filter(({ path }) => isLost(path, drawn))
    for (const same of groupBy(lost, ({ path }) => folderOf(path)).values()) yield problemOf(same, member, drawn)
  }
}

function problemOf([first, ...others]: NamedFile[], member: Member, { place }: Drawn): Problem<'undrawn'> {
  const where = baseOf(member.path)
  return {
    message: 'undrawn',
    data: { path: first!.path, where },
    at: first!.place,
    help: `Draw ${folderOf(first!.path)}/ there, or name a place that is drawn`,
    severity: 'warning',
    related: [
      ...others.slice(0, 20).map(each => ({ place: each.place, message: 'Here too' })),
      { path: member.path, place, message: 'The tree' }
    ]
  }
}

/** Trees that go no deeper show a shape, not places. */
const deep = 2

function drawnIn({ plan }: Member): Drawn | undefined {
  const trees = plan.allSections
    .filter(({ part, children }) => part && children.every(child => !child.part))
    .flatMap(section => treesIn(section, plan))
    .filter(({ tree }) => tree?.entries.some(({ depth, directory }) => depth >= deep && !directory))
  const entries = trees.flatMap(({ tree }) => tree!.entries)
  if (entries.length === 0) return undefined
  const folders = new Set(entries.flatMap(({ path, directory }) => above(directory ? `${path}/` : path)))
  const files = entries.filter(({ directory }) => !directory).map(({ path }) => path)
  // What is drawn with dots may hold anything.
  if (entries.some(({ name }) => /^(?:…|\.\.\.)$/.test(name))) return undefined
  const full = new Set(entries.map(({ path }) => folderOf(path)))
  const open = entries.filter(({ directory, path }) => directory && !full.has(path)).map(({ path }) => path)
  return { folders, open: new Set(open), files: new Set(files), place: trees[0]!.place }
}

/** Every folder above a path: `a`, `a/b` of `a/b/c.ts`. */
function above(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Is the top folder drawn, and neither the file, nor its folder, nor one above that may hold it? */
function isLost(path: string, { folders, open, files }: Drawn): boolean {
  const around = above(path)
  return (
    around.length > 1 &&
    folders.has(around[0]!) &&
    !files.has(path) &&
    !folders.has(around.at(-1)!) &&
    !around.some(folder => open.has(folder))
  )
}
