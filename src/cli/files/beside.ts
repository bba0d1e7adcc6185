/** Markdown files around a plan: who renames something in it looks whether they name it. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isMarkdown } from '../../detect/places.ts'
import { heldBack, renamesHeadings } from '../../fix/named-elsewhere.ts'
import type { Other } from '../../fix/named-elsewhere.ts'
import type { FileReport } from '../../types.ts'
import { shown } from '../discover/discover.ts'
import { readPlan } from './read.ts'

/** So many files of a folder are read. */
const mostFiles = 500

/** The report with fixes only offered that rename what files beside the plan, or in the folders above it up to the working directory, name. */
export function withoutRenames(report: FileReport, file: string, cwd: string): FileReport {
  return renamesHeadings(report) ? heldBack(report, path.basename(file), [...around(file, cwd)]) : report
}

function* around(file: string, cwd: string): Iterable<Other> {
  for (const folder of foldersOf(file, cwd))
    for (const name of markdownIn(folder)) {
      const other = path.join(folder, name)
      if (other === file) continue
      const read = readPlan(other)
      if (read.ok) yield { path: shown(other, cwd), text: read.text }
    }
}

/** The plan's own folder, then those above it; those above the working directory are somebody else's. */
function foldersOf(file: string, cwd: string): string[] {
  const own = path.dirname(file)
  const way = path.relative(cwd, own)
  if (way.startsWith('..') || path.isAbsolute(way)) return [own]
  const names = way === '' ? [] : way.split(path.sep)
  return [...names.keys()].map(index => path.join(cwd, ...names.slice(0, names.length - index))).concat(cwd)
}

function markdownIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.flatMap(each => (each.isFile() && isMarkdown(each.name) ? [each.name] : [])).slice(0, mostFiles)
  } catch {
    return []
  }
}
