/** Files that commands name as what they test, be it by folder, target, class or filter. */
import { baseOf } from '../../util/path.ts'
import type { SimpleCommand } from '../../shell/index.ts'
import type { Plan } from '../bind-types.ts'
import { cargoFolders } from '../files/crate-files.ts'
import type { PlannedCommands } from '../files/uses.ts'
import { plannedCommands } from '../files/uses.ts'

/** Does a command name the file of a path? */
type MeansFile = (path: string) => boolean

/** What the commands of the steps name as what they test: each says whether a path is meant. */
export function testedBySteps(plan: Plan): MeansFile[] {
  return plannedCommands(plan).flatMap(run =>
    run.step
      ? [
          ...targetsIn(run),
          ...run.block.script.commands.flatMap(command => [...filtersIn(command), ...enteredIn(command)])
        ]
      : []
  )
}

/** `pytest tests/`, `go test ./internal/queue/...`, `cargo test --test queue`. */
function targetsIn({ references }: PlannedCommands): MeansFile[] {
  return references.flatMap((each): MeansFile[] => {
    if (each.kind === 'path') return isFolder(each.path) ? [below(each.path)] : []
    // The folder of a module is a matter of the repository; the package's own is the last of its path.
    if (each.kind === 'go-package') return [path => `/${path}`.includes(`/${baseOf(each.name)}/`)]
    if (each.kind !== 'crate' || each.what === 'package') return []
    const file = `/${cargoFolders[each.what]}/${each.name}`
    return [path => `/${path}`.endsWith(`${file}.rs`) || `/${path}`.endsWith(`${file}/main.rs`)]
  })
}

/** Behind `cd X` nobody knows whether X is the project itself: both are meant. */
function enteredIn({ cwd, lost, args }: SimpleCommand): MeansFile[] {
  if (cwd === undefined && lost !== true) return []
  return args
    .map(arg => arg.replace(/^\.\//, '').replace(/\/$/, ''))
    .filter(isFolder)
    .map(below)
}

const isFolder = (path: string): boolean => /^[^-/.][^\s=:]*$/.test(path) && !/\.\w+$/.test(path)
const below =
  (folder: string): MeansFile =>
  path =>
    path.startsWith(`${folder}/`)

/** Runners that take a piece of the path of what they are to run. */
const byPiece = new Set(['vitest', 'jest', 'ava', 'tap'])
/** Options of builders whose value is a class, or several. */
const byClass = /^(?:--tests|-Dtest|-Dit\.test)(?:=(.+))?$/

/** `npx vitest run queue`, `./gradlew test --tests 'shop.QueueTest'`, `mvn test -Dtest=QueueTest`. */
function filtersIn({ name, args }: SimpleCommand): MeansFile[] {
  const pieces = byPiece.has(name)
    ? args.filter(arg => /^[\w./-]{3,}$/.test(arg) && !arg.startsWith('-') && arg !== 'run')
    : []
  const classes = args.flatMap((arg, at) => {
    const option = byClass.exec(arg)
    return option ? (option[1] ?? args[at + 1] ?? '').split(',') : []
  })
  return [
    ...pieces.map(
      (piece): MeansFile =>
        path =>
          path.includes(piece)
    ),
    ...classes.flatMap((each): MeansFile[] => {
      const own = each
        .split(/[.#]/)
        .find(word => /^\*?[A-Z]\w*\*?$/.test(word))
        ?.replaceAll('*', '')
      return own === undefined || own.length < 3
        ? []
        : [
            path =>
              baseOf(path)
                .replace(/\.\w+$/, '')
                .includes(own)
          ]
    })
  ]
}
