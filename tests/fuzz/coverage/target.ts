/** What a text goes through. Bundled with counters in planlint's own code. */
import assert from 'node:assert/strict'
import { amend, folderShift } from '../../../src/apps/diff/amend.ts'
import { compare } from '../../../src/apps/diff/compare.ts'
import { diffFormats, renderDiff } from '../../../src/apps/diff/index.ts'
import { applyFixes } from '../../../src/fix/apply.ts'
import { applyEdits } from '../../../src/fix/edits.ts'
import { checkComplexity } from '../../../src/guard/complexity.ts'
import { sourceOf } from '../../../src/util/source.ts'
import { lintTree } from '../../../src/lint/lint-tree.ts'
import { lintText } from '../../../src/lint/linter.ts'
import { parseFast } from 'mdast-fast'
import { parsePlan } from '../../../src/parse/parse.ts'
import { claimsOf } from '../../../src/plan/files/claims.ts'
import type { FileChange } from '../../../src/repo/past/changes.ts'
import { formatNames, formats } from '../../../src/report/index.ts'
import { statusFormats } from '../../../src/apps/status/index.ts'
import { statusReport } from '../../../src/apps/status/rows.ts'
import type { Edit, FileReport } from '../../../src/types.ts'
import { plain, run } from '../../report/sample.ts'
import { hasOldCommand } from '../../report/runner.ts'
import { firstForbidden, withoutStyle } from '../../report/terminal.ts'
import { check, essence, profiles } from '../invariants.ts'

const now = 1.7e12
const [path, forText] = ['a-plan.md', new Set(['stylish', 'compact', 'github', 'markdown', 'agent'])]
const reporters = await Promise.all(formatNames.map(async name => [name, (await formats[name]()).render] as const))
const tables = await Promise.all(
  Object.entries(statusFormats).map(async ([name, load]) => [name, (await load()).render] as const)
)

/** How many ways there are to judge a text: as detected, then by each profile. */
export const ways = 1 + profiles.length

const judge = (text: string, way: number, quickly = false): FileReport =>
  lintText(text, {
    path,
    now,
    summary: true,
    ...(way === 0 ? {} : { forced: profiles[way - 1]! }),
    ...(quickly ? { parse: source => parseFast(source) ?? parsePlan(source) } : {})
  })

/** Is the text one that is judged at all? */
export const isAdmitted = (text: string): boolean => checkComplexity(sourceOf(text)) === undefined

/** One way, one format: tells whether the text goes anywhere new. */
export function glance(text: string, way: number, format: number): void {
  const report = judge(text, way, true)
  check(report, text, profiles[way - 1])
  const [name, reporter] = reporters[format % reporters.length]!
  checkOutput(name, reporter(run([report]), plain))
}

/**
 * Every way and every format; every fix and the comparison with a change, in the way that led somewhere new.
 *
 * @param isThorough do so in every way, and parse by the reference too
 */
export async function examine(text: string, led: number, isThorough: boolean): Promise<void> {
  const source = sourceOf(text)
  const fast = parseFast(source)
  if (fast) assert(isSame(fast, parsePlan(source)), 'the fast parser says what the reference says')
  const reports = Array.from({ length: ways }, (_, way) => judge(text, way, !isThorough))
  for (const [way, report] of reports.entries()) {
    check(report, text, profiles[way - 1])
    if (!isThorough && way !== led) continue
    assert.deepEqual(judge(text, way, true), report, 'the same again')
    checkEdits(report, way, isThorough ? Infinity : 5)
    await checkFixes(text, report, way)
    checkComparison(text, way)
    if (!text.includes('\r'))
      assert.deepEqual(
        essence(judge(text.replaceAll('\n', '\r\n'), way, true)),
        essence(report),
        'with Windows line endings'
      )
  }
  checkFormats(reports)
}

/** As `deepEqual` says it, but fast. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>]
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

function checkFormats(reports: FileReport[]): void {
  const before = structuredClone(reports)
  for (const [name, reporter] of reporters) {
    const output = reporter(run(reports), plain)
    checkOutput(name, output)
    assert.equal(reporter(run(structuredClone(before)), plain), output, name)
  }
  assert.deepEqual(reports, before, 'formats change nothing')
  const input = { version: '0', now, staleDays: 14, files: reports, changed: new Map() }
  for (const [name, render] of tables) checkOutput(name === 'text' ? 'stylish' : name, render(statusReport(input)))
}

/** Nothing that a terminal or a runner obeys; what a machine reads can be read. */
function checkOutput(format: string, output: string): void {
  assert(output === '' || output.endsWith('\n'), `${format} ends with a line`)
  if (format === 'json' || format === 'sarif' || format === 'gitlab' || format === 'rdjson') JSON.parse(output)
  if (!forText.has(format)) return
  assert.equal(firstForbidden(withoutStyle(output)), undefined, format)
  for (const line of withoutStyle(output).split(/[\n\r\u2028\u2029\u0085\v\f]/)) {
    assert(!hasOldCommand(line), `${format}: ${line}`)
    if (format !== 'github') assert(!/^\s*(?:::|##\[)/.test(line), `${format}: ${line}`)
  }
}

/** Each fix alone, safe or not: what stands outside of its edits stays; the new texts of `most` are judged without trouble. */
function checkEdits({ findings, source = '' }: FileReport, way: number, most: number): void {
  for (const [index, { edits, title }] of findings.flatMap(finding => finding.fixes ?? []).entries()) {
    const mended = applyEdits(source, edits).text
    assert.equal(mended, byHand(source, edits), title)
    assert(mended !== source, `${title}: changes nothing`)
    if (index < most) check(judge(mended, way, true), mended, `${profiles[way - 1]} after "${title}"`)
  }
}

/** Edits applied from the last to the first; those at one point as they were named. */
function byHand(text: string, edits: readonly Edit[]): string {
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.end - a.end || b.index - a.index)
    .reduce((left, { start, end, text: put }) => left.slice(0, start) + put + left.slice(end), text)
}

async function checkFixes(text: string, before: FileReport, way: number): Promise<void> {
  const lint = (each: string): FileReport => judge(each, way, true)
  const { text: mended, report, fighting, fixed: count } = await applyFixes(text, lint)
  if (count === 0 && fighting.length === 0) return void assert.equal(mended, text, 'nothing mended, nothing changed')
  assert.deepEqual(fighting, [], 'fixes that fight')
  assert.deepEqual([report.fatalErrors.length, report.profile], [before.fatalErrors.length, before.profile])
  check(report, mended, profiles[way - 1])
  assert.equal((await applyFixes(mended, lint)).text, mended, 'mended twice is mended once')
}

/** The change that does to the files whatever the plan does not say. */
function checkComparison(text: string, way: number): void {
  const source = sourceOf(text)
  const { plan } = lintTree(parseFast(source) ?? parsePlan(source), source, {
    path,
    now,
    ...(way === 0 ? {} : { forced: profiles[way - 1]! })
  })
  if (!plan) return
  const claims = claimsOf(plan)
  const statuses = ['A', 'M', 'D', 'R'] as const
  const changes = [...claims.list.map(claim => claim.path), 'src/of nobody.ts', '::error::x', 'docs/ü.md'].map(
    (file, index): FileChange => {
      const status = statuses[index % 4]!
      return { path: file, status, ...(status === 'R' ? { from: `old/${file}` } : {}) }
    }
  )
  const found = compare(claims, changes, { planPath: path, allowance: () => undefined })
  for (const format of Object.keys(diffFormats)) {
    checkOutput(
      format === 'text' ? 'stylish' : format,
      renderDiff(
        format,
        {
          ...found,
          version: '0',
          plan: path,
          profile: plan.profile.name,
          recognised: 'certain',
          base: { ref: 'main', commit: 'a'.repeat(40) },
          failOn: [],
          notes: []
        },
        { color: false }
      )
    )
  }
  const amendment = amend(plan, found.unplanned, folderShift(found.planned))
  if (!amendment) return
  const amended = applyEdits(source, amendment.edits).text
  assert.equal(amended, byHand(source, amendment.edits))
  check(judge(amended, way, true), amended, 'after --amend')
}
