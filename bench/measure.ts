/** Timing whole processes in turn, and the figures of many runs. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Contender {
  name: string
  command: string
  args: string[]
  cwd: string
  env?: Record<string, string>
  /** How many files it is to look at; `look` tells how many it did, by what it printed. Unless they agree, the bench ends. */
  files?: number
  look?: (output: string) => number
}

/** Milliseconds of each run; `code` is that of the last. */
export interface Times {
  name: string
  runs: number[]
  /** Milliseconds of processor time of all runs, with what they started. */
  processor: number
  code: number | null
}

/** Runs all contenders in turn, so that what slows the machine slows them all; the first round does not count, but proves that each does its work. */
export function race(contenders: readonly Contender[], rounds: number): Times[] {
  const times = contenders.map(({ name }): Times => ({ name, runs: [], processor: 0, code: null }))
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const { command, args, cwd, env } = contender
      const [start, before] = [performance.now(), processorOfChildren()]
      const { status, error, stdout, stderr } = spawnSync(command, args, {
        cwd,
        env: { ...process.env, ...env },
        encoding: 'utf8',
        stdio: ['ignore', ...(round > 0 ? (['ignore', 'ignore'] as const) : (['pipe', 'pipe'] as const))],
        maxBuffer: 1 << 30
      })
      if (error) throw error
      if (round > 0) {
        times[index]!.runs.push(performance.now() - start)
        times[index]!.processor += processorOfChildren() - before
      } else prove(contender, `${stdout}${stderr}`)
      times[index]!.code = status
    }
  }
  return times
}

/** Milliseconds of processor time of all children that have ended, in steps of ten; 0 where the system does not tell. */
function processorOfChildren(): number {
  const stat = '/proc/self/stat'
  if (!fs.existsSync(stat)) return 0
  const [user, system] = fs.readFileSync(stat, 'utf8').split(') ')[1]!.split(' ').slice(13, 15)
  return (Number(user) + Number(system)) * 10
}

function prove({ name, files, look = namesIn }: Contender, output: string): void {
  if (files === undefined) return
  const seen = look(output)
  if (seen !== files)
    throw new Error(`${name} looked at ${seen} files rather than ${files}; it said: ${output.slice(0, 500)}`)
}

/** How many Markdown files a text names. */
export function namesIn(output: string): number {
  return new Set(output.match(/[\w./-]+\.md\b/g)).size
}

/** A table in Markdown: median, spread, and the ratio to one of the contenders; then the same of processor time, on which other work of the machine tells less. */
export function table(times: readonly Times[], base: string): string {
  const mean = ({ processor, runs }: Times): number => processor / runs.length
  const from = times.find(each => each.name === base)!
  const rows = times.map(
    each =>
      `| ${each.name} | ${show(median(each.runs))} | ${show(Math.min(...each.runs))}–${show(Math.max(...each.runs))} | ${(median(each.runs) / median(from.runs)).toFixed(2)} | ${show(mean(each))} | ${(mean(each) / mean(from)).toFixed(2)} |`
  )
  return ['| | median | from–to | ratio | processor | ratio |', '| --- | --: | --: | --: | --: | --: |', ...rows].join(
    '\n'
  )
}

/** The same with processor time, git's included: what else the machine does changes it little. */
export function processorTable(times: readonly Times[], base: string): string {
  const mean = ({ processor, runs }: Times): number => processor / runs.length
  const from = times.find(each => each.name === base)!
  const rows = times.map(
    each =>
      `| ${each.name} | ${show(mean(each))} | ${(mean(each) / mean(from)).toFixed(2)} | ${show(Math.min(...each.runs))} | ${(Math.min(...each.runs) / Math.min(...from.runs)).toFixed(2)} |`
  )
  return ['| | processor | ratio | quickest | ratio |', '| --- | --: | --: | --: | --: |', ...rows].join('\n')
}

export function show(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}
