#!/usr/bin/env node
import { processIo } from './process-io.ts'
import { run } from '../run.ts'

const io = processIo()
process.exitCode = io ? await io.end(await run(process.argv.slice(2), io)) : 2
