import { z } from 'zod'
import { profileSchema } from '../profiles/schema.ts'
import { homepage } from '../lint/rule.ts'

/** The JSON schema of profiles, from the one schema there is. */
export function renderProfileSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(profileSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ $schema, $id: `${homepage}/schema/profile.schema.json`, title: 'planlint profile', ...rest }, undefined, 2)}\n`
}
