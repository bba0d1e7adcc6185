/** Stands for everything that results depend on besides texts and paths. */
import path from 'node:path'

/** The same function where the key is the same. */
export type ResultKey = () => Promise<string>

/**
 * Asks once for each folder, and writes once for each stamp.
 *
 * @param stampOf changes whenever what lies around the file does
 * @param write the whole key, with this stamp
 */
export function createKeys(
  stampOf: (file: string) => Promise<string>,
  write: (stamp: string) => Promise<string>
): (file: string) => Promise<ResultKey> {
  const byFolder = new Map<string, Promise<ResultKey>>()
  const byStamp = new Map<string, ResultKey>()
  return file => {
    const folder = path.dirname(file)
    let key = byFolder.get(folder)
    if (!key) byFolder.set(folder, (key = find(file)))
    return key
  }

  async function find(file: string): Promise<ResultKey> {
    const stamp = await stampOf(file)
    let key = byStamp.get(stamp)
    if (!key) byStamp.set(stamp, (key = () => write(stamp)))
    return key
  }
}
