#!/usr/bin/env node
/** The built command: the version at once, anything else by the bundle. */
import {loadBundle} from './code-cache.ts'
import {version} from './version.ts'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(version + '\n')
else {
  const {exports: {processIo, run}, remember} = loadBundle(new URL('cli/main.cjs', import.meta.url))
  const io = processIo()
  process.exitCode = await run(argv, io)
  if (io.judged) remember()
}
