/**
 * The one schema of profiles. Its types are inferred, its JSON schema (schema/profile.schema.json) is generated, custom profiles are validated by it.
 * A profile is data: whatever a dialect demands is said with these concepts, never with code.
 */
export type { Checklist } from './schema/checklist.ts'
export { checklistSchema } from './schema/checklist.ts'
export type { Demand } from './schema/demand.ts'
export { demandSchema } from './schema/demand.ts'
export type { FieldSpec } from './schema/field-and-unit.ts'
export { fieldSchema, unitSchema } from './schema/field-and-unit.ts'
export { coveredSchema, idSchema } from './schema/identifier.ts'
export type { Profile } from './schema/profile.ts'
export { coverageSchema, detectSchema, profileSchema } from './schema/profile.ts'
export type { SectionSpec } from './schema/section.ts'
export { sectionSchema } from './schema/section.ts'
export { memberSchema } from './schema/set.ts'
export type { UnitSpec } from './schema/field-and-unit.ts'
export type { VerificationSpec } from './schema/verification.ts'
export { verificationSchema } from './schema/verification.ts'
export { meantSchema } from './schema/words.ts'
export type { RuleSeverity, State, Where } from './schema/words.ts'
