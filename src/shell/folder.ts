/** Where a script stands after its `cd`s. `undefined` folder: where it started. */
export interface Folder {
  path?: string
  lost?: true
}

/** Joins two paths with `/`, resolving `.` and `..`; undefined where the result climbs out of the start. */
export function joinPath(base: string | undefined, path: string): string | undefined {
  const absolute = path.startsWith('/')
  const out: string[] = []
  for (const segment of `${absolute || base === undefined ? '' : `${base}/`}${path}`.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') out.push(segment)
    else if (out.length > 0) out.pop()
    else return undefined
  }
  return `${absolute || base?.startsWith('/') ? '/' : ''}${out.join('/')}`
}

/** The folder after `cd target`. */
export function enter(folder: Folder, target: { value: string; fixed: boolean } | undefined): Folder {
  if (target && /^\$\(git rev-parse --show-toplevel\)$/.test(target.value)) return {}
  if (!target || !target.fixed || /^[-~$]|[<>*?[{]/.test(target.value)) return { lost: true }
  if (folder.lost && !target.value.startsWith('/')) return folder
  const path = joinPath(folder.path, target.value)
  if (path === undefined || path.length > 1024) return { lost: true }
  return path === '' ? {} : { path }
}
