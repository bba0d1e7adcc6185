import type { Problem } from '../../src/lint/rule.ts'
import type { FileMention, MentionRole } from '../../src/plan/files/mention.ts'
import { PathIndex } from '../../src/files/paths.ts'

/** A file that one place names and another lacks. */
export interface MissingFile<Id extends string> {
  mention: FileMention
  /** Where it is missing. */
  in: MentionRole
  problem: Problem<Id>
}

/** What a place lacks that says that it has nothing is one contradiction: told at the first, with the others. */
export function inOne<Id extends string>(lacking: readonly MissingFile<Id>[], message: Id): MissingFile<Id>[] {
  const [first, ...others] = lacking
  if (!first) return []
  const { fixes: _, ...problem } = first.problem
  const related = others.map(({ problem: { at } }) => ({ place: at, message: 'And this one' }))
  const paths = `"${first.mention.path}"${others.length > 0 ? ` and ${others.length} more` : ''}`
  const help = `${others.length === 0 ? 'Name it' : 'Name them'} there, or take ${others.length === 0 ? 'it' : 'them'} out here`
  return [{ ...first, problem: { ...problem, message, data: { ...problem.data!, paths }, help, related } }]
}

/** What a place lacks is told of once, however many others name it: at the first that was compared, as heavy as the heaviest. */
export function eachOnce<Id extends string>(lacks: readonly MissingFile<Id>[]): Map<MissingFile<Id>, Problem<Id>> {
  const byPlace = new Map<MentionRole, PathIndex<MissingFile<Id>>>()
  const merged = new Map<MissingFile<Id>, Problem<Id>>()
  for (const lack of lacks) {
    const index = byPlace.get(lack.in) ?? new PathIndex<MissingFile<Id>>()
    byPlace.set(lack.in, index)
    // Entries of one list are files of their own, be their names alike.
    const first = index.find(lack.mention.path).find(({ mention }) => mention.role !== lack.mention.role)
    if (!first) {
      index.add(lack.mention.path, lack)
      merged.set(lack, lack.problem)
      continue
    }
    const told = merged.get(first)!
    const { severity: _, ...rest } = told
    merged.set(first, {
      ...(lack.problem.severity === undefined ? rest : told),
      related: [...(told.related ?? []), { place: lack.problem.at, message: 'Named here, too' }]
    })
  }
  return merged
}
