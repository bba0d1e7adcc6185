/** The tests that need no built package: for fuzzing alone (`npm run fuzz`). */
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { asShipped } from '../as-shipped.ts'

export default defineConfig({
  plugins: [asShipped()],
  root: path.join(import.meta.dirname, '../..'),
  test: { include: ['tests/{fuzz,hostile}/*.test.ts'], testTimeout: 60_000 }
})
