/** Sections that are written while the work goes on, or after it: what stands there until then. */

/** What is promised instead of written, a sentence or an item at a time; marks aside. */
const promises = [
  /^(?:none|nothing|n\/?a)(?: so far| yet| at this point| to report| until .{0,60})?$/,
  /^(?:tb[dacw]|to-?do|pending|in progress|wip|later|awaiting|deferred)(?:[ :,–—-].{0,60})?$/,
  /^(?:implementation|work|execution|validation|everything|all|plan|this)(?: is| has| was)?(?: still)? (?:pending|in progress|not (?:yet )?(?:been )?(?:started|begun|executed|done|complete|completed|implemented)|yet to (?:start|begin)|ongoing|underway)(?: yet)?$/,
  /^not (?:yet )?(?:started|begun|done|written|complete|completed|executed|implemented|available|applicable|known|reached|filled)(?: (?:in|yet|so far))*$/,
  /^(?:(?:this|it|the|an?|our|section|entry|outcomes?|results?|retrospectives?|summary|lessons?|learned|and|&|details|implementation|final|notes?)[ ,]+){0,8}(?:will be|are to be|is to be|to be|shall be) (?:added|completed|concluded|decided|determined|described|done|documented|filled|finalized|noted|provided|recorded|reported|summari[sz]ed|updated|written|captured)(?: .{0,80})?$/,
  /^(?:fill|write|update|complete|summari[sz]e|record|add)(?: this| it| in| here| section| outcomes?| the| results?)* (?:at|after|upon|when|once|on|later)(?: .{0,60})?$/
]
const marks = /[*_`~"'“”()[\]{}<>]/g
const longest = 240

/** Is a text nothing but promises to write it later? */
export function isPromise(text: string): boolean {
  if (text.trim() === '' || text.length > longest) return false
  const pieces = text
    .toLowerCase()
    .replace(marks, '')
    .split(/[.;!\n]/)
    .map(piece => piece.trim().replace(/^[-–—:• ]+/, ''))
    .filter(piece => /[\p{L}\p{N}]/u.test(piece))
  return pieces.length > 0 && pieces.every(piece => promises.some(promise => promise.test(piece)))
}
