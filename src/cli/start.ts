#!/usr/bin/env node
/** The built command: the version at once, anything else by the bundle. */
import {loadBundle} from './code-cache.ts'
import {version} from './version.ts'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(version + '\n')
else void start()

async function start(): Promise<void> {
  // V8 11 optimises functions so early that a run of some hundred plans is half over before it pays: 1.5 × the processor time. Later versions do it in steps, and know no such flag.
  if (process.versions.v8.startsWith('11.')) process.getBuiltinModule('node:v8').setFlagsFromString('--interrupt-budget=528000')
  const {exports: {processIo, run}, remember} = loadBundle(new URL('cli/main.cjs', import.meta.url))
  const io = processIo()
  io.onWarm = remember
  process.exitCode = await run(argv, io)
  if (io.judged) remember()
}
