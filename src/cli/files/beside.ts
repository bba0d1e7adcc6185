/** Texts of the project: who renames something in a plan looks whether they name it. */
import { readdirSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { parseFast } from 'mdast-fast'
import { toString } from 'mdast-util-to-string'
import { isMarkdown } from '../../detect/places.ts'
import { calledFrom } from '../../fix/elsewhere/called.ts'
import { heldBack, renamesParts } from '../../fix/elsewhere/held-back.ts'
import type { Other } from '../../fix/elsewhere/held-back.ts'
import type { FileReport } from '../../types.ts'
import { remember } from '../../util/remember.ts'
import { relativePath } from '../discover/relative-path.ts'
import { readPlan } from './read.ts'

/**
 * So many files of a folder are read, and so many folders searched: beyond them nothing is known, and --fix says what it renamed. More are remembered than
 * are searched for one plan, since those above a plan come on top: else each plan would push out what the next one asks for.
 */
const most = { files: 500, folders: 400, remembered: 800 }
/** What is written for people besides Markdown, forms and workflows among it. Code is not read. */
const isProse = /\.(?:txt|rst|adoc|org|ya?ml)$/i
/** Nobody's own words. */
const foreign = new Set(['node_modules', '.git', '.venv', 'vendor', 'target'])

/** The report with fixes only offered that rename what another file below the working directory, or one beside the plan, names. */
export type WithoutRenames = (report: FileReport, file: string) => FileReport

/** For one run: the files are read once, and only where a plan wants to rename something. */
export function withoutRenamesIn(cwd: string): WithoutRenames {
  const othersIn = remember((folder: string) => textsIn(folder, cwd), most.remembered, Infinity)
  let all: readonly string[] | undefined
  return (report, file) => {
    if (!renamesParts(report)) return report
    const own = path.dirname(file)
    const around = new Set(foldersOf(file, cwd))
    const isNear = (folder: string): boolean => around.has(folder) || folder.startsWith(own + path.sep)
    const folders = [...new Set([...around, ...(all ??= foldersBelow(cwd))])]
    const othersOf = (near: boolean): Other[] =>
      folders
        .filter(folder => isNear(folder) === near)
        .flatMap(othersIn)
        .filter(other => other.file !== file)
    const source = report.source ?? ''
    const plan = { path: relativePath(file, cwd), source, heading: headingIn(source) }
    return [true, false].reduce((each, near) => heldBack(each, calledFrom(plan, near), othersOf(near)), report)
  }
}

function headingIn(source: string): string {
  const heading = parseFast(source)?.children.find(node => node.type === 'heading' && node.depth === 1)
  return heading ? toString(heading) : ''
}

/** The plan's own folder, then those above it; those above the working directory are somebody else's. */
function foldersOf(file: string, cwd: string): string[] {
  const own = path.dirname(file)
  const way = path.relative(cwd, own)
  if (way.startsWith('..') || path.isAbsolute(way)) return [own]
  const names = way === '' ? [] : way.split(path.sep)
  return [...names.keys()].map(index => path.join(cwd, ...names.slice(0, names.length - index))).concat(cwd)
}

/** Breadth first, so that of very many folders the outer ones are searched. */
function foldersBelow(cwd: string): string[] {
  const found = [cwd]
  for (const folder of found) {
    if (found.length >= most.folders) break
    const inner = entriesOf(folder).filter(each => each.isDirectory() && !foreign.has(each.name))
    found.push(...inner.map(({ name }) => path.join(folder, name)))
  }
  return found.slice(0, most.folders)
}

function textsIn(folder: string, cwd: string): (Other & { file: string })[] {
  return namesIn(folder).flatMap(name => {
    const file = path.join(folder, name)
    const read = readPlan(file)
    return read.ok ? [{ file, path: relativePath(file, cwd), text: read.text }] : []
  })
}

function namesIn(folder: string): string[] {
  return entriesOf(folder)
    .flatMap(each => (each.isFile() && (isMarkdown(each.name) || isProse.test(each.name)) ? [each.name] : []))
    .slice(0, most.files)
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
