import { firstOf } from '../../plan/sentences/sentences.ts'
import type { UnitSpec } from '../../profiles/schema.ts'
import { firstWord, formsOf, ownUnitSpecs } from '../../profiles/units.ts'
import { plainFields } from '../../profiles/fields.ts'
import { fieldSkeleton, isWanted, todo, wantedOf } from '../skeletons/blanks.ts'
import { countOf, numbered } from '../skeletons/counts.ts'

/** Is a unit part of a list in which others stand below it, or of one that counts by place? */
export function isNested(unit: UnitSpec): boolean {
  return unit.id?.from === 'position' || (isBox(unit) && ownUnitSpecs(unit).some(isBox))
}

function isBox(unit: UnitSpec): boolean {
  return formsOf(unit).written[0] === 'box'
}

/**
 * A unit of a list with what stands below it: "- [ ] 1. …", "1. …".
 *
 * @param index Which of its kind it is, and `outer` which the unit around is: from 0.
 */
export function nestedSkeleton(unit: UnitSpec, indent = '', index = 0, outer = 0): string {
  const below = `${indent}  `
  // What may be left out, and has a hint, is shown as well: in a list it takes a line.
  const fields = plainFields(unit)
    .filter(field => isWanted(field) || field.hint !== undefined)
    .map(({ label, hint }) => `${below}- _${label}: ${todo(hint ?? label)}_`)
  const inner = ownUnitSpecs(unit).filter(({ min = 1 }) => min > 0)
  return [
    `${indent}${isBox(unit) ? `- [ ] ${idOf(unit, index, outer)}` : `${index + 1}. `}${todo(textOf(unit))}`,
    ...fields,
    ...inner.flatMap(each => Array.from({ length: countOf(each) }, (_, at) => nestedSkeleton(each, below, at, index)))
  ].join('\n')
}

/** The identifier of a unit, with what ends it. */
function idOf(unit: UnitSpec, index: number, outer: number): string {
  const [shape] = [unit.id?.shape ?? []].flat()
  return shape === undefined ? '' : `${numbered(shape, unit, index, outer)}${shape === '#' ? '.' : ''} `
}

function textOf({ role, content, verification }: UnitSpec): string {
  const usual = `what the ${role} is${verification?.fold === 'some' ? ', and how it is verified' : ''}`
  return content?.find(({ hint }) => hint !== undefined)?.hint ?? usual
}

/** A unit that goes by a name, with what it says and holds: "### Requirement: …", a sentence, "#### Scenario: …". */
export function namedSkeleton(unit: UnitSpec, level: number): string {
  const word = firstWord(unit)
  const title = `${word === undefined ? '' : `${word}: `}${todo(`name of the ${unit.role}`)}`
  if (!formsOf(unit).written.includes('heading')) return `- ${title}`
  const own = unit.level ?? level
  return [
    `${'#'.repeat(own)} ${title}`,
    ...(unit.content ?? []).flatMap(({ kind, words = [] }) =>
      kind === 'normative'
        ? `${todo('who or what')} ${firstOf(words[0] ?? 'MUST')} ${todo('what it has to do')}`
        : kind === 'scenario'
          ? words.map(stepSkeleton).join('\n')
          : []
    ),
    ...wantedOf(plainFields(unit)).map(field => fieldSkeleton(field, '')),
    ...ownUnitSpecs(unit)
      .filter(({ min = 0 }) => min > 0)
      .map(inner => namedSkeleton(inner, own + 1))
  ].join('\n\n')
}

function stepSkeleton(words: string): string {
  const word = firstOf(words)
  return `- **${word}** ${todo(stepOf(word))}`
}

/** What a step of a scenario tells, by its word. */
function stepOf(word: string): string {
  switch (word.toLowerCase()) {
    case 'given':
      return 'where it begins'
    case 'when':
      return 'what happens'
    default:
      return 'what follows from it'
  }
}
