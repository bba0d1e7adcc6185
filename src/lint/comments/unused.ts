/** What comments silenced, and those that silenced nothing, once remark-lint has applied them. */
import type { Root } from 'mdast'
import { rules } from '../../../rules/index.ts'
import { lintComments } from '../../plan/lint-comments.ts'
import type { LintComment } from '../../plan/lint-comments.ts'
import type { Outline } from '../../outline/types.ts'
import type { Finding } from '../../types.ts'
import { controlPoint, lastLeafEnd } from './control-point.ts'
import { addFinding } from '../findings.ts'
import type { LintEnvironment, TreeResult } from '../tree-types.ts'
import { asksInVain, type UnusedSilence } from '../rule.ts'
import { settingOf } from '../severity.ts'

/**
 * What a rule says of comments without effect, where that is asked for. A comment for all rules, or for those of others, may have one elsewhere; one for a rule
 * that did not run is not judged, nor one for this rule.
 *
 * @param result of the tree, before anything was silenced
 * @param kept what was not silenced
 */
export function unusedComments(
  tree: Root,
  result: TreeResult,
  kept: readonly Finding[],
  environment: LintEnvironment
): Finding[] {
  const { options = {}, path, only = rules, repo } = environment
  const { plan } = result
  if (!options.reportUnusedDisableDirectives || !plan) return []
  const ran = new Set(
    only
      .filter(rule => !asksInVain(rule, repo) && settingOf(rule, options, path).severity !== 'off')
      .map(rule => rule.id)
  )
  const speaker = only.find(rule => rule.checkSilence && ran.has(rule.id))
  if (!speaker) return []
  const remaining = new Set(kept)
  const silenced = result.findings.filter(finding => !remaining.has(finding))
  // What silences this very rule would silence what is said of it.
  const unused = withoutEffect(plan.outline, silenced, tree).filter(({ id }) => ran.has(id) && id !== speaker.id)
  const found: TreeResult = { ...result, findings: [] }
  const sink = { result: found, outline: plan.outline, path, seen: new Map<string, number>() }
  for (const problem of speaker.checkSilence!(unused))
    addFinding(speaker, settingOf(speaker, options, path), problem, sink)
  return found.findings
}

/** That comments silenced something is said in every report: without it, a document without findings and one that hides them look alike. */
export function silenceNotes({ findings, plan }: TreeResult, kept: readonly Finding[]): string[] {
  const remaining = new Set(kept)
  const silenced = findings.filter(finding => !remaining.has(finding))
  if (silenced.length === 0) return []
  const all = plan && lintComments(plan.outline).find(({ verb, ids }) => verb !== 'enable' && ids.length === 0)
  const reach = all ? `; line ${all.place.start.line} ${all.verb}s all rules` : ''
  return [`Silenced by comments: ${countsOf(silenced)} (${rulesOf(silenced)})${reach}`]
}

function countsOf(silenced: readonly Finding[]): string {
  return (['error', 'warning'] as const)
    .map(severity => [silenced.filter(finding => finding.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]))
    .join(', ')
}

/** So many rules are named. */
const mostRules = 5

function rulesOf(silenced: readonly Finding[]): string {
  const ids = [...new Set(silenced.map(({ rule }) => rule))]
  const left = ids.length - mostRules
  return `${ids.slice(0, mostRules).join(', ')}${left > 0 ? ` and ${left} more rule${left === 1 ? '' : 's'}` : ''}`
}

function withoutEffect(outline: Outline, silenced: readonly Finding[], tree: Root): UnusedSilence[] {
  const comments = lintComments(outline)
  const leafEnd = lastLeafEnd(tree)
  const used = new Set<string>()
  for (const finding of silenced) {
    const { offset } = controlPoint(finding, tree, leafEnd) as { offset: number }
    for (const comment of silencers(comments, finding.rule, offset)) used.add(keyOf(comment, finding.rule))
  }
  return comments.flatMap(comment =>
    comment.verb === 'enable'
      ? []
      : comment.ids
          .filter(({ id }) => !used.has(keyOf(comment, id)))
          .map(({ id, place }) => ({ verb: comment.verb, id, place }))
  )
}

/** The comments that name a rule and silence it at a point. */
function silencers(comments: readonly LintComment[], rule: string, offset: number): LintComment[] {
  const named = comments.filter(({ ids, place }) => place.start.offset <= offset && ids.some(({ id }) => id === rule))
  const ignoring = named.filter(({ reach }) => reach && offset < reach.end)
  const last = named.findLast(({ verb }) => verb !== 'ignore')
  return last?.verb === 'disable' ? [...ignoring, last] : ignoring
}

function keyOf({ place }: LintComment, id: string): string {
  return `${place.start.offset} ${id}`
}
