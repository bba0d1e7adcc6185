/** The real world as the command line sees it: one sink for all that goes out, which never throws and knows when something was lost. */
import type { ExitCode, Io, Sink } from '../io.ts'

export interface ProcessIo extends Io {
  /**
   * Waits until all is written.
   *
   * @returns the exit code: 2 where standard output took less than it was given
   */
  end(code: ExitCode): Promise<ExitCode>
}

/** @returns undefined where the working folder is gone: said, and nothing can be done */
export function processIo(): ProcessIo | undefined {
  const out = sinkOf(process.stdout)
  const err = sinkOf(process.stderr)
  const cwd = workingFolder()
  if (cwd === undefined) {
    err.write('planlint: The working folder is gone: go to one that is there\n')
    return undefined
  }
  return {
    stdout: out,
    stderr: err,
    get stdin() {
      return process.stdin
    },
    cwd,
    env: process.env,
    isTTY: process.stdout.isTTY === true,
    get isInputTTY() {
      return process.stdin.isTTY === true
    },
    isErrorTTY: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 80,
    async end(code) {
      const lost = await out.lost()
      if (lost === undefined) return code
      err.write(`planlint: Standard output can't be written: ${lost}\n`)
      return 2
    }
  }
}

function workingFolder(): string | undefined {
  try {
    return process.cwd()
  } catch {
    return undefined
  }
}

function sinkOf(stream: NodeJS.WriteStream): Sink & { lost(): Promise<string | undefined> } {
  let lost: string | undefined
  const lose = (error: NodeJS.ErrnoException): void => {
    // `planlint | head`: nobody reads on, and that is no failure.
    if (error.code !== 'EPIPE') lost ??= error.code ?? String(error)
  }
  stream.on('error', lose)
  const write = (text: string, done?: () => void): void => {
    try {
      stream.write(text, done)
    } catch (error) {
      lose(error as NodeJS.ErrnoException)
      done?.()
    }
  }
  return {
    write,
    async lost() {
      if (lost === undefined && !stream.destroyed) await new Promise<void>(resolve => write('', resolve))
      // What a write comes to is told a moment later.
      await new Promise(setImmediate)
      return lost
    }
  }
}
