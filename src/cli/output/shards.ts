import type { RunReport } from '../../types.ts'

/** One of several shares of the plans, counted from 1. */
export type Shard = NonNullable<RunReport['shard']>

/** So many shares may there be. */
export const mostShards = 10_000
