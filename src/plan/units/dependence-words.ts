/** Words beside what a unit depends on that say otherwise: what waits for it, and what is none of this plan's. */

/** From here on the same field or sentence says what waits for this: "depends on T003, blocks T005". */
export const turn =
  /\b(?:blocks?|blocking|enables?|unblocks?|required (?:by|for)|needed (?:by|for)|before|precedes?|feeds?|not|no|independent|parallel)\b/iu

/** Of another plan, or of another set by its folder: "Task 3 of the engine plan", "T014 of 003-users", "T014 in specs/003-users". */
const elsewhere =
  /^[\])*_`]{0,4}\s{0,2}(?:\(?(?:of|in|from) (?:the |another |other |`|\[|[\p{L}\p{N}_]{1,40}[-/][\p{L}\p{N}])|\]\()/iu

/** Does the text behind a number or an identifier say that it is one of another plan? */
export function isOfOtherPlan(behind: string): boolean {
  return elsewhere.test(behind)
}
