/** Folders by their whole path, and by every end of it: a tree may begin higher up than the paths elsewhere do. */
export interface FolderEnds {
  whole: ReadonlySet<string>
  ends: ReadonlySet<string>
}

/** No path is looked at more deeply. */
const depth = 20

/** Prepares folders for {@link isUnder}. */
export function indexFolderEnds(paths: readonly string[]): FolderEnds {
  const ends = paths.flatMap(path =>
    path
      .split('/')
      .slice(-depth)
      .map((_, i, all) => all.slice(i).join('/'))
  )
  return { whole: new Set(paths), ends: new Set(ends) }
}

/** Does a file lie below one of the folders, wherever the paths of both begin? */
export function isUnder(path: string, { whole, ends }: FolderEnds): boolean {
  const names = path.split('/').slice(0, -1).slice(0, depth)
  return names.some((_, from) =>
    names
      .slice(from)
      .some((_name, length) => (from === 0 ? ends : whole).has(names.slice(from, from + length + 1).join('/')))
  )
}
