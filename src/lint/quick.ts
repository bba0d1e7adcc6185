/**
 * From text to report as the command line does it: measured before it is parsed, parsed fast where that is proven, and neither the reference parser nor
 * remark-lint loaded before a document needs them. The report is the one of `lintText`.
 */
import type { Root } from 'mdast'
import { checkComplexity, checkFrontMatter, defaultLimits } from '../guard/complexity.ts'
import type { Limits } from '../guard/complexity.ts'
import { hasLintComment } from './control-point.ts'
import type { Heard, JudgeEnvironment } from './judge.ts'
import { crash, finish, sourceOf } from './judge.ts'
import { lintTree } from './lint.ts'
import { parseFast } from 'mdast-fast'
import type { FileReport, Finding } from '../types.ts'
import { unjudged } from './unjudged.ts'

/** UTF-16 units up to which a document that the fast parser takes is not measured. */
const short = 32 * 1024

/**
 * Judges a text. Total: whatever goes wrong is trouble in the report.
 *
 * @param text The document; a byte order mark is allowed.
 * @param environment Its `options.limits` are the bounds of what is parsed.
 * @param elsewhere Judges the text where it can be stopped; asked for what may take long. Undefined where there is no such place.
 */
export async function lintQuickly(
  text: string,
  environment: JudgeEnvironment = {},
  elsewhere?: () => Promise<FileReport | undefined>
): Promise<FileReport> {
  const source = sourceOf(text)
  const given = environment.options?.limits
  const parse = environment.parser === 'reference' ? () => undefined : parseFast
  try {
    // The guard is for the reference parser, and costs as much as the fast one: what that takes, and is short, needs none. Front matter is capped in any case.
    const isShort = source.length <= short && given === undefined
    const early = isShort && !checkFrontMatter(source) ? parse(source) : undefined
    const tooMuch = early ? undefined : checkComplexity(source, limitsOf(given))
    if (tooMuch) return unjudged(source, environment, tooMuch)
    // What is long in any case is not parsed here: its tree would stay in memory beside the one elsewhere.
    const isLong = elsewhere !== undefined && !isSurelyQuick(source.length, true, given)
    const tree = isLong ? undefined : (early ?? parse(source))
    const report = isSurelyQuick(source.length, tree !== undefined, given) ? undefined : await elsewhere?.()
    return (
      report ??
      (await judge(
        tree ?? (isLong ? parse(source) : undefined) ?? (await import('../parse/parse.ts')).parsePlan(source),
        source,
        environment
      ))
    )
  } catch (error) {
    return unjudged(source, environment, crash(error))
  }
}

async function judge(tree: Root, source: string, environment: JudgeEnvironment): Promise<FileReport> {
  const verdict = lintTree(tree, source, environment)
  return finish(verdict, await hear(tree, source, verdict.findings), source, environment)
}

async function hear(tree: Root, source: string, findings: Finding[]): Promise<Heard> {
  if (findings.length === 0 || !hasLintComment(source)) return { findings, troubles: [] }
  return (await import('./silence.ts')).silence(tree, source, findings)
}

/**
 * Whether a text is judged well within its time. What passes the guard takes the reference parser 40 µs a unit at most, and all else 3 µs; with the guard's
 * limits lifted, nothing is known of that parser.
 */
function isSurelyQuick(length: number, isParsed: boolean, given: Record<string, number> = {}): boolean {
  const isLifted = Object.entries(given).some(
    ([name, limit]) => Object.hasOwn(defaultLimits, name) && limit > defaultLimits[name as keyof Limits]
  )
  const dearest = isParsed ? 0.005 : isLifted ? 1 : 0.08
  return length * dearest <= (given['milliseconds'] ?? 5000)
}

/** The usual limits with those of a configuration over them. */
export function limitsOf(given: Record<string, number> = {}): Limits {
  return {
    ...defaultLimits,
    ...Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(defaultLimits, name)))
  }
}
