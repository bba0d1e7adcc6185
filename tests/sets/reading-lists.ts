/** A spec-kit feature in three files that are one plan, and without a defect. */
export const spec = `# Feature Specification: Reading lists

**Feature Branch**: \`001-reading-lists\` | **Created**: 2026-01-05 | **Status**: Draft
**Input**: "People want to keep lists of books."

## User Scenarios & Testing

### User Story 1 - Make a list (Priority: P1)

A reader makes a list and puts books on it.

**Why this priority**: Nothing else works without a list.

**Independent Test**: Make a list and look at it.

**Acceptance Scenarios**:

1. **Given** a reader, **When** they make a list, **Then** it is shown.

### User Story 2 - Share a list (Priority: P2)

A reader sends a list to a friend.

**Why this priority**: Lists are made for others.

**Independent Test**: Send one list.

**Acceptance Scenarios**:

1. **Given** a list, **When** it is sent, **Then** the friend sees it.

### Edge Cases

- A list without a book is shown as empty.

## Requirements

### Functional Requirements

- **FR-001**: The system MUST keep lists.
- **FR-002**: The system MUST send a list to one friend.
- **FR-003**: The system MUST show lists in the order in which they were made.

### Non-Functional Requirements

- **FR-010**: The system MUST answer within a second.

## Success Criteria

### Measurable Outcomes

- **SC-001**: A list is made in under 10 seconds.
`

export const plan = `# Implementation Plan: Reading lists

**Branch**: \`001-reading-lists\` | **Date**: 2026-01-06 | **Spec**: [spec.md](spec.md)

## Summary

Lists are kept in one table, and sent by mail.

## Technical Context

**Language/Version**: TypeScript 5.9
**Testing**: vitest

## Constitution Check

Tests come first: yes, each story begins with one.

## Project Structure

### Documentation (this feature)

\`\`\`text
specs/001-reading-lists/
├── spec.md
├── plan.md
└── tasks.md
\`\`\`

### Source Code (repository root)

\`\`\`text
src/
├── lists.ts
├── mail/
│   └── send.ts
└── page.ts
tests/
└── lists.test.ts
\`\`\`

**Structure Decision**: One package, since there is one page.
`

export const tasks = `# Tasks: Reading lists

## Phase 1: Setup

- [ ] T001 Begin \`src/lists.ts\`

## Phase 2: User Story 1 - Make a list (P1)

**Independent Test**: Make a list and look at it.

- [ ] T002 [US1] Keep lists in \`src/lists.ts\` (FR-001, FR-003)
- [ ] T003 [US1] Show them in \`src/page.ts\` (FR-010, SC-001)

## Phase 3: User Story 2 - Share a list (P2)

**Independent Test**: Send one list.

- [ ] T004 [US2] Send a list in \`src/mail/send.ts\` (FR-002, unlike FR-009 of 002-mail)
`

/** By name, as they lie in the folder of the feature. */
export const files = { 'spec.md': spec, 'plan.md': plan, 'tasks.md': tasks }

/** The same below a folder. */
export function at(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
}
