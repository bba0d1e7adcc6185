/** Nothing, as it is written: blanks, dashes, comments. What a holder says is asked here, whether it is Markdown or plain text. */

const blank = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|zwnj|zwj|shy|#8203|#x200b);|<!--[^]*?-->|<\/?(?:br|wbr|hr)\s*\/?>/gi
const words = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
/** What stands for words that are still to come is told of elsewhere. */
const standIn = /^[?.…]+$/

/** Is there nothing to read in a piece of a line? Dashes alone are nothing. */
export function isNothing(written: string): boolean {
  if (/^[A-Za-z0-9]/.test(written)) return false
  const text = /[&<]/.test(written) ? written.replace(blank, ' ') : written
  return !words.test(text) && !standIn.test(text.trim())
}
