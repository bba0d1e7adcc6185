/** Markdown files around a plan: who renames something in it looks whether they name it. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isMarkdown } from '../../detect/places.ts'
import { heldBack, renamesHeadings } from '../../fix/named-elsewhere.ts'
import type { Other } from '../../fix/named-elsewhere.ts'
import type { FileReport } from '../../types.ts'
import { remember } from '../../util/remember.ts'
import { relativePath } from '../discover/discover.ts'
import { readPlan } from './read.ts'

/** So many files of a folder are read, and so many folders remembered. */
const most = { files: 500, folders: 20 }

/** The report with fixes only offered that rename what files beside the plan, or in the folders above it up to the working directory, name. */
export type WithoutRenames = (report: FileReport, file: string) => FileReport

/** For one run, in which plans of one folder have the same files around them: these are read once, and only where a plan wants to rename something. */
export function withoutRenamesIn(cwd: string): WithoutRenames {
  const othersIn = remember((folder: string) => markdownIn(folder, cwd), most.folders, Infinity)
  return (report, file) => {
    if (!renamesHeadings(report)) return report
    const others = foldersOf(file, cwd).flatMap(othersIn)
    return heldBack(
      report,
      path.basename(file),
      others.filter(other => other.file !== file)
    )
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

function markdownIn(folder: string, cwd: string): (Other & { file: string })[] {
  return namesIn(folder).flatMap(name => {
    const file = path.join(folder, name)
    const read = readPlan(file)
    return read.ok ? [{ file, path: relativePath(file, cwd), text: read.text }] : []
  })
}

function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.flatMap(each => (each.isFile() && isMarkdown(each.name) ? [each.name] : [])).slice(0, most.files)
  } catch {
    return []
  }
}
