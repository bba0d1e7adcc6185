/** Files that one step, one overview or one table speaks of twice. */
import type { FileMention } from '../../src/plan/files/mention.ts'
import type { FileModel } from '../../src/plan/files/mentions.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** One step, one phase and the lists of the file map can't both create a file and modify it, nor change it and leave it alone. */
export function* checkUnits(files: FileModel): Iterable<Problem<'conflict'>> {
  const seen = new Map<FileMention['unit'] | FileMention['section'], Map<string, FileMention>>()
  for (const mention of files.mentions) {
    const { unit, path, kind, role } = mention
    const mark = saidIn(mention)
    // A name alone may be that of several files.
    const holder = unit ?? (role === 'map' ? mention.section : undefined)
    if (!holder || unit?.role === 'entry' || kind !== 'file' || !path.includes('/') || mark === undefined) continue
    const known = seen.get(holder) ?? new Map<string, FileMention>()
    seen.set(holder, known)
    const other = known.get(path)
    if (!other) known.set(path, mention)
    else if (saidIn(other) !== mark)
      yield {
        message: 'conflict',
        data: { path, mark, other: saidIn(other)!, where: unit ? `the same ${unit.spec.role}` : 'the same file map' },
        at: mention.written?.place ?? mention.place,
        help: 'Make the two say the same',
        related: [{ place: other.place, message: `${saidIn(other)} here` }]
      }
  }
}

/** What a mention says of a file within its step. */
function saidIn({ mark, written }: FileMention): 'new' | 'modified' | 'unchanged' | undefined {
  if (written?.kind === 'unchanged') return 'unchanged'
  return mark === 'new' || mark === 'modified' ? mark : undefined
}

/** Two headings of the overview, or two rows of a table, for one file. */
export function* checkDuplicates(files: FileModel): Iterable<Problem<'duplicate'>> {
  for (const role of ['overview', 'table'] as const) {
    const seen = new Map<string, FileMention>()
    for (const mention of files.by(role)) {
      const first = seen.get(mention.path)
      if (!first) seen.set(mention.path, mention)
      else if (
        role === 'overview' ? first.unit !== mention.unit : first.place.start.line !== mention.place.start.line
      ) {
        yield {
          message: 'duplicate',
          data: { path: mention.path },
          at: mention.place,
          help: `Merge the two ${role === 'overview' ? 'entries' : 'rows'}`,
          related: [{ place: first.place, message: 'First one here' }]
        }
      }
    }
  }
}
