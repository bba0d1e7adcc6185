/** The findings of a plan, each with the line that it points at. */
import { isWebAddress } from '../../report/text/uri.ts'
import { plural } from '../../report/text/words.ts'
import type { Markup } from './markup.ts'
import { html } from './markup.ts'
import type { StatusFinding, StatusRow } from './types.ts'

/** More would make the page slow to open. */
const mostShown = 100

/** A row across the table; nothing where there is nothing to say. */
export function findingsOf(row: StatusRow, columns: number): Markup | '' {
  const { findings, fatalErrors } = row
  if (findings.length + fatalErrors.length === 0) return ''
  const sorted = [...findings]
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .slice(0, mostShown)
  const left = findings.length - sorted.length
  return html`<tr role="row" class="more"><td role="cell" colspan="${columns}">
${fatalErrors.map(fatal => html`<p class="trouble">${fatal}</p>`)}
${
  findings.length > 0 &&
  html`<details><summary>${plural(findings.length, 'finding')}<span class="unseen"> in <bdi>${row.title ?? row.path}</bdi></span></summary>
<ol class="findings">${sorted.map(finding)}</ol>
${left > 0 && html`<p class="note">${plural(left, 'more finding')}: run planlint on this plan to see all</p>`}</details>`
}
</td></tr>`
}

function finding({ severity, message, help, rule, url, line, path, excerpt }: StatusFinding): Markup {
  return html`<li class="finding ${severity}">
<p class="message"><span class="badge ${severity}">${severity}</span> <bdi>${message}</bdi></p>
${excerpt && html`<pre tabindex="0" aria-label="Line ${line}"><code><span class="line" aria-hidden="true">${line}</span>${excerpt.text.slice(0, excerpt.start)}<mark>${excerpt.text.slice(excerpt.start, excerpt.end)}</mark>${excerpt.text.slice(excerpt.end)}</code></pre>`}
<p class="help">${help !== null && html`<bdi>${help}</bdi> · `}<span class="where">${path !== undefined && html`<bdi>${path}</bdi>, `}line ${line} · ${isWebAddress(url) ? html`<a href="${url}" rel="noreferrer">${rule}</a>` : rule}</span></p>
</li>
`
}
