import type { Elsewhere, Kept, Unlisted } from '../../src/checks/names/elsewhere.ts'
import { quote } from '../../src/outline/text.ts'
import { foldedName } from '../../src/plan/units/names.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'
import { baseOf } from '../../src/util/path.ts'
import { suggest } from '../../src/util/suggest.ts'

/** What is said of names in other files; worded with the rule's other messages. */
export type ElsewhereMessage =
  'unknownName' | 'taken' | 'noFile' | 'noOther' | 'existing' | 'dropped' | 'unlisted' | 'kept'

const start: Place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

/** A name that is not, or not as it should be, where another file of the plan has its names. */
export function elsewhereProblem(found: Elsewhere): Problem<ElsewhereMessage> {
  const at = found.id.place
  return found.kind === 'dropped'
    ? { message: 'dropped', at, severity: 'error', ...droppedWords(found) }
    : { at, severity: 'warning', ...wordsOf(found) }
}

type Words = Pick<Problem<ElsewhereMessage>, 'data' | 'help' | 'related'>
type Of<Kind extends Elsewhere['kind']> = Extract<Elsewhere, { kind: Kind }>

function wordsOf(found: Exclude<Elsewhere, Of<'dropped'>>): Words & { message: ElsewhereMessage } {
  switch (found.kind) {
    case 'unknown':
      return { message: 'unknownName', ...unknownWords(found) }
    case 'taken':
      return {
        message: 'taken',
        data: { ...nameIn(found), where: found.member.path },
        help: 'Say what is other about it where changes stand, or give the new one another name',
        related: [{ path: found.member.path, place: found.other.place, message: 'It is here already' }]
      }
    case 'noFile':
      return {
        message: 'noOther',
        data: { ...nameIn(found), path: found.path },
        help: 'Put the file into the folder of the one that is meant, or add what is new instead'
      }
    case 'missing':
      return { message: 'noOther', data: { ...nameIn(found), path: found.path }, help: missingHelp(found) }
    case 'existing':
      return {
        message: 'existing',
        data: { ...nameIn(found), path: found.path },
        help: 'List it with those that change, or give the new one another name, and its folder with it',
        related: [{ path: found.path, place: start, message: 'It is there already' }]
      }
  }
}

function nameIn({ id }: Elsewhere): { name: string; found: string } {
  return { name: id.role, found: quote(id.text) }
}

function unknownWords(found: Of<'unknown'>): Words {
  const { path, plan } = found.member
  const names = found.known.map(({ text }) => text)
  const near = nearest(found.id.text, names)
  const other = found.known.find(({ text }) => text === near)
  return {
    data: { ...nameIn(found), where: path },
    help: other
      ? `Write "${other.text}", if that is meant`
      : `Name one that ${baseOf(path)} has, as it is written there`,
    related: [{ path, place: other?.place ?? plan.titlePlace, message: other ? 'Nearest there' : 'Not in here' }]
  }
}

function missingHelp({ id, known, mayBeNew }: Of<'missing'>): string {
  const near = nearest(id.text, known)
  if (mayBeNew)
    return `List it with those that are new${near === undefined ? '' : `; if \`${near}\` is meant, write that, and call its folder so, too`}`
  return near === undefined
    ? `Write it, or take the ${id.role} out`
    : `Write \`${near}\`, if that is meant; else write the file, or take the ${id.role} out`
}

function droppedWords(found: Of<'dropped'>): Words {
  const { role, lacks, member } = found
  return {
    data: { ...nameIn(found), role, lacks: lacks.map(({ text }) => quote(text)).join(', '), where: member.path },
    help: 'Copy it over with the others: what stands here replaces all that is there',
    related: lacks.slice(0, 20).map(({ place }) => ({ path: member.path, place, message: 'It stands here' }))
  }
}

export function unlistedProblem({ role, paths, section }: Unlisted): Problem<ElsewhereMessage> {
  return {
    message: 'unlisted',
    data: { role, paths: paths.slice(0, 5).join(', ') + (paths.length > 5 ? ', …' : '') },
    at: (section.parent?.part ?? section.part!).place,
    severity: 'warning',
    help: `Name each as a ${role}, or take the file out`,
    related: paths.slice(0, 20).map(path => ({ path, place: start, message: 'It is named by none' }))
  }
}

export function keptProblem({ section, path, own }: Kept): Problem<ElsewhereMessage> {
  const { title } = section.spec
  return {
    message: 'kept',
    data: { title, path },
    at: section.part!.place,
    severity: 'warning',
    help: `Take it out; to say something else, change "${title}" in ${path} itself`,
    related: [{ path, place: own.place, message: 'This one stays as it is' }]
  }
}

/** The known name that was meant: the same but for case and blanks, else one that is near. */
function nearest(name: string, known: readonly string[]): string | undefined {
  return known.find(each => foldedName(each) === foldedName(name)) ?? suggest(name, known)
}
