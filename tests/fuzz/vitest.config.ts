/** The tests that need no built package: for fuzzing alone (`npm run fuzz`). */
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.join(import.meta.dirname, '../..'),
  test: { include: ['tests/{fuzz,hostile}/*.test.ts'], testTimeout: 60_000 }
})
