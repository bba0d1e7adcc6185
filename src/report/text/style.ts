import { isWebAddress } from './uri.ts'

/** Colours and links of a terminal, or nothing of the kind. */

/** Paints a text, or leaves it as it is. */
export type Paint = (text: string) => string

export interface Style {
  error: Paint
  warning: Paint
  success: Paint
  accent: Paint
  strong: Paint
  faint: Paint
  link: (url: string) => string
}

const codes = {
  error: [1, 31],
  warning: [1, 33],
  success: [1, 32],
  accent: [36],
  strong: [1],
  faint: [2]
} as const

/** The style for a terminal with or without colour and OSC 8 links. Urls must be clean already. */
export function createStyle(options: { color: boolean; hyperlinks: boolean }): Style {
  const paint = (name: keyof typeof codes): Paint =>
    options.color ? text => (text === '' ? '' : `\u001b[${codes[name].join(';')}m${text}\u001b[0m`) : text => text
  return {
    error: paint('error'),
    warning: paint('warning'),
    success: paint('success'),
    accent: paint('accent'),
    strong: paint('strong'),
    faint: paint('faint'),
    link: url => (options.hyperlinks && isWebAddress(url) ? `\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\` : url)
  }
}
