import { isUnwritten } from '../../src/checks/unwritten.ts'
import { matchesGlob } from '../../src/files/paths.ts'
import type { PathIndex } from '../../src/files/paths.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { FileMention, MentionRole } from '../../src/plan/files/mention.ts'
import { testedBySteps } from '../../src/plan/verified/tested-files.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Side } from './coverage.ts'
import { hasOnlyIdleUnits, mentionsByPath, lackFiles, namesInSteps, owesFiles, saysNone, unitsOf } from './coverage.ts'
import type { FolderEnds } from './folders.ts'
import { indexFolderEnds, isUnder } from './folders.ts'

type Written = NonNullable<Profile['coverage']>[number]
/** Two places of the plan that name the same files. */
export type ComparedPair = Written & { files: MentionRole }

/** Does it compare two places of the plan, and not its files with its commits? */
export function isCompared(pair: Written): pair is ComparedPair {
  return pair.files !== 'staged'
}

/** What stands in one place and must stand in another. */
export interface PairDemand {
  pair: ComparedPair
  index: PathIndex<FileMention>
  /** The plan says there that no file is meant. */
  isNone: boolean
  /** Is nothing there that would do for a file? */
  lacks(mention: FileMention): boolean
}

/** Where nothing is listed yet, nothing is compared; where it says that there is nothing to list, or has nothing that would list it, it is. */
export function pairDemandOf(
  pair: ComparedPair,
  sideOf: (role: MentionRole) => Side,
  plan: Plan
): PairDemand | undefined {
  const there = sideOf(pair.in)
  const { listed, globs } = there
  const isNone = listed.length === 0 && saysNone(pair.in, plan)
  const isListed = listed.length > 0 || isNone || hasOnlyIdleUnits(pair.in, plan)
  if (pair.or === 'text' ? unitsOf(pair.in, plan).length === 0 : !isListed) return undefined
  if (
    (pair.in === 'steps' || pair.in === 'commits') &&
    isUnwritten(plan.units(pair.in === 'steps' ? 'step' : 'commit'), plan)
  )
    return undefined
  const index = mentionsByPath(there)
  const folders = pair.or?.endsWith('folder') ? foldersIn(there.mentions, pair.or === 'empty-folder') : undefined
  const tested = pair.files === 'tests' && pair.in === 'steps' ? testedBySteps(plan) : []
  const named = pair.or === 'text' ? namesInSteps(pair.in, plan) : undefined
  const owes = owesFiles(pair.in, plan) || (pair.files === 'header' && lackFiles(plan))
  return {
    pair,
    index,
    isNone,
    lacks: mention =>
      !owes &&
      !index.find(mention.path).some(isNoFolder) &&
      !isCoveredByGlob(mention, globs, listed) &&
      !(folders && isUnder(mention.path, folders)) &&
      !tested.some(names => names(mention.path)) &&
      !named?.has(baseName(mention.path))
  }
}

/** A folder says nothing of a file in it. */
export function isNoFolder(mention: FileMention): boolean {
  return mention.kind !== 'directory'
}

/** Folders that stand for the files in them. */
function foldersIn(there: readonly FileMention[], emptyOnly: boolean): FolderEnds {
  const parents = new Set(there.map(mention => mention.path.slice(0, Math.max(0, mention.path.lastIndexOf('/')))))
  return indexFolderEnds(
    there
      .filter(mention => mention.kind === 'directory' && (!emptyOnly || !parents.has(mention.path)))
      .map(mention => mention.path)
  )
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

function isCoveredByGlob(mention: FileMention, globs: readonly FileMention[], listed: readonly FileMention[]): boolean {
  const isPattern = /[{*]/.test(mention.path)
  return (
    globs.some(glob => matchesGlob(glob.path, mention.path)) ||
    (isPattern && listed.some(other => matchesGlob(mention.path, other.path)))
  )
}
