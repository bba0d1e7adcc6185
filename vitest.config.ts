import { defineConfig } from 'vitest/config'
import { asShipped } from './tests/as-shipped.ts'

export default defineConfig({
  plugins: [asShipped()],
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    globalSetup: 'tests/pack/build.ts',
    testTimeout: 120_000
  }
})
