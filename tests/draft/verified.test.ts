/** Whether a template asks for a command where it says how a step is verified. */
import { expect, test } from 'vitest'
import { draft, told } from './drafting.ts'
import { sectionOf } from './small.ts'

const verification = (body: string): unknown => {
  const { section } = sectionOf(`### Step 1: {what}\n\n${body}`)
  return (section.units as { verification?: unknown } | undefined)?.verification
}

test.each([
  ['a command of its own beside it', '**Command**: `{command}`\n**Check**: {how it is seen}\n', 'optional'],
  ['words', '**Files**: {which}\n**Verify**: {how it is seen}\n', 'optional'],
  ['a command', '**Verify**: `{command}`\n', 'preferred'],
  ['a blank for one', '**Verify**: {command to run}\n', 'preferred'],
  ['a label for one', '**Run**: {what}\n**Expected**: {what it shows}\n', 'preferred'],
  ['nothing said', '**Verify**:\n', 'preferred']
])('%s', (_, body, command) => {
  expect(verification(body)).toMatchObject({ command })
})

test('it is said', () => {
  expect(sectionOf('### Step 1: {what}\n\n**Command**: `{command}`\n**Check**: {how it is seen}\n').guesses).toContain(
    '"Check": how it is seen that it is done, in any words, as the command is under "Command"'
  )
})

test('a sentence will do, but one that says something', () => {
  const template =
    '# {name}\n\n## Steps\n\n### Step 1: {what}\n\n**Command**: `{command}`\n**Check**: {how it is seen}\n'
  const { profile } = draft(template)
  const plan = (check: string): string =>
    `# Quay\n\n## Steps\n\n### Step 1: Sound the basin\n\n**Command**: \`sound --deep\`\n**Check**: ${check}\n`
  expect(told(plan('The chart shows ten metres at the pier.'), profile)).toEqual([])
  expect(told(plan('It works.'), profile)).toHaveLength(1)
})
