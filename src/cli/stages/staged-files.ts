/** Which plans the next commit changes, and what the index has of them. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { isMarkdown, isUsualPlace, isSearched } from '../../detect/places.ts'
import { createNaming } from '../../repo/from-top.ts'
import { changedPaths } from '../../repo/past/changes.ts'
import { intendedFiles, stagedFiles } from '../../repo/past/diff.ts'
import { readStaged, type Blob } from '../../repo/there/blobs.ts'
import type { Candidate, Discovery } from '../discover/discovery.ts'
import { relativePath } from '../discover/relative-path.ts'
import type { Repository } from './git.ts'
import type { StageContext } from './stage.ts'

/** Paths are as git names them, but where they are said to be absolute. */
interface Staged {
  /** What was found, by its path. */
  discovered: ReadonlyMap<string | undefined, Candidate>
  /** What the commit changes, and files that are one plan with it. */
  staged: ReadonlySet<string>
  /** All files of such plans, with their absolute paths: they are read as the commit will have them. */
  beside: ReadonlyMap<string, string>
  /** Texts of the index. */
  blobs: ReadonlyMap<string, Blob>
  /** Files that were expected, and that the commit will not have. */
  ignored: Discovery['ignored']
}

/** @throws {GitError} where git can't be asked */
export async function findStaged(
  found: Discovery,
  { place, locate }: Repository,
  setOf: StageContext['setOf']
): Promise<Staged> {
  const [changes, intended] = await Promise.all([stagedFiles(place), intendedFiles(place)])
  const changed = new Set(changes.flatMap(changedPaths))
  const staged = new Set(changes.filter(change => change.status !== 'D').map(change => change.path))
  const discovered = new Map(found.files.map(file => [locate(file.file), file]))
  const beside = new Map<string, string>()
  for (const [inside, file] of discovered) {
    const set = (await setOf(file)).map(each => [locate(each) ?? '', each] as const)
    if (inside === undefined || (!changed.has(inside) && !set.some(([each]) => changed.has(each)))) continue
    staged.add(inside)
    for (const [each, name] of set) beside.set(each, name)
  }
  // Of these the index has the name, and no text yet.
  const named = new Set(intended)
  const texts = [...new Set([...staged, ...beside.keys()])].filter(inside => !named.has(inside))
  const ignored = [...discovered].flatMap(([inside, file]) =>
    inside !== undefined && named.has(inside) && file.expected
      ? [{ path: file.path, why: 'only meant to be added (git add -N): the commit will not have it' }]
      : []
  )
  return { discovered, staged, beside, blobs: await readStaged(place, texts), ignored }
}

/**
 * @param patterns the words of the command line
 * @returns the staged files that those words ask for, be they on disk or not
 */
export async function stagedCandidates(
  { discovered, staged, blobs }: Staged,
  { place }: Repository,
  patterns: readonly string[],
  cwd: string
): Promise<{ inside: string; file: Candidate }[]> {
  const wants = await wantsOf(patterns, cwd)
  return [...staged].flatMap(inside => {
    const file = discovered.get(inside) ?? missingOnDisk(path.join(place.top, inside), cwd, wants)
    return file && blobs.has(inside) ? [{ inside, file }] : []
  })
}

type Wants = (relative: string) => 'expected' | 'possible' | undefined

/** A plan that is staged but gone from the work tree is still part of the commit. */
function missingOnDisk(file: string, cwd: string, wants: Wants): Candidate | undefined {
  const relative = relativePath(file, cwd)
  const wanted = existsSync(file) ? undefined : wants(relative)
  return wanted && { file: path.resolve(cwd, file), path: relative, expected: wanted === 'expected' }
}

/** What the words of the command line say of a path that no walk finds. */
async function wantsOf(patterns: readonly string[], cwd: string): Promise<Wants> {
  const fromTop = createNaming(cwd)
  const weighed = (relative: string) => (isUsualPlace(fromTop(relative)) ? 'expected' : 'possible')
  if (patterns.length === 0)
    return relative => {
      if (!isMarkdown(relative) || relative.startsWith('../') || !isSearched(fromTop(relative))) return undefined
      return weighed(relative)
    }
  const { globMatcher } = await import('../discover/glob.ts')
  const named = patterns.map(pattern => ({
    name: relativePath(path.resolve(cwd, pattern), cwd),
    matches: globMatcher(pattern, cwd)
  }))
  return relative => {
    if (named.some(({ name, matches }) => relative === name || matches(relative))) return 'expected'
    if (!isMarkdown(relative) || !named.some(({ name }) => name === '.' || relative.startsWith(`${name}/`)))
      return undefined
    return weighed(relative)
  }
}
