import { readNegative } from '../../src/outline/negative.ts'
import { normalise } from '../../src/outline/text.ts'

/** Sentences that promise without saying what could be observed. */
const promises = [
  /^(?:everything|it|all|this|the (?:feature|step|change|code|app|application|system|implementation)|things?)(?: (?:should|must|will))? (?:works?|is working|be working|runs?|functions?)(?: (?:as (?:expected|intended|planned|designed)|correctly|properly|fine|well))?$/,
  /^(?:works?|working|runs?) (?:as (?:expected|intended|planned|designed)|correctly|properly|fine)$/,
  /^(?:(?:it|this|everything|all|(?:all |every |each )?(?:of )?(?:the )?(?:work|(?:sub-?)?tasks?|(?:sub-?)?steps?|features?|changes?|items?|code|implementation)(?: above| below)?) (?:is|are|has been|have been|was|were) )?(?:(?:all|fully|now) )?(?:done|complete|completed|finished|implemented|ready|ok|good|working)$/,
  /^(?:no (?:bugs?|issues?|problems?|errors?|regressions?))$/,
  /^(?:(?:it |this |that |everything |all )?looks? (?:good|right|fine|ok|okay|correct)|lgtm|as expected|all good|code (?:is )?reviewed|reviewed|tested|verified|manually (?:tested|verified|check(?:ed)?)|manual (?:check|testing|verification))$/,
  /^(?:requirements? (?:are )?met|(?:meets|satisfies) (?:the |all )?(?:requirements?|criteria|expectations?))$/,
  /^(?:tbd|todo|see above|same as above|to be (?:defined|determined|decided))$/
]

/** Is every sentence of a text an empty promise ("Everything works as expected")? */
export function isGeneric(text: string): boolean {
  const sentences = text
    .slice(0, 2000)
    .split(/[.;!\n,]| and /)
    .map(normalise)
    .filter(sentence => sentence !== '')
  return sentences.length > 0 && sentences.every(sentence => promises.some(promise => promise.test(sentence)))
}

/** Is it N/A without a reason? */
export function isBareNegative(text: string): boolean {
  const negative = readNegative(text)
  return negative?.kind === 'na' && (negative.reason === undefined || negative.hollow === true)
}
