/** What is gone since the commit that a run was compared with, by name. */
import type { Comparison, RunReport } from '../types.ts'
import { groupBy } from '../util/group.ts'
import { clean, cleanPath, shorten } from './text/clean.ts'
import { escapeMarkdown } from './text/escape-markdown.ts'
import type { Style } from './text/style.ts'
import type { ReportOptions } from './types.ts'

/** More of them no one reads. */
const mostNamed = 20

type Mended = Comparison['mended'][number]

/** @returns a block for a terminal; none where nothing was compared, or mended */
export function mendedText(report: RunReport, options: Pick<ReportOptions, 'quiet'>, style: Style): string[] {
  const found = mendedOf(report, options)
  if (!found) return []
  const lines = [...groupBy(found.named, ({ path }) => path)].flatMap(([path, findings]) => [
    `  ${cleanPath(path)}`,
    ...findings.map(
      ({ message, rule }) => `    ${style.success('✔')} ${clean(message)} ${style.faint(`[${clean(rule)}]`)}`
    )
  ])
  return [[style.success(`Mended since ${clean(found.ref)}`), ...lines, ...restOf(found.left, '    ')].join('\n')]
}

/** @returns a list that is folded up; none where nothing was compared, or mended */
export function mendedMarkdown(report: RunReport, options: Pick<ReportOptions, 'quiet'>): string[] {
  const found = mendedOf(report, options)
  if (!found) return []
  const lines = found.named.map(
    ({ path, message, rule }) =>
      `- ${escapeMarkdown(shorten(path, 100))}: ${escapeMarkdown(shorten(message, 300))} (${escapeMarkdown(rule)})`
  )
  return [
    [
      `<details><summary>✅ <b>Mended since ${escapeMarkdown(found.ref)}</b></summary>`,
      '',
      ...lines,
      ...restOf(found.left, '- '),
      '',
      '</details>'
    ].join('\n')
  ]
}

function mendedOf(
  { compare }: RunReport,
  { quiet }: Pick<ReportOptions, 'quiet'>
): { ref: string; named: Mended[]; left: number } | undefined {
  const all = (compare?.mended ?? []).filter(({ severity }) => !quiet || severity === 'error')
  if (!compare || all.length === 0) return undefined
  const named = all.slice(0, mostNamed)
  return { ref: compare.ref, named, left: all.length - named.length }
}

function restOf(left: number, lead: string): string[] {
  return left > 0 ? [`${lead}… and ${left} more`] : []
}
