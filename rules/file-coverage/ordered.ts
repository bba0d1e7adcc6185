/** What work orders to do with a file, or says it does not do, against what trees, tables and overviews say of it. */
import type { Mark } from '../../src/files/mark.ts'
import { PathIndex } from '../../src/files/paths.ts'
import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { orderedFiles, type Ordered } from '../../src/plan/files/listed/ordered-files.ts'
import type { FileMention, MentionRole } from '../../src/plan/files/mention.ts'
import { filesOf, type FileModel } from '../../src/plan/files/mentions.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'

type Conflict = Problem<'conflict'>

/** A place that says what becomes of a file, and what messages call it and the text of the work. */
interface Declared {
  mention: FileMention
  where: string
  work: string
}

/** Places that say it of each file. */
const declaring: readonly MentionRole[] = ['inventory', 'overview', 'table', 'context', 'map']
const working: readonly MentionRole[] = ['steps', 'commits', 'roadmap']

/**
 * Files that are left alone by one place and changed by an order of a step, or there by one and created by the other.
 *
 * @param isTold was a path spoken of by another check?
 */
export function* againstOrders(
  plan: Plan,
  names: Record<MentionRole, string>,
  isTold: (path: string) => boolean
): Iterable<Conflict> {
  const files = filesOf(plan)
  const declared = new PathIndex<Declared>()
  for (const role of declaring)
    for (const mention of files.by(role)) declared.add(mention.path, { mention, where: names[role], work: names.steps })
  const found = new Map<FileMention, Conflict>()
  const ordered = new Set<string>()
  const leftAlone = groupBy(
    files.mentions.filter(({ written }) => written?.kind === 'unchanged'),
    ({ unit }) => unit
  )
  for (const step of stepsOf(plan)) {
    const own = leftAloneIn(step, leftAlone.get(step) ?? [])
    for (const order of orderedFiles(step, plan)) {
      ordered.add(order.path)
      const other = (order.by === 'label' ? undefined : contradicted(order, own)) ?? contradicted(order, declared)
      if (!other || isTold(other.mention.path)) continue
      const first = found.get(other.mention)
      const related = { place: order.place, message: 'And here' }
      if (first) found.set(other.mention, { ...first, related: [...first.related!, related] })
      else found.set(other.mention, conflict(order, other))
    }
  }
  yield* found.values()
  yield* neverTouched(files, declared, path => isTold(path) || ordered.has(path))
}

/** What is said of a file at a place: told at the later one. */
type FileOrder = Pick<Ordered, 'path' | 'place'> & Pick<Mark, 'kind'>

function conflict({ path, kind, place }: FileOrder, { mention, where, work }: Declared): Conflict {
  const deed = { kind, place, where: work }
  const drawn = { kind: mention.written?.kind ?? mention.mark!, place: mention.place, where }
  const [late, early] = place.start.offset >= mention.place.start.offset ? [deed, drawn] : [drawn, deed]
  return {
    message: 'conflict',
    data: { path, mark: late.kind, other: early.kind, where: early.where },
    at: late.place,
    help: 'Make the two say the same',
    related: [{ place: early.place, message: `${early.kind} here` }]
  }
}

/** What a step itself says it leaves alone. */
function leftAloneIn(step: Unit, mentions: readonly FileMention[]): PathIndex<Declared> {
  const index = new PathIndex<Declared>()
  const same = `the same ${step.spec.role}`
  for (const mention of mentions) index.add(mention.path, { mention, where: same, work: same })
  return index
}

/** The place that an order contradicts, where no other of that file agrees with it. */
function contradicted(order: Ordered, declared: PathIndex<Declared>): Declared | undefined {
  if (!order.isWhole && order.by !== 'place') return undefined
  const said = declared.find(order.path).filter(({ mention: { kind, mark } }) => kind === 'file' && mark !== undefined)
  return said.length > 0 && said.every(({ mention }) => contradicts(order, mention)) ? said[0] : undefined
}

function contradicts({ kind, path }: Ordered, { mark, written, path: other }: FileMention): boolean {
  if (written?.kind === 'unchanged') return true
  // A name alone may be that of a new file elsewhere.
  return kind === 'new' && (path.includes('/') || path === other) && (mark === 'existing' || mark === 'modified')
}

/** Files that are to be changed, and that all work which names them says to leave alone. */
function* neverTouched(
  files: FileModel,
  declared: PathIndex<Declared>,
  isTold: (path: string) => boolean
): Iterable<Conflict> {
  const byWork = new PathIndex<FileMention>()
  const mentions = working.flatMap(role => files.by(role))
  for (const mention of mentions) byWork.add(mention.path, mention)
  const told = new Set<string>()
  for (const mention of mentions) {
    const { path, written, kind } = mention
    if (written?.kind !== 'unchanged' || kind !== 'file' || told.has(path) || isTold(path)) continue
    if (byWork.find(path).some(each => each.written?.kind !== 'unchanged')) continue
    const said = declared.find(path)
    const other = said.find(({ mention: { mark } }) => mark === 'modified' || mark === 'new' || mark === 'deleted')
    if (!other || said.some(({ mention: { mark } }) => mark === 'unchanged')) continue
    told.add(path)
    yield conflict({ path, kind: written.kind, place: written.place }, other)
  }
}
