import { collapse } from '../outline/text.ts'

/** What says that no file changes: "No code changes needed for this phase". */

const nothingChanges =
  /^(?:(?:there (?:are|is|will be) )?no (?:further |more |other |additional |new )?(?:production |source |application )?(?:code|files?|source)(?:[ -](?:changes?|edits?|modifications?|updates?|work))?(?:$|,|;|:| (?:is|are|(?:will )?change|changes|need|needed|required|necessary|to|in|for|here|at|involved|affected|touched)\b)|no (?:changes?|edits?|modifications?) (?:to|in) (?:the )?(?:code|files?|source|any file)\b|nothing (?:to change|changes|is changed|to do) in (?:the )?(?:code|files|source)\b|(?:code|file|source)(?: file)? changes?:? (?:none|not (?:needed|required|necessary))\b|(?:this|the) (?:phase|step|commit|item|task) (?:touches|changes|modifies|needs|requires|has|creates) no (?:files?|code|source)\b|(?:it |this (?:phase|step|commit|item|task) )?does(?: not|n[’']t) (?:touch|change|modify) any (?:files?|code)\b|(?:configuration|operations|operational|manual(?: work)?|research|documentation|process|review)(?: work)? only[,;:—–] no code\b)/i
/** Something changes after all. */
const exception = /\b(?:but|except|other than|apart from|besides|beyond|unless|until|only in)\b/i

/** Does a text say that nothing is changed in files? */
export function saysNoFiles(text: string): boolean {
  const first = collapse(text)
    .split(/(?<=[.!])\s/, 1)[0]!
    .replace(/^[*_`>\s-]+/, '')
    .replace(/[*_]/g, '')
  return first.length < 160 && nothingChanges.test(first) && !exception.test(first)
}
