import type { Plan } from '../bind-types.ts'
import { namesFiles } from '../../profiles/fields.ts'
import { stepsOf } from '../steps.ts'
import { filesOf, namesRunTests } from './mentions.ts'
import { proseOf, type ProseLine } from '../prose.ts'

const making =
  /\b(?:add|adds|added|adding|create|creates|define|defines|introduce|introduces|new|rename|renames|register|wire|expose|scripts?|targets?|recipes?)\b/i
/** "Add the script `npm run docs`": a command that is made, not run. */
const verb = /\b(?:add|adds|adding|create|creates|define|defines|introduce|introduces|register|wire|expose|new)\b/i
const noun = /\b(?:scripts?|targets?|recipes?|tasks?|commands?|aliases|alias)\b/i

/** Does a clause make the command behind it? */
function makesCommand(before: string): boolean {
  const from = Math.max(...['.', ';', '`'].map(mark => before.lastIndexOf(mark)))
  const clause = before.slice(from + 1)
  return verb.test(clause) && noun.test(clause)
}

/**
 * The places at which a plan says that it makes a script, a target, a package of that name; a plain word such as "test" must stand out as a name.
 *
 * @param file - the manifest that would declare it: what is said of another one is not said of this
 */
export function announcementsOf(name: string, file: string, plan: Plan): number[] {
  const quoted = [`\`${name}\``, `"${name}"`, `'${name}'`]
  const isTelling = /[:_-]/.test(name)
  const found = proseOf(plan)
    .linesWith(name)
    .filter(
      ({ text }) =>
        text.startsWith(`${name}:`) ||
        ((isTelling || quoted.some(form => text.includes(form))) &&
          (making.test(text) || text.includes(`"${name}":`) || text.includes(`${name}:`)))
    )
  return [...found, ...madeCommands(name, plan)].filter(line => isSaidOf(file, line, plan)).map(({ start }) => start)
}

function madeCommands(name: string, plan: Plan): ProseLine[] {
  const { source } = plan.outline
  return plan.content.commands({ start: 0, end: source.length }).flatMap(({ inline, place, script }) => {
    if (!inline || !script.commands.some(({ words }) => words.includes(name))) return []
    const start = source.lastIndexOf('\n', place.start.offset) + 1
    const end = source.indexOf('\n', place.end.offset)
    const isMade = makesCommand(source.slice(Math.max(start, place.start.offset - 120), place.start.offset))
    return isMade ? [{ text: source.slice(start, end < 0 ? source.length : end), start }] : []
  })
}

/** Does a line speak of this manifest: by its name, by that of the step it stands in, or of none? */
function isSaidOf(file: string, { text, start }: ProseLine, plan: Plan): boolean {
  const leaf = file.slice(file.lastIndexOf('/') + 1)
  const named = pathsEndingIn(leaf, text)
  const whole = named.filter(word => word.includes('/'))
  if (whole.length > 0) return named.includes(file)
  const inStep = filesOf(plan).mentions.filter(
    ({ path, unit }) =>
      unit !== undefined &&
      unit.span.start <= start &&
      start < unit.span.end &&
      (path === leaf || path.endsWith(`/${leaf}`))
  )
  return inStep.length === 0 || inStep.some(({ path }) => path === file)
}

/**
 * Does the plan speak of a file in its text: by the whole path, or by its name where it says that it writes it?
 *
 * @param isRunThere - may a path be meant from this folder? Then longer ones that end in it are the same file.
 */
export function isAnnouncedFile(
  path: string,
  plan: Plan,
  isRunThere: (folder: string) => boolean = () => false
): boolean {
  const leaf = path.slice(path.lastIndexOf('/') + 1)
  const isIt = (name: string): boolean =>
    name === path || (name.endsWith(`/${path}`) && isRunThere(name.slice(0, -path.length - 1)))
  const lines = proseOf(plan).linesWith(leaf)
  const isOnlyRun = lines.length > 0 && !isMadeUnnamed(leaf, plan)
  return lines.some(({ text, start }) => {
    const named = pathsEndingIn(leaf, text)
    return (
      (path !== leaf && named.some(isIt) && !(isOnlyRun && isToBeRun(start, plan))) ||
      (writing.test(text) && named.some(name => isIt(name) || path.endsWith(`/${name}`)))
    )
  })
}

/** A list of tests that are run makes none of them. */
function isToBeRun(offset: number, { allSections }: Plan): boolean {
  return allSections.some(
    section => section.part && namesRunTests(section) && section.span.start <= offset && offset < section.span.end
  )
}

/** Does a step that runs a file say what it writes, and not where? It may be that file. */
function isMadeUnnamed(leaf: string, plan: Plan): boolean {
  return stepsOf(plan).some(({ span, fields }) => {
    if (!plan.outline.source.slice(span.start, span.end).includes(leaf)) return false
    return fields.some(({ spec, state, part, span: own }) => {
      if (!namesFiles(spec) || state !== 'filled' || !own) return false
      const from = part?.span.start ?? own.start
      return !filesOf(plan).mentions.some(({ place: { start } }) => from <= start.offset && start.offset < own.end)
    })
  })
}

const writing =
  /\b(?:add|adds|added|adding|create|creates|creating|write|writes|writing|new|introduce|introduces|move|moves|moved|rename|renames|renamed|generate|generates|generated)\b|\b(?:tests?|code)\*{0,2}:/i

/** Words of a line that are a name, or a path that ends in it. */
function pathsEndingIn(leaf: string, text: string): string[] {
  return text
    .split(/[\s`"'()*,;<>[\]|]+/)
    .map(word => word.replace(/^\.\//, '').replace(/[:.]$/, ''))
    .filter(word => word === leaf || word.endsWith(`/${leaf}`))
}
