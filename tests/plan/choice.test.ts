/** What a section recommends, and whether it says why. */
import { describe, expect, test } from 'vitest'
import { recommendationOf } from '../../rules/alternatives/choice.ts'
import type { FieldSpec, SectionSpec } from '../../src/profiles/schema.ts'
import { planned } from './planned.ts'

const recommendation: FieldSpec = {
  label: 'Recommendation',
  aliases: ['Recommended', 'Recommended Option', 'Decision', 'Pick & Choose'],
  choice: 'alternative',
  fields: [{ label: 'Rationale' }]
}
const spec: SectionSpec = {
  id: 'options',
  title: 'Options',
  units: { role: 'option', counts: 'alternative', words: ['Option', 'Approach'], form: ['heading'], number: false }
}
const options = '### Option A: Redis\n\nKnown.\n\n### Option B: Two Files\n\nSimple.\n\n### Approach 3: Go\n\nFast.\n'

function recommended(
  text: string,
  more: Partial<FieldSpec> = {},
  before = options
): ReturnType<typeof recommendationOf> {
  const plan = planned(`## Options\n\n${before}\n${text}\n\n## Next\n\nWhy: since it is best.`, {
    sections: [
      { ...spec, fields: [{ ...recommendation, ...more }] },
      { id: 'next', title: 'Next' }
    ]
  })
  const section = plan.section('options')!
  return recommendationOf(section, section.units, plan)
}

describe('what is recommended', () => {
  test.each([
    ['### Recommendation: Option B', 'one', 'Option B'],
    ['### Recommendation — Option C', 'none', 'Option C'],
    ['### Recommendation: Option C', 'none', 'Option C'],
    ['### Recommendation Option C', 'none', 'Option C'],
    ['**Recommendation:** Option C', 'none', 'Option C'],
    ['**Recommendation:** Option A', 'one', 'Option A'],
    ['**Recommendation:** A', 'one', 'A'],
    ['**Recommendation:** B because it is simple', 'one', 'B because it is simple'],
    ['### Recommendation\n\n- B because', 'one', '- B because'],
    ['**Recommendation:** (b) it is', 'unclear', '(b) it is'],
    ['**Recommendation:** two files, as ever', 'one', 'two files, as ever'],
    ['**Recommendation:** Redis', 'one', 'Redis'],
    ['**Recommendation:** Go', 'unclear', 'Go'],
    ['**Recommendation:** Approach 3', 'one', 'Approach 3'],
    ['**Recommendation:** Approach 4', 'none', 'Approach 4'],
    ['**Recommendation:** alternative 4', 'none', 'alternative 4'],
    ['**Recommendation:** OPTION C', 'none', 'OPTION C'],
    ['**Recommendation:** Option  C', 'none', 'Option  C'],
    ['**Recommendation:** Option [C]', 'none', 'Option [C]'],
    ['**Recommendation:** Option Beta', 'unclear', 'Option Beta'],
    ['**Recommendation:** the option a user has', 'one', 'the option a user has'],
    ['**Recommendation:** wait', 'unclear', 'wait'],
    ['**Recommendation:** adoption C', 'unclear', 'adoption C'],
    ['**Recommendation**: Option C, not Redis', 'one', 'Option C, not Redis'],
    ['### Recommendation: Kafka', 'none', 'Kafka'],
    ['### Recommendation\n\nKafka is *it*.\nReally.', 'unclear', 'Kafka is it.'],
    ['### Recommendation\n\nKafka, so Option D.', 'none', 'Kafka, so Option D.'],
    ['### Recommendation\n\nWe take Redis.', 'one', 'We take Redis.'],
    ['### Recommendation: Option C\n\nLike Redis, but new.', 'none', 'Option C'],
    ['### Recommendation: Kafka\n\nLike Redis, but new.', 'one', 'Kafka'],
    ['### Recommendation', 'unclear', 'Recommendation'],
    ['### 4. Recommendation: Option B', 'one', 'Option B'],
    ['### Decision: Option B', 'one', 'Option B'],
    ['### Decision: Option C', 'none', 'Option C'],
    ['### Recommended Option: Option B', 'one', 'Option B'],
    ['### Recommended Option\n\nWait.', 'unclear', 'Wait.'],
    ['### Recommended: Option B', 'one', 'Option B'],
    ['### Pick and choose: Option C', 'unclear', 'Pick and choose: Option C'],
    ['### Recommended: **Option C**', 'none', 'Option C'],
    ['**Recommendation:** Option C\nor so\n\nMore.', 'none', 'Option C or so'],
    ['### recommendation: option B', 'one', 'option B']
  ])('%j: %s', (text, names, said) => {
    expect(recommended(text)).toMatchObject({
      names,
      text: said,
      part: { key: expect.stringMatching(/^(recommend|decision|pick)/) }
    })
  })

  test.each(['Nothing.', '**Recommendations:** Option C', '### Our recommendation: Option C'])(
    'nothing in %j',
    text => {
      expect(recommended(text)).toEqual({ text: '', names: 'unclear', rationale: 'missing' })
    }
  )

  test('what stands far below is not asked', () => {
    expect(recommended(`### Recommendation\n\n${'So. '.repeat(990)} Redis`).names).toBe('one')
    expect(recommended(`### Recommendation\n\n${'So. '.repeat(1010)} Redis`).names).toBe('unclear')
  })

  test('nor what the next section says', () => {
    expect(recommended('### Recommendation').rationale).toBe('missing')
  })

  test('options may be without a number', () => {
    const named = '### Approach Go: fast\n\nKnown.\n\n### Option B\n\nSimple.\n'
    expect(
      ['Option B', 'option b, as said', 'Option C'].map(
        text => recommended(`**Recommendation:** ${text}`, {}, named).names
      )
    ).toEqual(['one', 'one', 'none'])
  })

  test('names may be short', () => {
    const short = '### Option A: Row\n\nKnown.\n\n### Option B: Go\n\nSimple.\n'
    expect(['a row', 'it goes'].map(text => recommended(`**Recommendation:** ${text}`, {}, short).names)).toEqual([
      'one',
      'unclear'
    ])
  })

  test('there may be no other names for it', () => {
    expect(recommended('### Decision: Option B', { aliases: undefined }).part).toBeUndefined()
    expect(recommended('### Recommendation: Option B', { aliases: undefined }).names).toBe('one')
  })
})

describe('why', () => {
  test.each([
    ['**Recommendation:** Option B\n\n**Rationale:** simple', 'given'],
    ['**Recommendation:** Option B\n\n**Rationale in short:** simple', 'given'],
    ['**Recommendation:** Option B\n\n**Why:** simple', 'given'],
    ['**Recommendation:** Option B\n\n**Reason:** simple', 'given'],
    ['**Recommendation:** Option B\n\n**Justification:** simple', 'given'],
    ['**Recommendation:** Option B\n\n**Reasons:** simple', 'missing'],
    ['**Recommendation:** Option B', 'missing'],
    ['**Recommendation:** Option B because it is simple', 'given'],
    ['**Recommendation:** Option B since May', 'given'],
    ['**Recommendation:** Option B as it is simple', 'given'],
    ['**Recommendation:** Option B due to costs', 'given'],
    ['**Recommendation:** Option B so that it works', 'given'],
    ['**Recommendation:** Option B is best', 'given'],
    ['**Recommendation:** Option B, given costs', 'given'],
    ['**Recommendation:** Option B is bestial', 'missing'],
    ['**Recommendation:** Option B\n\nBecause it is simple.', 'missing'],
    ['### Recommendation: Option B\n\nBecause it is simple.', 'given'],
    ['### Recommendation because it is\n\nSimple.', 'missing'],
    ['**Rationales:** simple\n\n**Recommendation:** Option B', 'missing']
  ])('%j: %s', (text, rationale) => {
    expect(recommended(text).rationale).toBe(rationale)
  })

  test('where the profile asks for it', () => {
    expect(recommended('**Recommendation:** Option B', { fields: undefined }).rationale).toBe('given')
    expect(
      recommended('**Recommendation:** Option B\n\n**Grounds:** simple', { fields: [{ label: 'Grounds:' }] }).rationale
    ).toBe('given')
  })
})
