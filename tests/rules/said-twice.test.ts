/** What a plan says twice, and what only looks so. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const told = new Set(['twice', 'manyRecommended', 'otherName'])
const messages = (forced: string, text: string): string[] =>
  lintText(text, { forced, path: 'a-plan.md' }).findings.flatMap(({ messageId }) =>
    told.has(messageId) ? [messageId] : []
  )

describe('a metadata field', () => {
  const plan = (...lines: string[]): string =>
    `# Words\n\n${lines.join('\n')}\n\n## 1. Executive Summary\n\n**Status:** x\n`
  it.each<[string, string[], string[]]>([
    ['two values', ['**Status:** Planning Complete', '**Status:** Completed'], ['twice']],
    ['two in a list', ['- **Status**: Planning Complete', '- **Status**: Completed'], ['twice']],
    ['the same value', ['**Status:** Completed', '**Status:** completed'], []],
    ['one value', ['**Status:** Completed', '**State:** other'], []]
  ])('%s', (_, lines, expected) => expect(messages('handoff-plan', plan(...lines))).toEqual(expected))
})

describe('a recommendation', () => {
  const plan = (said: string): string =>
    `# Locks\n\n## 3. Design Alternatives & Trade-offs\n\n### Option A: In memory\n\n- **Approach:** x\n\n### Option B: In a table\n\n- **Approach:** y\n\n### Recommendation: ${said}\n\n**Rationale:** it lasts\n`
  it.each<[string, string[]]>([
    ['Option A and Option B', ['manyRecommended']],
    ['Options A and B', ['manyRecommended']],
    ['Option A or Option B', ['manyRecommended']],
    ['Option B', []],
    ['Option B rather than Option A', []],
    ['Option B, since Option A loses all', []],
    ['Option B over Options A and B', []]
  ])('%s', (said, expected) => expect(messages('planning-md', plan(said))).toEqual(expected))
})

describe('a phase in status tracking', () => {
  const plan = (item: string): string =>
    `# Words\n\n## 4. Implementation Roadmap\n\n### Phase 1: Delivery of letters\n\n## Status Tracking\n\n- [ ] ${item}\n`
  it.each<[string, string[]]>([
    ['Phase 1: Removal', ['otherName']],
    ['Phase 1 – Removal done', ['otherName']],
    ['Phase 1: Delivery', []],
    ['Phase 1: Letters delivered', []],
    ['Phase 1: complete', []],
    ['Phase 1 complete', []],
    ['Phase 1', []]
  ])('%s', (item, expected) => expect(messages('handoff-plan', plan(item))).toEqual(expected))
})
