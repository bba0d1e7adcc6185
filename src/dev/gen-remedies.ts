import { rules } from '../../rules/index.ts'
import { applyFixes } from '../fix/apply.ts'
import { lintText } from '../lint/linter.ts'
import type { Rule } from '../lint/rule.ts'
import type { FileReport } from '../types.ts'

/** A fixture with its report, if it has one. */
export interface Fixture {
  name: string
  text: string
  report?: string
  /** Other files of its set. */
  beside?: readonly { name: string; text: string }[]
}

/** A text that the rule reports, and the same one mended. */
interface MendedPair {
  before: Fixture
  after: Fixture
  /** By the fixer. */
  isFixed: boolean
}

/** What can be done about a rule's findings. */
export interface Remedies {
  /** The first shows what the rule is about; a second, where there is one, what the fixer does. */
  pairs: MendedPair[]
  /** Messages that `--fix` mends in a fixture. */
  fixable: Set<string>
  /** Messages for which it inserts a skeleton. */
  scaffolds: Set<string>
}

/** Runs the rule and the fixer on its fixtures. */
export async function remediesOf(rule: Rule, fixtures: readonly Fixture[]): Promise<Remedies> {
  const [fixable, scaffolds] = [new Set<string>(), new Set<string>()]
  const lint = (text: string): FileReport =>
    lintText(text, {
      // Comments silence what other rules find.
      only: rule.checkSilence ? rules.filter(other => !other.repo) : [rule],
      options: { reportUnusedDisableDirectives: true, ...(rule.optIn ? { rules: { [rule.id]: true } } : {}) }
    })
  const mended: MendedPair[] = []
  for (const before of fixtures.filter(({ name }) => name.startsWith('invalid-'))) {
    for (const { messageId, fixes = [] } of lint(before.text).findings) {
      if (fixes.some(fix => fix.safe)) fixable.add(messageId)
      if (fixes.some(fix => fix.scaffold)) scaffolds.add(messageId)
    }
    const { text, report, fixed } = await applyFixes(before.text, lint)
    if (fixed > 0 && report.findings.length === 0 && report.fatalErrors.length === 0)
      mended.push({ before, after: { ...before, text }, isFixed: true })
  }
  const written = nearest(fixtures)
  const own = written && mended.find(({ before }) => before === written.before)
  const first = own ?? written
  const second = own ? undefined : mended.sort((a, b) => a.before.text.length - b.before.text.length)[0]
  return { pairs: [first, second].filter(pair => pair !== undefined), fixable, scaffolds }
}

/** A fixture `invalid-x` and the `valid-mended-x` beside it; where there is none, the two fixtures that differ least. */
function nearest(fixtures: readonly Fixture[]): MendedPair | undefined {
  const mended = fixtures.filter(({ name }) => name.startsWith('valid-mended-'))
  const mends = (before: Fixture, after: Fixture): boolean =>
    mended.length === 0 || after.name === before.name.replace(/^invalid-/, 'valid-mended-')
  const fine = fixtures.filter(({ name }) => name.startsWith('valid-'))
  return fixtures
    .filter(({ name }) => name.startsWith('invalid-'))
    .flatMap(before => fine.filter(after => mends(before, after)).map(after => ({ before, after })))
    .map(pair => ({ ...pair, distance: changedLines(pair.before.text, pair.after.text) }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance || a.before.text.length - b.before.text.length)
    .map(({ before, after }) => ({ before, after, isFixed: false }))[0]
}

/** How many lines stand in one of two texts alone. */
export function changedLines(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')]
  let common = right.map(() => 0).concat(0)
  for (const line of left.toReversed()) {
    const next = [0]
    for (let at = right.length - 1; at >= 0; at--)
      next.unshift(line === right[at] ? common[at + 1]! + 1 : Math.max(common[at]!, next[0]!))
    common = next
  }
  return left.length + right.length - 2 * common[0]!
}
