/** A part of what `planlint setup` sets up: each in a file of its own, which says what it is called, when it is wanted, and what it writes. */
import type { FileToWrite, Scene } from './scene.ts'

/** `ready`: there is nothing to do; `by-hand`: something stands in the way, and the words say what to write; `none`: not for this repository. */
export type Proposal =
  | { kind: 'ready'; says: string }
  | { kind: 'none'; says: string }
  | { kind: 'by-hand'; says: string; lines: string }
  | { kind: 'change'; says: string; changes: FileToWrite[]; commands?: string[] }

export interface SetupPart {
  /** As `--only` and `--skip` name it. */
  name: string
  propose(scene: Scene): Proposal | Promise<Proposal>
}
