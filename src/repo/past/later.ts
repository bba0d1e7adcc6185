import { lazy } from '../../util/lazy.ts'
import { AskedPast, type Memory } from './asked.ts'
import { answerSync, type Asking, askOutput } from '../asking.ts'
import type { GitAccess, Later, Past, RepoData } from '../facts.ts'
import { GitError, type GitOptions } from '../git.ts'
import { lookupNames } from '../there/names.ts'
import { askChanges, askGraph } from './questions.ts'
import { parseFiles } from '../there/files.ts'
import { readIndex } from '../there/listed.ts'
import { originOf } from './uncommitted.ts'
import { wholePast, type WholePast } from './whole.ts'

/** What git said of commits, by head. */
export type Memories = Map<string, Memory>

/** Of so many plans git is asked one by one; of more, for the whole history, which answers for all. */
const fewPlans = 2
/** A plan takes some four rounds: when it was written, what was there then, and what became of what was not. */
const fewRounds = 10

const noPast: Past = {
  notes: [],
  find: () => undefined,
  introduced: () => undefined,
  parent: () => undefined,
  kindAt: () => 'unknown',
  names: () => lookupNames([]),
  fate: () => undefined
}

/** For whoever has nobody to ask. */
export const nothingLater: Later = { untracked: () => '', origin: () => undefined, past: () => noPast, notes: () => [] }

/**
 * Asks git when something depends on it, and waits for the answer.
 *
 * @param memories Kept by whoever looks anew from time to time.
 */
export function laterOf(data: RepoData, memories: Memories = new Map()): Later {
  const { asking, head, shallow } = data
  if (!asking) return nothingLater
  const untracked = lazy(() => failing(askOutput(['ls-files', '-z', '-t', '-o', '--exclude-standard'], gitOf(asking))))
  if (head === undefined || asking.commits === 0) return { ...nothingLater, untracked }
  const key = `${asking.gitDir}\0${head}\0${shallow}`
  const memory = memories.get(key) ?? new Map<string, unknown>()
  memories.clear()
  memories.set(key, memory)
  const byPath = lazy(() => askedOf(data, memory))
  const whole = lazy(() => wholeOf(data, memory))
  const plans = new Set<string>()
  let now: () => Past = byPath
  const origin = originOf({
    head,
    top: data.top,
    git: gitOf(asking),
    answer: unlessFailing,
    isTracked: path => readIndex(data).kind(path) !== undefined,
    untracked: () => parseFiles(untracked()).kinds.keys()
  })
  let isAsked = false
  return {
    untracked,
    origin,
    past(plan) {
      isAsked = true
      if (plan !== undefined) plans.add(plan)
      if (plans.size > fewPlans || byPath().rounds > fewRounds) now = whole
      return now()
    },
    notes: () => (isAsked ? [...now().notes] : [])
  }
}

/** The past, asked by path. Only for data that tell how to ask, and a head. */
export function askedOf(data: RepoData, memory: Memory = new Map()): AskedPast {
  const { asking, head = '', shallow } = data
  return new AskedPast({
    head,
    shallow,
    commits: asking!.commits,
    git: gitOf(asking!),
    index: path => readIndex(data).kind(path),
    hasFolder: path => readIndex(data).hasFolder(path),
    memory
  })
}

/** The past, read as a whole. */
export function wholeOf(data: RepoData, memory: Memory = new Map()): Past {
  const { asking, head = '', shallow } = data
  return wholePast(readWhole(asking!, head, memory), shallow, path => readIndex(data).kind(path) !== undefined)
}

function gitOf({ cwd, env }: GitAccess): GitOptions {
  return { cwd, env }
}

/** What git can't list is not there: that it fails has been said by then. */
function failing(asking: Asking<Buffer>): string {
  return unlessFailing(asking)?.toString('utf8') ?? ''
}

function unlessFailing(asking: Asking<Buffer>): Buffer | undefined {
  try {
    return answerSync(asking)
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

/** What is in the work tree and not in the index, and what is in the index alone: for those who cache results. */
export function listWorkTree({ asking }: RepoData): string {
  if (!asking) return ''
  return failing(askOutput(['ls-files', '-z', '-t', '-o', '-d', '--exclude-standard'], gitOf(asking)))
}

/** A history that can't be read (contents missing, too slow) leaves what is there now to be judged. */
function readWhole(asking: GitAccess, head: string, memory: Memory): WholePast {
  const known = memory.get('whole')
  if (known) return known as WholePast
  let told: WholePast
  try {
    told = answerSync(askWhole())
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const noHistory = `the history can't be read: ${error.message}`
    told = { graph: '', changes: '', notes: [`Plans are not judged by their own time, ${noHistory}`], noHistory }
  }
  memory.set('whole', told)
  return told

  function* askWhole(): Asking<WholePast> {
    const [git, limit] = [gitOf(asking), asking.commits]
    const graph = yield* askGraph(head, limit, git)
    const commits = graph.split('\0').filter(line => line !== '')
    const pairs = commits.map(line => (line.split('\u0001')[0] ?? '').trim().split(' ').slice(0, 2).join(' '))
    const notes = commits.length < limit ? [] : [`History looked at: the newest ${limit} commits`]
    return { graph, changes: yield* askChanges(pairs, git), notes }
  }
}
