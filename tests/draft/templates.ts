/** Templates as teams write them, each with a plan that fills it in rightly, and with ways to get it wrong. */

/** What is put in the place of what, the rule that is to tell, and the line that it is to tell of. */
type Defect = [from: string | RegExp, to: string, rule: string, at: string | RegExp]

export interface Sample {
  template: string
  plan: string
  defects: Defect[]
}

export const samples: Record<string, Sample> = {
  'a decision record with braces and comments': {
    template: `---
# All of these keys are optional.
status: "{proposed | rejected | accepted}"
date: {YYYY-MM-DD}
deciders: {who decides}
---

# {short title of the decision}

## Context

{What is the question, in two or three sentences?}

<!-- This section is optional. -->
## Drivers

* {driver 1}
* {driver 2}

## Options Considered

* {option 1}
* {option 2}

## Decision

Chosen option: "{option 1}", because {reason}.

<!-- Optional: remove it if nothing follows. -->
### Consequences

* Good, because {what gets better}
* Bad, because {what gets worse}

## Pros and Cons of the Options

### {option 1}

* Good, because {argument}

### {option 2}

* Good, because {argument}
`,
    plan: `---
status: accepted
date: 2026-03-02
---

# Keep sessions in Redis

## Context

Sessions are lost on every deploy, and three customers have complained since May.

## Options Considered

* Redis
* Signed cookies

## Decision

Chosen option: "Redis", because sessions hold more than a cookie may.

## Pros and Cons of the Options

### Redis

* Good, because it is there already

### Signed cookies

* Good, because nothing has to run
`,
    defects: [
      ['## Context\n\nSessions', '## Kontext\n\nSessions', 'required-sections', /./],
      ['status: accepted', 'status: perhaps', 'metadata', 'status: perhaps'],
      ['date: 2026-03-02', 'date: March', 'metadata', 'date: March'],
      ['* Redis\n* Signed cookies\n', '', 'section-content', '## Options Considered'],
      ['because sessions hold more than a cookie may', 'because {reason}', 'no-placeholder', /\{reason\}/],
      [
        'Chosen option: "Redis", because sessions hold more than a cookie may.',
        'We shall see.',
        'section-content',
        '## Decision'
      ]
    ]
  },
  'an enhancement proposal with comments and stories': {
    template: `# EP-NNNN: Your short title

## Release Checklist

- [ ] (R) The issue is in the milestone
- [ ] (R) The test plan is in place

## Summary

<!-- One paragraph that anybody can read. -->

## Motivation

<!-- Why does it matter? -->

### Goals

<!-- What shall it achieve? -->

### Non-Goals

<!-- What is out of scope? -->

## Proposal

<!-- What is proposed. -->

### User Stories (Optional)

#### Story 1

#### Story 2

### Risks and Mitigations

<!-- What may go wrong, and what is done about it. -->

## Test Plan

<!-- How it will be tested. -->

## Drawbacks

<!-- Why not do it? -->

## Infrastructure Needed (Optional)

<!-- Leave it out if nothing is needed. -->
`,
    plan: `# EP-0042: Quotas per team

## Release Checklist

- [x] (R) The issue is in the milestone
- [ ] (R) The test plan is in place

## Summary

Teams get quotas of their own, so that one of them can't starve the others.

## Motivation

Twice in spring a batch job took the whole cluster.

### Goals

- A quota for each team

### Non-Goals

- Billing

## Proposal

The scheduler asks the quota service before it admits a job.

### User Stories (Optional)

#### Story 1

As an operator I set a quota, and a job beyond it waits.

### Risks and Mitigations

The quota service may be down: jobs are admitted then, and counted later.

## Test Plan

Unit tests for the scheduler, a load test with two teams.

## Drawbacks

One more service to run.
`,
    defects: [
      [/## Summary\n\n.*\n\n/, '', 'required-sections', /./],
      [
        'Unit tests for the scheduler, a load test with two teams.\n',
        '<!-- How it will be tested. -->\n',
        'section-content',
        '## Test Plan'
      ],
      ['- Billing\n', '', 'section-content', '### Non-Goals'],
      ['- [ ] (R) The test plan is in place\n', '', 'completion-checklist', /Release Checklist|in the milestone/],
      [/### Risks and Mitigations\n\n.*\n\n/, '', 'required-sections', /./],
      ['#### Story 1', '#### Story 2', 'step-sequence', '#### Story 2']
    ]
  },
  'an RFC of headings and questions': {
    template: `# Basic Info

- Feature Name: (fill me in with a unique name)
- Start Date: (fill me in with today's date, YYYY-MM-DD)
- RFC PR: (leave this empty)

# Summary

One paragraph that explains the feature.

# Motivation

Why are we doing this, and what is expected to come of it?

# Guide-level explanation

Explain the proposal as if it were there already, to somebody who would use it.

# Drawbacks

Why should we *not* do this?

# Rationale and alternatives

- Why is this the best of the designs that are possible?
- Which others have been thought of, and what speaks against them?

# Unresolved questions

- What is to be settled before this is merged?
`,
    plan: `# Basic Info

- Feature Name: quiet-mode
- Start Date: 2026-05-04

# Summary

A flag that leaves out everything but errors.

# Motivation

Logs of nightly runs are 4 MB of progress bars.

# Guide-level explanation

\`tool --quiet\` prints errors alone.

# Drawbacks

One more flag to test.

# Rationale and alternatives

- A variable of the environment would do the same, and nobody would find it.

# Unresolved questions

- Are warnings errors here?
`,
    defects: [
      ['# Drawbacks\n\nOne more flag to test.\n\n', '', 'required-sections', /./],
      ['One more flag to test.', 'Why should we *not* do this?', 'no-placeholder', 'Why should we *not* do this?'],
      [
        '- Are warnings errors here?',
        '- What is to be settled before this is merged?',
        'no-placeholder',
        /What is to be settled/
      ],
      ['2026-05-04', 'soon', 'metadata|section-content', /Start Date/],
      ['- Feature Name: quiet-mode\n', '', 'section-content|metadata', /Basic Info|Start Date/],
      ['A flag that leaves out everything but errors.\n', '', 'section-content', '# Summary']
    ]
  },
  'a design document with metadata, options and a diagram': {
    template: `# Design: [Title]

**Author**: [Name]
**Status**: Draft | In Review | Approved
**Last updated**: [YYYY-MM-DD]
**Reviewers** (optional): [Names]

## 1. Overview

*Say in a paragraph what is built, and for whom.*

## 2. Goals and Non-Goals

**Goals**:

- [Goal]

**Non-Goals**:

- [Non-goal]

## 3. Detailed Design

\`\`\`mermaid
graph LR
  A --> B
\`\`\`

[Describe the parts.]

### 3.1 Data Model (if applicable)

[Describe tables and types.]

## 4. Alternatives Considered

### Option A: [Name]

**Pros**: [Pros]
**Cons**: [Cons]

### Option B: [Name]

**Pros**: [Pros]
**Cons**: [Cons]

## 5. Rollout

| Stage | When | Who |
| --- | --- | --- |
| [Stage] | [When] | [Who] |

## 6. Security Considerations (optional)

[What may be attacked?]
`,
    plan: `# Design: Nightly exports

**Author**: Ana Petrova
**Status**: In Review
**Last updated**: 2026-06-30

## 1. Overview

Customers get their data as files every night.

## 2. Goals and Non-Goals

**Goals**:

- One export a night

**Non-Goals**:

- Exports on request

## 3. Detailed Design

\`\`\`mermaid
graph LR
  Scheduler --> Exporter
\`\`\`

The scheduler starts the exporter, which writes to the bucket.

## 4. Alternatives Considered

### Option A: A stream

**Pros**: always fresh
**Cons**: ten times the cost

### Option B: A dump

**Pros**: simple
**Cons**: locks tables

### Option C: Files at night

**Pros**: cheap
**Cons**: a day old

## 5. Rollout

| Stage | When | Who |
| --- | --- | --- |
| Beta | July | Ana |
`,
    defects: [
      ['**Status**: In Review', '**Status**: Nearly', 'metadata', /Nearly/],
      ['**Author**: Ana Petrova\n', '', 'metadata', /./],
      ['2026-06-30', 'June', 'metadata', /June/],
      ['**Cons**: locks tables\n', '', 'step-fields|section-content|alternatives', /Option B/],
      ['| Stage | When | Who |', '| Stage | When | Team |', 'section-content', /Stage|Rollout/],
      ['### Option C: Files', '### Option D: Files', 'step-sequence', /Option D/],
      ['Ana Petrova', '[Name]', 'no-placeholder', /\[Name\]/]
    ]
  },
  'a feature specification with stories and identifiers': {
    template: `# Feature: [FEATURE NAME]

**Branch**: \`[###-name]\`
**Created**: [DATE]
**Status**: Draft

## User Scenarios *(mandatory)*

### User Story 1 - [Brief title] (Priority: P1)

[Tell the journey in plain words]

**Why this priority**: [Its worth]

**Acceptance**:

1. **Given** [state], **When** [action], **Then** [outcome]

---

### User Story 2 - [Brief title] (Priority: P2)

[Tell the journey in plain words]

**Why this priority**: [Its worth]

**Acceptance**:

1. **Given** [state], **When** [action], **Then** [outcome]

## Requirements *(mandatory)*

- **FR-001**: System MUST [capability]
- **FR-002**: System MUST [capability]

## Key Entities *(include if the feature has data)*

- **[Entity]**: [What it stands for]

## Notes

- [P] marks what may be done beside other things
`,
    plan: `# Feature: Password reset

**Branch**: \`014-reset\`
**Created**: 2026-02-11
**Status**: Draft

## User Scenarios

### User Story 1 - Ask for a link (Priority: P1)

Someone who forgot the password asks for a link.

**Why this priority**: without it there is no reset

**Acceptance**:

1. **Given** an account, **When** its address is typed in, **Then** a mail is sent

## Requirements

- **FR-001**: System MUST send a mail within a minute
- **FR-002**: System MUST let a link be used once
- **FR-003**: System MUST log each reset

## Notes

- [P] marks what may be done beside other things
`,
    defects: [
      ['**Why this priority**: without it there is no reset\n\n', '', 'step-fields|section-content', /User Story 1/],
      ['**FR-003**', '**FR-002**', 'step-sequence', /FR-002.*log/],
      ['2026-02-11', '[DATE]', 'no-placeholder', /\[DATE\]/],
      [/## Requirements\n\n(?:- .*\n)+/, '', 'required-sections', /./],
      ['### User Story 1 -', '### User Story 2 -', 'step-sequence', /User Story 2/],
      [
        'Someone who forgot the password asks for a link.',
        '[Tell the journey in plain words]',
        'no-placeholder',
        /Tell the journey/
      ]
    ]
  },
  'a task plan with numbered steps': {
    template: `# [Feature] Implementation Plan

**Goal:** [One sentence]

## Files

\`\`\`text
src/
  example.ts
\`\`\`

## Task N: [Component]

**Files:** [paths]

**Verify**: \`[command]\`

## Done When

- [ ] All tests pass
- [ ] The changelog has an entry
`,
    plan: `# Cache Implementation Plan

**Goal:** Keep answers for an hour

## Files

\`\`\`text
src/
  cache.ts
\`\`\`

## Task 1: The store

**Files:** \`src/cache.ts\`

**Verify**: \`npm test -- cache\`

## Task 2: The clock

**Files:** \`src/cache.ts\`

**Verify**: \`npm test -- clock\`

## Done When

- [ ] All tests pass
- [ ] The changelog has an entry
`,
    defects: [
      ['**Goal:** Keep answers for an hour\n\n', '', 'metadata', /./],
      ['## Task 2:', '## Task 3:', 'step-sequence', /Task 3/],
      ['**Verify**: `npm test -- clock`\n\n', '', 'step-verification', /Task 2/],
      [
        '**Files:** `src/cache.ts`\n\n**Verify**: `npm test -- clock`',
        '**Verify**: `npm test -- clock`',
        'step-fields',
        /Task 2/
      ],
      ['- [ ] The changelog has an entry\n', '', 'completion-checklist', /Done When|All tests/],
      [/```text\n[^]*?```\n/, '', 'section-content|file-tree', /Files/]
    ]
  },
  'a story with acceptance criteria': {
    template: `# Story {{epic}}.{{story}}: {{title}}

## Status

Draft | Approved | Done

## Story

**As a** {{role}},
**I want** {{action}},
**so that** {{benefit}}

## Acceptance Criteria

1. {{criterion}}
2. {{criterion}}

## Tasks

- [ ] {{task}}
  - [ ] {{subtask}}

## Dev Notes

<!-- What the developer must know. -->

## Change Log

| Date | Version | Description |
| ---- | ------- | ----------- |
`,
    plan: `# Story 1.2: Sign in

## Status

Approved

## Story

**As a** customer,
**I want** to sign in,
**so that** I see my orders

## Acceptance Criteria

1. A wrong password is told of

## Tasks

- [ ] The form
  - [ ] Its labels

## Dev Notes

The form lives in the account package.

## Change Log

| Date | Version | Description |
| ---- | ------- | ----------- |
| 2026-04-01 | 1 | First |
`,
    defects: [
      ['1. A wrong password is told of\n', '', 'section-content', /Acceptance Criteria/],
      ['The form lives in the account package.\n', '', 'section-content', /Dev Notes/],
      ['- [ ] The form\n  - [ ] Its labels\n', 'We shall see.\n', 'section-content', /Tasks/],
      ['# Story 1.2: Sign in', '# Story 1.2: {{title}}', 'no-placeholder', /title/],
      ['| Date | Version | Description |', '| Date | Version | What |', 'section-content', /Change Log|Date/],
      [/## Story\n\n(?:\*\*.*\n)+\n/, '', 'required-sections', /./]
    ]
  },
  'a work order with emphasised labels, conditions and code in headings': {
    template: `# Work order: [Name]

**Owner:** [Who]

## Why

*Say in a sentence or two what hurts today.*

## Changes to \`read_feed\`

*What is needed*

- [change]

*Definition of done*

- [check]

## Documents

**Guide:** [what changes in it]

**Changelog** (if users see it): [the line]

**If nothing is written, say why:** nobody sees the change

**Guide for operators** (if they notice): a page on what they see
`,
    plan: `# Work order: feeds on disk

**Owner:** Nadia

## Why

The network drops twice a day.

## Changes to \`read_feed\`

*What is needed*

- A copy on disk

*Definition of done*

- A second run reads no network

## Documents

**Guide:** the page on reading says where copies lie
`,
    defects: [
      ['**Owner:** Nadia', '', 'metadata', /Work order/],
      ['The network drops twice a day.\n', '', 'section-content', /Why/],
      ['- A copy on disk', '- [change]', 'no-placeholder', /change/],
      [
        '**Guide:** the page on reading says where copies lie\n',
        'Readers find it.\n',
        'section-content',
        /Documents|Readers/
      ],
      [/## Changes[^]*?(?=## Documents)/, '', 'required-sections', /./]
    ]
  }
}
