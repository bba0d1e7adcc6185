/** `--staged`: the plans that the next commit changes, with the text that it would have: the index's, not the work tree's. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { readStaged } from '../../repo/there/blobs.ts'
import type { Blob } from '../../repo/there/blobs.ts'
import { changedPaths } from '../../repo/past/changes.ts'
import { intendedFiles, stagedFiles } from '../../repo/past/diff.ts'
import { decode } from '../files/decode.ts'
import { relativePath } from '../discover/relative-path.ts'
import type { Candidate } from '../discover/discovery.ts'
import { isMarkdown, isUsualPlace, isSearched } from '../../detect/places.ts'
import { createNaming } from '../../repo/from-top.ts'
import { UsageError } from '../io.ts'
import { manyIn } from '../../sets/named-places.ts'
import type { PlanRead } from '../runtime/services.ts'
import type { Stage } from './stage.ts'
import { withRepository } from './git.ts'

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
      return withRepository('--staged', io, async ({ place, locate }) => {
        const [changes, intended] = await Promise.all([stagedFiles(place), intendedFiles(place)])
        const changed = new Set(changes.flatMap(changedPaths))
        const staged = new Set(changes.filter(change => change.status !== 'D').map(change => change.path))
        const discovered = new Map(found.files.map(file => [locate(file.file), file]))
        // Files that are one plan with what is staged are judged along, and read as the commit will have them.
        const beside = new Map<string, string>()
        for (const [inside, file] of discovered) {
          const set = (await setOf(file)).map(each => [locate(each) ?? '', each] as const)
          if (inside === undefined || (!changed.has(inside) && !set.some(([each]) => changed.has(each)))) continue
          staged.add(inside)
          for (const [each, name] of set) beside.set(each, name)
        }
        // Of these the index has the name, and no text yet.
        const named = new Set(intended)
        const blobs = await readStaged(
          place,
          [...new Set([...staged, ...beside.keys()])].filter(inside => !named.has(inside))
        )
        const ignored = [...discovered].flatMap(([inside, file]) =>
          inside !== undefined && named.has(inside) && file.expected
            ? [{ path: file.path, why: 'only meant to be added (git add -N): the commit will not have it' }]
            : []
        )
        for (const [inside, file] of beside) if (blobs.has(inside)) texts.set(file, blobs.get(inside)!)
        const wants = await wantsOf(settings.patterns, io.cwd)
        const files: Candidate[] = []
        for (const inside of staged) {
          const text = blobs.get(inside)
          const file = discovered.get(inside) ?? missingOnDisk(path.join(place.top, inside), io.cwd, wants)
          if (text === undefined || !file) continue
          texts.set(file.file, text)
          files.push(file)
        }
        const names = new Set(files.map(file => file.path))
        const unmatched = found.unmatched.filter(
          ({ pattern, why }) => why !== 'missing' || !names.has(path.posix.normalize(pattern))
        )
        cwd = io.cwd
        return {
          ...found,
          files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
          unmatched,
          ignored: [...found.ignored, ...ignored]
        }
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

function toText(blob: Blob): PlanRead {
  if ('tooLarge' in blob)
    return {
      ok: false,
      fatal: { code: 'too-large', message: `Staged file has ${blob.tooLarge} bytes, too many for a plan` }
    }
  return decode(blob)
}

type Wants = (relative: string) => 'expected' | 'possible' | undefined

/** A plan that is staged but gone from the work tree is still part of the commit. */
function missingOnDisk(file: string, cwd: string, wants: Wants): Candidate | undefined {
  const relative = relativePath(file, cwd)
  const wanted = existsSync(file) ? undefined : wants(relative)
  return wanted && { file: path.resolve(cwd, file), path: relative, expected: wanted === 'expected' }
}

/** What the words of the command line say of a path that no walk finds. */
async function wantsOf(patterns: readonly string[], cwd: string): Promise<Wants> {
  const fromTop = createNaming(cwd)
  const weighed = (relative: string) => (isUsualPlace(fromTop(relative)) ? 'expected' : 'possible')
  if (patterns.length === 0)
    return relative => {
      if (!isMarkdown(relative) || relative.startsWith('../') || !isSearched(fromTop(relative))) return undefined
      return weighed(relative)
    }
  const { globMatcher } = await import('../discover/glob.ts')
  const named = patterns.map(pattern => ({
    name: relativePath(path.resolve(cwd, pattern), cwd),
    matches: globMatcher(pattern, cwd)
  }))
  return relative => {
    if (named.some(({ name, matches }) => relative === name || matches(relative))) return 'expected'
    if (!isMarkdown(relative) || !named.some(({ name }) => name === '.' || relative.startsWith(`${name}/`)))
      return undefined
    return weighed(relative)
  }
}
