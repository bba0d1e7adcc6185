/** `.remarkignore` as remark honours it: the nearest one upwards of a file alone counts, relative to its folder. */
import fs from 'node:fs'
import path from 'node:path'
import ignore from 'ignore'
import type { Ignore } from 'ignore'

interface IgnoreFile {
  base: string
  rules: Ignore
}

/** @returns tells of an absolute path the `.remarkignore` that leaves it out, or undefined */
export function createRemarkIgnore(): (file: string) => string | undefined {
  const folders = new Map<string, IgnoreFile | undefined>()

  function nearest(folder: string): IgnoreFile | undefined {
    if (folders.has(folder)) return folders.get(folder)
    const parent = path.dirname(folder)
    const found = read(folder) ?? (parent === folder ? undefined : nearest(parent))
    folders.set(folder, found)
    return found
  }

  return file => {
    const found = nearest(path.dirname(file))
    if (!found) return undefined
    const relative = path.relative(found.base, file).split(path.sep).join('/')
    return found.rules.ignores(relative) ? path.join(found.base, '.remarkignore') : undefined
  }
}

function read(folder: string): IgnoreFile | undefined {
  const file = path.join(folder, '.remarkignore')
  try {
    return { base: folder, rules: ignore().add(fs.readFileSync(file, 'utf8')) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
