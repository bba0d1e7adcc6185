/** What the kernel saw a process do: programs started, files opened, connections. Needs strace. */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export interface Trace {
  code: number | null
  stdout: string
  stderr: string
  programs: string[][]
  /** Looked at in any way. */ files: string[]
  /** By planlint itself, not by git. */ opened: string[]
  connections: string[]
}

/** Whether processes can be traced here: strace is there, and may. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-e', 'trace=execve', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** @param log where the trace goes, outside of `cwd` */
export function trace(argv: string[], cwd: string, log: string, env: Record<string, string> = {}): Trace {
  const { status, stdout, stderr } = spawnSync(
    'strace',
    [
      '-f',
      '-s',
      '4096',
      '-e',
      'trace=execve,open,openat,openat2,stat,lstat,readlink,statx,newfstatat,connect',
      '-o',
      log,
      process.execPath,
      ...argv
    ],
    { cwd, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 26 }
  )
  const calls = fs.readFileSync(log, 'utf8').split('\n')
  const others = new Set(
    calls.flatMap(call => (/\bexecve\("/.test(call) && / = 0$/.test(call) ? [call.split(' ')[0]!] : [])).slice(1)
  )
  return {
    code: status,
    stdout,
    stderr,
    programs: calls.flatMap(call => (/\bexecve\("/.test(call) && / = 0$/.test(call) ? [quoted(call)] : [])),
    files: calls.flatMap(call =>
      /^\d+ +(?:open|openat|openat2|stat|lstat|readlink|statx|newfstatat)\(/.test(call)
        ? [path.resolve(cwd, quoted(call)[0] ?? '.')]
        : []
    ),
    opened: calls.flatMap(call =>
      /^\d+ +(?:open|openat|openat2)\(/.test(call) && !/ = -1 /.test(call) && !others.has(call.split(' ')[0]!)
        ? [path.resolve(cwd, quoted(call)[0] ?? '.')]
        : []
    ),
    connections: calls.filter(call => /\bconnect\(/.test(call) && !/AF_UNIX/.test(call))
  }
}

/** The strings of a call, without the environment, which strace does not print. */
function quoted(call: string): string[] {
  return Array.from(call.matchAll(/"((?:[^"\\]|\\.)*)"/g), match => match[1]!)
}
