/** Parts of a lint run that are loaded only when their option is given. */
import type { Stage } from './stage.ts'

/** By the stages' names, in the order in which they act. */
export const stages: Record<string, () => Promise<Stage>> = {
  since: async () => (await import('./since.ts')).stage,
  staged: async () => (await import('./staged.ts')).createStage(),
  shard: async () => (await import('./shard.ts')).stage,
  fix: async () => (await import('./fix.ts')).stage,
  cache: async () => (await import('./cache.ts')).createStage(),
  compare: async () => (await import('./compare.ts')).stage,
  baseline: async () => (await import('./baseline.ts')).stage,
  watch: async () => (await import('./watch.ts')).stage
}
