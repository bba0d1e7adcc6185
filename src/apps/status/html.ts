/** The status as one page: no request, no framework, readable without its script. */
import { assets } from './page/assets.ts'
import { findingsOf } from './html-findings.ts'
import type { Markup } from './markup.ts'
import { html, trusted } from './markup.ts'
import { daysSince } from './rows.ts'
import type { SharedPath, Standing, StatusReport, StatusRow } from './types.ts'
import {
  passedOverGroups,
  passedOverTitle,
  planCount,
  profileOf,
  reasonWords,
  standingWords,
  summaryWords,
  totalTrend,
  trendWords
} from './words.ts'

/** What needs a look comes first. */
const order: readonly Standing[] = ['stuck', 'open', 'draft', 'done']

const policy = `default-src 'none'; script-src '${assets.scriptHash}'; style-src '${assets.styleHash}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`

/** Columns: name, key that the script sorts by. */
const columns: readonly [name: string, key: string][] = [
  ['Plan', 'title'],
  ['Standing', 'standing'],
  ['Status', 'status'],
  ['Progress', 'progress'],
  ['Questions', 'questions'],
  ['Findings', 'errors'],
  ['Last change', 'changed']
]

export function statusHtml(report: StatusReport): string {
  const rows = [...report.rows].sort(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || b.errors - a.errors || (a.path < b.path ? -1 : 1)
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="planlint ${report.version}">
<title>Plans – ${summaryWords(report)}</title>
<style>${trusted(assets.style)}</style>
</head>
<body>
<a class="skip" href="#plans">Skip to the plans</a>
<header class="top">
<h1>Plans</h1>
<p class="made">As of ${time(report.now, `${iso(report.now).slice(0, 10)} ${iso(report.now).slice(11, 16)} UTC`)} · planlint ${report.version}</p>
<div class="theme" id="theme"></div>
</header>
<main>
${tiles(report)}
<div class="filters" id="filters" hidden></div>
<p class="shown" id="shown" role="status"></p>
${rows.length === 0 ? html`<p class="empty" id="plans">No plans were found.</p>` : table(rows, report)}
${sharedSection(report.shared)}
${passedOverSection(report)}
${notesSection(report)}
</main>
<script>${trusted(assets.script)}</script>
</body>
</html>
`.markup
}

function tiles(report: StatusReport): Markup {
  const { rows, since } = report
  const count = (standing: Standing): number => rows.filter(row => row.standing === standing).length
  const tile = (name: string, value: number, kind: string): Markup =>
    html`<li class="tile ${kind}${value === 0 ? ' none' : ''}"><b>${value}</b> <span>${name}</span></li>`
  return html`<ul class="tiles" aria-label="Summary">
${tile(count('stuck') === 1 ? 'needs a look' : 'need a look', count('stuck'), 'stuck')}${tile('open', count('open'), 'open')}${tile(count('draft') === 1 ? 'draft' : 'drafts', count('draft'), 'draft')}${tile('done', count('done'), 'done')}
</ul>
<p class="sum">${planCount(report)}${since !== undefined && html` · since <bdi>${since}</bdi>: ${totalTrend(report) || 'nothing moved'}`}</p>`
}

/** Roles are given in full: a narrow window shows rows as blocks, and some browsers forget then that it is a table. */
function table(rows: StatusRow[], report: StatusReport): Markup {
  return html`<table id="plans" role="table" tabindex="-1">
<caption class="unseen">Plans, those that need a look first</caption>
<thead role="rowgroup"><tr role="row">${columns.map(([name, key]) => html`<th role="columnheader" scope="col" class="c-${key}" data-key="${key}">${name}</th>`)}</tr></thead>
${rows.map((row, index) => plan(row, index, report))}
</table>`
}

function plan(row: StatusRow, index: number, { now }: StatusReport): Markup {
  const { boxes, questions } = row
  const data = html`data-title="${row.title ?? row.path}" data-text="${row.title} ${row.path} ${row.profile} ${row.status}" data-profile="${row.profile}" data-standing="${row.standing}" data-rank="${order.indexOf(row.standing)}" data-status="${row.status}" data-progress="${boxes.total === 0 ? -1 : boxes.done / boxes.total}" data-questions="${questions.open}" data-errors="${row.errors}" data-warnings="${row.warnings}" data-changed="${row.changed?.time ?? 0}" data-index="${index}"`
  return html`<tbody role="rowgroup" class="plan ${row.standing}" ${data}>
<tr role="row">
<th role="rowheader" scope="row" class="c-title"><span class="name" id="p${index}"><bdi>${row.title ?? row.path}</bdi></span><span class="path"><bdi>${row.path}</bdi>${row.profile === null ? '' : html` · ${profileOf(row)}`}</span></th>
<td role="cell" class="c-standing"><span class="pill ${row.standing}">${standingWords[row.standing]}</span>${row.reasons.length > 0 && html`<ul class="reasons">${row.reasons.map(reason => html`<li>${reasonWords(reason, row, now)}</li>`)}</ul>`}</td>
<td role="cell" class="c-status${row.status === null ? ' blank' : ''}" data-label="Status"><bdi>${row.status ?? '–'}</bdi></td>
<td role="cell" class="c-progress" data-label="Progress">${progress(row, index)}${trendWords(row) !== '' && html`<span class="trend"><bdi>${trendWords(row)}</bdi></span>`}</td>
<td role="cell" class="c-questions${questions.total === 0 ? ' blank' : ''}" data-label="Questions">${questions.total === 0 ? '–' : html`${questions.open} open`}</td>
<td role="cell" class="c-errors" data-label="Findings">${row.errors + row.warnings === 0 ? html`<span class="quiet">none</span>` : html`${count(row.errors, 'error')}${row.errors > 0 && row.warnings > 0 && html`<br>`}${count(row.warnings, 'warning')}`}</td>
<td role="cell" class="c-changed" data-label="Last change">${changed(row, now)}</td>
</tr>
${findingsOf(row, columns.length)}
</tbody>
`
}

function count(value: number, severity: 'error' | 'warning'): Markup | '' {
  return value === 0 ? '' : html`<span class="${severity}">${value} ${severity}${value === 1 ? '' : 's'}</span>`
}

function progress({ boxes, steps, stories }: StatusRow, index: number): Markup {
  const told = stories === undefined ? '' : `${stories} ${stories === 1 ? 'story' : 'stories'}, `
  const stepText =
    steps.total === 0
      ? ''
      : steps.tracked === 0
        ? `${steps.total} step${steps.total === 1 ? '' : 's'}`
        : `${steps.done} of ${steps.total} steps${steps.optional === undefined ? '' : `, ${steps.optional.total} optional`}`
  if (boxes.total === 0)
    return html`<span class="quiet">no boxes</span>${stepText && html`<span class="steps">${stepText}</span>`}`
  return html`<progress max="${boxes.total}" value="${boxes.done}" aria-labelledby="p${index} b${index}"></progress><span class="steps" id="b${index}">${boxes.done} of ${boxes.total} boxes${stepText && html` · ${told}${stepText}`}</span>`
}

function changed({ changed: last }: StatusRow, now: number): Markup {
  if (!last) return html`–`
  const days = daysSince(last, now)
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
  return html`${time(last.time, ago)}<span class="steps">${iso(last.time).slice(0, 10)}${last.from === 'file' && ', not committed'}</span>`
}

function time(at: number, words: string): Markup {
  return html`<time datetime="${iso(at)}">${words}</time>`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function sharedSection(shared: readonly SharedPath[]): Markup | '' {
  if (shared.length === 0) return ''
  return html`<section class="shared" aria-labelledby="shared"><h2 id="shared">Files that several open plans change</h2>
<ul>${shared.map(({ path, plans }) => html`<li><code><bdi>${path}</bdi></code> <span class="in">${plans.map((each, index) => html`${index > 0 && ', '}<bdi>${each.path}</bdi> (${each.mark})`)}</span></li>`)}</ul></section>`
}

/** What could not be checked, and why: below the table, which is what the page is for. */
function notesSection({ notes }: StatusReport): Markup | '' {
  if (notes.length === 0) return ''
  return html`<section class="shared" aria-labelledby="notes"><h2 id="notes">Notes</h2>
<ul>${notes.map(note => html`<li class="note">${note}</li>`)}</ul></section>`
}

/** Every file that was looked at stands on the page. */
function passedOverSection(report: StatusReport): Markup | '' {
  const groups = passedOverGroups(report)
  if (groups.length === 0) return ''
  return html`<section class="shared" aria-labelledby="others"><h2 id="others">${passedOverTitle}</h2>
<ul>${groups.map(({ words, paths }) => html`<li>${words}: ${paths.map((path, index) => html`${index > 0 && ', '}<code><bdi>${path}</bdi></code>`)}</li>`)}</ul></section>`
}
