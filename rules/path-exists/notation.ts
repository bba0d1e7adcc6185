import type { Claim } from '../../src/plan/files/claims.ts'

const words = { new: ['Create', 'new', 'created'], modified: ['Modify', 'modified', 'modified'] } as const

/** How a plan is to say what is done to a file, in the form in which it says it there: "mark it <new>", "write "Create: `p`"". */
export function saying(kind: keyof typeof words, { mention: { written, role, path } }: Claim): string {
  const [label, mark, done] = words[kind]
  if (written?.form === 'prefix') return `write "${label}: \`${path}\`"`
  const isDrawn = role !== 'steps' && role !== 'commits' && role !== 'header'
  if (isDrawn || written?.form === 'angle') return `mark it <${mark}>`
  return written?.form === 'paren' ? `mark it (${mark})` : `say that it is ${done}`
}

/** The same at the head of a sentence. */
export function sayIt(kind: keyof typeof words, claim: Claim): string {
  const said = saying(kind, claim)
  return said[0]!.toUpperCase() + said.slice(1)
}
