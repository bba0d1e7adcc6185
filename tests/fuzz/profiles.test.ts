/** Any profile that the schema allows judges any document: no rule throws, and none speaks of a word that the profile does not have. */
import { expect, test } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { drawnProfile } from './drawn-profile.ts'
import { randomOf } from './random.ts'

const runs = Number(process.env['PLANLINT_FUZZ'] ?? 40) * 10

const documents = [
  '# M\n',
  '# M\n\n## Steps\n\nNothing yet.\n\n## Options\n\nNone\n\n## Tasks\n\n## Log\n\nx\n\n## Requirements\n\nFew.\n\n## Outcome\n\nFine\n',
  `---
status: draft
---
# M

**Owner**: Kim
**Date**: soon

## Steps

### Step 1: One

**Owner**: Kim
**Run**: \`npm test\`

### Step 3: Two

**Verify**: it works

- [ ] T001 Write \`src/a.ts\`
- [x] T001 [US1] Then

### 2. Three

## Options

- Redis
- Postgres: tried

**Chosen option**: Kafka, because it is cheap

## Log

| Date | Owner | Why |
| --- | --- | --- |
| soon | Kim | |
| DBA | @tom | so |

## Requirements

### Requirement: Read

The system SHALL be so. See R-001 and T002.

#### Scenario: a

- WHEN x
- THEN y

### Requirement: read

**Verify**:

## Tasks

- [ ] R-001 (owner: @x) do it
- [ ] 1.1 one
- FROM: \`### Requirement: A\`

## Files

\`\`\`
src/
└── a.ts  [NEW]
\`\`\`

## Outcome

TBD
`
]

test('profiles as chance draws them', { timeout: 600_000 }, () => {
  let judged = 0
  for (let seed = 0; seed < runs; seed++) {
    const profile = drawnProfile(randomOf(seed))
    if (!profile) continue
    judged++
    const skeleton = planSkeleton(profile, new Date(0))
    expect(skeleton, `skeleton of ${seed}: ${JSON.stringify(profile)}`).not.toMatch(/undefined|NaN/)
    for (const text of [...documents, skeleton]) judge(text, profile, seed)
  }
  expect(judged).toBeGreaterThan(runs / 2)
})

function judge(text: string, profile: Profile, seed: number): void {
  const { findings, fatalErrors } = lintText(text, {
    forced: 'drawn',
    profiles: [profile],
    path: 'docs/a.md',
    now: 1e12
  })
  const told = `${seed}: ${JSON.stringify(profile)}`
  expect(
    fatalErrors.map(({ message }) => message),
    told
  ).toEqual([])
  for (const { message, help } of findings) expect(`${message} // ${help}`, told).not.toMatch(/undefined|NaN|\[object/)
}
