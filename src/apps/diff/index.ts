import { sarif } from '../../report/sarif.ts'
import { diffJson } from './json.ts'
import { diffMarkdown } from './markdown.ts'
import { asRunReport, groupRules } from './report.ts'
import { diffText } from './text.ts'
import type { DiffReport } from './types.ts'

/** The formats of a comparison, with a line about each. */
export const diffFormats = {
  text: 'for a terminal',
  json: 'for programs',
  markdown: 'for a pull-request comment',
  sarif: 'for code scanning'
} as const

type DiffFormat = keyof typeof diffFormats

export function isDiffFormat(name: string): name is DiffFormat {
  return Object.hasOwn(diffFormats, name)
}

/**
 * Renders a comparison. Pure.
 *
 * @param format One of `diffFormats`; `text` for any other.
 */
export function renderDiff(format: string, report: DiffReport, options: { color: boolean }): string {
  if (format === 'json') return diffJson(report)
  if (format === 'markdown') return diffMarkdown(report)
  if (format === 'sarif')
    return sarif.render(asRunReport(report), {
      color: false,
      hyperlinks: false,
      width: 80,
      quiet: false,
      maxWarnings: Infinity,
      rules: groupRules
    })
  return diffText(report, options)
}
