import { matchesGlob } from '../files/paths.ts'
import { remember } from '../util/remember.ts'
import { profilePlaces } from './profile-places.ts'

/**
 * Where plans lie: the one list, which the default run, hooks, help and documents are made of. At *usual places* (names, and folders that are called
 * "plans") a plan is expected. At *places of profiles* plans lie among other documents: what is recognised there is judged.
 */

/** File names, in any folder; case does not matter. */
export const planFileNames = ['plan.md', 'planning.md', 'implementation_plan.md', 'implementation-plan.md']

/** Ends of file names, in any folder. */
export const endings = ['-plan.md', '_plan.md', '.plan.md']

/** A folder of this name holds plans: `docs/plans/**`, `plans/**`. */
export const folder = 'plans'

/** Files that lie among plans and are none. */
export const exceptions = ['readme.md', 'index.md', 'changelog.md', 'template.md', 'agents.md', 'claude.md']

/** Folders in which agents keep what is theirs, plans among it: searches look into them though their names begin with a dot. */
const agentFolders = new Set([
  '.agent',
  '.agents',
  '.ai',
  '.augment',
  '.claude',
  '.cline',
  '.codex',
  '.copilot',
  '.copilot-tracking',
  '.cursor',
  '.factory',
  '.gemini',
  '.github',
  '.junie',
  '.kiro',
  '.opencode',
  '.planning',
  '.roo',
  '.specify',
  '.taskmaster',
  '.windsurf'
])

/** Only tools write into folders of these names. */
const toolFolders = new Set([...agentFolders, 'openspec', 'superpowers'])

/** Is it the name of a folder with a dot that may hold plans? */
export function isAgentFolder(name: string): boolean {
  return agentFolders.has(name.toLowerCase())
}

/** A place of profiles as it is asked of paths in lower case. */
interface PlaceToFind {
  /** The profile's documents are known by their place, or are several files that are one plan: to lie there is a sign. */
  isTelling: boolean
  globs: readonly string[]
  /** Parts of a path that each of the globs demands: most paths have none of them, which is quickly seen. */
  needles: readonly string[]
}

/** The longest text of a glob that stands in every path that it matches; empty where that is not easily said. */
const needleOf = remember((glob: string): string => {
  if (/[<…]|\.\.\.|\{[^}]*\{/.test(glob)) return ''
  const [first = '', ...others] = glob
    .replace(/^[.]?[/]/, '')
    .replace(/^\*\*[/]/, '')
    .split('{')
  const outside = [first, ...others.map(part => part.slice(part.indexOf('}') + 1))]
  const texts = outside.flatMap(part => part.split(/[*?]+/))
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
})

const places = placesOf(() => true)
/** Those of folders: what agents keep in theirs, such as a command "plan.md", may be called anything. */
const folderPlaces = placesOf(glob => glob.replace(/^\*\*[/]/, '').includes('/'))

function placesOf(isMeant: (glob: string) => boolean): readonly PlaceToFind[] {
  return profilePlaces.map(({ globs, isTelling }) => {
    const low = globs.map(glob => glob.toLowerCase()).filter(isMeant)
    return { isTelling, globs: low, needles: low.filter(glob => !glob.startsWith('!')).map(needleOf) }
  })
}

/**
 * @param path of a file, relative to the working directory, with `/`
 * @returns whether a plan is expected there
 */
export function isUsualPlace(path: string): boolean {
  const low = path.toLowerCase()
  const parts = low.split('/')
  parts.pop()
  // What agents keep besides, such as a command "plan.md", is none; below ".kiro/specs" nobody else writes.
  const agents = parts.findIndex(isAgentFolder)
  if (isException(low)) return false
  if (agents !== -1 && parts[agents] !== '.planning' && !parts.includes(folder, agents)) return liesAtPlace(low, true)
  return isNamedPlan(low) || (low.endsWith('.md') && parts.includes(folder))
}

/** Does a file call itself a plan: `PLAN.md`, `cache-plan.md`? What lies in a folder of plans may be something else. */
function isNamedPlan(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return planFileNames.includes(name) || endings.some(ending => name.endsWith(ending))
}

/**
 * Is it a usual place, or one of a file that is a plan together with others, or that only one tool writes to? To lie there is a sign of a plan.
 *
 * @param path with `/`
 */
export function mayHoldPlan(path: string): boolean {
  const low = path.toLowerCase()
  if (isUsualPlace(path)) return true
  return !isException(low) && (liesAtPlace(low, true) || (isAmong(low, toolFolders) && liesAtPlace(low, false)))
}

/**
 * Does a run without words look there: at a usual place, or at one of some profile? There, nothing is expected.
 *
 * @param path with `/`
 */
export function isSearched(path: string): boolean {
  const low = path.toLowerCase()
  return isUsualPlace(path) || (!isException(low) && liesAtPlace(low, false))
}

function isException(low: string): boolean {
  return exceptions.includes(low.slice(low.lastIndexOf('/') + 1))
}

function isAmong(low: string, folders: ReadonlySet<string>): boolean {
  return low.split('/').some(part => folders.has(part))
}

/** @param mustTell only at places that are a sign by themselves */
function liesAtPlace(low: string, mustTell: boolean): boolean {
  return (isAmong(low, agentFolders) ? folderPlaces : places).some(
    ({ isTelling, globs, needles }) =>
      (isTelling || !mustTell) && needles.some(needle => low.includes(needle)) && liesAt(low, globs)
  )
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

/** Markdown with components, which remark does not look for: it is judged where it is named. */
export function isMdx(name: string): boolean {
  return /\.mdx$/i.test(name)
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

/**
 * Is a path at a place that says of which profile it is (`specs/a/plan.md`), and not only that plans lie there (`plans/a.md`)?
 *
 * @param globs of the profile's places
 */
export function liesAtOwn(path: string, globs: readonly string[] = []): boolean {
  return liesAt(
    path,
    globs.filter(glob => glob.startsWith('!') || wordsIn(glob).some(word => !anybodys.has(word)))
  )
}

/** What any folder of plans is called. */
const anybodys = new Set([folder, 'docs', ...planFileNames.map(name => name.replace(/\.md$/, ''))])

function wordsIn(glob: string): string[] {
  return glob
    .toLowerCase()
    .replace(/\.md$/, '')
    .split(/[*?{},/]+/)
    .filter(word => word !== '')
}

/** Most paths lack a text of the glob, which is seen in a hundredth of the time that matching takes. */
function isAt(path: string, glob: string): boolean {
  return path.includes(needleOf(glob)) && matchesGlob(glob.replace(/^[.]?[/]/, ''), path)
}
