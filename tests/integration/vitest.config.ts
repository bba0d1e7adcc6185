/** Tests that install from a registry or need a minute: `npx vitest run --config tests/integration/vitest.config.ts`. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { asShipped } from '../as-shipped.ts'

export default defineConfig({
  plugins: [asShipped()],
  root: path.join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/integration/*.slow.ts'],
    globalSetup: 'tests/pack/build.ts',
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false
  }
})
