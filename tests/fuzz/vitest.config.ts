/** The tests that need no built package: for mutation testing, and for fuzzing alone (`npm run fuzz`). */
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** `1`: all tests that judge; else a glob of those that do. */
const mutating = process.env['PLANLINT_MUTATE']
const judging = ['tests/rules/fixtures.test.ts', 'tests/guard/{front-matter,pattern,deep}.test.ts', 'tests/plan/*.test.ts', 'tests/cli/{read,write}.test.ts', 'tests/repo-rules/*.test.ts', 'tests/hostile/mutants.test.ts']

export default defineConfig({
  root: path.join(import.meta.dirname, '../..'),
  test: { include: mutating === '1' ? judging : mutating ? [mutating] : ['tests/{fuzz,hostile}/*.test.ts'], testTimeout: 60_000 }
})
