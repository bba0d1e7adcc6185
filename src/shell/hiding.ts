/** What hides a failure, as a walk through a script finds it. */
import type { Role } from './command-role.ts'
import type { Hidden, Silence } from './types.ts'

/** What one command, or several together, say by their exit status. */
export interface Status {
  role: Role
  /** The program whose failure it would be. */
  name?: string
  /** It is asked for what it prints. */
  inspects?: boolean
  /** It is run for its verdict alone. */
  verifies?: boolean
  /** All of it only searches. */
  searches?: boolean
}

/** A walk through a script. */
export interface Walk {
  masked: string
  hidden: Hidden[]
  /** `set -e`: what fails ends the script. */
  strict: boolean
  pipefail: boolean
  /** What is to be seen is said. */
  expects: boolean
  depth: number
}

/** Keeps that something hides a failure. */
export function tell(walk: Walk, node: { pos: number; end: number }, why: Silence): void {
  walk.hidden.push({ start: node.pos, end: node.end, why })
}

/** @param by what hides it, as written */
export function hiding(by: string, { name }: Status, isSeen = false): Extract<Silence, { how: 'hidden' }> {
  return { how: 'hidden', by, ...(name === undefined ? {} : { of: name }), ...(isSeen ? { isSeen } : {}) }
}

/** As it is written, where that is short. */
export function shownCommand(node: { pos: number; end: number; command?: unknown }, walk: Walk): string {
  const text = walk.masked.slice(node.pos, node.end).replace(/\s+/g, ' ')
  return text.length > 40 ? text.split(' ', 1)[0]! : text
}
