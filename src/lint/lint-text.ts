/**
 * The one way from a text to its report, for every door: guard → parse → lint → silence → report. What few texts need (the reference parser, remark-lint, a
 * place where the work can be stopped) is asked for on the way: the library has it at hand (`linter.ts`), the command line loads it (`linter-lazy.ts`).
 */
import { sourceOf } from '../util/source.ts'
import { withoutMdx } from '../parse/mdx.ts'
import type { Root } from 'mdast'
import { parseFast } from 'mdast-fast'
import { checkComplexity, checkFrontMatter, defaultLimits } from '../guard/complexity.ts'
import type { Limits, TooMuch } from '../guard/complexity.ts'
import { summarise } from '../plan/summary.ts'
import type { FileReport } from '../types.ts'
import { hasLintComment } from './comments/control-point.ts'
import type { LintEnvironment } from './tree-types.ts'
import { inTextOrder } from './findings.ts'
import { lintingTree } from './lint-tree.ts'
import { crash, excludedFile, reportOf, unjudged } from './report.ts'
import type { silence } from './comments/silence.ts'
import { silenceNotes, unusedComments } from './comments/unused.ts'
import { whyUnruled } from './unruled.ts'

/** What a report depends on besides its text. */
export interface TextEnvironment extends LintEnvironment {
  /** Reports say how far a plan is. */
  summary?: boolean
  /** The reference parser reads whatever the fast one would. */
  parser?: 'reference'
  /** Reads in place of both. */
  parse?: (text: string) => Root
}

/** What the way may need: each is answered by whoever walks it. */
export interface Needs {
  reference: (text: string) => Root
  silence: typeof silence
  /** The report from where the work can be stopped; undefined where there is no such place. */
  elsewhere: FileReport | undefined
}

type LintingText = Generator<keyof Needs, FileReport, Needs[keyof Needs]>

/** UTF-16 units up to which a document that the fast parser takes is not measured. */
const short = 64 * 1024

/**
 * Lints a text. Total: whatever goes wrong is a fatal error in the report.
 *
 * @param text The document; a byte order mark is allowed.
 * @param environment Its `options.limits` are the bounds of what is parsed.
 * @param canStop Is there an elsewhere? Asked for what may take long.
 */
export function* lintingText(text: string, environment: TextEnvironment, canStop: boolean): LintingText {
  const shown = sourceOf(text)
  const source = withoutMdx(shown, environment.path)
  const limits = environment.options?.limits
  const parse = environment.parser === 'reference' ? () => undefined : (environment.parse ?? parseFast)
  try {
    // The guard is for the reference parser, and costs as much as the fast one: what that takes, and is short, needs none. Front matter is capped in any case.
    const isShort = source.length <= short && limits === undefined
    const { path, siblings } = environment
    const known = path === undefined ? undefined : siblings?.readings.get(path, source)
    const early = known?.tree ?? (isShort && !checkFrontMatter(source) ? parse(source) : undefined)
    const tooMuch = early ? undefined : checkText(source, limits)
    if (tooMuch) return unjudged(shown, environment, tooMuch)
    // What is long in any case is not parsed here: its tree would stay in memory beside the one elsewhere.
    const isLong = canStop && !isSurelyQuick(source.length, true, limits)
    const read = isLong ? undefined : (early ?? parse(source))
    if (canStop && !isSurelyQuick(source.length, read !== undefined, limits)) {
      const report = (yield 'elsewhere') as Needs['elsewhere']
      if (report) return report
    }
    const tree = read ?? (isLong ? parse(source) : undefined) ?? ((yield 'reference') as Needs['reference'])(source)
    const linting = lintingTree(known ?? { source, tree }, environment)
    let step = linting.next()
    // Files beside it keep to the same bounds.
    while (!step.done) {
      const sibling = step.value
      const isTooMuch = checkText(sibling, limits) !== undefined
      const quick = isTooMuch ? undefined : parse(sibling)
      if (!isTooMuch && canStop && !isSurelyQuick(sibling.length, quick !== undefined, limits)) {
        const report = (yield 'elsewhere') as Needs['elsewhere']
        if (report) return report
      }
      step = linting.next(
        isTooMuch ? 'it is too complex' : (quick ?? ((yield 'reference') as Needs['reference'])(sibling))
      )
    }
    const result = step.value
    const unruled = result.plan && !environment.summary ? whyUnruled(result.plan, environment) : undefined
    if (unruled !== undefined) return { ...excludedFile(path ?? '<text>', unruled), source: shown }
    let silenced = 0
    const isAsked = environment.options?.reportUnusedDisableDirectives === true
    if ((result.findings.length > 0 || isAsked) && hasLintComment(source)) {
      const silence = (yield 'silence') as Needs['silence']
      const remaining = silence(tree, source, result.findings)
      const unused = unusedComments(tree, result, remaining.findings, environment)
      silenced = result.findings.length - remaining.findings.length
      result.notes.push(...silenceNotes(result, remaining.findings))
      result.findings = remaining.findings
      if (unused.length > 0)
        result.findings = [...remaining.findings, ...silence(tree, source, unused).findings].sort(inTextOrder)
      result.fatalErrors.push(...remaining.fatalErrors)
    }
    const report = { ...reportOf(result, environment.path ?? '<text>', shown), ...(silenced > 0 ? { silenced } : {}) }
    return environment.summary && result.plan ? { ...report, summary: summarise(result.plan) } : report
  } catch (error) {
    return unjudged(shown, environment, crash(error))
  }
}

/** The guard: is there more in a text than parsers are known to read in time? */
export function checkText(source: string, given?: Record<string, number>): TooMuch | undefined {
  return checkComplexity(source, limitsOf(given))
}

/** The usual limits with those of a configuration over them. */
function limitsOf(given: Record<string, number> = {}): Limits {
  return {
    ...defaultLimits,
    ...Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(defaultLimits, name)))
  }
}

/**
 * Whether a text is linted well within its time. What passes the guard takes the reference parser 40 µs a unit at most, and all else 3 µs; with the guard's
 * limits lifted, nothing is known of that parser.
 */
function isSurelyQuick(length: number, isParsed: boolean, given: Record<string, number> = {}): boolean {
  const isLifted = Object.entries(given).some(
    ([name, limit]) => Object.hasOwn(defaultLimits, name) && limit > defaultLimits[name as keyof Limits]
  )
  const dearest = isParsed ? 0.005 : isLifted ? 1 : 0.08
  return length * dearest <= (given['milliseconds'] ?? 5000)
}
