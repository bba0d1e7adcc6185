/** The command line as one bundle: what `start.ts` loads, with V8's bytecode of an earlier run beside it. */
export { run } from '../run.ts'
export { serveThread } from './pool-thread.ts'
export { work } from './worker.ts'
