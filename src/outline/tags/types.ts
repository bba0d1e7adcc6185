import type { Span, TagFault } from '../types.ts'

export type { TagFault } from '../types.ts'

/** Tags that mean something, by where they stand: `<task>` below `<tasks>`, `<verify>` below `<task>`. */
export type TagTree = ReadonlyMap<string, TagSpec>

export interface TagSpec {
  inner: TagTree
  /** Between its tags stands a command, and no text; `maybe`: a command or text. */
  isCommand?: boolean | 'maybe'
}

/** A tag with what stands between it and the one that closes it. */
export interface Element {
  name: string
  /** Its opening tag. */
  open: Span
  /** What stands between its tags. */
  inner: Span
  /** Behind the closing tag; where that is missing, where it is taken to end. */
  end: number
  /** How many of those known are around it. */
  depth: number
  attributes: readonly Attribute[]
  isCommand: boolean | 'maybe'
}

/** `type="auto"` in a tag. */
export interface Attribute {
  name: string
  text: string
  /** From its name to its closing quote. */
  span: Span
  value: Span
}

/** What a text has of the tags of a tree. */
export interface Tagged {
  /** In document order. */
  elements: readonly Element[]
  faults: readonly TagFault[]
  /** Fences that end though nothing closes them, since the text around them does: by where, how they would be closed. */
  cutFences: ReadonlyMap<number, string>
}
