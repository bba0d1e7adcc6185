import { announcementsOf } from '../../src/plan/files/announced.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Ground } from '../../src/plan/files/ground.ts'
import type { Package, Targets } from '../../src/repo/facts.ts'
import type { CommandReference } from '../../src/shell/index.ts'
import type { Replay } from './replay.ts'

interface Named {
  name: string
  what: string
  targets: Targets | undefined
}

/** A script, target or recipe that the repository lacks, and that only a later step adds. */
export function unmadeName(
  reference: CommandReference,
  index: number,
  ground: Ground,
  plan: Plan,
  replay: Replay
): { name: string; what: string; step: number } | undefined {
  const named = namedBy(reference, ground)
  if (!named?.targets?.complete || named.targets.names.has(named.name)) return undefined
  const steps = announcementsOf(named.name, named.targets.file, plan)
    .map(offset => replay.steps.findLastIndex(({ span }) => span.start <= offset && offset < span.end))
    .filter(step => step >= 0)
  if (steps.length === 0 || Math.min(...steps) <= index) return undefined
  return { name: named.name, what: named.what, step: Math.min(...steps) }
}

function namedBy(reference: CommandReference, { facts }: Ground): Named | undefined {
  switch (reference.kind) {
    case 'npm-script': {
      const { workspace, script, cwd = '' } = reference
      const isMeant = ({ name, dir }: Package): boolean => name === workspace || dir === workspace
      const folder = workspace === undefined ? cwd : facts.packages().find(isMeant)?.dir
      return { name: script, what: 'script', targets: folder === undefined ? undefined : facts.targets('npm', folder) }
    }
    case 'make-target':
    case 'just-recipe': {
      if (reference.file !== undefined) return undefined
      const isMake = reference.kind === 'make-target'
      return {
        name: reference.target,
        what: isMake ? 'make target' : 'just recipe',
        targets: facts.targets(isMake ? 'make' : 'just', reference.cwd ?? '')
      }
    }
    default:
      return undefined
  }
}
