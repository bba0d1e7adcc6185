import type { Problem } from '../../src/lint/rule.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import type { Edit, Fix } from '../../src/types.ts'
import { groupBy } from '../../src/util/group.ts'

/** Paths of one machine that begin alike. */
interface MachinePaths {
  /** What they begin with, as written: "/Users/ann/shelf/". */
  root: string
  /** What follows it stands in the repository, at least for one of them. */
  isRepository: boolean
  claims: Claim[]
}

/** Why a path is refused that is right on one machine alone. */
const personal = new Set(['absolute', 'drive', 'home'])
/** Of paths that lead nowhere in the repository, so many folders are what they have in common: `/Users/ann/`. */
const common = 3

/** The claims whose paths hold on one machine alone, those together that begin alike. */
export function machinePaths(claims: readonly Claim[], ground: Ground): MachinePaths[] {
  const bound = claims.filter(claim => !isMereContext(claim) && personal.has(ground.refuse(claim) ?? ''))
  // A file of the repository under a folder of its own; a mere name may be that of any file.
  const roots = new Set(bound.flatMap(claim => rootOf(claim, ground) ?? []))
  const groups = groupBy(bound, ({ mention: { ref } }) => {
    const root = [...roots].find(each => ref.raw.startsWith(each))
    return root ?? ref.raw.slice(0, folderEnds(ref.raw).slice(0, common).at(-1) ?? 0)
  })
  return [...groups].map(([root, all]) => ({ root, isRepository: roots.has(root), claims: all }))
}

/** What is shown for context may stand anywhere. */
export function isMereContext({ mention, mark }: Claim): boolean {
  return mention.role === 'context' && mark === undefined
}

function rootOf({ mention: { ref } }: Claim, ground: Ground): string | undefined {
  const { raw } = ref
  const end = folderEnds(raw).find(start => {
    const path = slashed(raw.slice(start))
    return path.includes('/') && ground.isFileNow(path)
  })
  return end === undefined ? undefined : raw.slice(0, end)
}

const isSlash = (sign: string | undefined): boolean => sign === '/' || sign === '\\'

/** Where each folder of a path ends, its slashes included. */
function folderEnds(path: string): number[] {
  const ends: number[] = []
  for (let at = 1; at <= path.length; at++) if (isSlash(path[at - 1]) && !isSlash(path[at])) ends.push(at)
  return ends
}

function slashed(path: string): string {
  return path.replace(/\\+/g, '/')
}

/** What is said of paths that begin alike: once, at the first, with the others as second places. */
export function tellOnce({ root, isRepository, claims }: MachinePaths, source: string): Problem<'machine'> | undefined {
  // What a step names may count as a file of the whole plan, too.
  const byPlace = new Map(claims.flatMap(claim => claim.mentions).map(mention => [mention.place.start.offset, mention]))
  const mentions = [...byPlace.values()].sort((a, b) => a.place.start.offset - b.place.start.offset)
  const [first, ...others] = mentions
  if (!first || (others.length === 0 && !isRepository)) return undefined
  const tail = slashed(first.ref.raw.slice(root.length))
  const fix = isRepository ? withoutRoot(root, mentions, source) : undefined
  return {
    message: 'machine',
    data: { root, count: mentions.length },
    at: first.place,
    help: isRepository
      ? `Write ${others.length === 0 ? 'it' : 'each'} relative to the top of the repository: "${tail}"`
      : 'Write each relative to the top of the repository; they were not looked up',
    severity: 'warning',
    related: others.map(({ place }) => ({ place, message: 'Here, too' })),
    ...(fix ? { fixes: [fix] } : {})
  }
}

/** Takes the machine's part off each path that is written out; offered alone, since the folder may be that of another repository with a file of the same name. */
function withoutRoot(root: string, mentions: readonly FileMention[], source: string): Fix | undefined {
  const edits = mentions.flatMap(({ place, ref }): Edit[] => {
    const at = source.slice(place.start.offset, place.end.offset).indexOf(ref.raw)
    const start = place.start.offset + at
    return at < 0 || !ref.raw.startsWith(root)
      ? []
      : [{ start, end: start + ref.raw.length, text: slashed(ref.raw.slice(root.length)) }]
  })
  return edits.length < mentions.length ? undefined : { title: `Take "${root}" off the paths`, safe: false, edits }
}
