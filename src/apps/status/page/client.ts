/** What the page does with a script: filters, sorting, colours. Everything it shows is in the page already; nothing is made from text. */
import { coloursButton } from '../../page/colours.ts'
import { el } from '../../page/dom.ts'

type Key = 'title' | 'standing' | 'status' | 'progress' | 'questions' | 'errors' | 'changed'
type Direction = 'ascending' | 'descending'

const numeric = new Set<Key>(['progress', 'questions', 'errors', 'changed', 'standing'])
const standings: Record<string, string> = { stuck: 'Needs a look', open: 'Open', draft: 'Draft', done: 'Done' }
const orders = [
  ['title', 'Name'],
  ['progress', 'Progress'],
  ['questions', 'Open questions'],
  ['errors', 'Errors'],
  ['changed', 'Oldest change']
] as const
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
  const controls = makeControls()
  const { search, profile, status, errors, order, clear } = controls
  const apply = (): void => show(wantedBy(controls), clear)
  for (const control of [search, profile, status, errors]) control.addEventListener('input', apply)
  order.addEventListener('input', () => {
    const key = order.value === '' ? 'standing' : (order.value as Key)
    sort(key, order.value === '' ? 'ascending' : first(key))
  })
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

interface Controls {
  search: HTMLInputElement
  profile: HTMLSelectElement
  status: HTMLSelectElement
  errors: HTMLInputElement
  order: HTMLSelectElement
  clear: HTMLButtonElement
}

function makeControls(): Controls {
  const profiles = [...new Set(values('profile').flatMap(profilesIn))].sort()
  const ofStanding = values('standing').map(name => [`standing=${name}`, standings[name] ?? name] as const)
  const ofStatus = values('status').map(name => [`status=${name}`, name] as const)
  return {
    search: el('input', { type: 'search', autocomplete: 'off', spellcheck: false }),
    profile: select(
      'All profiles',
      group(
        '',
        profiles.map(name => [name, name] as const)
      )
    ),
    status: select('Any', group('Standing', ofStanding), group('Status in the plan', ofStatus)),
    errors: el('input', { type: 'checkbox' }),
    order: select('What needs a look', group('', orders)),
    clear: el('button', { type: 'button', hidden: true }, 'Clear filters')
  }
}

/** Tells whether the filters want a plan; undefined where none is set. */
function wantedBy({ search, profile, status, errors }: Controls): ((plan: HTMLElement) => boolean) | undefined {
  const words = search.value
    .toLowerCase()
    .split(/\s/)
    .filter(word => word !== '')
  const at = status.value.indexOf('=')
  const field = status.value === '' ? undefined : status.value.slice(0, at)
  if (words.length === 0 && profile.value === '' && field === undefined && !errors.checked) return undefined
  return ({ dataset }) => {
    const text = (dataset['text'] ?? '').toLowerCase()
    return (
      words.every(word => text.includes(word)) &&
      (profile.value === '' || profilesIn(dataset['profile'] ?? '').includes(profile.value)) &&
      (field === undefined || dataset[field] === status.value.slice(at + 1)) &&
      (!errors.checked || Number(dataset['errors']) > 0)
    )
  }
}

function show(isWanted: ((plan: HTMLElement) => boolean) | undefined, clear: HTMLElement): void {
  for (const plan of plans) plan.hidden = isWanted?.(plan) === false
  const count = plans.filter(plan => !plan.hidden).length
  clear.hidden = !isWanted
  if (!isWanted) shown.textContent = ''
  else shown.textContent = count === 0 ? 'No plan fits the filters' : `Showing ${count} of ${plans.length} plans`
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

function group(label: string, options: readonly (readonly [string, string])[]): HTMLElement[] {
  const made = options.map(([value, text]) => el('option', { value }, text))
  return label === '' ? made : made.length === 0 ? [] : [el('optgroup', { label }, ...made)]
}

function select(all: string, ...groups: HTMLElement[][]): HTMLSelectElement {
  return el('select', {}, el('option', { value: '' }, all), ...groups.flat())
}
