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

export function elsewhereProblem(found: Elsewhere): Problem<ElsewhereMessage> {
  const { id } = found
  const data = { name: id.role, found: quote(id.text) }
  const base = { at: id.place, severity: 'warning' as const }
  switch (found.kind) {
    case 'unknown': {
      const { path, plan } = found.member
      const near = nearest(
        id.text,
        found.known.map(({ text }) => text)
      )
      const other = found.known.find(({ text }) => text === near)
      return {
        ...base,
        message: 'unknownName',
        data: { ...data, where: path },
        help: other
          ? `Write "${other.text}", if that is meant`
          : `Name one that ${baseOf(path)} has, as it is written there`,
        related: [{ path, place: other?.place ?? plan.titlePlace, message: other ? 'Nearest there' : 'Not in here' }]
      }
    }
    case 'taken':
      return {
        ...base,
        message: 'taken',
        data: { ...data, where: found.member.path },
        help: 'Say what is other about it where changes stand, or give the new one another name',
        related: [{ path: found.member.path, place: found.other.place, message: 'It is here already' }]
      }
    case 'noFile':
      return {
        ...base,
        message: 'noOther',
        data: { ...data, path: found.path },
        help: 'Put the file into the folder of the one that is meant, or add what is new instead'
      }
    case 'missing': {
      const near = nearest(id.text, found.known)
      return {
        ...base,
        message: 'noOther',
        data: { ...data, path: found.path },
        help: found.mayBeNew
          ? `List it with those that are new${near === undefined ? '' : `; if \`${near}\` is meant, write that, and call its folder so, too`}`
          : near === undefined
            ? `Write it, or take the ${id.role} out`
            : `Write \`${near}\`, if that is meant; else write the file, or take the ${id.role} out`
      }
    }
    case 'existing':
      return {
        ...base,
        message: 'existing',
        data: { ...data, path: found.path },
        help: 'List it with those that change, or give the new one another name, and its folder with it',
        related: [{ path: found.path, place: start, message: 'It is there already' }]
      }
    case 'dropped':
      return {
        message: 'dropped',
        data: {
          ...data,
          role: found.role,
          lacks: found.lacks.map(({ text }) => quote(text)).join(', '),
          where: found.member.path
        },
        at: id.place,
        severity: 'error',
        help: 'Copy it over with the others: what stands here replaces all that is there',
        related: found.lacks
          .slice(0, 20)
          .map(({ place }) => ({ path: found.member.path, place, message: 'It stands here' }))
      }
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
