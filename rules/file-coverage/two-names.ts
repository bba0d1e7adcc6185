import type { Problem } from '../../src/lint/rule.ts'
import { withoutRoot } from '../../src/plan/files/project-roots.ts'
import { areNear } from '../../src/files/near-paths.ts'
import { isRarerName } from '../../src/checks/misnamed.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { MissingFile } from './lacks.ts'

/** A folder by its two names, with the files that are told of at the first of them. */
interface TwoFolders<Id extends string> {
  wrong: string
  right: string
  files: MissingFile<Id>[]
}

/**
 * A file that one list calls nearly as the other does, or puts into another folder, is missing in both, and is one slip: told at the name that fewer lists
 * have, with the other beside it. Files that differ by the same folder are one slip as well.
 *
 * @param told What is said of each file that is missing somewhere.
 */
export function inOneName<Id extends string>(
  told: ReadonlyMap<MissingFile<Id>, Problem<Id>>,
  plan: Plan
): Iterable<Problem<Id>> {
  const kept = new Map(told)
  const folders = new Map<string, TwoFolders<Id>>()
  for (const [lack] of told) {
    if (!kept.has(lack)) continue
    const other = otherName(lack, [...kept.keys()], plan)
    if (!other) continue
    const [wrong, right] = isRarerName(lack.mention, other.mention, plan) ? [lack, other] : [other, lack]
    kept.delete(right)
    const [mine, its] = foldersOf(wrong.mention.path, right.mention.path)
    const key = `${wrong.in} ${mine} ${its}`
    const folder = folders.get(key) ?? { wrong: mine, right: its, files: [] }
    folder.files.push(wrong)
    const [first] = folder.files
    if (folder.files.length > 1) {
      kept.set(first!, withAnother(kept.get(first!)!, folder))
      kept.delete(wrong)
      continue
    }
    if (mine !== '' && nameOf(wrong.mention.path) === nameOf(right.mention.path)) folders.set(key, folder)
    kept.set(wrong, withRight(kept.get(wrong)!, right, plan))
  }
  return kept.values()
}

/**
 * What the other list has in place of a file: a name that is nearly the same, else the only one by its name that lies elsewhere. A third list may have the
 * name that is nearly the same, too, where it is the more common one.
 */
function otherName<Id extends string>(
  lack: MissingFile<Id>,
  all: readonly MissingFile<Id>[],
  plan: Plan
): MissingFile<Id> | undefined {
  const instead = all.filter(each => each.in === lack.mention.role)
  const others = instead.filter(each => each.mention.role === lack.in)
  const isNear = (each: MissingFile<Id>): boolean => areNear(each.mention.path, lack.mention.path)
  const near =
    others.find(isNear) ?? instead.find(each => isNear(each) && isRarerName(lack.mention, each.mention, plan))
  if (near) return near
  const name = nameOf(lack.mention.path)
  const same = others.filter(each => nameOf(each.mention.path) === name)
  const own = all.filter(each => each.in === lack.in && nameOf(each.mention.path) === name)
  return same.length === 1 && own.length === 1 ? same[0] : undefined
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What of two paths is not the same, from their ends. */
function foldersOf(one: string, other: string): [string, string] {
  const [a, b] = [one, other].map(path => path.split('/'))
  while (a!.length > 0 && b!.length > 0 && a!.at(-1) === b!.at(-1)) {
    a!.pop()
    b!.pop()
  }
  return [a!, b!].map(path => path.join('/')) as [string, string]
}

/** Another file that the same folder keeps apart. */
function withAnother<Id extends string>(problem: Problem<Id>, { wrong, right, files }: TwoFolders<Id>): Problem<Id> {
  const written = right === '' ? `no folder` : `"${right}/"`
  return {
    ...problem,
    help: `Write ${written} for "${wrong}/" in it and in ${files.length - 1} more, if that is meant; or name both in both places`,
    related: [...(problem.related ?? []), { place: files.at(-1)!.mention.place, message: 'And this one' }]
  }
}

/** One slip, as heavy as the heavier of the two. */
function withRight<Id extends string>(
  { fixes: _, severity, ...problem }: Problem<Id>,
  { mention, problem: its }: MissingFile<Id>,
  plan: Plan
): Problem<Id> {
  return {
    ...problem,
    ...(severity !== undefined && its.severity !== undefined ? { severity } : {}),
    help: `Write "${withoutRoot(mention.path, plan)}", if that is meant; or name both in both places`,
    related: [...(problem.related ?? []), { place: mention.place, message: `"${mention.path}" here` }]
  }
}
