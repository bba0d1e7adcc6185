/** From a rule's problem to a finding: weighed, worded, with a fingerprint; and which findings only follow from a broken fence. */
import type { Finding } from '../types.ts'
import { pageOf, type Rule, type Problem } from './rule.ts'
import { weigh, profileSeverity, type Setting } from './severity.ts'
import type { Outline } from '../outline/types.ts'
import type { TreeResult } from './tree-types.ts'
import { hash } from '../util/hash.ts'

/** Compares findings by where they stand. */
export function inTextOrder(a: Finding, b: Finding): number {
  return (
    a.place.start.offset - b.place.start.offset ||
    a.place.end.offset - b.place.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}

/** Where findings of a document go. */
export interface FindingSink {
  result: TreeResult
  outline: Outline
  path: string | undefined
  /** How often each identity was there so far: findings that are alike are told apart by their number. */
  seen: Map<string, number>
}

/** Weighs a problem and words it: it becomes one of the result's findings, if it is any. */
export function addFinding(rule: Rule, setting: Setting, problem: Problem, sink: FindingSink): void {
  const { result, outline, path, seen } = sink
  const { plan } = result
  const state = problem.state ?? plan?.state
  const severity = weigh(
    rule,
    setting.severity,
    plan && profileSeverity(rule, plan.profile, state, path),
    (state && rule.byState?.[state]) ?? problem.severity
  )
  if (severity === 'off') return
  const message = rule.messages[problem.message]!(problem.data ?? {})
  const fold = rule.several?.[problem.message]?.(problem.data ?? {})
  const identity = `${rule.id}\n${problem.message}\n${message}\n${outline.source.slice(problem.at.start.offset, Math.min(problem.at.end.offset, problem.at.start.offset + 200)).trim()}`
  const count = seen.get(identity) ?? 0
  seen.set(identity, count + 1)
  result.findings.push({
    rule: rule.id,
    messageId: problem.message,
    severity,
    message,
    help: problem.help,
    place: problem.at,
    url: pageOf(rule.id),
    fingerprint: hash(`${identity}\n${count}`).slice(0, 16),
    ...(fold ? { fold } : {}),
    ...(problem.related?.length ? { related: problem.related } : {}),
    ...(problem.fixes?.length ? { fixes: problem.fixes } : {})
  })
}

/** Where a fence is broken, text and code have changed places: only the broken fence itself is worth a word there, and in the titles above it. */
export function suppressConsequences({ brokenFences, parts }: Outline, result: TreeResult): void {
  if (brokenFences.length === 0) return
  const titles = new Set(
    brokenFences.flatMap(({ kind, region }) =>
      kind === 'nested'
        ? []
        : parts
            .filter(({ level, span }) => level > 1 && span.start < region.start && span.end > region.start)
            .map(({ place }) => place.start.offset)
    )
  )
  result.findings = result.findings.filter(
    ({ messageId, place: { start } }) =>
      messageId === 'brokenFence' ||
      messageId === 'unclosedFence' ||
      messageId === 'unclosedHtml' ||
      messageId === 'conflict' ||
      !(
        titles.has(start.offset) ||
        brokenFences.some(({ region }) => start.offset >= region.start && start.offset < region.end)
      )
  )
}
