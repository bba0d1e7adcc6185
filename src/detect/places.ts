import { matchesGlob } from '../files/paths.ts'

/** Where plans usually lie: what `planlint` without paths looks at. The one list. */

/** File names, in any folder; case does not matter. */
const names = ['plan.md', 'planning.md', 'implementation_plan.md', 'implementation-plan.md']

/** Ends of file names, in any folder. */
const endings = ['-plan.md', '_plan.md', '.plan.md']

/** A folder of this name holds plans: `docs/plans/**`, `plans/**`. */
const folder = 'plans'

/** Files that lie among plans and are none. */
const exceptions = ['readme.md', 'index.md', 'changelog.md', 'template.md', 'agents.md', 'claude.md']

/** Folders in which agents keep what is theirs, plans among it: searches look into them though their names begin with a dot. */
const agentFolders = new Set(['.claude', '.agents', '.cursor', '.codex', '.gemini', '.kiro', '.specify', '.planning'])

/** Is it the name of a folder with a dot that may hold plans? */
export function isAgentFolder(name: string): boolean {
  return agentFolders.has(name.toLowerCase())
}

/** Where Kiro and spec-kit keep their sets of files: nothing else writes there. */
const knownSets = ['.kiro/specs/**/{requirements,design,tasks,bugfix}.md', '.specify/specs/**/{plan,spec,tasks}.md']

/** Where tools keep sets of plans: requirements, design and tasks in files of their own, which say nothing by their names alone. */
const setPlaces = [
  ...knownSets,
  'specs/*/{plan,spec,tasks}.md',
  '!openspec/specs/**',
  '.planning/**/{roadmap,*plan*}.md',
  'openspec/changes/**/{proposal,design,tasks}.md'
]

/** The places in words, for messages and help. */
export const placesInWords =
  'PLAN.md, PLANNING.md, IMPLEMENTATION_PLAN.md, *-plan.md, *_plan.md, *.plan.md, plans/**/*.md, specs/*/{spec,plan,tasks}.md, .kiro/specs/**'

/**
 * @param path of a file, relative to the working directory, with `/`
 * @returns whether a plan is expected there
 */
export function isUsualPlace(path: string): boolean {
  const low = path.toLowerCase()
  if (liesAt(low, knownSets)) return true
  const parts = low.split('/')
  const name = parts.pop() ?? ''
  // What agents keep besides, such as a command "plan.md", is none.
  const agents = parts.findIndex(isAgentFolder)
  if (agents !== -1 && parts[agents] !== '.planning' && !parts.includes(folder, agents)) return false
  if (isNamedPlan(name)) return true
  return name.endsWith('.md') && parts.includes(folder) && !exceptions.includes(name)
}

/** Does a file call itself a plan: `PLAN.md`, `cache-plan.md`? What lies in a folder of plans may be something else. */
export function isNamedPlan(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return names.includes(name) || endings.some(ending => name.endsWith(ending))
}

/**
 * Is it a usual place of a plan, or of a file that is one together with others? Nothing is expected there: who finds a plan may say so.
 *
 * @param path with `/`
 */
export function mayHoldPlan(path: string): boolean {
  return isUsualPlace(path) || liesAt(path.toLowerCase(), setPlaces)
}

/** Names that say what a document is, and that it is no plan. */
const wellKnown =
  /^(?:readme|index|changelog|changes|history|contributing|code_of_conduct|security|support|license|licence|notice|authors|maintainers|governance|agents|claude|gemini|copilot-instructions|skill)(?:[.-][a-z]{2,3})?\.[a-z]+$/i

/** Does a file's name say that it is no plan: a readme, a changelog, rules for agents? */
export function isWellKnown(path: string): boolean {
  return wellKnown.test(path.slice(path.lastIndexOf('/') + 1))
}

/** remark's extensions of Markdown. */
const extensions = /\.(?:md|markdown|mdown|mkdn|mkd|mdwn|mkdown|ron)$/i

/** Whether a file in a folder is looked at, as remark decides it; `.MD` too. */
export function isMarkdown(name: string): boolean {
  return extensions.test(name)
}

/**
 * Is a path one of a profile's usual places? Globs match at any depth: the same file is named from wherever the command, the hook or the editor runs; what
 * "!glob" names is none.
 *
 * @param path with `/`
 */
export function liesAt(path: string, globs: readonly string[] = []): boolean {
  return (
    globs.some(glob => !glob.startsWith('!') && isAt(path, glob)) &&
    !globs.some(glob => glob.startsWith('!') && isAt(path, glob.slice(1)))
  )
}

function isAt(path: string, glob: string): boolean {
  return matchesGlob(glob.replace(/^[.]?[/]/, ''), path)
}
