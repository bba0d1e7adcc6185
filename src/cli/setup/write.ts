/** Writes what was agreed to: new files beside nothing, others only if they still are what was read. */
import fs from 'node:fs'
import { chmod } from 'node:fs/promises'
import path from 'node:path'
import { realPlace } from '../files/real-place.ts'
import { isInside } from '../../repo/inside.ts'
import { readPlan } from '../files/read.ts'
import { writeAtomically } from '../files/write.ts'
import { UsageError } from '../io.ts'
import { store } from '../stages/store.ts'
import type { FileToWrite } from './scene.ts'

/**
 * @param top the folder that nothing is written outside of, absolute
 * @throws {UsageError} what could not be written, and why
 */
export async function writeChange({ path: name, text, isExecutable }: FileToWrite, top: string): Promise<void> {
  const file = path.join(top, name)
  const refused = (why: string): UsageError => new UsageError(`"${name}" can't be written: ${why}`)
  if (isThere(file)) {
    const read = readPlan(file)
    if (!read.ok) throw refused(read.fatal.message)
    const written = await writeAtomically(
      file,
      text,
      { text: read.text, bom: read.bom, stat: read.stat },
      { root: top }
    )
    if (!written.ok) throw refused(written.fatal.message)
    return
  }
  if (!isInside(realPlace(top), realPlace(path.dirname(file)))) throw refused('a link leads out of the repository')
  try {
    await store(file, text)
    if (isExecutable) await chmod(file, 0o755)
  } catch (error) {
    throw refused((error as NodeJS.ErrnoException).code ?? String(error))
  }
}

/** A broken link is there, too. */
function isThere(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
