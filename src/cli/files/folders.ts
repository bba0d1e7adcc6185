/** Folders on the way to a file. Node's own recursive `mkdir` never comes to an end in file systems that refuse new folders with `ENOENT`, such as `/proc`. */
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it, where they are missing.
 *
 * @throws what the file system says
 */
export function makeFolders(folder: string, mode = 0o777): void {
  const missing: string[] = []
  for (let at = folder; !statSync(at, { throwIfNoEntry: false })?.isDirectory(); at = path.dirname(at)) {
    missing.push(at)
    if (path.dirname(at) === at) break
  }
  for (const each of missing.toReversed()) {
    try {
      mkdirSync(each, { mode })
    } catch (error) {
      // Another process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(each).isDirectory()) throw error
    }
  }
}
