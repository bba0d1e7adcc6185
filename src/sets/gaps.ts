import { treesIn } from '../plan/files/placed-trees.ts'
import type { Plan } from '../plan/bind-types.ts'
import { idsOf, refsOf } from '../plan/units/ids.ts'
import { allUnitSpecs, kindOf } from '../profiles/units.ts'
import { groupBy } from '../util/group.ts'
import { declaredIn, isNowhereIn } from './declared.ts'

/** What a file of a set lacks of what a document is compared with. */
interface Gaps {
  /** Why not: "no task can be read in it". Absent where all is there. */
  why?: string
  /** Nothing of what is compared is there. */
  isAll: boolean
}

/**
 * What a document is compared with in another file of its set, and what of that is not there: the comparison is silent then, and should not look as if it had
 * found nothing.
 *
 * @param name the profile that the set reads the other file by
 */
export function memberGaps(plan: Plan, name: string, member: Plan): Gaps {
  const wanted = [...rolesNamed(plan, name, member), ...coverage(plan, name, member), ...trees(plan, name, member)]
  const lacking = wanted.filter(({ isThere }) => !isThere).map(({ what }) => what)
  if (lacking.length === 0) return { isAll: false }
  const [last = '', ...others] = [...new Set(lacking)].reverse()
  const list = others.length > 0 ? `${others.reverse().join(', ')} or ${last}` : last
  return { why: `no ${list} can be read in it`, isAll: lacking.length === wanted.length }
}

interface Wanted {
  isThere: boolean
  what: string
}

/** What the document's references name. What is surely not in the other file is no gap: references to it lead nowhere, and are told. */
function rolesNamed(plan: Plan, name: string, member: Plan): Wanted[] {
  const named = groupBy(
    refsOf(plan).filter(({ to }) => to.startsWith(`${name}.`)),
    ({ to }) => to.slice(name.length + 1)
  )
  return [...named].map(([role, refs]) => ({
    isThere: declaredIn(member, role).length > 0 || refs.every(ref => isNowhereIn(member, role, ref)),
    what: role
  }))
}

/** The steps that cover what the document declares. */
function coverage(plan: Plan, name: string, member: Plan): Wanted[] {
  const covered = allUnitSpecs(plan.profile).filter(
    ({ coverage: asked, role }) => asked?.in === name && idsOf(plan).some(id => id.role === role)
  )
  if (covered.length === 0) return []
  const step = allUnitSpecs(member.profile).find(spec => kindOf(spec) === 'step')?.role ?? 'step'
  if (member.units('step').length === 0) return [{ isThere: false, what: step }]
  // What most do without is no gap.
  const named = covered.filter(spec => !spec.coverage?.min)
  const refs = new Set(refsOf(member).map(({ to }) => to))
  return [
    { isThere: true, what: step },
    ...named.map(({ role }) => ({
      isThere: [...refs].some(to => to.startsWith(`${plan.profile.name}.`)),
      what: `reference to a ${role}`
    }))
  ]
}

/** Where the document's files belong. */
function trees(plan: Plan, name: string, member: Plan): Wanted[] {
  if (plan.profile.set?.[name]?.files === undefined || plan.units('step').length === 0) return []
  return [
    {
      isThere: member.allSections.some(section => treesIn(section, member).some(({ tree }) => tree !== undefined)),
      what: 'file tree'
    }
  ]
}
