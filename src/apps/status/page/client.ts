/** What the page does with a script: filters, sorting, colours. Everything it shows is in the page already; nothing is made from text. */
import { coloursButton } from '../../page/colours.ts'
import { el } from '../../page/dom.ts'

type Key = 'title' | 'standing' | 'status' | 'progress' | 'questions' | 'errors' | 'changed'
type Direction = 'ascending' | 'descending'

const numeric = new Set<Key>(['progress', 'questions', 'errors', 'changed', 'standing'])
const standings: Record<string, string> = { stuck: 'Needs a look', open: 'Open', draft: 'Draft', done: 'Done' }
const plans = [...document.querySelectorAll<HTMLElement>('.plan')]
const shown = document.querySelector<HTMLElement>('#shown')!

document.querySelector('#theme')!.append(coloursButton())
if (plans.length > 0) {
  const table = document.querySelector('table')!
  const sort = sorting(table)
  filters(sort)
}

function sorting(table: HTMLTableElement): (key: Key, direction: Direction) => void {
  const heads = [...table.querySelectorAll<HTMLElement>('th[data-key]')]
  const sort = (key: Key, direction: Direction): void => {
    const sign = direction === 'ascending' ? 1 : -1
    for (const plan of plans.toSorted(
      (a, b) => sign * compare(a, b, key) || Number(a.dataset['index']) - Number(b.dataset['index'])
    ))
      table.append(plan)
    for (const head of heads) {
      if (head.dataset['key'] === key) head.setAttribute('aria-sort', direction)
      else head.removeAttribute('aria-sort')
    }
  }
  for (const head of heads) {
    const key = head.dataset['key'] as Key
    const button = el('button', { type: 'button' }, head.textContent ?? '')
    button.addEventListener('click', () =>
      sort(key, head.getAttribute('aria-sort') === first(key) ? other(first(key)) : first(key))
    )
    head.replaceChildren(button)
  }
  return sort
}

/** The direction that shows what matters first. */
function first(key: Key): Direction {
  return key === 'questions' || key === 'errors' ? 'descending' : 'ascending'
}

function other(direction: Direction): Direction {
  return direction === 'ascending' ? 'descending' : 'ascending'
}

function compare(a: HTMLElement, b: HTMLElement, key: Key): number {
  const name = key === 'standing' ? 'rank' : key
  const [x, y] = [a.dataset[name] ?? '', b.dataset[name] ?? '']
  if (numeric.has(key))
    return (
      Number(x) - Number(y) || (key === 'errors' ? Number(a.dataset['warnings']) - Number(b.dataset['warnings']) : 0)
    )
  return x.localeCompare(y, undefined, { numeric: true, sensitivity: 'base' })
}

function filters(sort: (key: Key, direction: Direction) => void): void {
  const search = el('input', { type: 'search', autocomplete: 'off', spellcheck: false })
  const profile = select(
    'All profiles',
    group(
      '',
      [...new Set(values('profile').flatMap(profilesIn))].sort().map(name => [name, name])
    )
  )
  const status = select(
    'Any',
    group(
      'Standing',
      values('standing').map(name => [`standing=${name}`, standings[name] ?? name])
    ),
    group(
      'Status in the plan',
      values('status').map(name => [`status=${name}`, name])
    )
  )
  const errors = el('input', { type: 'checkbox' })
  const order = select(
    'What needs a look',
    group('', [
      ['title', 'Name'],
      ['progress', 'Progress'],
      ['questions', 'Open questions'],
      ['errors', 'Errors'],
      ['changed', 'Oldest change']
    ])
  )
  const clear = el('button', { type: 'button', hidden: true }, 'Clear filters')
  const apply = (): void => {
    const words = search.value
      .toLowerCase()
      .split(/\s/)
      .filter(word => word !== '')
    const [field, value] =
      status.value === ''
        ? []
        : [status.value.slice(0, status.value.indexOf('=')), status.value.slice(status.value.indexOf('=') + 1)]
    let count = 0
    for (const plan of plans) {
      const { dataset } = plan
      const text = (dataset['text'] ?? '').toLowerCase()
      const isShown =
        words.every(word => text.includes(word)) &&
        (profile.value === '' || profilesIn(dataset['profile'] ?? '').includes(profile.value)) &&
        (field === undefined || dataset[field] === value) &&
        (!errors.checked || Number(dataset['errors']) > 0)
      plan.hidden = !isShown
      if (isShown) count++
    }
    const isFiltered = words.length > 0 || profile.value !== '' || field !== undefined || errors.checked
    clear.hidden = !isFiltered
    shown.textContent = isFiltered
      ? count === 0
        ? 'No plan fits the filters'
        : `Showing ${count} of ${plans.length} plans`
      : ''
  }
  for (const control of [search, profile, status, errors]) control.addEventListener('input', apply)
  order.addEventListener('input', () =>
    sort(
      order.value === '' ? 'standing' : (order.value as Key),
      order.value === '' ? 'ascending' : first(order.value as Key)
    )
  )
  clear.addEventListener('click', () => {
    search.value = profile.value = status.value = ''
    errors.checked = false
    apply()
    search.focus()
  })
  const bar = document.querySelector<HTMLElement>('#filters')!
  bar.setAttribute('role', 'search')
  bar.setAttribute('aria-label', 'Plans')
  bar.append(
    labelled('search', 'Search', search),
    labelled('', 'Profile', profile),
    labelled('', 'Status', status),
    labelled('sort', 'Sort by', order),
    el('label', { className: 'check' }, errors, 'Has errors'),
    clear
  )
  bar.hidden = false
}

function labelled(className: string, text: string, control: HTMLElement): HTMLLabelElement {
  return el('label', { className }, text, control)
}

function values(name: string): string[] {
  return [...new Set(plans.map(plan => plan.dataset[name] ?? ''))].filter(value => value !== '').sort()
}

/** A plan of several files has several. */
function profilesIn(text: string): string[] {
  return text.split(', ')
}

function group(label: string, options: (readonly [string, string])[]): HTMLElement[] {
  const made = options.map(([value, text]) => el('option', { value }, text))
  return label === '' ? made : made.length === 0 ? [] : [el('optgroup', { label }, ...made)]
}

function select(all: string, ...groups: HTMLElement[][]): HTMLSelectElement {
  return el('select', {}, el('option', { value: '' }, all), ...groups.flat())
}
