import { collapse } from '../outline/text.ts'

/** What says that no file changes: "No code changes needed for this phase". */

const unit = '(?:this|the) (?:phase|step|commit|item|task|point|milestone)'
const thing = '(?:production |source |application )?(?:code|files?|source)'
const change = '(?:changes?|edits?|modifications?|updates?|work)'
const said = [
  // "No code", "No further code changes (are) needed", "No files to touch", "No files change here".
  `(?:there (?:are|is|will be) )?no (?:further |more |other |additional |new )?${thing}(?:[ -]${change})?(?:$|[,;:.(—–-]| (?:(?:is|are|will be) )?(?:needed|required|necessary|changed|touched|involved|affected|modified|created|edited|expected)\\b| (?:will )?(?:changes?|needs?) | (?:will )?changes?$| to (?:change|touch|edit|modify|create)\\b| here\\b| (?:in|for|at) ${unit}\\b)`,
  `no ${change} (?:to|in) (?:the |any )?${thing}(?:$|[,;:.—–-]| (?:(?:is|are) )?(?:needed|required|necessary)\\b| (?:in|for|at) ${unit}\\b)`,
  `nothing (?:to change|changes|is changed|to do) in (?:the )?${thing}\\b`,
  `(?:code|file|source)(?: file)? changes?:? (?:none|not (?:needed|required|necessary))\\b`,
  `${unit} (?:touches|changes|modifies|needs|requires|has|creates) no (?:files?|code|source)\\b`,
  `(?:it |${unit} )?does(?: not|n[’']t) (?:touch|change|modify) any (?:files?|code)\\b`,
  '(?:configuration|operations|operational|manual(?: work)?|research|documentation|process|review)(?: work)? only[,;:—–] no code\\b'
]
const nothingChanges = new RegExp(`^(?:${said.join('|')})`, 'i')
/** How it may begin, and a word that it needs: few texts go on to the whole pattern, which takes V8 longer to compile than to read a plan. */
const beginning =
  /^(?:there|no|nothing|code|files?|source|this|the|it|does|configuration|operations|operational|manual|research|documentation|process|review)/i
const denial = /\bno(?:ne|t|thing)?\b|n[’']t\b/i
/** Something changes after all. */
const exception = /\b(?:but|except|other than|apart from|besides|beyond|outside|unless|until|only in)\b/i

/** Does a text say that nothing is changed in files? */
export function saysNoFiles(text: string): boolean {
  const [first = ''] = collapse(text)
    .replace(/[*_`>]/g, '')
    .replace(/^[\s-]+/, '')
    .split(/(?<=[.!])\s/, 1)
  return (
    first.length < 160 &&
    beginning.test(first) &&
    denial.test(first) &&
    nothingChanges.test(first) &&
    !exception.test(first)
  )
}
