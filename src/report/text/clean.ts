/**
 * Text from plans and file names is hostile until it went through here: every sink of a format that a
 * terminal, a log viewer or a person reads takes its message, path and source from `clean`.
 */

/** Controls, lone surrogates, bidi marks, zero-width and other invisible characters; separators that break lines. */
const unsafe = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu

/** `##[…` and `##vso[…` are commands of CI runners wherever they stand in a line. */
const runnerCommand = /##(?=[a-z]*\[)/gi

/** How a number sign is written that would complete a runner's command. */
export const escapedNumberSign = '\\u{23}'

const emojiBefore = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u
const emojiAfter = /^\p{Extended_Pictographic}/u

/**
 * Make invisible and dangerous characters of a one-line text visible, as in `\u{202e}`.
 * Tabs, variation selectors and the joiners inside an emoji stay.
 */
export function clean(text: string): string {
  return text.replace(unsafe, visible).replace(runnerCommand, `#${escapedNumberSign}`)
}

/** The lines of a text that may have several, each one clean. */
export function cleanLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map(clean)
}

/**
 * A clean path for the start of a line. One that begins with a colon gets `./` in front, which names the
 * same file and cannot become a workflow command.
 */
export function cleanPath(path: string): string {
  if (path === '') return '(unnamed)'
  return clean(path.trimStart().startsWith(':') ? `./${path}` : path)
}

/** Where the second number signs of such commands stand, for those who clean a text in pieces. */
export function runnerCommandsIn(text: string): Set<number> {
  return new Set(Array.from(text.matchAll(runnerCommand), match => match.index + 1))
}

/** The first `units` of a text, with a mark where more followed; never half a surrogate pair. */
export function shorten(text: string, units: number): string {
  return text.length <= units ? text : `${text.slice(0, units - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A clean line that stands at the start of an output line, only indented: a workflow command is disarmed. */
export function disarm(line: string): string {
  return line.trimStart().startsWith('::') ? line.replace('::', '\\u{3a}:') : line
}

function visible(character: string, index: number, text: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x09 || (code >= 0xfe00 && code <= 0xfe0f)) return character
  if (code === 0x200d && isInsideEmoji(text, index)) return character
  return `\\u{${code.toString(16)}}`
}

function isInsideEmoji(text: string, index: number): boolean {
  return (
    emojiBefore.test(text.slice(Math.max(0, index - 2), index)) && emojiAfter.test(text.slice(index + 1, index + 3))
  )
}
