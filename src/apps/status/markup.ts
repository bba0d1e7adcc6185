/** HTML in which every value is escaped unless it is markup itself. */
import { clean } from '../../report/text/clean.ts'

/** Markup, as opposed to text. */
export interface Markup {
  readonly markup: string
}

type Value = Markup | string | number | null | undefined | false | readonly Value[]

/** A template whose text values are made visible and escaped, for elements and quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: strings.reduce((all, part, index) => all + render(values[index - 1]) + part) }
}

/** Text that planlint itself wrote. */
export function trusted(markup: string): Markup {
  return { markup }
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(clean(String(value)))
  return 'markup' in value ? value.markup : value.map(render).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;'
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, character => entities[character]!)
}
