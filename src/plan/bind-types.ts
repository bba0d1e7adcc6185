import type { FieldSpec, Profile, SectionSpec, State, UnitSpec } from '../profiles/schema.ts'
import type { Place } from '../types.ts'
import type { Content } from '../outline/content.ts'
import type { Negative } from '../outline/negative.ts'
import type { Lead } from './units/parts/lead.ts'
import type { Checkbox, Outline, Part, Span } from '../outline/types.ts'

/**
 * missing: not there · empty: there, with nothing in it · negative: "N/A …" or "None …" is all it says · canonical: it holds the profile's sentence for
 * "nothing to say here" · filled: it says something.
 */
type Fullness = 'missing' | 'empty' | 'negative' | 'canonical' | 'filled'

/** A field of the profile with where the plan gives it. */
export interface BoundField {
  spec: FieldSpec
  part?: Part
  state: Fullness
  negative?: Negative
  /** What it says, without markup; empty where missing or empty. */
  text: string
  /** Where the value stands (the label where there is none). */
  place?: Place
  span?: Span
  fields: BoundField[]
  /** Where the plan gives it again, in fields that hold paths or references: "File 1: …", "File 2: …". */
  again?: BoundField[]
}

/** One of the things that a section repeats: a step, a phase, an alternative. */
export interface Unit {
  spec: UnitSpec
  /** What it is to the rules: what its spec counts as, else its role. */
  role: string
  part: Part
  /** The title without its number. Of a struck one (`part.struck`) nothing but the number is asked. */
  name: string
  /** Everything that belongs to it. */
  span: Span
  index: number
  fields: BoundField[]
  units: Unit[]
  /** Of a unit that is a box, or has a field that says as much. */
  box?: Omit<Checkbox, 'node'>
  /** Identifier, markers and stamp at the head of its title. */
  lead?: Lead
  section: BoundSection
  parent?: Unit
}

/** Where a section stands once more than it should. */
interface Again {
  part: Part
  /** What belongs to it, as for the first. */
  span: Span
}

/** A section of the profile with where the plan has it. */
export interface BoundSection {
  spec: SectionSpec
  parent?: BoundSection
  part?: Part
  /** Its heading is a misspelling of the section's title. */
  misspelt: boolean
  /** It was lost in a broken fence: say nothing of it. */
  hidden: boolean
  /** Further headings of the same name beside it: their units are the section's, too. */
  duplicates: Again[]
  /** Headings of its name that go on with it, each by a remark of its own: each is a section beside it. */
  further: Part[]
  /** The section of the profile that it is nested in but should stand beside. */
  nestedIn?: BoundSection
  /** A part of its parent that stands as a section of its own, elsewhere. */
  apart?: true
  state: Fullness
  negative?: Negative
  /** What belongs to it: from its heading to the next section of the profile. */
  span: Span
  children: BoundSection[]
  fields: BoundField[]
  units: Unit[]
}

/** A document read by a profile: what rules query. */
export interface Plan {
  outline: Outline
  profile: Profile
  content: Content
  /** Top-level sections in the profile's order. */
  sections: BoundSection[]
  /** All of the profile's sections, parents before children. */
  allSections: BoundSection[]
  metadata: BoundField[]
  status?: { field: BoundField; value: string; known: boolean }
  /** How far the plan is by its own word; undefined where it does not say. */
  state?: State
  /** The folder of what is past, where it lies in one. */
  past?: string
  /** Where document-level findings go: the title, else the first line. */
  titlePlace: Place
  title?: Part
  section(id: string): BoundSection | undefined
  /** All units of a role, in document order. */
  units(role: string): Unit[]
}
