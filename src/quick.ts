/**
 * From text to report as the command line does it: measured before it is parsed, parsed fast where that is proven, and neither the reference parser nor
 * remark-lint loaded before a document needs them. The report is the one of `lintText`.
 */
import type { Root } from 'mdast'
import { checkComplexity, defaultLimits } from './guard/complexity.ts'
import type { Limits } from './guard/complexity.ts'
import { hasLintComment } from './control-point.ts'
import type { Heard, JudgeEnvironment } from './judge.ts'
import { crash, finish, sourceOf, unjudged } from './judge.ts'
import { lintTree } from './lint.ts'
import { parseQuickly } from './parse/quick.ts'
import type { FileReport, Finding } from './types.ts'

/**
 * Judges a text. Total: whatever goes wrong is trouble in the report.
 *
 * @param text The document; a byte order mark is allowed.
 * @param environment Its `options.limits` are the bounds of what is parsed.
 */
export async function lintQuickly(text: string, environment: JudgeEnvironment = {}): Promise<FileReport> {
  const source = sourceOf(text)
  try {
    const tooMuch = checkComplexity(source, limitsOf(environment.options?.limits))
    if (tooMuch) return unjudged(source, environment, tooMuch)
    return await judge(await parseQuickly(source), source, environment)
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

/** The usual limits with those of a configuration over them. */
export function limitsOf(given: Record<string, number> = {}): Limits {
  return { ...defaultLimits, ...Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(defaultLimits, name))) }
}
