/** A help that says what number to write works to the letter: who follows it has nothing left to mend. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const opening = `# Tide bell implementation plan

> **For agentic workers:** REQUIRED SUB-SKILL: Use superpowers:executing-plans

**Goal:** Ring with the tide.

**Architecture:** One bell, one rope.

**Tech Stack:** TypeScript

`
const plan = (numbers: readonly number[]): string =>
  opening +
  numbers
    .map(
      (number, i) =>
        `### Task ${number}: Part ${i}\n\n**Files:**\n- Create: \`src/part-${i}.ts\`\n\n- [ ] **Step 1: Write it**\n\nRun: \`npm test\`\nExpected: PASS\n\n`
    )
    .join('')

const judge = (numbers: readonly number[]) =>
  lintText(plan(numbers), { path: 'docs/superpowers/plans/2026-03-02-tide-bell.md' }).findings

/** The numbers once somebody did what the help says, and no more. */
function followed(numbers: readonly number[], at: number, help: string): number[] {
  const [, to, from] =
    /^Renumber it to (\d+)(?:, and those behind it from (\d+) on)?(?:, or add the missing task)?$/.exec(help)!
  return numbers.map((number, i) =>
    i < at ? number : i === at ? Number(to) : from === undefined ? number : Number(from) + i - at - 1
  )
}

describe('the help of a number', () => {
  it.each([
    [[1, 2, 2, 3]],
    [[1, 2, 2, 4]],
    [[1, 2, 2]],
    [[1, 3]],
    [[1, 3, 4]],
    [[1, 2, 4, 5]],
    [[0, 1, 1, 2]],
    [[0, 2, 3, 4]]
  ])('%j', numbers => {
    const findings = judge(numbers)
    expect(findings.map(({ rule }) => rule)).toEqual(['step-sequence'])
    const [{ help, place }] = findings as [(typeof findings)[0]]
    const at =
      plan(numbers)
        .split('\n')
        .slice(0, place.start.line)
        .filter(line => line.startsWith('### ')).length - 1
    expect(judge(followed(numbers, at, help!))).toEqual([])
  })
})

describe('the title of what lacks units', () => {
  it('is the one that the document has', () =>
    expect(judge([]).map(({ message }) => message)).toContain('Missing tasks in "Tide bell implementation plan"'))
})
