/** The steps that every way from a text to its report shares; how the text is parsed, and when remark-lint is loaded, is theirs. */
import type { LintEnvironment, Verdict } from './lint.ts'
import { pleaseReport, reportOf } from './lint.ts'
import { summarise } from '../plan/summary.ts'
import type { FileReport, Finding, Trouble } from '../types.ts'

/** What a report says besides its findings. */
export interface JudgeEnvironment extends LintEnvironment {
  /** Reports say how far a plan is. */
  summary?: boolean
  /** The reference parser judges whatever the fast one would. */
  parser?: 'reference'
}

/** What comments in a document leave of its findings. */
export type Heard = { findings: Finding[]; troubles: Trouble[] }

/** The text that offsets count in: without its byte order mark. A second one, as careless tools put it, is dropped too: parsers do so. */
export function sourceOf(text: string): string {
  return text.replace(/^\uFEFF+/, '')
}

/** The report on a verdict, once comments were heard. */
export function finish(verdict: Verdict, heard: Heard, source: string, environment: JudgeEnvironment): FileReport {
  verdict.findings = heard.findings
  verdict.troubles.push(...heard.troubles)
  const report = reportOf(verdict, nameOf(environment), source)
  return environment.summary && verdict.plan ? { ...report, summary: summarise(verdict.plan) } : report
}

/** Trouble for what was thrown. */
export function crash(error: unknown): Trouble {
  return {
    code: 'crash',
    message: `planlint crashed on this file: ${error instanceof Error ? error.message : String(error)}; ${pleaseReport}`
  }
}

function nameOf({ path = '<text>' }: JudgeEnvironment): string {
  return path
}
