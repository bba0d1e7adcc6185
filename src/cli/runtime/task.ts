import type { PlanlintOptions } from '../../options.ts'
import type { FileReport } from '../../types.ts'
import type { LinterEnv } from './services.ts'

/** A text to lint, as it crosses to the worker; `where` is shared, and says which rule runs. */
export interface Task {
  text: string
  path: string | undefined
  options: PlanlintOptions
  env: LinterEnv
  where?: SharedArrayBuffer
}

/** What the worker says: once that it is there, then a report for each task. */
export type Said = 'ready' | FileReport
