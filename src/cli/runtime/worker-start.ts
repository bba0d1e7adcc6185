/** The built worker, and a thread of the pool: the same bundle, and the same bytecode. */
import { workerData } from 'node:worker_threads'
import { loadBundle } from './code-cache.ts'

const { serveThread, work } = loadBundle(new URL('main.cjs', import.meta.url)).exports
if (workerData === 'pool') serveThread()
else work()
