#!/usr/bin/env node
/** The built command: the version at once, anything else by the bundle. */
import { loadBundle } from './code-cache.ts'
import { version } from '../version.ts'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(version + '\n')
else void start()

async function start(): Promise<void> {
  if (process.versions.v8.startsWith('11.')) {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    // V8 11 optimises functions so early that a run of some hundred plans is half over before it pays: 1.5 × the processor time. Later versions do it in steps, and know no such flag.
    setFlagsFromString('--interrupt-budget=792000')
    // It also lets each thread's heap grow to several times of what is in use: a fifth more memory over thousands of plans.
    setFlagsFromString('--heap-growing-percent=50')
  }
  const {
    exports: { processIo, run },
    remember
  } = loadBundle(new URL('cli/main.cjs', import.meta.url))
  const io = processIo()
  io.onWarm = remember
  process.exitCode = await run(argv, io)
  if (io.judged) remember()
}
