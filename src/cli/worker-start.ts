/** The built worker: the same bundle, and the same bytecode. */
import {loadBundle} from './code-cache.ts'

loadBundle(new URL('main.cjs', import.meta.url)).exports.work()
