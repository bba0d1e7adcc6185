import { answerSync, type Asking } from '../asking.ts'
import type { Fate, Past, PastKind } from '../facts.ts'
import { type FileKind, fileKind } from '../there/files.ts'
import { GitError, type GitOptions } from '../git.ts'
import { findCommit, type Graph, parseGraph } from './graph.ts'
import { parseChanges, type PathEvent } from './history.ts'
import { type Names, lookupNames } from '../there/names.ts'
import { askChanges, askGraph, askIndexAgainst, askTouches, type Touch } from './questions.ts'

/** What git answered of commits, which never changes: for whoever looks at one repository again and again. */
export type Memory = Map<string, unknown>

interface AskedFrom {
  head: string
  shallow: boolean
  /** How many commits are looked at for a stated hash or tag. */
  commits: number
  git: GitOptions
  /** What the index has. */
  index(path: string): FileKind | undefined
  /** Is something of the index below a path? */
  hasFolder(path: string): boolean
  memory: Memory
}

/** More renames in a row than any file has seen. */
const longestChain = 50

/** The past, asked of git by path as far as a plan needs it: nearly as quick in an old repository as in a young one. */
export class AskedPast implements Past {
  readonly notes: string[] = []
  noHistory?: string
  /** How often git was asked, each time for what a plan needs next. */
  rounds = 0
  readonly #from: AskedFrom
  /** Commits at which plans were written, with what they and their parents had other than the index. */
  readonly #parents = new Map<string, string | undefined>()
  readonly #states = new Map<string, ReadonlyMap<string, PastKind>>()
  readonly #names = new Map<string, Names>()
  readonly #fates = new Map<string, Map<string, Fate | undefined>>()
  #graph: Graph | undefined

  constructor(from: AskedFrom) {
    this.#from = from
  }

  find(name: string): string | 'ambiguous' | undefined {
    const { head, commits, git, shallow } = this.#from
    if (!this.#graph) {
      const told = this.#attempt(() => this.#remembered('graph', askGraph(head, commits, git)))
      if (told === undefined) return undefined
      this.#graph = parseGraph(told, shallow)
      if (this.#graph.hashes.length >= commits) this.notes.push(`History looked at: the newest ${commits} commits`)
    }
    const found = findCommit(this.#graph, name)
    return typeof found === 'number' ? this.#graph.hashes[found] : found
  }

  introduced(path: string): string | 'cut' | undefined {
    if (this.kindAt(path, this.#from.head) === 'absent') return undefined
    const touch = this.#attempt(() => this.#remembered(`introduced ${path}`, this.#introducedIn(path)))
    if (!touch || (this.#from.shallow && touch.parents.length === 0)) return 'cut'
    this.#parents.set(touch.commit, touch.parents[0])
    this.#setBefore(touch)
    return touch.commit
  }

  parent(commit: string): string | undefined {
    return this.#parents.get(commit)
  }

  kindAt(path: string, commit: string): PastKind {
    const state = this.#stateAt(commit)
    return state ? (state.get(path) ?? this.#from.index(path) ?? 'absent') : 'unknown'
  }

  names(commit: string): Names {
    let names = this.#names.get(commit)
    if (!names) {
      const there = [...(this.#stateAt(commit) ?? [])].filter(([, kind]) => kind !== 'absent')
      this.#names.set(commit, (names = lookupNames(there.map(([path]) => path))))
    }
    return names
  }

  fate(path: string, commit: string, others: Iterable<string>, within: number): Fate | undefined {
    const key = `${commit}~${within}`
    let known = this.#fates.get(key)
    if (!known) this.#fates.set(key, (known = new Map()))
    if (!known.has(path)) {
      // Of a folder git would look at each commit that changed something in it.
      const asked = [...new Set([path, ...others])].filter(
        name =>
          !known.has(name) && this.kindAt(name, commit) === 'absent' && (name === path || !this.#from.hasFolder(name))
      )
      const told = this.#attempt(() => this.#fatesOf(asked, commit, within))
      for (const name of asked) known.set(name, told?.get(name))
    }
    return known.get(path)
  }

  /** A history that can't be read (contents missing, too slow) leaves what is there now to be judged. */
  #attempt<T>(asking: () => Asking<T>): T | undefined {
    if (this.noHistory !== undefined) return undefined
    this.rounds++
    try {
      return answerSync(asking())
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      this.noHistory = `the history can't be read: ${error.message}`
      this.notes.push(`Plans are not judged by their own time, ${this.noHistory}`)
      return undefined
    }
  }

  *#remembered<T>(key: string, asking: Asking<T>): Asking<T> {
    const { memory } = this.#from
    if (!memory.has(key)) memory.set(key, yield* asking)
    return memory.get(key) as T
  }

  #stateAt(commit: string): ReadonlyMap<string, PastKind> | undefined {
    let state = this.#states.get(commit)
    if (!state) {
      const told = this.#attempt(() => askIndexAgainst(commit, this.#from.git))
      if (told !== undefined) this.#states.set(commit, (state = readState(told)))
    }
    return state
  }

  /** What the parent of a plan's commit had: what the commit has, but for what it changed. */
  #setBefore(touch: Touch): void {
    const [state, parent] = [this.#stateAt(touch.commit), touch.parents[0]]
    const changes = this.#attempt(() => this.#changesIn([touch]))
    if (!state || !changes || parent === undefined || this.#states.has(parent)) return
    const before = new Map(state)
    for (const [path, events] of changes) before.set(path, events.find(event => !event.alive)?.kind ?? 'absent')
    this.#states.set(parent, before)
  }

  /** What commits added and deleted, each as seen from its first parent: by number, in their order. */
  *#changesIn(touches: readonly Touch[]): Asking<Map<string, PathEvent[]>> {
    if (touches.length === 0) return new Map()
    const pairs = touches.map(({ commit, parents }) => [commit, ...parents.slice(0, 1)].join(' '))
    const told = yield* this.#remembered(`changes ${pairs.join()}`, askChanges(pairs, this.#from.git))
    return parseChanges(told, new Map(touches.map(({ commit }, number) => [commit, number])))
  }

  *#introducedIn(plan: string): Asking<Touch | undefined> {
    const { head, git } = this.#from
    let [name, from] = [plan, head]
    for (let steps = 0; steps < longestChain; steps++) {
      const [first] = yield* askTouches(from, [name], 'AD', ['-1'], git)
      // Merges may add what neither side has.
      const touch = first ?? (yield* askTouches(from, [name], 'AD', ['-1', '-m'], git))[0]
      if (!touch || touch.status === 'D') return undefined
      const parent = touch.parents[0]
      const source =
        parent === undefined
          ? undefined
          : (yield* this.#changesIn([touch])).get(name)?.find(({ alive }) => alive)?.other
      if (parent === undefined || source === undefined) return touch
      ;[name, from] = [source, parent]
    }
    return undefined
  }

  /** Follows renames to what is there at a commit, else names the deletion. */
  *#fatesOf(paths: readonly string[], at: string, within: number): Asking<Map<string, Fate>> {
    const found = new Map<string, Fate>()
    let open = paths.map(path => ({ path, name: path, first: '' }))
    for (let steps = 0; steps < longestChain && open.length > 0; steps++) {
      const names = [...new Set(open.map(({ name }) => name))]
      // The newest comes first.
      const touches = (yield* askTouches(
        at,
        names,
        'D',
        ['--ignore-missing', '--not', `${at}~${within}`, '--not'],
        this.#from.git
      )).reverse()
      const gone = new Map(touches.map(touch => [touch.path, touch]))
      const commits = [...new Map([...gone.values()].map(touch => [touch.commit, touch])).values()]
      const changes = yield* this.#changesIn(commits)
      const next: typeof open = []
      for (const { path, name, first } of open) {
        const touch = gone.get(name)
        if (!touch) continue
        const commit = first === '' ? touch.commit : first
        const events = changes.get(name)?.filter(({ alive }) => !alive)
        const target = events?.find(event => commits[event.commit]?.commit === touch.commit)?.other
        if (target === undefined) found.set(path, { path: name, moved: false, commit: touch.commit })
        else if (this.kindAt(target, at) !== 'absent') found.set(path, { path: target, moved: true, commit })
        else next.push({ path, name: target, first: commit })
      }
      open = next
    }
    return found
  }
}

/** Reads `git diff-index --raw -z`: what a commit had where the index differs. */
function readState(raw: string): Map<string, PastKind> {
  const state = new Map<string, PastKind>()
  const tokens = raw.split('\0')
  for (let i = 0; i + 1 < tokens.length; i += 2) {
    const [entry, path] = [tokens[i] as string, tokens[i + 1] as string]
    const mode = entry.slice(1, 7)
    // Of a path in conflict the index says nothing.
    const kind = entry.endsWith('U') ? 'unknown' : mode === '000000' ? 'absent' : fileKind(mode)
    if (state.get(path) === undefined || kind !== 'unknown') state.set(path, kind)
  }
  return state
}
