/** Many plans judged in four parts: the merged report is the one of a single run. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** @returns whether they are equal, byte for byte, and what each way took in milliseconds */
export function shards(
  bin: string,
  folder: string,
  count: number
): { isEqual: boolean; alone: number; slowest: number; merge: number } {
  const run = (...args: string[]): number => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    if (status !== 0 && status !== 1) throw new Error(stderr)
    return performance.now() - start
  }
  const alone = run('.', '--format', 'json', '--output-file', 'all.json')
  const parts = Array.from({ length: count }, (_, i) =>
    run('.', '--format', 'json', '--output-file', `part-${i + 1}.json`, '--shard', `${i + 1}/${count}`)
  )
  const merge = run(
    'merge',
    ...parts.map((_, i) => `part-${i + 1}.json`),
    '--format',
    'json',
    '--output-file',
    'merged.json'
  )
  const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')
  return { isEqual: read('merged.json') === read('all.json'), alone, slowest: Math.max(...parts), merge }
}
