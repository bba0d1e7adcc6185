/** Which language a sentence is in shows by its script and by the small words that hold it together. */

/** Of English alone: "die", "was" and the like are left out. */
const english = new Set(
  'a an and any are as at be been before but by can each every for from given has have if in into is it its no not of on or shall must should may that the their them then there they this to user users when where while which who will with without'.split(
    ' '
  )
)

/** Of other languages in Latin letters. */
const foreignWords = new Set(
  'der die das und ist nicht wird werden wenn ein eine einen mit für auf dem den des muss soll el la los las que cuando si es un una por para con como del debe se le les et est une quand pour dans sur doit avec sont il o os as um uma não quando ao deve em gli che di della deve sono het een van wordt als niet moet voor och att ska när inte som och den det är og ikke til skal når nie jest być się oraz dla przez'.split(
    ' '
  )
)

const code = /`[^`]*`/g
const letters = /\p{L}/gu
const latin = /\p{Script=Latin}/gu
/** Of the letters, so many may be of another script: a name, a unit. */
const mostForeign = 0.1
/** A sentence of a thousand words says which language it is in by its first ones. */
const longest = 2000

/** Is a text English, as far as it shows? A few words without any that tell are not. */
export function isEnglish(text: string): boolean {
  const { own, foreign, isOtherScript } = signsOf(text)
  return own > foreign && !isOtherScript
}

/** Is a text in another language than English, as far as it shows? */
export function isForeign(text: string): boolean {
  const { own, foreign, isOtherScript } = signsOf(text)
  return foreign > own || isOtherScript
}

function signsOf(text: string): { own: number; foreign: number; isOtherScript: boolean } {
  const prose = text.slice(0, longest).replace(code, ' ')
  const all = prose.match(letters)?.length ?? 0
  const others = all - (prose.match(latin)?.length ?? 0)
  let [own, foreign] = [0, 0]
  for (const word of wordsOfText(prose)) {
    if (english.has(word)) own++
    else if (foreignWords.has(word)) foreign++
  }
  return { own, foreign, isOtherScript: others > all * mostForeign }
}

/** The words of a text but for those in code, lower case. */
export function wordsOfText(text: string): readonly string[] {
  return (
    text
      .replace(code, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}
