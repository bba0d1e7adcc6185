/** Files that one list of a plan calls nearly as another does, or puts into another folder. */
import type { Plan } from '../plan/bind-types.ts'
import type { Claim } from '../plan/files/claims.ts'
import { claimsOf } from '../plan/files/claims.ts'
import type { MentionRole } from '../plan/files/mention.ts'
import { areNear } from '../files/near-paths.ts'
import { isTestPath } from '../files/test-path.ts'
import type { Profile } from '../profiles/schema.ts'
import { onceEach } from '../util/once.ts'
import { baseOf } from '../util/path.ts'

/** Places of a plan that are held against each other. */
type ComparedLists = NonNullable<Profile['coverage']>[number]

/** Is a file of a kind that the lists need not have in common? */
export function isLeftOut(path: string, { not = [] }: ComparedLists): boolean {
  return (
    (not.includes('tests') && isTestPath(path)) ||
    (not.includes('docs') && /\.(?:md|mdx|rst|adoc|txt)$/i.test(path)) ||
    (not.includes('config') && /(?:^|\/)(?:\.env[\w.]*|[\w.-]+\.(?:toml|ya?ml|json|ini|cfg|lock|conf))$/i.test(path))
  )
}

/** Do fewer lists, else fewer places of the text, have the first of two names? Of two that as many have, the later one is the slip. */
export function isRarerName(one: Claim['mention'], other: Claim['mention'], plan: Plan): boolean {
  const [own, its] = [one, other].map(mention => {
    const mentions = claimsOf(plan)
      .find(mention.path)
      .flatMap(claim => claim.mentions)
    return new Set(mentions.map(({ role }) => role)).size
  })
  if (own !== its) return own! < its!
  const [here, there] = [one, other].map(({ path }) => plan.outline.source.split(path).length)
  return here === there ? one.place.start.offset > other.place.start.offset : here! < there!
}

/** Of more files nobody compares the names. */
const most = 300

/** The claims whose files have nearly another one's name, each of them in a list that lacks the other: one slip, told of where lists are compared. */
export const misnamedClaims: (plan: Plan) => ReadonlySet<Claim> = onceEach(plan => {
  const files = claimsOf(plan)
    .list.filter(({ mention }) => mention.kind === 'file')
    .slice(0, most)
  return new Set(
    files.filter(claim =>
      files.some(
        other =>
          other !== claim &&
          (areNear(claim.path, other.path) || areNear(other.path, claim.path) || isElsewhere(claim, other, files)) &&
          areListedApart(claim, other, plan) &&
          isRarerName(claim.mention, other.mention, plan)
      )
    )
  )
})

/** Has no third file the name that these two have in different folders? */
function isElsewhere(one: Claim, other: Claim, files: readonly Claim[]): boolean {
  const name = baseOf(one.path)
  return name === baseOf(other.path) && files.filter(({ path }) => baseOf(path) === name).length === 2
}

function areListedApart(one: Claim, other: Claim, plan: Plan): boolean {
  const [own, its] = [rolesOf(one), rolesOf(other)]
  const isTold = (from: MentionRole, to: MentionRole): boolean =>
    (plan.profile.coverage ?? []).some(
      pair => pair.files === from && pair.in === to && pair.required !== false && !isLeftOut(one.path, pair)
    )
  return [...own].some(
    from => !its.has(from) && [...its].some(to => !own.has(to) && isTold(from, to) && isTold(to, from))
  )
}

function rolesOf({ mentions }: Claim): Set<MentionRole> {
  return new Set(mentions.map(({ role }) => role))
}
