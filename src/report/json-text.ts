/** Characters that are legal in JSON but not safe to print, and what CI runners take for a command. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const runnerCommand = /##(?=[a-z]*\[)/gi

/** JSON of a value that is also safe to print: odd characters are written as `\uXXXX`, which reads back the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(unprintable, escapeUnits).replace(runnerCommand, '#\\u0023')}\n`
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')
}
