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
