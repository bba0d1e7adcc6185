/** `--watch`: judges again whenever a plan or its configuration changes, until Ctrl+C. */
import path from 'node:path'
import type { LintSettings } from '../args/settings.ts'
import { UsageError } from '../io.ts'
import type { Io } from '../io.ts'
import type { Stage } from './stage.ts'
import { watchedFolders } from './watch-folders.ts'
import { createWatcher } from './watcher.ts'

/** Milliseconds: an editor writes in several steps. */
const quiet = 100

/** On a terminal: the screen, what was scrolled away, the first line. */
const clearScreen = '\u001B[2J\u001B[3J\u001B[H'

export const stage: Stage = {
  options: [{ name: 'watch', kind: 'boolean', group: 'Other', description: 'Judge again whenever a plan changes' }],
  check({ patterns }) {
    if (patterns.includes('-')) throw new UsageError('Conflicting --watch and "-": standard input does not change')
  },
  async around(once, settings, io) {
    const own = ownFiles(settings, io.cwd)
    const watcher = createWatcher(file => !own.has(file))
    const stop = (): void => watcher.end()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    try {
      // Watched before the first run, so that nothing that changes meanwhile is missed.
      watcher.watch(watchedFolders(settings, io.cwd))
      for (let isFirst = true; ; isFirst = false) {
        await runOnce(once, isFirst, io)
        watcher.watch(watchedFolders(settings, io.cwd))
        io.stderr.write('planlint: watching for changes, Ctrl+C ends\n')
        if (!(await watcher.change(quiet))) return 0
        if (io.isTTY) io.stdout.write(clearScreen)
      }
    } finally {
      watcher.end()
      process.off('SIGINT', stop).off('SIGTERM', stop)
    }
  }
}

/** What the user asked for wrongly ends the first run; later ones go on, since the next change may fix it. */
async function runOnce(once: () => Promise<unknown>, isFirst: boolean, io: Io): Promise<void> {
  try {
    await once()
  } catch (error) {
    if (isFirst || !(error instanceof UsageError)) throw error
    io.stderr.write(`planlint: ${error.message}\n`)
  }
}

/** What planlint itself writes must not start it again. */
function ownFiles({ outputs, values }: LintSettings, cwd: string): Set<string> {
  const names = [...outputs.map(output => output.file), values.get('baseline'), values.get('cache-location')]
  return new Set(names.filter(name => typeof name === 'string').map(name => path.resolve(cwd, name)))
}
