/** The button that chooses light or dark; the choice is remembered where that is allowed. */
import { el } from './dom.ts'

const names = ['auto', 'light', 'dark']
const key = 'planlint-theme'

export function coloursButton(): HTMLButtonElement {
  const button = el('button', { type: 'button' })
  let at = Math.max(0, names.indexOf(remembered() ?? 'auto'))
  const apply = (): void => {
    if (at === 0) delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = names[at]!
    button.textContent = `Colours: ${names[at]!}`
  }
  button.addEventListener('click', () => {
    at = (at + 1) % names.length
    apply()
    try {
      localStorage.setItem(key, names[at]!)
    } catch {
      /* not allowed here: the choice lasts as long as the page */
    }
  })
  apply()
  return button
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
