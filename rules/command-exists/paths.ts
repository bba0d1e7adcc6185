import type { CommandReference } from '../../src/shell/index.ts'
import { areOfAKind } from '../../src/files/near-paths.ts'
import { suggest } from '../../src/util/suggest.ts'
import { placesNaming } from '../../src/plan/files/claims.ts'
import { isAnnouncedFile } from '../../src/plan/files/announced.ts'
import type { NeedContext, Need } from './need.ts'

const correct = 'Correct the path, or let the plan create the file'

type Path = Extract<CommandReference, { kind: 'path' }>

/** A path is meant from the folder that its command runs in: a file elsewhere that ends in it is another one. */
export function needPath(
  { path, runner, loose }: Path,
  { ground, plan, made }: NeedContext,
  isWorkingFolder: (folder: string) => boolean
): Need | undefined {
  // These take the beginning of a name as well.
  if (/^(?:vitest|jest|mocha|ava|playwright)$/.test(runner) && !/\.\w+$/.test(path)) return undefined
  const isRunThere = loose ? () => true : isWorkingFolder
  if (made.has(path, isRunThere) || ground.facts.refuse(path) !== undefined || ground.standsNow(path)) return undefined
  const others = ground.longer(path)
  if (others.some(other => isRunThere(other.slice(0, -path.length - 1))) || ground.mayStand(path)) return undefined
  const meant = [...others, ...made.longer(path)]
  if (meant.length === 0 && isAnnouncedFile(path, plan, isRunThere)) return undefined
  const data = { name: path, file: path, what: runner === 'cd' ? 'folder' : 'file' }
  if (meant.length > 0)
    return { message: 'path', data, help: `Write "${meant[0]}", if that is meant`, severity: 'warning' }
  const [near] = ground.near(path)
  const planned = near ? undefined : nearIn(path, made.files())
  const help = near
    ? near.why === 'deleted'
      ? `Name another file, or let the plan bring it back: commit ${near.commit} deleted it`
      : `Write "${near.path}", if that is meant`
    : planned
      ? placesNaming(planned, plan) > placesNaming(path, plan)
        ? `Write "${planned}", if that is meant`
        : `Give it one name, if one file is meant: the plan makes "${planned}"`
      : correct
  // `cd relay` may be meant from above the repository.
  const isSure = runner !== 'cd' || help !== correct
  return {
    message: 'path',
    data,
    help,
    ...(isSure ? {} : { severity: 'warning' as const }),
    ...(help === correct ? { isMerelyUnknown: true as const } : {})
  }
}

/** A file of the plan in the same folder whose name is nearly the same; endings and folders would make any two alike. */
function nearIn(path: string, files: readonly string[]): string | undefined {
  const [folder, stem] = parted(path)
  const stems = files.flatMap(file => (parted(file)[0] === folder && areOfAKind(file, path) ? [parted(file)[1]] : []))
  const name = suggest(stem, stems)
  return name === undefined
    ? undefined
    : files.find(file => areOfAKind(file, path) && parted(file).join() === `${folder},${name}`)
}

function parted(path: string): [folder: string, stem: string] {
  const at = path.lastIndexOf('/') + 1
  const leaf = path.slice(at)
  return [path.slice(0, at), leaf.slice(0, leaf.indexOf('.', 1) < 0 ? undefined : leaf.indexOf('.', 1))]
}
