/** The commands of an ExecPlan's Concrete Steps are to be run, as those of any step. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import { holding } from '../rules/listing.ts'
import { validPlan } from './inject.ts'

const repo = holding(['gates/read.py', 'tests/test_read.py'], { scripts: { test: 'vitest' } })
const valid = validPlan('execplan', 'valid-1')
const told = (steps: string): string[] =>
  lintText(valid.replace(/(?<=## Concrete Steps\n\n)[^]*?(?=\n## )/, `${steps}\n`), {
    path: '.agent/plans/gates.md',
    now: Date.parse('2026-06-01'),
    repo
  })
    .findings.filter(({ rule }) => rule === 'command-exists' || rule === 'verification-quality')
    .map(({ message }) => message)
const unknown = ['Unknown script "gate": package.json has none of that name']

describe('a command of Concrete Steps', () => {
  it.each([
    '    npm run gate',
    '```sh\nnpm test\nnpm run gate\n```',
    '1. Run `npm run gate`.',
    'From the top, `npm run gate` shows seven gates.'
  ])('is looked up: %j', steps => expect(told(steps)).toEqual(unknown))

  it.each([
    '    npm test',
    'Do not run `npm run gate`.',
    'Remove the script `npm run gate`.',
    'Add the script `gate` to `package.json`, and run it:\n\n    npm run gate',
    'Write `tests/test_table.py`, and run it:\n\n    python -m pytest tests/test_table.py',
    'Look at it:\n\n    npm run dev --if-present\n    echo done'
  ])('is there, made here or not to be run: %j', steps => expect(told(steps)).toEqual([]))
})
