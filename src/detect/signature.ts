import { matterOf } from '../outline/matter/matter.ts'
import { spanOf } from '../outline/nodes.ts'
import type { Outline, Span } from '../outline/types.ts'
import { normalise } from '../outline/text.ts'
import { decorationOf, titleNames } from '../outline/title.ts'
import { matchShape } from '../plan/units/shapes.ts'
import { liesAt } from './places.ts'
import { lazy } from '../util/lazy.ts'
import { isMatter } from '../profiles/fields.ts'
import type { Profile } from '../profiles/schema.ts'
import { allUnitSpecs, isWritten } from '../profiles/units.ts'

type Signature = Exclude<NonNullable<NonNullable<Profile['detect']>['certain']>, number>[number]
type SignedField = NonNullable<Signature['fields']>[number]

/** A profile that a document's signature speaks for. */
export interface Signed {
  profile: Profile
  /** `certain`: all of a signature is there; `likely`: so much of one that it is what is left of such a document. */
  certainty: 'certain' | 'likely'
  /** 0…1: the share of the signature that is there. */
  score: number
  /** The signature has no marks: the place alone tells. */
  isByPlace?: true
}

/** A signature of so many marks is recognised though one of them is missing. */
const fewestMarks = 4

/** What the marks are worth that a document keeps when all others are gone. */
const leftScore = 0.5

/** What signatures say of a document. */
export interface Signatures {
  signed?: Signed
  /** Profiles of which a signature lacks a single mark: too little to judge by, enough to be named. */
  near: ReadonlySet<string>
}

/**
 * The profile of a format with marks that nothing else has. All of one of its signatures must be there, and the first one wins; else one that lacks a single
 * mark of many, a quotation that only the format has, or any mark at a usual place of the profile: a document that lost a line is no other.
 * Nor is one of which no more is left than what the profile is likely known by (`likely`).
 */
export function bySignature(outline: Outline, profiles: readonly Profile[], path?: string): Signatures {
  const names = lazy(() => namesIn(outline))
  const near = new Set<string>()
  let likely: Signed | undefined
  for (const profile of profiles) {
    const isPlaced = path !== undefined && liesAt(path, profile.paths)
    for (const signature of signaturesOf(profile)) {
      if (signature.paths === true ? !isPlaced : signature.paths && !liesAt(path ?? '', signature.paths)) continue
      if (signature.not && isCalledAny(signature.not, names())) continue
      if (signature.title && !isTitled(outline, signature.title)) continue
      const marks = marksIn(outline, profile, signature, names, isPlaced || signature.title ? 1 : fewestBoxes)
      const found = marks.filter(({ isThere }) => isThere).length
      const enough = signature.min ?? marks.length
      if (found >= enough)
        return {
          signed: { profile, certainty: 'certain', score: 1, ...(marks.length === 0 ? { isByPlace: true } : {}) },
          near
        }
      const isNear = found === enough - 1
      if (isNear && found > 0 && !signature.paths) near.add(profile.name)
      if (!(
        (isNear && enough >= fewestMarks) ||
        (isPlaced && found > 0 && found * 2 >= (signature.min ?? 0)) ||
        marks.some(mark => mark.isThere && mark.isOwn)
      ))
        continue
      const score = found / enough
      if (score > (likely?.score ?? 0)) likely = { profile, certainty: 'likely', score }
    }
  }
  const signed = likely ?? leftOf(outline, profiles, names)
  return { near, ...(signed ? { signed } : {}) }
}

/** The first profile of which all is left that it is likely known by. */
function leftOf(outline: Outline, profiles: readonly Profile[], names: () => PartNames): Signed | undefined {
  const profile = profiles.find(each =>
    each.detect?.likely?.some(signature => marksIn(outline, each, signature, names, 1).every(({ isThere }) => isThere))
  )
  return profile && { profile, certainty: 'likely', score: leftScore }
}

/** Is a profile recognised by signatures alone? It is not compared with the others by what they have in common. */
export function hasSignature(profile: Profile): boolean {
  return signaturesOf(profile).length > 0
}

/** The marks that nothing but documents of a profile has; none where it is told by a share of its names. */
export function signaturesOf({ detect }: Pick<Profile, 'detect'>): readonly Signature[] {
  return Array.isArray(detect?.certain) ? detect.certain : []
}

/** The marks of a signature, each in the form that the profile gives it; `isOwn`: no other kind of document has it. */
function marksIn(
  outline: Outline,
  profile: Profile,
  { text, fields = [], sections = [], units = [] }: Signature,
  names: () => PartNames,
  fewest: number
): { isThere: boolean; isOwn?: boolean }[] {
  const stand = fields.map(field => timesOf(field, profile, names()))
  const boxes = stand.length > 0 && stand.every(times => times >= fewestLabelled) ? fewestLabelled : fewest
  return [
    ...(text === undefined ? [] : [{ isThere: isQuoted(outline.source, text), isOwn: true }]),
    ...stand.map(times => ({ isThere: times > 0 })),
    ...sections.map(title => ({
      isThere: isTaggedSection(title, profile) ? hasTag(outline, title) : names().headings.has(normalise(title))
    })),
    ...units.map(each => {
      const words = [each].flat()
      const isShape = words.some(word => word.includes('#'))
      return {
        isThere: isShape
          ? hasBoxes(outline, words, Math.min(boxes, fewest))
          : words.some(word =>
              isUnitTag(word, profile) ? hasTag(outline, word) : names().words.has(word.toLowerCase())
            )
      }
    })
  ]
}

function isCalledAny(titles: readonly string[], { headings, labels }: PartNames): boolean {
  return titles.map(normalise).some(name => headings.has(name) || labels.has(name))
}

/** How often a label stands, or one of several that say the same; a key of the front matter stands once. */
function timesOf(field: SignedField, profile: Profile, { keys, labels }: PartNames): number {
  return [field].flat().reduce((sum, label) => {
    const times = isKey(label, profile) ? Number(keys.has(label.toLowerCase())) : labels.get(normalise(label))
    return sum + (times ?? 0)
  }, 0)
}

/** Does the title begin with one of these, whatever is set before it: "Tasks: counter"? */
function isTitled({ parts }: Outline, beginnings: readonly string[]): boolean {
  const heading = parts.find(({ form, level }) => form === 'heading' && level === 1)
  if (!heading) return false
  const title = heading.title.slice(decorationOf(heading.title)).toLowerCase()
  return beginnings.some(each => title.startsWith(each.toLowerCase()))
}

function isKey(label: string, { fields = [] }: Profile): boolean {
  return fields.some(field => field.label === label && isMatter(field))
}

function isTaggedSection(title: string, { sections }: Profile): boolean {
  return sections.some(section => section.title === title && section.form === 'tag')
}

function isUnitTag(word: string, profile: Profile): boolean {
  return allUnitSpecs(profile).some(
    unit =>
      (unit.words?.includes(word) === true && isWritten(unit, 'tag')) ||
      unit.fields?.some(({ form, label }) => form === 'tag' && label === word) === true
  )
}

/** What a document calls its parts. */
interface PartNames {
  headings: Set<string>
  /** How often each stands. */
  labels: Map<string, number>
  /** Of its front matter, lower case. */
  keys: Set<string>
  /** Of its numbered headings: "task". */
  words: Set<string>
}

function namesIn(outline: Outline): PartNames {
  const keys = matterOf(outline)?.parts.map(({ title }) => title.toLowerCase())
  const names: PartNames = { headings: new Set(), labels: new Map(), keys: new Set(keys), words: new Set() }
  for (const part of outline.parts) {
    const isHeading = part.form === 'heading'
    for (const name of titleNames(part))
      if (isHeading) names.headings.add(name)
      else names.labels.set(name, (names.labels.get(name) ?? 0) + 1)
    if (isHeading && part.ordinal?.word !== undefined) names.words.add(part.ordinal.word)
  }
  return names
}

/** So many boxes are no chance; at a usual place of the profile or below its title, one of them is enough. */
const fewestBoxes = 3
/** So many, where the labels of the format stand as often. */
const fewestLabelled = 2

function hasBoxes({ checkboxes }: Outline, shapes: readonly string[], fewest: number): boolean {
  let found = 0
  for (const { text } of checkboxes) {
    const head = text.replace(/^[*_`]{1,3}/, '')
    if (shapes.some(shape => matchShape(shape, head, 0) !== undefined) && ++found === fewest) return true
  }
  return false
}

/** Does a line begin with a tag, outside of code? */
function hasTag({ source, nodes: { fences } }: Outline, tag: string): boolean {
  for (let at = source.indexOf(`<${tag}`); at >= 0; at = source.indexOf(`<${tag}`, at + 1))
    if (
      /^[\s>]/.test(source.slice(at + tag.length + 1, at + tag.length + 2)) &&
      /(?:^|[\r\n])[ \t]{0,8}$/.test(source.slice(Math.max(0, at - 9), at)) &&
      !fences.some(fence => isInside(at, spanOf(fence)))
    )
      return true
  return false
}

/** In a line of a block quote. */
function isQuoted(source: string, text: string): boolean {
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
    const start = source.lastIndexOf('\n', at) + 1
    if (source.slice(start, at).trimStart().startsWith('>')) return true
  }
  return false
}

function isInside(at: number, { start, end }: Span): boolean {
  return start <= at && at < end
}
