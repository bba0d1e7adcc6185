/** All that a report says of a text, as lines to compare: each place, message, help, related place and edit. */
import fs from 'node:fs'
import { expect } from 'vitest'
import type { FileReport, Finding, Place } from '../../src/types.ts'

/** `4:1-4:9 error rule/messageId: Message`, then what belongs to it, indented. */
export function whole({ findings, fatalErrors }: FileReport): string[] {
  return [...fatalErrors.map(fatal => `trouble ${fatal.code}: ${fatal.message}`), ...findings.flatMap(linesOf)]
}

/** The same without what belongs to findings. */
export function brief({ findings, fatalErrors }: FileReport): string[] {
  return [...fatalErrors.map(fatal => `trouble ${fatal.code}: ${fatal.message}`), ...findings.map(headOf)]
}

function headOf(finding: Finding): string {
  return `${placeOf(finding.place)} ${finding.severity} ${finding.rule}/${finding.messageId}: ${finding.message}`
}

function linesOf(finding: Finding): string[] {
  return [
    headOf(finding),
    `  help: ${finding.help}`,
    ...(finding.related ?? []).map(related => `  related ${placeOf(related.place)}: ${related.message}`),
    ...(finding.fixes ?? []).flatMap(fix => [
      `  ${fix.safe ? 'fix' : 'suggestion'}: ${fix.title}`,
      ...fix.edits.map(edit => `    ${edit.start}-${edit.end} ${JSON.stringify(edit.text)}`)
    ])
  ]
}

function placeOf({ start, end }: Place): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

type Expected = Record<string, string[]>

/**
 * What is expected of texts by name, as a file in `tests/findings/` says. `PLANLINT_UPDATE=1` writes the file anew instead: read the difference before you commit it.
 *
 * @param name of the file, without ending
 */
export function expectations(name: string): { check(text: string, lines: string[]): void; save(): void } {
  const file = `tests/findings/${name}.json`
  const updating = process.env['PLANLINT_UPDATE'] === '1'
  const expected: Expected =
    updating || !fs.existsSync(file) ? {} : (JSON.parse(fs.readFileSync(file, 'utf8')) as Expected)
  return {
    check(text, lines) {
      if (updating) expected[text] = lines
      else expect(lines, text).toEqual(expected[text])
    },
    save() {
      if (updating) fs.writeFileSync(file, `${JSON.stringify(expected, null, 1)}\n`)
    }
  }
}
