/** Tells when something in a changing set of folders changes. */
import fs from 'node:fs'
import path from 'node:path'
import { UsageError } from '../io.ts'
import { isRelevant } from './watch-folders.ts'

interface Watcher {
  /** Looks at these folders from now on, and no longer at others. @throws {UsageError} when the system has no more watches */
  watch(folders: ReadonlySet<string>): void
  /** Waits for a change, then until `quiet` milliseconds without one have passed. @returns false when watching has ended */
  change(quiet: number): Promise<boolean>
  end(): void
}

/** @param counts whether a file (absolute) is of interest */
export function createWatcher(counts: (file: string) => boolean): Watcher {
  const watches = new Map<string, fs.FSWatcher>()
  let isChanged = false
  let isOver = false
  let wake = (): void => {}
  const note = (): void => {
    isChanged = true
    wake()
  }
  return {
    watch(folders) {
      for (const [folder, watch] of watches) if (!folders.has(folder)) drop(folder, watch)
      if (!isOver) for (const folder of folders) if (!watches.has(folder)) add(folder)
    },
    async change(quiet) {
      while (!isChanged && !isOver) await new Promise<void>(resolve => (wake = resolve))
      while (isChanged && !isOver) {
        isChanged = false
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, quiet)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      return !isOver
    },
    end() {
      isOver = true
      for (const [folder, watch] of watches) drop(folder, watch)
      wake()
    }
  }

  function add(folder: string): void {
    try {
      const watch = fs.watch(folder, (_, name) => {
        // A new folder has no ending: plans may come in it.
        if (name === null || ((isRelevant(name) || !name.includes('.')) && counts(path.join(folder, name)))) note()
      })
      watch.on('error', () => drop(folder, watch))
      watches.set(folder, watch)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return
      throw new UsageError(
        `Too many folders to watch (${code ?? String(error)}): name fewer paths, or raise the system's limit`
      )
    }
  }

  function drop(folder: string, watch: fs.FSWatcher): void {
    watches.delete(folder)
    watch.close()
  }
}
