/** Plans of one piece of work: which come before which, and which are done at once. */
import { matterOf } from '../outline/matter/matter.ts'
import type { BoundField, Plan } from '../plan/bind-types.ts'
import type { FileMention } from '../plan/files/mention.ts'
import { filesOf } from '../plan/files/mentions.ts'
import { peersOf } from '../profiles/sets.ts'
import { starsOf } from '../sets/names.ts'
import type { Member, PlanSet } from '../sets/plan-set.ts'
import type { Place } from '../types.ts'
import { baseOf } from '../util/path.ts'

/** A plan among its peers. */
interface Peer {
  path: string
  plan: Plan
  /** What messages call it. */
  title: string
  /** What it is called by others, the shortest first. */
  names: readonly string[]
}

/** What a plan says that it comes after. */
export interface Dependency {
  text: string
  place: Place
  /** Absent where nothing is called so. */
  on?: Member
}

/** A name as all ways of writing it have it: `04-02`, `4-2`, `04-02-PLAN.md`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.md$/, '')
    .replace(/-plan$/, '')
    .split('-')
    .map(withoutZeros)
    .join('-')
}

function withoutZeros(part: string): string {
  let at = 0
  while (part[at] === '0' && part[at + 1] !== undefined && part[at + 1]! >= '0' && part[at + 1]! <= '9') at++
  return part.slice(at)
}

function peerOf(path: string, plan: Plan): Peer {
  const base = baseOf(path)
  const stars = (peersOf(plan.profile)?.paths ?? []).flatMap(pattern => {
    const found = starsOf(pattern, base)
    return found?.length === 1 ? found : []
  })
  return { path, plan, title: stars[0] ?? base, names: [...new Set([...stars, base].map(plain))] }
}

function fieldOf(plan: Plan, label: string | undefined): BoundField | undefined {
  return plan.metadata.find(({ spec, state }) => spec.label === label && state === 'filled')
}

/** "02" is the second of its phase, "04-02" the same by its whole name. */
function isCalled(name: string, { names }: Peer): boolean {
  return names.some(own => own === name || (/^\d+$/.test(name) && own.slice(own.lastIndexOf('-') + 1) === name))
}

/** Is a name one of this folder's, and not of another phase's? */
function isOfHere(name: string, own: Peer): boolean {
  if (/^\d+$/.test(name)) return true
  const phase = name.split('-', 1)[0]!
  return own.names.some(each => each.split('-', 1)[0] === phase && /^[\d.]+$/.test(phase))
}

function namedBy({ path, plan }: Pick<Peer, 'path' | 'plan'>, peers: readonly Peer[]): Dependency[] {
  const part = fieldOf(plan, peersOf(plan.profile)?.after)?.part
  const items = part ? (part.children.length > 0 ? part.children : [part]) : []
  return items.flatMap(({ value }) => {
    if (!value || value.text === '') return []
    const name = plain(value.text)
    const own = peerOf(path, plan)
    const on = peers.find(peer => isCalled(name, peer))
    if (!on && !isOfHere(name, own)) return []
    return [{ text: value.text, place: plan.outline.lines.placeOf(value), ...(on ? { on } : {}) }]
  })
}

/** When a plan is done among its peers. */
export interface Wave {
  number: number
  /** Of its number; the head of the plan where it gives none, and so is of the first. */
  at: Place
  isGiven: boolean
}

/** A plan with those that are one piece of work with it. */
export interface Work {
  dependencies: readonly Dependency[]
  /** From the plan over what it depends on back to itself, where there is such a way: told of at the last of them by name. */
  cycle?: { names: readonly string[]; at: Place }
  /** Its wave is not behind that of what it depends on. */
  early?: { wave: Wave; other: Wave; name: string; at: Place; path: string }
  /** Files that plans of the same wave change, too: told of at the later of them. */
  shared: readonly { mention: FileMention; wave: Wave; path: string; there: Place }[]
}

/** Undefined where there are no others. */
export function workOf(plan: Plan, path: string | undefined, set: PlanSet | undefined): Work | undefined {
  const spec = peersOf(plan.profile)
  if (!spec || path === undefined || !set || set.peers.length === 0 || !matterOf(plan.outline)) return undefined
  const own = peerOf(path, plan)
  const peers = [own, ...set.peers.map(({ path: other, plan: its }) => peerOf(other, its))]
  const dependencies = namedBy(own, peers)
  const cycle = cycleOf(own, dependencies, peers)
  const isUsual = peers.some(({ plan: its }) => fieldOf(its, spec.order))
  const waveIn: WaveIn = peer => waveOf(peer, isUsual, spec.order)
  const early = cycle ? undefined : earlyOf(own, dependencies, waveIn)
  const reported = cycle?.at ? { names: cycle.names, at: cycle.at } : undefined
  return {
    dependencies,
    ...(reported ? { cycle: reported } : {}),
    ...(early ? { early } : {}),
    shared: sharedOf(own, peers, waveIn)
  }
}

function cycleOf(
  own: Peer,
  first: readonly Dependency[],
  peers: readonly Peer[]
): { names: readonly string[]; at?: Place } | undefined {
  const before = new Map<string, string>()
  const todo = first.flatMap(({ on }) => (on ? [on] : []))
  for (const each of todo) if (!before.has(each.path)) before.set(each.path, own.path)
  for (const each of todo) {
    if (each.path === own.path) break
    for (const { on } of namedBy(each, peers))
      if (on && !before.has(on.path)) {
        before.set(on.path, each.path)
        todo.push(on)
      }
  }
  if (!before.has(own.path)) return undefined
  const way: string[] = []
  for (let at = before.get(own.path)!; at !== own.path; at = before.get(at)!) way.unshift(at)
  const next = way[0] ?? own.path
  const names = [own.path, ...way, own.path].map(path => peers.find(peer => peer.path === path)!.title)
  // Any of them could be mended: the last one is told.
  return way.some(path => path > own.path) ? { names } : { names, at: first.find(({ on }) => on?.path === next)!.place }
}

type WaveIn = (peer: Pick<Peer, 'plan'>) => Wave | undefined

/** Of a plan that gives none among others that do, it is the first: so its tools read it. */
function waveOf({ plan }: Pick<Peer, 'plan'>, isUsual: boolean, label: string | undefined): Wave | undefined {
  const field = fieldOf(plan, label)
  const number = field ? Number(field.text) : Number.NaN
  if (Number.isFinite(number) && field?.place) return { number, at: field.place, isGiven: true }
  return isUsual && !field
    ? { number: 1, at: plan.outline.lines.placeOf({ start: 0, end: 3 }), isGiven: false }
    : undefined
}

function earlyOf(own: Peer, dependencies: readonly Dependency[], waveIn: WaveIn): Work['early'] {
  const wave = waveIn(own)
  if (!wave) return undefined
  const late = dependencies
    .flatMap(({ on, text, place }) => {
      const other = on && waveIn(on)
      return other && other.number >= wave.number ? [{ path: on.path, other, name: text, place }] : []
    })
    .sort((a, b) => b.other.number - a.other.number)[0]
  return late && { wave, other: late.other, name: late.name, path: late.path, at: wave.isGiven ? wave.at : late.place }
}

function sharedOf(own: Peer, peers: readonly Peer[], waveIn: WaveIn): Work['shared'] {
  const wave = waveIn(own)
  if (!wave) return []
  const files = filesOf(own.plan).by('header')
  const reported = new Set<string>()
  return peers.flatMap(other => {
    if (other.path >= own.path || waveIn(other)?.number !== wave.number || areJoined(own, other, peers)) return []
    const theirs = new Map(
      filesOf(other.plan)
        .by('header')
        .map(mention => [mention.path, mention])
    )
    return files.flatMap(mention => {
      const same = mention.kind === 'directory' ? undefined : theirs.get(mention.path)
      if (!same || reported.has(mention.path)) return []
      reported.add(mention.path)
      return [{ mention, wave, path: other.path, there: same.place }]
    })
  })
}

/** Does one of two depend on the other? Then they are not done at once, whatever their waves say. */
function areJoined(a: Peer, b: Peer, peers: readonly Peer[]): boolean {
  return (
    namedBy(a, peers).some(({ on }) => on?.path === b.path) || namedBy(b, peers).some(({ on }) => on?.path === a.path)
  )
}
