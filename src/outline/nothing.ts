/** Nothing, as it is written: blanks, dashes, comments. What a holder says is asked here, whether it is Markdown or plain text. */

const blank = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|zwnj|zwj|shy|#8203|#x200b);|<\/?(?:br|wbr|hr) ?\/?>/gi
const words = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
/** What stands for words that are still to come is told of elsewhere. */
const standIn = /^[?.…]+$/

/** Is there nothing to read in a piece of a line? Dashes alone are nothing. */
export function isNothing(written: string): boolean {
  if (/^[A-Za-z0-9]/.test(written)) return false
  const text = /[&<]/.test(written) ? withoutComments(written).replace(blank, ' ') : written
  return !words.test(text) && !standIn.test(text.trim())
}

function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4)
    if (end < 0) break
    kept += text.slice(at, start)
    at = end + 3
  }
  return kept + text.slice(at)
}
