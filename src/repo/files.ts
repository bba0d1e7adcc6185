import { ancestors, baseOf, folderOf } from './paths.ts'

/** How a listed path is kept: a nested repository is a submodule or an untracked clone, and not looked into. */
export type FileKind = 'file' | 'link' | 'repository'

/** What is in the work tree (and, for `tracked`, in the index). */
export interface Files {
  /** Present paths. */
  kinds: Map<string, FileKind>
  /** Paths of the index, also those deleted from the work tree. */
  tracked: Set<string>
}

const modes: Record<string, FileKind> = { '120000': 'link', '160000': 'repository' }

/** The kind behind a git file mode. */
export function kindOf(mode: string): FileKind {
  return modes[mode] ?? 'file'
}

/**
 * Reads `git ls-files -z -t -s -c -o -d`: `H <mode> <oid> <stage>\t<path>` for the index, the same with `R` where the
 * work tree lacks the file, `? <path>` for untracked files (a nested repository ends in `/`).
 */
export function parseFiles(raw: string): Files {
  const kinds = new Map<string, FileKind>()
  const tracked = new Set<string>()
  for (let start = 0; start < raw.length;) {
    const end = raw.indexOf('\0', start)
    if (end === -1) break
    if (raw[start] === '?') addUntracked(kinds, raw.slice(start + 2, end))
    else {
      const path = raw.slice(raw.indexOf('\t', start) + 1, end)
      tracked.add(path)
      if (raw[start] === 'R') kinds.delete(path)
      else kinds.set(path, kindOf(raw.slice(start + 2, start + 8)))
    }
    start = end + 1
  }
  return { kinds, tracked }
}

function addUntracked(kinds: Map<string, FileKind>, path: string): void {
  if (path.endsWith('/')) kinds.set(path.slice(0, -1), 'repository')
  else kinds.set(path, 'file')
}

/** Folders with the names of what they hold. */
export type Folders = Map<string, string[]>

/** Lists folders from paths, in one linear pass. */
export function indexFolders(paths: Iterable<string>): Folders {
  const folders: Folders = new Map([['', []]])
  for (const path of paths) {
    const folder = folderOf(path)
    if (!folders.has(folder)) openFolders(folders, path)
    folders.get(folder)?.push(baseOf(path))
  }
  return folders
}

function openFolders(folders: Folders, path: string): void {
  for (const folder of ancestors(path)) {
    if (folders.has(folder)) continue
    folders.set(folder, [])
    folders.get(folderOf(folder))?.push(baseOf(folder))
  }
}
