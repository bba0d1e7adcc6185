import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { claimsOf } from './claims.ts'
import { filesOf } from './mentions.ts'
import { plannedCommands } from './uses.ts'
import { workingFolders } from './working-folders.ts'

/**
 * The folders at the top of drawn trees that a plan itself leaves off: it names files below them by the rest of the path, and the folder nowhere but in
 * trees. Whether there is such a folder, the repository tells. Memoised per plan.
 */
export const rootsLeftOff: (plan: Plan) => ReadonlySet<string> = onceEach(plan => {
  const roots = [...claimsOf(plan).roots()].filter(root => !workingFolders(plan).has(root))
  if (roots.length === 0) return new Set()
  const { drawn, written } = pathsOfFiles(plan)
  const used = [...written, ...pathsOfCommands(plan)]
  return new Set(
    roots.filter(
      root =>
        // A name alone may be short for any path.
        written.some(path => path.includes('/') && drawn.has(`${root}/${path}`)) &&
        !used.some(path => path === root || path.startsWith(`${root}/`))
    )
  )
})

/** A path as the plan writes it outside of trees: without a root that it leaves off there. */
export function withoutRoot(path: string, plan: Plan): string {
  const slash = path.indexOf('/')
  return rootsLeftOff(plan).has(path.slice(0, slash)) ? path.slice(slash + 1) : path
}

/** Paths as trees draw them, and as they are written elsewhere. */
function pathsOfFiles(plan: Plan): { drawn: ReadonlySet<string>; written: readonly string[] } {
  const { mentions, trees } = filesOf(plan)
  const isDrawn = (at: number): boolean =>
    trees.some(({ place: { start, end } }) => start.offset <= at && at < end.offset)
  const drawn = new Set<string>()
  const written: string[] = []
  for (const { path, place } of mentions)
    if (isDrawn(place.start.offset)) drawn.add(path)
    else written.push(path)
  return { drawn, written }
}

/** What commands name, and where they run. */
function pathsOfCommands(plan: Plan): string[] {
  return plannedCommands(plan).flatMap(({ references, creates, place }) => [
    ...references.flatMap(each => (each.kind === 'path' ? each.path : (each.cwd ?? []))),
    ...creates.map(({ path }) => path),
    ...(place === undefined ? [] : [place])
  ])
}
