/**
 * Coverage-guided fuzzing. Texts that take planlint's code to new places, or there by new ways, are kept, examined in full, and changed further.
 *
 * Arguments: minutes of processor time (1), a seed, a folder where crashes go (tests/fuzz/crashes). Ends with 1 where there were any.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { randomOf } from '../random.ts'
import { createCounters, instrumenting } from './instrument.ts'
import { Corpus } from './corpus.ts'
import { mutate, seeds } from './mutate.ts'
import { shrink } from './shrink.ts'
import type * as target from './target.ts'

type Target = typeof target

const root = path.join(import.meta.dirname, '../../..')

/** The target, with counters in planlint's own code. */
export async function loadTarget(places: { count: number }): Promise<Target> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-coverage-'))
  try {
    const outfile = path.join(folder, 'target.mjs')
    await build({
      absWorkingDir: root,
      entryPoints: [path.join(import.meta.dirname, 'target.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      charset: 'utf8',
      outfile,
      plugins: [instrumenting(root, places)],
      logLevel: 'error'
    })
    return (await import(pathToFileURL(outfile).href)) as Target
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

export interface Outcome {
  executions: number
  examined: number
  kept: number
  places: number
  allPlaces: number
  steps: number
  crashes: string[]
}

/**
 * @param minutes of processor time
 * @param onCrash what to do with a text that broke something, made small
 */
export async function fuzz(
  minutes: number,
  seed: number,
  onCrash: (text: string, error: Error) => void,
  say: (line: string) => void = () => {}
): Promise<Outcome> {
  const counters = createCounters()
  const places = { count: 0 }
  const target = await loadTarget(places)
  const random = randomOf(seed)
  const corpus = new Corpus(counters)
  const crashes = new Map<string, string>()
  const until = minutes * 60_000_000
  const start = process.cpuUsage()
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  let [executions, examined, nextWord] = [0, 0, 60_000_000]
  const outcome = (): Outcome => ({
    executions,
    examined,
    kept: corpus.size,
    places: corpus.placeCount,
    allPlaces: places.count,
    steps: corpus.stepCount,
    crashes: [...crashes.values()]
  })

  const broken = async (text: string, error: Error, again: (text: string) => unknown): Promise<void> => {
    const name = nameOf(error)
    if (crashes.has(name)) return
    const small = await shrink(text, async piece => {
      const same = await errorOf(() => again(piece))
      return same !== undefined && nameOf(same) === name
    })
    crashes.set(name, small)
    onCrash(small, error)
  }

  const run = async (text: string, way: number): Promise<void> => {
    executions++
    corpus.reset()
    const look = (piece: string): void => {
      if (target.isAdmitted(piece)) target.glance(piece, way, executions)
    }
    const error = await errorOf(() => look(text))
    if (error) return broken(text, error, look)
    if (!corpus.isNew()) return
    corpus.add(text, way)
    if (!target.isAdmitted(text)) return
    examined++
    const isThorough = examined % 20 === 0
    const examine = (piece: string): unknown => target.isAdmitted(piece) && target.examine(piece, way, isThorough)
    const worse = await errorOf(() => examine(text))
    corpus.isNew()
    if (worse) await broken(text, worse, examine)
  }

  for (const [index, text] of seeds.entries())
    for (const way of [0, 1 + (index % (target.ways - 1))]) if (spent() < until) await run(text, way)
  while (spent() < until) {
    const parent = corpus.pick(random)
    await run(
      mutate(parent.text, random, () => corpus.pick(random).text),
      random.below(3) === 0 ? random.below(target.ways) : parent.way
    )
    if (spent() < nextWord) continue
    nextWord += 60_000_000
    say(summary(outcome()))
  }
  return outcome()
}

async function errorOf(action: () => unknown): Promise<Error | undefined> {
  try {
    await action()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** What tells one crash from another: its words up to a colon, without numbers and quotations, and where it was thrown. */
function nameOf(error: Error): string {
  const words = error.message
    .split(/\n|(?<!\d):/)[0]!
    .replace(/\d+|"[^"]*"/g, '…')
    .slice(0, 120)
  return `${words} ${/at (\S+)/.exec(error.stack?.slice(error.message.length) ?? '')?.[1] ?? ''}`
}

export function summary({ executions, examined, kept, places, allPlaces, steps, crashes }: Outcome): string {
  return `${executions.toLocaleString('en')} executions, ${examined.toLocaleString('en')} texts examined in full, ${kept.toLocaleString('en')} kept, ${places.toLocaleString('en')} of ${allPlaces.toLocaleString('en')} places (${((places * 100) / allPlaces).toFixed(1)} %), ${steps.toLocaleString('en')} steps, ${crashes.length} crashes`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [minutes = '1', seed = String(Date.now() % 1e6), folder = path.join(root, 'tests/fuzz/crashes')] =
    process.argv.slice(2)
  console.log(`seed ${seed}, ${minutes} minutes of processor time`)
  let count = 0
  const outcome = await fuzz(
    Number(minutes),
    Number(seed),
    (text, error) => {
      const file = path.join(folder, `${seed}-${++count}.md`)
      fs.mkdirSync(folder, { recursive: true })
      fs.writeFileSync(file, text)
      console.log(`${file}: ${error.stack?.slice(0, 1500)}`)
    },
    line => console.log(line)
  )
  console.log(summary(outcome))
  process.exitCode = outcome.crashes.length > 0 ? 1 : 0
}
