/**
 * `--baseline FILE`: findings that the file lists do not count. `--update-baseline` begins such a file, or takes out what is fixed: it never grows, so that
 * new findings stay in sight.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FileReport, Finding, RunReport } from '../../types.ts'
import { groupBy } from '../../util/group.ts'
import { plural } from '../../report/text/words.ts'
import { UsageError } from '../io.ts'
import type { StageContext, Stage } from './stage.ts'
import { fatalLine } from '../output/fatal.ts'
import { parseBaseline, printBaseline } from './baseline-file.ts'
import type { BaselineEntry } from './baseline-file.ts'
import { store } from './store.ts'

/** More stale entries are counted, not named. */
const mostNamed = 10

export const stage: Stage = {
  options: [
    {
      name: 'baseline',
      kind: 'string',
      value: 'FILE',
      source: 'file',
      group: 'Exit code',
      description: 'Do not fail on the findings that this file lists'
    },
    {
      name: 'update-baseline',
      kind: 'boolean',
      group: 'Exit code',
      description: 'Take mended findings out of the baseline, or begin one'
    }
  ],
  check({ values }, { cwd }) {
    const name = values.get('baseline') as string | undefined
    if (name === undefined) throw new UsageError('Missing --baseline FILE: --update-baseline needs to know which file')
    if (values.get('update-baseline') === true || existsSync(path.resolve(cwd, name))) return
    throw new UsageError(`No such baseline: "${name}" (--update-baseline begins one)`)
  },
  async post(report, context) {
    const {
      settings: { values },
      io
    } = context
    const name = values.get('baseline') as string
    const file = path.resolve(io.cwd, name)
    const isUpdate = values.get('update-baseline') === true
    const known = existsSync(file) ? read(file, name) : undefined
    const entries = known ?? report.files.flatMap(each => baselineEntries(each, file, io.cwd))
    const { left, matched } = takeOut(report, entries, file, io.cwd)
    const stale = entries.filter(entry => !matched.has(entry) && isGone(entry, file, report, io.cwd))
    if (isUpdate)
      await write(
        file,
        name,
        entries.filter(entry => !stale.includes(entry)),
        known
      )
    tell(name, { begun: !known, isUpdate, leftOut: matched.size, stale }, context)
    return left
  }
}

function read(file: string, name: string): BaselineEntry[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`Baseline "${name}" can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
  const entries = parseBaseline(text)
  if (typeof entries === 'string') throw new UsageError(`Baseline "${name}" can't be used: ${entries}`)
  return entries
}

/** Paths are those seen from the baseline, so that it means the same from every folder. */
function pathFrom(baseline: string, shown: string, cwd: string): string {
  return path.relative(path.dirname(baseline), path.resolve(cwd, shown)).split(path.sep).join('/')
}

export function baselineEntries(report: FileReport, baseline: string, cwd: string): BaselineEntry[] {
  const own = pathFrom(baseline, report.path, cwd)
  return report.findings.map(({ rule, fingerprint, message }) => ({ path: own, rule, fingerprint, message }))
}

function keyOf({ path: own, rule, fingerprint }: Pick<BaselineEntry, 'path' | 'rule' | 'fingerprint'>): string {
  return `${own}\n${rule}\n${fingerprint}`
}

function takeOut(
  report: RunReport,
  entries: readonly BaselineEntry[],
  baseline: string,
  cwd: string
): { left: RunReport; matched: Set<BaselineEntry> } {
  const byKey = new Map(entries.map(entry => [keyOf(entry), entry]))
  const matched = new Set<BaselineEntry>()
  const files = report.files.map(file => {
    const own = pathFrom(baseline, file.path, cwd)
    const isKnown = ({ rule, fingerprint }: Finding): boolean => {
      const entry = byKey.get(keyOf({ path: own, rule, fingerprint }))
      if (entry) matched.add(entry)
      return entry !== undefined
    }
    const sorted = groupBy(file.findings, isKnown)
    const [out, findings] = [sorted.get(true) ?? [], sorted.get(false) ?? []]
    return out.length === 0
      ? file
      : {
          ...file,
          findings,
          // The same of every file, so that reports say it once.
          notes: [...file.notes, 'Known findings left out by the baseline'],
          silenced: (file.silenced ?? 0) + out.length
        }
  })
  return { left: { ...report, files }, matched }
}

/** What was not looked at may still be true; what could not be judged, too. */
function isGone(entry: BaselineEntry, baseline: string, report: RunReport, cwd: string): boolean {
  const judged = report.files.find(file => pathFrom(baseline, file.path, cwd) === entry.path)
  if (judged) return judged.fatalErrors.length === 0
  return !existsSync(path.resolve(path.dirname(baseline), entry.path))
}

async function write(
  file: string,
  name: string,
  entries: readonly BaselineEntry[],
  known: readonly BaselineEntry[] | undefined
): Promise<void> {
  if (known && known.length === entries.length) return
  try {
    await store(file, printBaseline(entries))
  } catch (error) {
    throw new UsageError(
      `Baseline "${name}" can't be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`
    )
  }
}

interface BaselineUse {
  begun: boolean
  isUpdate: boolean
  leftOut: number
  stale: readonly BaselineEntry[]
}

function tell(name: string, { begun, isUpdate, leftOut, stale }: BaselineUse, { io }: StageContext): void {
  const say = (message: string): unknown => io.stderr.write(fatalLine({ code: 'baseline', message }, name))
  if (begun) say(`begun with ${plural(leftOut, 'finding')}`)
  else if (leftOut > 0) say(`${plural(leftOut, 'known finding')} left out`)
  if (stale.length === 0) return
  say(
    isUpdate
      ? `took out ${plural(stale.length, 'mended finding')}`
      : `${plural(stale.length, 'finding')} mended since; --update-baseline takes ${stale.length === 1 ? 'it' : 'them'} out`
  )
  for (const entry of stale.slice(0, mostNamed)) say(`  ${entry.path}: ${entry.message} [${entry.rule}]`)
  if (stale.length > mostNamed) say(`  and ${stale.length - mostNamed} more`)
}
