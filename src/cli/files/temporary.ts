/** The temporary files that writing leaves beside a plan when its process is killed, and how they go. */
import { lstat, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const shape = /^\.planlint-(\d{1,10})-[0-9a-f]{16}\.tmp$/
const oldAfter = 60_000

/** A name that nobody can foresee, beside `folder`'s other files. */
export function temporaryName(folder: string): string {
  return join(
    folder,
    `.planlint-${process.pid}-${process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex')}.tmp`
  )
}

/**
 * Removes what dead runs left in a folder: our own names only, regular files only, older than a minute or of a process
 * that is gone. Never throws.
 *
 * @returns how many went
 */
export async function sweepTemporaries(folder: string): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = shape.exec(name)?.[1]
    if (pid !== undefined && (await removeStale(join(folder, name), Number(pid)))) swept++
  }
  return swept
}

async function removeStale(path: string, pid: number): Promise<boolean> {
  try {
    const found = await lstat(path)
    if (!found.isFile() || (isAlive(pid) && Date.now() - found.mtimeMs < oldAfter)) return false
    await unlink(path)
    return true
  } catch {
    // Another run was faster, or it isn't ours to remove.
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
