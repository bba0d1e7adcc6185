import { expect, test } from 'vitest'
import { lintText } from '../../src/index.ts'
import { listing, textOf } from '../rules/listing.ts'

const profile = listing()

const linted = (files: string, comment = ''): { skipped: string[]; rules: string[] } => {
  const text = textOf({ tree: ['src/a.ts <new>', 'src/b.ts <new>'], steps: [files], text: comment })
  const options = { reportUnusedDisableDirectives: comment !== '' }
  const { skipped, findings } = lintText(text, { profiles: [profile], forced: profile.name, options })
  return { skipped, rules: findings.map(({ rule }) => rule) }
}

test('a rule that finds something in the text alone was not skipped', () => {
  const { skipped, rules } = linted('`src/a.ts`')
  expect(rules).toContain('step-order')
  expect(skipped).toEqual(['command-exists', 'path-exists'])
})

test('one that finds nothing there could not run', () => {
  const { skipped, rules } = linted('`src/a.ts`, `src/b.ts`')
  expect(rules).not.toContain('step-order')
  expect(skipped).toContain('step-order')
})

test('a comment for it may have an effect where a repository answers', () => {
  expect(linted('`src/a.ts`, `src/b.ts`', '<!--lint disable step-order-->').rules).not.toContain('lint-comment')
  expect(linted('`src/a.ts`, `src/b.ts`', '<!--lint disable vague-wording-->').rules).toContain('lint-comment')
})
