/** Small files of planlint's own: a baseline, a cache. At any moment they are the old or the new one. */
import { rename, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { temporaryName } from '../files/temporary.ts'
import { makeFolders } from '../files/folders.ts'

/** @throws where the file can't be written */
export async function store(file: string, text: string): Promise<void> {
  const folder = path.dirname(file)
  makeFolders(folder)
  const temporary = temporaryName(folder)
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, file)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
}
