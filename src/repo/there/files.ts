import { ancestors, baseOf, folderOf } from '../paths.ts'

/** How a listed path is kept: a nested repository is a submodule or an untracked clone, and not looked into. */
export type FileKind = 'file' | 'link' | 'repository'

/** Paths that git listed. */
export interface Files {
  kinds: Map<string, FileKind>
  /** Paths of the index that git leaves out of the work tree: they count as there. */
  skipped: Set<string>
}

const modes: Record<string, FileKind> = { '120000': 'link', '160000': 'repository' }

/** The kind behind a git file mode. */
export function fileKind(mode: string): FileKind {
  return modes[mode] ?? 'file'
}

/**
 * Reads `git ls-files -z -t`: `H <mode> <oid> <stage>\t<path>` for the index, `S` for what a sparse checkout leaves out, `? <path>` for untracked files (a nested
 * repository ends in `/`).
 */
export function parseFiles(raw: string): Files {
  const kinds = new Map<string, FileKind>()
  const skipped = new Set<string>()
  for (let start = 0; start < raw.length;) {
    const end = raw.indexOf('\0', start)
    if (end === -1) break
    if (raw[start] === '?') addUntracked(kinds, raw.slice(start + 2, end))
    else {
      const path = raw.slice(raw.indexOf('\t', start) + 1, end)
      kinds.set(path, fileKind(raw.slice(start + 2, start + 8)))
      if (raw[start] === 'S') skipped.add(path)
    }
    start = end + 1
  }
  return { kinds, skipped }
}

function addUntracked(kinds: Map<string, FileKind>, path: string): void {
  if (path.endsWith('/')) kinds.set(path.slice(0, -1), 'repository')
  else kinds.set(path, 'file')
}

/** Folders with the names of what they hold. */
type Folders = Map<string, string[]>

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

/** The folders above paths; quickest where paths of one folder come in a row. */
export function folderNames(paths: Iterable<string>): Set<string> {
  const found = new Set<string>()
  let last = ''
  for (const path of paths) {
    const folder = folderOf(path)
    if (folder === last) continue
    last = folder
    for (let at = folder; at !== '' && !found.has(at); at = folderOf(at)) found.add(at)
  }
  return found
}
