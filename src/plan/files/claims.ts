import { pathsOf, stagedBy } from '../../shell/index.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import type { MarkKind } from '../../files/marks.ts'
import { marksConflict } from '../../files/mark.ts'
import type { FileMention } from './mention.ts'
import { filesOf } from './mentions.ts'
import { plannedCommands } from './uses.ts'
import { PathIndex } from '../../files/paths.ts'
import { lazy } from '../../util/lazy.ts'

/** What a plan says of one file, wherever it says it. */
export interface Claim {
  /** The longest way in which the plan writes the path. */
  path: string
  /** What happens to the file; absent where no mention says it, or where mentions contradict each other. */
  mark?: MarkKind
  /** The first mention by which it comes into being where it is not there. */
  maker?: FileMention
  /** Old path of a rename, as written. */
  from?: string
  /** Where to speak of it: the mention with the mark, else the first one. */
  mention: FileMention
  mentions: FileMention[]
}

/** The claims of a plan. */
export interface Claims {
  list: Claim[]
  /** The claims that a written path may mean: itself, longer paths that end in it, shorter ones that it ends in. */
  find(path: string): Claim[]
  /** Names of top folders that hold everything in a tree, and so may be the project's own: `client/` above `src/`. */
  roots(): ReadonlySet<string>
}

/** Joins a plan's mentions of files into one claim for each file. Memoised per plan. */
export const claimsOf: (plan: Plan) => Claims = onceEach(collect)

function collect(plan: Plan): Claims {
  const files = filesOf(plan)
  const index = new PathIndex<Claim>()
  const list: Claim[] = []
  const outside = new Map<string, Claim>()
  for (const mention of longestFirst(files.mentions)) {
    // A path that leads out is what it says, however it ends.
    const isOutside = mention.ref.escapes !== undefined
    const same = isOutside ? [outside.get(mention.path)].filter(claim => claim !== undefined) : partners(mention, index)
    // A leaf such as "index.ts" that several files end in says nothing of any of them.
    if (same.length > 1) continue
    if (same[0]) same[0].mentions.push(mention)
    else {
      const claim: Claim = { path: mention.path, mention, mentions: [mention] }
      list.push(claim)
      if (isOutside) outside.set(mention.path, claim)
      else index.add(mention.path, claim)
    }
  }
  for (const claim of list) settle(claim)
  list.sort((a, b) => a.mention.place.start.offset - b.mention.place.start.offset)
  return {
    list,
    find: path => index.find(path),
    // No getter: V8 keeps the getter of an object that is written out in the object's shape, and with it the plan, until the heap is full.
    roots: lazy(() =>
      rootsOf(files.trees.flatMap(tree => (tree.tree ? [tree.tree.entries.map(entry => entry.path)] : [])))
    )
  }
}

/** Long paths first, so that shorter ones find them; otherwise as in the text. */
function longestFirst(mentions: readonly FileMention[]): FileMention[] {
  const ranked = mentions.map(mention => ({ mention, depth: depthOf(mention.path) }))
  ranked.sort((a, b) => b.depth - a.depth || a.mention.place.start.offset - b.mention.place.start.offset)
  return ranked.map(({ mention }) => mention)
}

/** How many folders a path names. */
function depthOf(path: string): number {
  let depth = 0
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) depth++
  return depth
}

/** Claims of the same file. In a tree, a name alone stands for itself. */
function partners(mention: FileMention, index: PathIndex<Claim>): Claim[] {
  const all = index.find(mention.path).filter(claim => !isOtherName(mention, claim))
  return mention.role === 'inventory' && !mention.path.includes('/')
    ? all.filter(claim => claim.path === mention.path)
    : all
}

/** The old name of a file and the new one are two, though one may end in the other: "`api/src/db.ts` → `src/db.ts`". */
function isOtherName({ path, written, isLeft }: FileMention, claim: Claim): boolean {
  return (
    (written?.from !== undefined && claim.path === written.from) ||
    (isLeft === true && claim.mentions.some(other => other.written?.from === path))
  )
}

function settle(claim: Claim): void {
  claim.mentions.sort((a, b) => a.place.start.offset - b.place.start.offset)
  const marked = claim.mentions.filter(mention => mention.mark !== undefined && mention.mark !== 'unknown')
  const first = claim.mentions[0]!
  claim.mention = marked[0] ?? first
  const maker = claim.mentions.find(mention => mention.isWritten)
  if (maker) claim.maker = maker
  const creation = marked.find(mention => mention.mark === 'new' && mention.unit)
  const said = marked.filter(mention => !(creation && isLaterWork(mention, creation)))
  if (said.some(mention => marksConflict(mention.mark, said[0]!.mark))) return
  // The one that says most: a file that exists may be modified, a modified one renamed as well.
  for (const kind of ['renamed', 'deleted', 'new', 'modified', 'unchanged', 'existing'] as const) {
    const mention = marked.find(each => each.mark === kind)
    if (!mention) continue
    claim.mark = kind
    claim.mention = mention
    const from = marked.find(each => each.written?.from !== undefined)?.written?.from
    if (from !== undefined) claim.from = from
    return
  }
}

/** What one step creates, a later one may modify: the file is new all the same. */
function isLaterWork({ mark, unit, place }: FileMention, creation: FileMention): boolean {
  return (
    mark === 'modified' &&
    unit !== undefined &&
    unit !== creation.unit &&
    place.start.offset > creation.place.start.offset
  )
}

/** Where a renamed file was: an old name without a folder stands beside the new one. */
export function oldPath(path: string, from: string): string {
  return from.includes('/') ? from : path.slice(0, path.lastIndexOf('/') + 1) + from
}

function rootsOf(trees: string[][]): Set<string> {
  return new Set(
    trees.flatMap(paths => {
      const first = paths[0]?.split('/')[0]
      return first !== undefined &&
        paths.length > 1 &&
        paths.every(path => path === first || path.startsWith(`${first}/`))
        ? [first]
        : []
    })
  )
}

/** How many places of a plan, in lists and in commands, name a file by exactly this path: of two names for one file the slip is the one that fewer have. */
export function placesNaming(path: string, plan: Plan): number {
  return counts(plan).get(path) ?? 0
}

const counts: (plan: Plan) => ReadonlyMap<string, number> = onceEach((plan: Plan) => {
  const found = new Map<string, number>()
  const add = (path: string): void => void found.set(path, (found.get(path) ?? 0) + 1)
  for (const { path } of filesOf(plan).mentions) add(path)
  for (const { block, references } of plannedCommands(plan)) {
    for (const reference of references) if (reference.kind === 'path') add(reference.path)
    for (const { path } of [...stagedBy(block.script), ...pathsOf(block.script).creates]) add(path)
  }
  return found
})
