/** Timing whole processes in turn, and the figures of many runs. */
import { spawnSync } from 'node:child_process'

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface Contender { name: string; command: string; args: string[]; cwd: string; env?: Record<string, string> }

/** Milliseconds of each run; `code` is that of the last. */
export interface Times { name: string; runs: number[]; code: number | null }

/** Runs all contenders in turn, so that what slows the machine slows them all; the first round does not count. */
export function race(contenders: readonly Contender[], rounds: number): Times[] {
  const times = contenders.map(({ name }): Times => ({ name, runs: [], code: null }))
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { command, args, cwd, env }] of contenders.entries()) {
      const start = performance.now()
      const { status, error } = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'ignore'], maxBuffer: 1 << 30 })
      if (error) throw error
      if (round > 0) times[index]!.runs.push(performance.now() - start)
      times[index]!.code = status
    }
  }
  return times
}

/** A table in Markdown: median, spread, and the ratio to one of the contenders. */
export function table(times: readonly Times[], base: string): string {
  const unit = median(times.find(each => each.name === base)!.runs)
  const rows = times.map(({ name, runs }) => `| ${name} | ${show(median(runs))} | ${show(Math.min(...runs))}–${show(Math.max(...runs))} | ${(median(runs) / unit).toFixed(2)} |`)
  return ['| | median | from–to | ratio |', '| --- | --: | --: | --: |', ...rows].join('\n')
}

export function show(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}
