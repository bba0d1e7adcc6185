/** Characters that are legal in JSON but not safe to print, and what CI runners take for a command. */
const unprintable =
  /[\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
/** Runs of what may be unprintable: looked for first, since most reports hold next to none. */
const odd = /[^\n -~]+/g
const runnerCommand = /##(?=[a-z]*\[)/gi

/** JSON of a value that is also safe to print: odd characters are written as `\uXXXX`, which reads back the same. */
export function jsonText(value: unknown): string {
  const text = printable(JSON.stringify(value, null, 2))
  return `${text.includes('##') ? text.replace(runnerCommand, '#\\u0023') : text}\n`
}

/** A long text is copied only where it has to be. */
function printable(text: string): string {
  const isPrintable = text.match(odd)?.every(run => run.search(unprintable) < 0) ?? true
  return isPrintable ? text : text.replace(unprintable, escapeUnits)
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  ).join('')
}
