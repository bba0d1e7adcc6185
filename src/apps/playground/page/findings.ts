/** The list of findings: each jumps to its place, and offers its fixes. */
import { clean } from '../../../report/text/clean.ts'
import type { Finding, Fix, FatalError } from '../../../types.ts'
import { byId, el } from '../../page/dom.ts'

interface FindingEvents {
  jump(start: number, end: number): void
  fix(fix: Fix): void
}

export function showFindings(
  findings: readonly Finding[],
  fatalErrors: readonly FatalError[],
  events: FindingEvents
): void {
  byId('findings').replaceChildren(
    ...fatalErrors.map(({ message, line }) =>
      el(
        'li',
        { className: 'finding error' },
        el('p', { className: 'message' }, badge('trouble'), clean(message)),
        ...(line === undefined ? [] : [el('p', { className: 'help' }, `Line ${line}`)])
      )
    ),
    ...findings.map(finding => item(finding, events))
  )
}

function item(finding: Finding, { jump, fix }: FindingEvents): HTMLElement {
  const { severity, message, help, place, related = [], fixes = [], rule, url } = finding
  const title = el(
    'button',
    { type: 'button', className: 'message' },
    badge(severity),
    el('span', {}, clean(message)),
    el('span', { className: 'at' }, `line ${place.start.line}`)
  )
  title.addEventListener('click', () => jump(place.start.offset, place.end.offset))
  const node = el('li', { className: `finding ${severity}` }, title)
  for (const { place: other, message: words } of related) {
    const button = el('button', { type: 'button', className: 'related' }, `${clean(words)} (line ${other.start.line})`)
    button.addEventListener('click', () => jump(other.start.offset, other.end.offset))
    node.append(button)
  }
  node.append(
    el(
      'p',
      { className: 'help' },
      help === undefined ? '' : `${clean(help)} · `,
      el('a', { href: url, target: '_blank', rel: 'noreferrer' }, rule)
    )
  )
  for (const each of fixes) {
    const button = el('button', { type: 'button', className: 'fix' }, clean(each.title))
    button.addEventListener('click', () => fix(each))
    node.append(button)
  }
  return node
}

function badge(text: string): HTMLElement {
  return el('span', { className: `badge ${text}` }, text)
}
