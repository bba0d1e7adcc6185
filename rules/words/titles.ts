import { firstWord } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'

/** How the title of a unit begins: "Step 2: …". */
export function titleForm(spec: UnitSpec, number: string | undefined): string {
  return `"${[firstWord(spec) ?? [], number ?? []].flat().join(' ')}: …"`
}
