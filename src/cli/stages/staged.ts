/** `--staged`: the plans that the next commit changes, with the text that it would have: the index's, not the work tree's. */
import path from 'node:path'
import type { Blob } from '../../repo/there/blobs.ts'
import { decode } from '../files/decode.ts'
import type { Candidate, Discovery } from '../discover/discovery.ts'
import { UsageError } from '../io.ts'
import { manyIn } from '../../sets/named-places.ts'
import type { PlanRead } from '../runtime/services.ts'
import type { Stage } from './stage.ts'
import { withRepository } from './git.ts'
import { stagedCandidates, findStaged } from './staged-files.ts'

export function createStage(): Stage {
  /** Texts of the index by absolute path. */
  const texts = new Map<string, Blob>()
  let cwd = ''
  return {
    options: [
      {
        name: 'staged',
        kind: 'boolean',
        group: 'Which plans',
        description: 'Only staged plans, as the index has them'
      }
    ],
    isChoosy: true,
    none: () => 'No staged plan: nothing to judge',
    check({ values, patterns }) {
      if (values.get('fix') === true)
        throw new UsageError('Conflicting --staged and --fix: what is staged is not what lies in the work tree')
      if (values.get('watch') === true) throw new UsageError('Conflicting --staged and --watch')
      if (patterns.includes('-')) throw new UsageError('Conflicting --staged and "-": standard input is not staged')
    },
    async select(found, { settings, io, setOf }) {
      cwd = io.cwd
      return withRepository('--staged', io, async repository => {
        const staged = await findStaged(found, repository, setOf)
        const { blobs } = staged
        for (const [inside, file] of staged.beside) if (blobs.has(inside)) texts.set(file, blobs.get(inside)!)
        const files = await stagedCandidates(staged, repository, settings.patterns, cwd)
        for (const { inside, file } of files) texts.set(file.file, blobs.get(inside)!)
        return withChosen(
          found,
          files.map(({ file }) => file),
          staged.ignored
        )
      })
    },
    readBeside(name) {
      if (manyIn(name)) return { failure: 'only the files that were named were read' }
      const blob = texts.get(path.resolve(cwd, name))
      const read = blob && toText(blob)
      return read && (read.ok ? { text: read.text } : { failure: read.fatal.message })
    },
    async read(file) {
      const text = texts.get(file.file)
      if (text === undefined)
        return { ok: false, fatal: { code: 'not-staged', message: 'Not staged any more: run again' } }
      return toText(text)
    }
  }
}

/** @param ignored files that were found, and that the commit will not have */
function withChosen(found: Discovery, files: readonly Candidate[], ignored: Discovery['ignored']): Discovery {
  const names = new Set(files.map(file => file.path))
  return {
    ...found,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unmatched: found.unmatched.filter(
      ({ pattern, why }) => why !== 'missing' || !names.has(path.posix.normalize(pattern))
    ),
    ignored: [...found.ignored, ...ignored]
  }
}

function toText(blob: Blob): PlanRead {
  if ('tooLarge' in blob)
    return {
      ok: false,
      fatal: { code: 'too-large', message: `Staged file has ${blob.tooLarge} bytes, too many for a plan` }
    }
  return decode(blob)
}
