#!/usr/bin/env node
/** The built command: the version at once, anything else by the bundle. */
import { loadBundle } from './code-cache.ts'
import { processIo } from './process-io.ts'
import type { ProcessIo } from './process-io.ts'
import { version } from '../version.ts'

const argv = process.argv.slice(2)
const io = processIo()
if (io) void start(io)
else process.exitCode = 2

async function start(io: ProcessIo): Promise<void> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
    io.stdout.write(version + '\n')
    process.exitCode = await io.end(0)
    return
  }
  if (process.versions.v8.startsWith('11.')) {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    // V8 11 optimises functions so early that a run of some hundred plans is half over before it pays: 1.5 × the processor time. Later versions do it in steps, and know no such flag.
    setFlagsFromString('--interrupt-budget=500000')
    // It also lets each thread's heap grow to several times of what is in use: a fifth more memory over thousands of plans.
    setFlagsFromString('--heap-growing-percent=50')
  }
  const {
    exports: { run },
    remember
  } = loadBundle(new URL('cli/main.cjs', import.meta.url))
  io.onWarm = remember
  process.exitCode = await io.end(await run(argv, io))
  if (io.linted) remember()
}
