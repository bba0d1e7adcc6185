import type { BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { choosingField, labelsOf } from '../../src/profiles/fields.ts'
import { isNothing } from '../../src/outline/nothing.ts'
import { normalise } from '../../src/outline/text.ts'
import type { Part } from '../../src/outline/types.ts'

/** What a section recommends. */
interface Recommendation {
  /** The heading or label; absent where there is none. */
  part?: Part
  text: string
  /** one: it names an option; none: it names something else; unclear: nothing can be told. */
  names: 'one' | 'none' | 'unclear'
  rationale: 'given' | 'missing'
  /** The label of a rationale that says nothing. */
  hollow?: Part
  /** It names two options in one breath: "Option A and Option B". */
  both?: [Unit, Unit]
}

/** Reads the recommendation among a section's options: in its title ("Recommendation: Option B") or in its text. */
export function recommendationOf(section: BoundSection, options: readonly Unit[], plan: Plan): Recommendation {
  const spec = choosingField(section.spec)!
  const labels = [...labelsOf(spec)].sort((a, b) => b.length - a.length)
  const part = partsOf(section, plan).find(({ key }) => labels.some(label => isLabelled(key, label)))
  if (!part) return { text: '', names: 'unclear', rationale: 'missing' }
  const said = behind(
    part.title,
    labels.find(label => isLabelled(part.key, label))!
  )
  const head = `${said} ${plan.content.valueOf(part)}`.trim()
  const body = plan.content
    .said({ start: part.value?.end ?? part.place.end.offset, end: Math.min(part.span.end, endOf(section, part)) })
    .trim()
  // "Recommendation: Option C" says what it means; only where it says nothing, the rationale below may.
  const text = asks(head) ? head : `${head} ${body}`.slice(0, 4000)
  const quoted = /^["“]([^"”\n]{2,120})["”]/.exec(head)?.[1]
  const isNamed = quoted === undefined ? options.some(unit => mentions(unit, text)) : options.some(isCalled(quoted))
  const isOther = asks(text) || said !== '' || quoted !== undefined || isForeign(plan.content.valueOf(part), options)
  const names = isNamed ? 'one' : isOther ? 'none' : 'unclear'
  const [why] = spec.fields ?? []
  const own = why && rationaleOf(section, why.label, plan)
  const hollow = own && isHollow(own, plan) ? own : undefined
  const isGiven = why === undefined || (own ? !hollow : saysWhy(part, plan))
  const both = bothOf(head, options)
  return {
    ...(both && { both }),
    part,
    text: (head || body).replace(/[*_]/g, '').split('\n', 1)[0]! || part.title,
    names,
    rationale: isGiven ? 'given' : 'missing',
    ...(hollow && { hollow })
  }
}

function isLabelled(key: string, label: string): boolean {
  const want = normalise(label)
  return key === want || key.startsWith(`${want}:`) || key.startsWith(`${want} `)
}

/** What a title says behind its label. */
function behind(title: string, label: string): string {
  const at = title.toLowerCase().indexOf(label.toLowerCase())
  return at < 0 ? '' : title.slice(at + label.length).replace(/^[\s:.–—-]+/, '')
}

/** Does a text speak of an option, whichever it is? */
function asks(said: string): boolean {
  return /\b(?:[Oo]ption|[Aa]lternative|[Aa]pproach|OPTION)\s+\[?(?:[A-Z]\b|[0-9])/.test(said)
}

/** What stands for no name: "Neither, because …". */
const nameless =
  /^(?:none|neither|both|all|any|yes|no|not|to|tb[dac]|todo|open|pending|undecided|see|the|a|an|this|that|it|we|options?|alternatives?|approach)\b/i

/** Is a choice a name of its own, in capitals, that has nothing of any option's: "Kafka, because it is cheap"? */
function isForeign(value: string, options: readonly Unit[]): boolean {
  const head = plainOf(value)
    .split(/[,;:.(\n–—]|\s-\s|\bbecause\b|\bsince\b|\bas\b/u, 1)[0]!
    .trim()
  const words = head.split(/\s+/)
  if (words.length > 3 || nameless.test(head) || !words.every(word => /^\p{Lu}[\p{L}\p{N}-]*$/u.test(word)))
    return false
  return options.every(
    unit => unit.name !== '' && words.every(word => !isPartOf(word.toLowerCase(), normalise(unit.name)))
  )
}

const plainOf = (text: string): string => text.replace(/[*_`]/g, '').trim()

/** Is a word one of a name, a beginning of one, or what is left of it: "PG" of "Postgres"? */
function isPartOf(word: string, name: string): boolean {
  if (name.split(' ').some(each => each.startsWith(word.slice(0, 4)) || word.startsWith(each.slice(0, 4)))) return true
  let at = 0
  for (const letter of name) if (letter === word[at]) at++
  return at === word.length
}

function mentions(unit: Unit, text: string): boolean {
  const { ordinal } = unit.part
  const plain = normalise(text)
  const id = unit.lead?.id?.toLowerCase()
  if (id !== undefined && plain.split(/[^\p{L}\p{N}.-]+/u).includes(id)) return true
  if (ordinal) {
    const letter = (ordinal.letter ?? ordinal.raw).toLowerCase()
    const word = ordinal.word ?? 'option'
    if (new Set(plain.split(/[^\p{L}\p{N}.]+/u)).has(letter) && plain.includes(`${word} ${letter}`)) return true
    if (plain.replace(/^[^\p{L}\p{N}]+/u, '').startsWith(`${letter} `) || plain === letter) return true
  }
  const name = normalise(unit.name)
  return name.length >= 3 && plain.includes(name)
}

/** `Chosen option: "Postgres"` says the name itself, in full or in short. */
function isCalled(quoted: string): (unit: Unit) => boolean {
  const name = normalise(quoted)
  return unit => mentions(unit, quoted) || normalise(unit.name).includes(name)
}

const pair =
  /\b(?:options?|alternatives?|approach(?:es)?) ([a-z0-9]) ?(?:and|or|&|\+|\/|,) ?(?:(?:option|alternative|approach) )?([a-z0-9])(?![\p{L}\p{N}])/u

/** The options that a choice names side by side; what it is compared with is not chosen: "rather than Options A and B". */
function bothOf(head: string, options: readonly Unit[]): [Unit, Unit] | undefined {
  const said = normalise(head.split(/[.;:(–—]/, 1)[0]!)
  const named = /^(.{3,60}?) (?:and|&|\+) (.{3,60}?)(?: because\b.*|,.*)?$/u.exec(said)?.slice(1, 3)
  const [one, two] = (named ?? []).map(name => options.find(unit => normalise(unit.name) === name))
  if (one && two && one !== two) return [one, two]
  const found = pair.exec(said)
  if (
    !found ||
    /\b(?:not|over|than|of|against|unlike|neither|between|from|without|combin\w*|mix\w*|hybrid)\b/.test(
      said.slice(0, found.index)
    )
  )
    return undefined
  const [first, second] = found
    .slice(1)
    .map(letter => options.find(({ part: { ordinal } }) => (ordinal?.letter ?? ordinal?.raw)?.toLowerCase() === letter))
  return first && second && first !== second ? [first, second] : undefined
}

function rationaleOf(section: BoundSection, label: string, plan: Plan): Part | undefined {
  const key = normalise(label)
  return partsOf(section, plan).find(
    p => p.key === key || p.key.startsWith(`${key} `) || /^(?:why|reason|justification)$/.test(p.key)
  )
}

/** What stands in a section, be it there once or twice. */
function partsOf(section: BoundSection, { content }: Plan): Part[] {
  return [section, ...section.duplicates].flatMap(({ part, span }) => content.parts(span, part))
}

/** Where that ends in which a part stands. */
function endOf({ span, duplicates }: BoundSection, part: Part): number {
  return (
    duplicates.find(again => again.span.start <= part.span.start && part.span.start < again.span.end)?.span ?? span
  ).end
}

function isHollow(part: Part, plan: Plan): boolean {
  const { place, value, span } = part
  return (
    isNothing(plan.content.valueOf(part)) &&
    plan.content.isEmpty({ start: value?.end ?? place.end.offset, end: span.end })
  )
}

/** Does the recommendation itself give its reason? */
function saysWhy(part: Part, plan: Plan): boolean {
  const after =
    part.form === 'heading'
      ? plan.content.said({ start: part.place.end.offset, end: part.span.end })
      : plan.content.valueOf(part)
  return /\b(?:because|since|as it|due to|so that|best|given)\b/i.test(after)
}
