import { once } from '../util/once.ts'
import type { Demand, Profile, SectionSpec } from './schema.ts'

/** The id of the document among a plan's holders. */
export const documentId = 'document'

/** What a profile says of the document itself, in the shape of a section: content, units, tree and checklist are judged as a section's are. */
export const documentSpec: (profile: Profile) => SectionSpec = once(
  ({ title, content, units, checklist, verification, files }: Profile) => ({
    id: documentId,
    title,
    na: 'never' as const,
    ...(content ? { content: content.filter(demand => !isOpening(demand)) } : {}),
    ...(units ? { units } : {}),
    ...(verification ? { verification } : {}),
    ...(checklist ? { checklist } : {}),
    ...(files ? { files } : {})
  })
)

/** Does a profile say anything of the document besides its fields and sections? */
export function holdsItself({ fields = [], content = [], units, checklist, verification }: Profile): boolean {
  return (
    (units ?? checklist ?? verification) !== undefined ||
    !content.every(isOpening) ||
    fields.some(field => field.units !== undefined)
  )
}

/** Of the document: what stands above the first section, and what holds wherever it is: how questions are marked, and that no heading is bare. */
const ofNoSection = ['title', 'date', 'question', 'sections'] as const

function isOpening({ kind }: Demand): boolean {
  return ofNoSection.some(each => each === kind)
}

/** What the document must show above its first section, a title or a date; that its questions are marked, or that no heading is bare. */
export function openingDemand(profile: Profile, kind: (typeof ofNoSection)[number]): Demand | undefined {
  return profile.content?.find(demand => demand.kind === kind)
}

/** Does the profile ask a rule to look at a section? */
export function isUnderRule({ rules = [] }: SectionSpec, rule: NonNullable<SectionSpec['rules']>[number]): boolean {
  return rules.includes(rule)
}

/** Everything that holds something: the document, where it does, and all sections, those inside of others included. */
export const allHoldersOf: (profile: Profile) => readonly SectionSpec[] = once(profile => {
  const withInner = (spec: SectionSpec): SectionSpec[] => [spec, ...(spec.sections ?? []).flatMap(withInner)]
  return [...(holdsItself(profile) ? [documentSpec(profile)] : []), ...profile.sections].flatMap(withInner)
})
