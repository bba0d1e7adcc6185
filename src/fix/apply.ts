/** The fix engine: applies safe fixes until nothing changes. Pure: text in, text out; it never writes. */
import type { Edit, FileReport, Finding, Fix } from '../types.ts'
import type { Inserted } from './edits.ts'
import { applyEdits, Chosen, isSound } from './edits.ts'
import { isIncluded } from './unchanged.ts'

/** What fixing came to. */
export interface FixOutcome {
  text: string
  /** The result on the new text. */
  report: FileReport
  /** How many findings are gone. */
  fixed: number
  /** What was done, in order. */
  titles: string[]
  /** Headings that links call otherwise now: before, and after. */
  anchors: readonly (readonly [string, string])[]
  /** Rules whose fixes undo each other: the text is then as it was before they began. */
  fighting: string[]
  /** Some fixes were not tried: so many did harm that to find the others would have taken too long. */
  isCutShort: boolean
}

type Lint = (text: string) => Promise<FileReport> | FileReport

/** What is done besides safe fixes. */
interface FixOptions {
  /** Skeletons of what is missing are inserted, too. */
  scaffold?: boolean
}

/** A fix with the findings that it fixes. */
interface FixCandidate {
  fix: Fix
  rule: string
  findings: Finding[]
  key: string
}

/** A text with its result. */
interface LintedText {
  text: string
  report: FileReport
}

interface Attempt extends LintedText {
  edits: Edit[]
  /** What skeletons take up in the new text. */
  skeletons: Inserted[]
}

const maxPasses = 10
/** UTF-16 units that are judged at most, over all attempts, and attempts that there are for a text of any size. */
const maxWork = 4_000_000
const minAttempts = 16

/** Attempts that are left. */
interface Budget {
  attempts: number
}

/**
 * Fixes a text. A fix is done whole or not at all; of two that get into each other's way the first wins, the other has its turn in the next pass. A fix
 * that would bring a finding (in a skeleton that it inserts it may), that does not fix its finding, or that makes the plan another kind of plan is not done.
 *
 * @param text The document; a byte order mark stays where it is.
 * @param lint Lints a text without a byte order mark; offsets of its fixes refer to that text.
 */
export async function applyFixes(text: string, lint: Lint, options: FixOptions = {}): Promise<FixOutcome> {
  const mark = /^\uFEFF*/.exec(text)![0]
  let state: LintedText = { text: text.slice(mark.length), report: await lint(text.slice(mark.length)) }
  const found = state.report.findings.length
  const past: LintedText[] = [state]
  const steps: FixCandidate[][] = []
  const refused = new Set<string>()
  const budget: Budget = { attempts: Math.max(minAttempts, Math.floor(maxWork / (state.text.length + 1))) }
  let fighting: string[] = []
  while (state.report.fatalErrors.length === 0 && budget.attempts > 0) {
    const wanted = choose(state, refused, options)
    if (wanted.length === 0) break
    const done = await tryAll(wanted, state, lint, refused, budget)
    if (done.fixes.length === 0) continue
    const before = past.findIndex(each => each.text === done.text)
    if (before >= 0 || steps.length === maxPasses) {
      const turns = before >= 0 ? steps.splice(before) : []
      fighting = [...new Set([...turns.flat(), ...done.fixes].map(each => each.rule))].sort()
      if (before >= 0) state = past[before]!
      break
    }
    state = { text: done.text, report: done.report }
    past.push(state)
    steps.push(done.fixes)
    // In the new text they may do no harm.
    refused.clear()
  }
  const done = steps.flat()
  return {
    text: mark + state.text,
    report: state.report,
    fighting,
    isCutShort: budget.attempts <= 0,
    // What a skeleton owes hides how many are gone.
    fixed: Math.max(
      found - state.report.findings.length,
      done.reduce((sum, each) => sum + each.findings.length, 0)
    ),
    titles: done.map(each => each.fix.title),
    anchors: done.flatMap(each => each.fix.anchors ?? [])
  }
}

/** The first safe fix of each finding, in text order, without those that get into an earlier one's way. */
function choose({ text, report }: LintedText, refused: ReadonlySet<string>, options: FixOptions): FixCandidate[] {
  const chosen = new Chosen()
  return candidates(report.findings, options).filter(
    ({ fix, rule, key }) => !refused.has(key) && isSound(fix, text.length) && chosen.take(fix, rule)
  )
}

function candidates(findings: readonly Finding[], { scaffold = false }: FixOptions): FixCandidate[] {
  const byEdits = new Map<string, FixCandidate>()
  for (const finding of findings) {
    const fix = finding.fixes?.find(each => each.safe || (scaffold && each.scaffold))
    if (!fix) continue
    const edits = JSON.stringify(fix.edits)
    const known = byEdits.get(edits)
    if (known) known.findings.push(finding)
    else
      byEdits.set(edits, {
        fix,
        rule: finding.rule,
        findings: [finding],
        key: `${finding.fingerprint} ${fix.title} ${JSON.stringify(fix.edits.map(edit => edit.text))}`
      })
  }
  return [...byEdits.values()].sort((a, b) => firstOf(a) - firstOf(b))
}

function firstOf({ fix }: FixCandidate): number {
  return Math.min(...fix.edits.map(edit => edit.start))
}

/** All fixes at once where that does no harm, else as many as do none, found by halving as long as there are attempts left. */
async function tryAll(
  wanted: FixCandidate[],
  state: LintedText,
  lint: Lint,
  refused: Set<string>,
  budget: Budget
): Promise<LintedText & { fixes: FixCandidate[] }> {
  let best: LintedText & { fixes: FixCandidate[] } = { ...state, fixes: [] }
  const groups = [wanted]
  for (let group = groups.pop(); group && budget.attempts > 0; group = groups.pop()) {
    budget.attempts--
    const fixes = [...best.fixes, ...group]
    const attempt = await attemptWith(fixes, state, lint)
    if (isGood(attempt, fixes, state)) best = { text: attempt.text, report: attempt.report, fixes }
    // Beside others it may fail for their sake: it has its turn when it is the first.
    else if (group.length === 1) {
      if (best.fixes.length === 0) refused.add(group[0]!.key)
    } else {
      const middle = group.length >> 1
      groups.push(group.slice(middle), group.slice(0, middle))
    }
  }
  return best
}

async function attemptWith(fixes: readonly FixCandidate[], state: LintedText, lint: Lint): Promise<Attempt> {
  const edits: Edit[] = fixes.flatMap(each => each.fix.edits)
  const { text, inserted } = applyEdits(state.text, edits)
  return { text, edits, skeletons: fixes.some(each => each.fix.scaffold) ? inserted : [], report: await lint(text) }
}

function isGood(
  { report, edits, skeletons }: Attempt,
  fixes: readonly FixCandidate[],
  { report: before }: LintedText
): boolean {
  if (report.fatalErrors.length > 0 || report.profile !== before.profile) return false
  const left = report.findings.filter(finding => !isInside(finding, skeletons))
  return (
    areGone(
      fixes.flatMap(each => each.findings),
      before.findings,
      report.findings
    ) && isIncluded(left, before.findings, edits)
  )
}

/** Are as many findings of each kind gone as were to be fixed? */
function areGone(fixed: readonly Finding[], before: readonly Finding[], after: readonly Finding[]): boolean {
  const [was, is, gone] = [before, after, fixed].map(countKinds) as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>
  ]
  return [...gone].every(([kind, count]) => (is.get(kind) ?? 0) <= was.get(kind)! - count)
}

function countKinds(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule, message } of findings)
    counts.set(`${rule}\n${message}`, (counts.get(`${rule}\n${message}`) ?? 0) + 1)
  return counts
}

function isInside({ place }: Finding, spans: readonly Inserted[]): boolean {
  return spans.some(span => place.start.offset >= span.start && place.end.offset <= span.end && span.end > span.start)
}
