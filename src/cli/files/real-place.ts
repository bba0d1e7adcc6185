import fs from 'node:fs'
import path from 'node:path'

/** Where a path leads to, links followed; of what is not there yet: where its folder really lies. */
export function realPlace(file: string): string {
  try {
    return fs.realpathSync(file)
  } catch {
    const folder = path.dirname(file)
    return folder === file ? file : path.join(realPlace(folder), path.basename(file))
  }
}
