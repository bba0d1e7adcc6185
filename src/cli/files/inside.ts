import fs from 'node:fs'
import path from 'node:path'

/** Does a path lie in a folder, or is it the folder itself? Both absolute; links are not followed. */
export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !path.isAbsolute(way)
}

/** Where a path leads to, links followed; of what is not there yet: where its folder really lies. */
export function realPlace(file: string): string {
  try {
    return fs.realpathSync(file)
  } catch {
    const folder = path.dirname(file)
    return folder === file ? file : path.join(realPlace(folder), path.basename(file))
  }
}
