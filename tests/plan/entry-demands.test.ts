/** What entries of a list lack, of what the profile wants of each. */
import { describe, expect, it } from 'vitest'
import { entriesOf } from '../../src/checks/demands/entries.ts'
import { entryLacks } from '../../src/checks/demands/entry-demands.ts'
import { bound } from './small.ts'

type Each = Parameters<typeof entryLacks>[0]

/** The list, and of each of its entries whether it lacks what is wanted. */
const cases: Record<Each, [string, string][]> = {
  date: [
    ['- a until May 11, 2026', 'false'],
    ['- a on 2026-05-18', 'false'],
    ['- a (2026-05-11)', 'false'],
    ['- a\n  b: 11 May 2026', 'false'],
    ['| x | y |\n| - | - |\n| a | by 2026-05-18 |\n| b | soon |', 'false,true'],
    ['- a in May', 'true'],
    ['- [Date] a', 'false'],
    ['### 2025-03-03\n- a', 'false'],
    ['### x\n- a', 'true']
  ],
  stamp: [
    ['- a on 2026-05-18', 'true'],
    ['- 2025-03-03 a', 'false'],
    ['- a', 'true'],
    ['- [Date] a', 'false'],
    ['- a [x]', 'true'],
    ['### 2025-03-03\n- a', 'false'],
    ['### 2025-03-03\n\n### b\n- a', 'true'],
    ['### x\n- a', 'true'],
    ['**2025-03-03**:\n- a\n- b', 'false,false'],
    ['- 2025-03-03\n  - a\n- b', 'false,true']
  ],
  arrow: [
    ['- a → b', 'false'],
    ['- a ⟶ b', 'false'],
    ['- a ⇒ b', 'false'],
    ['- a ➜ b', 'false'],
    ['- a ‚Üí b', 'false'],
    ['- a -> b', 'false'],
    ['- a --> b', 'false'],
    ['- a => b', 'false'],
    ['- a ==> b', 'false'],
    ['- a: b', 'false'],
    ['- a — b', 'false'],
    ['- a – b', 'false'],
    ['- a, b', 'false'],
    ['- a then b', 'false'],
    ['- a b', 'true'],
    ['- a - b', 'true'],
    ['- athen b', 'true'],
    ['- a = b', 'true']
  ],
  outcome: [
    ['- a → b → c', 'false'],
    ['- a → b', 'true'],
    ['- a -> b; c', 'false'],
    ['- a → b — c', 'false'],
    ['- a → b, c', 'true'],
    ['- a → b, then c', 'false'],
    ['- a → b, so c', 'false'],
    ['- a → b: c', 'false'],
    ['- a → b. C', 'false'],
    ['- a: b → c', 'true'],
    ['- a: b, c', 'false'],
    ['- If a, then b; c', 'false'],
    ['- a: b. C', 'false'],
    ['- a: b', 'true'],
    ['- a\n  - b\n  - c', 'false'],
    ['- a\n  - b', 'true'],
    ['- a: → b', 'true'],
    ['| x | y | z |\n| - | - | - |\n| a | b | c |\n| a | | c |', 'false,true'],
    ['**a:** b, c', 'false'],
    ['**a:** b', 'true'],
    ['- a: b – c', 'false'],
    ['- a → … → b', 'true'],
    ['- a ‚Üí b => c', 'false'],
    ['- if a then b then c', 'false'],
    ['- a→b,c:d', 'true']
  ],
  person: [
    ['- a @ana', 'false'],
    ['- a @ b', 'true'],
    ['- a', 'true']
  ],
  path: [
    ['- `x`', 'false'],
    ['- gate/hall', 'false'],
    ['- the folder gate/hall, and more', 'false'],
    ['- read/write', 'true'],
    ['- a.ts', 'false'],
    ['- Notes: this file', 'false'],
    ['- Notes: this very document.', 'false'],
    ['- Notes: the other file', 'true'],
    ['- a / b', 'true'],
    ['- a. B', 'true'],
    ['- a', 'true'],
    ['- etc.', 'true'],
    ['- v1.2', 'true'],
    ['- a.abcdef', 'true']
  ],
  rationale: [
    ['- a', 'true'],
    ['- a: b because', 'false'],
    ['| x | y |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['**a:** b c', 'false'],
    ['**a:** b', 'true'],
    ['**a**', 'true']
  ],
  mitigation: [
    ['- Risk mitigated by x', 'false'],
    ['- Risk prevented', 'false'],
    ['- Risk we detect it', 'false'],
    ['- Risk guarded', 'false'],
    ['- Risk covered', 'false'],
    ['- Risk caught', 'false'],
    ['- Risk handled', 'false'],
    ['- Risk protected', 'false'],
    ['- Risk avoided', 'false'],
    ['- Risk limited', 'false'],
    ['- Risk capped', 'false'],
    ['- Risk monitored', 'false'],
    ['- Risk reviewed', 'false'],
    ['- Risk rolled back', 'false'],
    ['- Risk roll back', 'false'],
    ['- Risk roll-back', 'false'],
    ['- Risk falls back', 'false'],
    ['- Risk fall-back', 'false'],
    ['- Risk reverted', 'false'],
    ['- Loss → backup', 'false'],
    ['- Loss of data', 'true'],
    ['- Data: none', 'false'],
    ['- Data: no loss', 'false'],
    ['- Data：nothing', 'false'],
    ['- Data: not likely', 'false'],
    ['- Data: n/a', 'false'],
    ['- Data: unchanged', 'false'],
    ['- Data: does not matter', 'false'],
    ['- Data: negligible', 'false'],
    ['- Data: nonsense', 'true'],
    ['- Data: now lost', 'true'],
    ['- None', 'false'],
    ['- Loss of data. Keep a copy', 'false'],
    ['- Loss of data; keep a copy', 'false'],
    ['- Loss of data? Keep it', 'false'],
    ['- Loss of data! Keep it', 'false'],
    ['- Loss of data — keep it', 'false'],
    ['- Loss of data - keep it', 'false'],
    ['- Loss of data, so keep it', 'false'],
    ['- Loss of data so that keep it', 'false'],
    ['- Loss of data, but keep it', 'false'],
    ['- Loss of data because keep it', 'false'],
    ['- Loss of data, which keeps it', 'false'],
    ['- Loss of data\n  - keep it', 'false'],
    ['- Loss. Keep', 'true'],
    ['- Loss of data. Keep', 'true'],
    ['- Loss of data: keep a copy', 'false'],
    ['- Loss of data: a copy is kept', 'false'],
    ['- Loss of data: rows could vanish', 'true'],
    ['- Loss: keep a copy', 'false'],
    ['- Loss: rows vanish', 'true'],
    ['- Loss Risk: rows vanish', 'true'],
    ['- **Loss Risk:** rows vanish', 'true'],
    ['- Loss: lose data. Keep it', 'false'],
    ['- Loss. Of data', 'true'],
    ['| Risk | Mitigation |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Mitigations |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Response |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Countermeasure |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Counter measures |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Safeguards |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | How it is met |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | How we act |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Handling |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Mitigation strategy |\n| - | - |\n| a | |\n| a | b |', 'true,false'],
    ['| Risk | Notes |\n| - | - |\n| a | |\n| a | b |', 'false,false'],
    ['| Risk | Response time |\n| - | - |\n| a | |\n| a | b |', 'false,false']
  ],
  context: [
    ['- a', 'true'],
    ['- a: b', 'false']
  ],
  description: [
    ['- a', 'true'],
    ['- a: b c d', 'false'],
    ['- `src/a.ts`', 'true'],
    ['- src/a.ts', 'true'],
    ['- `a/very/long/path/of/many/segments/to/some/file.java`', 'true'],
    ['- `src/a.ts`: new', 'true'],
    ['- `src/a.ts` (new)', 'true'],
    ['- src/a.ts: modified', 'true'],
    ['- `src/a.ts`: retries', 'false'],
    ['- `src/a.ts` – Wiederholung', 'false'],
    ['- src/a.ts (retries)', 'false'],
    ['- `src/a.ts`: new parser', 'false'],
    ['**a:** b c', 'false']
  ]
}

describe.each(Object.keys(cases) as Each[])('%s', each => {
  it.each(cases[each])('of %j: %s', (list, expected) => {
    const plan = bound({ sections: [{ id: 'goal', title: 'Goal' }] }, ['## Goal', '', list])
    expect(
      entriesOf(plan.sections[0]!, plan)
        .map(entry => entryLacks(each, entry, plan))
        .join()
    ).toBe(expected)
  })
})
