import { folderOf } from '../util/path.ts'

/** The path of a file that is named from the folder of another; undefined where it would lie above everything. */
export function pathBeside(path: string, name: string): string | undefined {
  const parts = folderOf(path)
    .split('/')
    .filter(part => part !== '')
  for (const part of name.split('/')) {
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else return undefined
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`
}

/** How a file is called from the folder of another: `spec.md`. */
export function nameFrom(path: string, other: string): string {
  const folder = folderOf(path)
  return folder !== '' && other.startsWith(`${folder}/`) ? other.slice(folder.length + 1) : other
}
