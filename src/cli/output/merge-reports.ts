/** Several reports as one: what one run over all their plans would have said. */
import type { Comparison, FileReport, RunReport, FatalError } from '../../types.ts'
import { andMore } from '../../report/text/words.ts'
import { groupBy } from '../../util/group.ts'
import { UsageError } from '../io.ts'

interface NamedReport {
  name: string
  report: RunReport
}

/** @throws {UsageError} where two reports contradict each other */
export function mergeReports(reports: readonly NamedReport[], version: string): RunReport {
  const files = new Map<string, { name: string; file: FileReport }>()
  for (const { name, report } of reports) {
    for (const file of report.files) {
      const known = files.get(file.path)
      if (known && !isSame(known.file, file))
        throw new UsageError(`Conflicting reports: "${known.name}" and "${name}" say different things of ${file.path}`)
      if (!known) files.set(file.path, { name, file })
    }
  }
  const sorted = [...files.values()].map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1))
  const compare = addUp(reports)
  return {
    version,
    files: sorted,
    // A part that could not do its work, or judged nothing, failed: another that could is no pass for it.
    fatalErrors: [...distinct(reports.flatMap(({ report }) => report.fatalErrors)), ...astray(reports)],
    elapsed: 0,
    ...(compare && { compare })
  }
}

/** Every part tells the fatal errors of the run as a whole. */
function distinct(fatalErrors: readonly FatalError[]): FatalError[] {
  return [...new Map(fatalErrors.map(fatal => [JSON.stringify(fatal), fatal])).values()]
}

/** So many names are enough to see what is meant. */
const mostNamed = 5

/** Parts of plans that were shared out, where one is not there, or there are two of one number: then nobody knows of the others. */
function astray(reports: readonly NamedReport[]): FatalError[] {
  const parts = reports.flatMap(({ name, report: { shard, files } }) =>
    shard ? [{ name, ...shard, plans: JSON.stringify(files.map(file => file.path)) }] : []
  )
  return [...groupBy(parts, ({ of }) => of)].flatMap(([of, given]) => {
    const names = groupBy(given, ({ part }) => part)
    const missing = Array.from({ length: of }, (_, index) => index + 1).filter(part => !names.has(part))
    const twice = [...names].filter(([, those]) => new Set(those.map(({ plans }) => plans)).size > 1)
    return [
      ...(missing.length > 0
        ? [
            {
              code: 'missing-shard',
              message: `No report of part ${andMore(missing.map(String), mostNamed)} of ${of}: what lies there is not judged`
            }
          ]
        : []),
      ...twice.map(([part, those]) => ({
        code: 'double-shard',
        message: `Several reports of part ${part} of ${of}: ${andMore(
          those.map(({ name }) => `"${name}"`),
          mostNamed
        )}`
      }))
    ]
  })
}

function addUp(reports: readonly NamedReport[]): Comparison | undefined {
  const [first, ...others] = reports.flatMap(({ name, report: { compare } }) => (compare ? [{ name, compare }] : []))
  if (!first) return undefined
  const sum = { ...first.compare, mended: [...first.compare.mended] }
  for (const { name, compare } of others) {
    if (compare.ref !== sum.ref)
      throw new UsageError(
        `Conflicting reports: "${first.name}" is compared with ${sum.ref}, "${name}" with ${compare.ref}`
      )
    sum.fixed += compare.fixed
    sum.new += compare.new
    sum.persisting += compare.persisting
    sum.mended.push(...compare.mended)
  }
  return sum
}

function isSame(a: FileReport, b: FileReport): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
