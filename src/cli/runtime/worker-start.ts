/** The built worker, and a thread of the crew: the same bundle, and the same bytecode. */
import { workerData } from 'node:worker_threads'
import { loadBundle } from './code-cache.ts'

const { help, work } = loadBundle(new URL('main.cjs', import.meta.url)).exports
if (workerData === 'crew') help()
else work()
