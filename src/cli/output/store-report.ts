/** Reports go to their files whole: at any moment a file is the old report or the new one, and never a plan. */
import fs from 'node:fs'
import path from 'node:path'
import { temporaryName } from '../files/temporary.ts'
import { UsageError } from '../io.ts'
import { makeFolders } from '../files/folders.ts'

/** What planlint's own Markdown report begins with. */
const ownMark = '<!-- planlint -->'

/**
 * @param inputs absolute paths of what was read
 * @throws {UsageError} when an output file is one of them
 */
export function refuseInputs(files: readonly string[], inputs: readonly string[], cwd: string): void {
  if (files.length === 0) return
  const read = new Set(inputs.map(real))
  for (const file of files) {
    const target = real(path.resolve(cwd, file))
    if (read.has(target) && !isOwn(target))
      throw new UsageError(`Output file "${file}" is one of the files to read: left as it was; name another`)
  }
}

/** @throws {UsageError} when the file can't be written */
export function storeReport(file: string, text: string, cwd: string): void {
  const target = real(path.resolve(cwd, file))
  try {
    makeFolders(path.dirname(target))
    const there = fs.statSync(target, { throwIfNoEntry: false })
    // A device or a pipe is no file to take the place of.
    if (there && !there.isFile()) fs.writeFileSync(target, text)
    else replace(target, text, there?.mode)
  } catch (error) {
    throw new UsageError(
      `Output file "${file}" can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`
    )
  }
}

function replace(target: string, text: string, mode: number | undefined): void {
  const temporary = temporaryName(path.dirname(target))
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx' })
    if (mode !== undefined) fs.chmodSync(temporary, mode & 0o777)
    fs.renameSync(temporary, target)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}

/** Where a path leads to; itself where there is nothing yet. */
function real(file: string): string {
  try {
    return fs.realpathSync(file)
  } catch {
    return file
  }
}

function isOwn(file: string): boolean {
  try {
    return fs.readFileSync(file, 'utf8').startsWith(ownMark)
  } catch {
    return false
  }
}
