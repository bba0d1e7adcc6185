// oxlint-disable no-control-regex -- control characters are what is looked for here

/** Colours and links that our own formats write. */
const own = /\u001b\[[\d;]+m|\u001b\]8;;[\x20-\x7e]*\u001b\\/g

/** Controls but tab and newline, bidi marks, zero-width characters, lone surrogates. */
const forbidden =
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Cs}\u{e0000}-\u{e01ef}]/u

/** Output without our own colours and links. */
export function withoutStyle(output: string): string {
  return output.replace(own, '')
}

/** The first character that must not reach a terminal, if any. */
export function firstForbidden(output: string): string | undefined {
  return forbidden.exec(output)?.[0]
}
