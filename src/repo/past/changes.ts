/** A file that differs from a base. */
export interface FileChange {
  /** Added, modified, deleted, renamed (from `from`), or of another type (a file that became a link). */
  status: 'A' | 'M' | 'D' | 'R' | 'T'
  path: string
  from?: string
  untracked?: true
}

/** A change with what was there before, to recognise it elsewhere; `isUnread`: git compared times alone. */
export interface RawChange extends FileChange {
  oid: string
  isUnread?: boolean
}

/** Where a change is: of a file that was moved, the place that it left as well. */
export function changedPaths({ path, from }: FileChange): string[] {
  return from === undefined ? [path] : [path, from]
}

/** Plumbing: no configuration changes what it prints. Only the state of submodules is left to their own repositories. */
export const rawFlags = [
  '--raw',
  '-z',
  '--abbrev=40',
  '-M',
  '-l2000',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty'
]

/** Reads `:<mode> <mode> <oid> <oid> <status>`, path and for renames a second path, all ended by NUL. */
export function parseRaw(out: Buffer): RawChange[] {
  const tokens = out.toString('utf8').split('\0')
  const changes = new Map<string, RawChange>()
  for (let i = 0; i + 1 < tokens.length;) {
    const info = (tokens[i] as string).split(' ')
    const oid = info[2] ?? ''
    const status = info[4]?.[0] ?? ''
    const path = tokens[i + 1] as string
    const target = status === 'R' || status === 'C' ? tokens[i + 2] : undefined
    i += target === undefined ? 2 : 3
    // An unmerged path comes twice; it differs from the base in any case.
    if (status === 'R' && target !== undefined) changes.set(target, { status, path: target, from: path, oid })
    else if (target !== undefined) changes.set(target, { status: 'A', path: target, oid })
    else if (!changes.has(path))
      changes.set(path, {
        status: isStatus(status) ? status : 'M',
        path,
        oid,
        isUnread: /^0+$/.test(info[3] ?? '') && info[0] === `:${info[1]}`
      })
  }
  return [...changes.values()]
}

function isStatus(status: string): status is 'A' | 'M' | 'D' | 'T' {
  return status.length === 1 && 'AMDT'.includes(status)
}
