/** A plan whose parts are files: reads those beside a document that its profile names, by the profiles that it names. */
import { sourceOf } from '../util/source.ts'
import type { Root } from 'mdast'
import { unitWordsOf, vocabularyOf } from '../detect/vocabulary.ts'
import { buildOutline } from '../outline/outline.ts'
import type { Outline } from '../outline/types.ts'
import { bindPlan, planOf } from '../plan/bind.ts'
import type { Plan } from '../plan/bind-types.ts'
import type { Profile } from '../profiles/schema.ts'
import { membersOf, peersOf } from '../profiles/sets.ts'
import type { Beside } from '../types.ts'
import { hash } from '../util/hash.ts'
import { nameFrom } from './beside.ts'
import { memberGaps } from './gaps.ts'
import type { ManyFiles } from './members.ts'
import { isAstray, manyAt, memberPaths } from './members.ts'
import { manyIn } from './named-places.ts'
import type { Member } from './member.ts'
import { readPeers } from './peers.ts'
import type { Reading, Siblings } from './siblings.ts'
import { outlineBy } from './tagged.ts'
import { withWholeMatter } from './broken-matter.ts'

export type { Member } from './member.ts'

/** What was found beside a document. */
export interface PlanSet {
  /** By profile; those that could not be read are not among them. */
  members: ReadonlyMap<string, Member>
  /** By profile: those of which there may be many. They are not read, only their names. */
  many: ReadonlyMap<string, ManyFiles>
  /** Profiles of which no file is there, with where it would lie. */
  missing: ReadonlyMap<string, string>
  /** The document lies where the format's own tools pass over it. */
  isAstray: boolean
  /** Plans of the same kind in its folder, by name. */
  peers: readonly Member[]
  /** Every place that was looked at. */
  beside: readonly Beside[]
  notes: readonly string[]
}

const readBeside = 'Read beside it: '

/** Does a note only name the files that were read: is nothing left out? */
export function isReadNote(note: string): boolean {
  return note.startsWith(readBeside)
}

/** Parses the text that is asked for; a string says in a few words why not. */
type ReadingSet = Generator<string, PlanSet, Root | string>

/** The outline of a reading. */
export function* outlineIn(reading: Reading, profiles: readonly Profile[]): Generator<string, Outline, Root | string> {
  if (!reading.outline) {
    const tree = yield* withWholeMatter(reading.tree, reading.source)
    reading.outline = buildOutline(tree, reading.source, vocabularyOf(profiles), unitWordsOf(profiles))
  }
  return reading.outline
}

/** The plan that a reading is by a profile. */
function* planIn(
  reading: Reading,
  profile: Profile,
  profiles: readonly Profile[]
): Generator<string, Plan, Root | string> {
  if (reading.plan?.profile !== profile)
    reading.plan = {
      profile,
      plan: bindPlan(yield* outlineBy(profile, yield* outlineIn(reading, profiles), profiles), profile)
    }
  return reading.plan.plan
}

/**
 * The plan that a document is by a profile.
 *
 * @param from An outline that others ask for as well, or a reading.
 */
export function* planFor(
  profile: Profile,
  from: Outline | Reading,
  profiles: readonly Profile[]
): Generator<string, Plan, Root | string> {
  return 'root' in from
    ? planOf(yield* outlineBy(profile, from, profiles), profile)
    : yield* planIn(from, profile, profiles)
}

/** The document whose set is read, and what it is read with. */
interface SetSearch {
  plan: Plan
  profiles: readonly Profile[]
  /** Of the document. */
  path: string
  siblings: Siblings
}

/** What was found of a set so far. */
interface SetFound {
  members: Map<string, Member>
  many: Map<string, ManyFiles>
  missing: Map<string, string>
  beside: Beside[]
  /** Names of the files that were compared. */
  read: string[]
  notes: string[]
}

/**
 * Reads the files of a document's set, and notes what could not be compared.
 *
 * @param path of the document; without one, nothing lies beside it
 * @param siblings where they are read from; without, that is noted
 */
export function* readingSet(
  plan: Plan,
  profiles: readonly Profile[],
  path: string | undefined,
  siblings: Siblings | undefined
): ReadingSet {
  const { profile: own } = plan
  const entries = membersOf(own)
  const alike = peersOf(own)
  const found: SetFound = {
    members: new Map(),
    many: new Map(),
    missing: new Map(),
    beside: [],
    read: [],
    notes: []
  }
  const { members, many, missing, beside } = found
  if (path === undefined || !siblings) {
    const names = [...entries.map(([, { paths }]) => paths.join(' or ')), ...(alike ? [alike.paths.join(' or ')] : [])]
    const notes = names.length > 0 ? [`Not compared with ${names.join(', ')}: no files beside it were read`] : []
    return { members, many, peers: [], missing, isAstray: false, beside, notes }
  }
  for (const [name, { paths }] of entries) yield* readMember(name, paths, { plan, profiles, path, siblings }, found)
  const others = alike
    ? yield* readPeers(own, path, siblings, {
        note: (at, what) => beside.push({ path: at, hash: besideHash(what) }),
        plan: reading => planIn(reading, own, profiles)
      })
    : []
  const peers = typeof others === 'string' ? [] : others
  const absent = [...missing.keys()].map(name =>
    memberPaths(own.set![name]!.paths, path, own)
      .map(each => nameFrom(path, each))
      .join(' or ')
  )
  const read = [...found.read, ...peers.map(each => nameFrom(path, each.path))]
  const notes = [...(read.length > 0 ? [`${readBeside}${read.join(', ')}`] : []), ...found.notes]
  if (absent.length > 0) notes.push(`Not compared with ${absent.join(', ')}: not there`)
  if (alike && peers.length === 0)
    notes.push(`Not compared with ${alike.paths.join(' or ')}: ${typeof others === 'string' ? others : 'not there'}`)
  return { members, many, peers, missing, isAstray: isAstray(own, path), beside, notes }
}

/** Reads one file of the set, or the names of the many that may be it. */
function* readMember(
  name: string,
  paths: readonly string[],
  { plan, profiles, path, siblings }: SetSearch,
  { members, many, missing, beside, read, notes }: SetFound
): Generator<string, void, Root | string> {
  const profile = profiles.find(each => each.name === name)
  const names = memberPaths(paths, path, plan.profile).filter(each => each !== path)
  const found = firstOf(names, path, siblings, beside)
  if (names.some(each => manyIn(each))) {
    const listed = manyAt(names[0]!, found)
    if (typeof listed === 'string') notes.push(`Not compared with ${names[0]!}: ${listed}`)
    else many.set(name, listed)
    return
  }
  if (!found || !profile) {
    if (!found && names.length > 0) missing.set(name, names[0]!)
    return
  }
  if ('failure' in found) {
    notes.push(`Not compared with ${found.name}: ${found.failure}`)
    return
  }
  const source = sourceOf(found.text)
  let reading = siblings.readings.get(found.path, source)
  if (!reading) {
    const tree = yield source
    if (typeof tree === 'string') {
      notes.push(`Not compared with ${found.name}: ${tree}`)
      return
    }
    siblings.readings.keep(found.path, (reading = { source, tree }))
  }
  const member = { path: found.path, plan: yield* planIn(reading, profile, profiles) }
  members.set(name, member)
  const { why, isAll } = memberGaps(plan, name, member.plan)
  if (!isAll) read.push(nameFrom(path, found.path))
  if (why !== undefined) notes.push(`Not ${isAll ? '' : 'wholly '}compared with ${found.name}: ${why}`)
}

type Sibling = { name: string; path: string } & ({ text: string } | { failure: string })

/** The first of several files that is there. */
function firstOf(paths: readonly string[], from: string, siblings: Siblings, beside: Beside[]): Sibling | undefined {
  for (const path of paths) {
    const found = siblings.read(path, from)
    beside.push({ path, hash: besideHash(found) })
    if (found) return { name: nameFrom(from, path), path, ...found }
  }
  return undefined
}

/** Stands for what lies beside a document, for those who cache results. */
export function besideHash(found: ReturnType<Siblings['read']>): string | null {
  return found === undefined ? null : 'text' in found ? hash(found.text) : found.failure
}
