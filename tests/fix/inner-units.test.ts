/** What is numbered inside of units is no reference to them. */
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'

const task = (number: number, ...steps: string[]): string =>
  `### Task ${number}: Part ${number}\n\n**Files:**\n- Create: \`src/part-${number}.ts\`\n\n` +
  steps
    .map((step, i) => `- [ ] **Step ${i + 1}: ${step}**\n\nRun: \`npx tsc --noEmit\`\nExpected: no errors\n`)
    .join('\n')

const isSafe = (more: string): boolean | undefined => {
  const head = `# Gate Implementation Plan\n\n**Goal:** Refuse writes.\n\n**Architecture:** A gate.${more}\n\n**Tech Stack:** Node\n\n`
  const text = `${head}${task(1, 'Count', 'Count again')}\n${task(3, 'Show it')}`
  return lintText(text, { path: 'docs/superpowers/plans/gate.md' })
    .findings.flatMap(({ rule, fixes = [] }) => (rule === 'step-sequence' ? fixes : []))
    .at(0)?.safe
}

test('steps in boxes hold no renumbering of tasks', () => expect(isSafe('')).toBe(true))
test('what may be a task does', () => expect(isSafe(' See 3 below.')).toBe(false))
