/** The real world as the command line sees it. */
import type {Io} from './io.ts'

/** A closed pipe (`planlint | head`) ends the run quietly, with the code that Unix tools are known for. */
const brokenPipe = 141

export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endOnBrokenPipe)
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    get stdin() {
      return process.stdin
    },
    cwd: process.cwd(),
    env: process.env,
    isTTY: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 80
  }
}

function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(brokenPipe)
}
