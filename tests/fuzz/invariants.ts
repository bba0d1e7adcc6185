/** What holds for the report on any text. */
import assert from 'node:assert/strict'
import { sourceOf } from '../../src/util/source.ts'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { FileReport, Place, Point } from '../../src/types.ts'

export const profiles = builtinProfiles.map(profile => profile.name)

/** How many texts were judged: printed by the tests, for the docs. */
export const counted = { inputs: 0, executions: 0, findings: 0 }

/** Judged as detected and by every profile forced; each report is checked. */
export function judgeEveryWay(text: string): FileReport[] {
  counted.inputs++
  return [undefined, ...profiles].map(forced => {
    const report = lintText(text, { path: 'a-plan.md', now: 1.7e12, ...(forced === undefined ? {} : { forced }) })
    counted.executions++
    counted.findings += report.findings.length
    check(report, text, forced)
    return report
  })
}

/** No fatal error; every place is in the text, on a border of characters, and its line and column say what its offset says; in text order. */
export function check(report: FileReport, text: string, forced = 'detected'): void {
  const source = sourceOf(text)
  const lines = startsOf(source)
  assert.deepEqual(
    report.fatalErrors.filter(fatal => fatal.code !== 'bad-comment'),
    [],
    forced
  )
  let last = 0
  for (const { rule, message, place, related = [], fixes = [] } of report.findings) {
    const told = `${forced}: ${rule}: ${message}`
    for (const one of [place, ...related.map(other => other.place)]) checkPlace(one, source, lines, told)
    for (const edit of fixes.flatMap(fix => fix.edits)) {
      if (!(edit.start >= 0 && edit.start <= edit.end && edit.end <= source.length))
        assert.fail(`Edit outside of the text: ${told}`)
      if (splitsPair(source, edit.start) || splitsPair(source, edit.end))
        assert.fail(`Edit inside of a character: ${told}`)
    }
    if (place.start.offset < last) assert.fail(`Out of order: ${told}`)
    last = place.start.offset
  }
}

function checkPlace({ start, end }: Place, source: string, lines: number[], told: string): void {
  if (!(start.offset >= 0 && start.offset <= end.offset && end.offset <= source.length))
    assert.fail(`${start.offset} to ${end.offset} of ${source.length}: ${told}`)
  for (const point of [start, end]) {
    if (splitsPair(source, point.offset)) assert.fail(`Inside of a character at ${point.offset}: ${told}`)
    if (!isAt(point, lines)) assert.fail(`${point.line}:${point.column} is not ${point.offset}: ${told}`)
  }
}

function isAt({ line, column, offset }: Point, lines: number[]): boolean {
  const start = lines[line - 1]
  return start !== undefined && start + column - 1 === offset && offset <= (lines[line] ?? Infinity)
}

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1))
}

function startsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n]/g), match => match.index + match[0].length)]
}

/** What a person would call the same findings. */
export function essence(report: FileReport): string[] {
  return report.findings.map(
    ({ rule, severity, message, place: { start, end } }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${message}`
  )
}
