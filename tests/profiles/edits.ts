import type { Mutant } from './mutate.ts'

/** An edit that spoils a plan. */
export type Edit = (text: string) => string

/** Replaces a text that occurs, or the first hit of a pattern; the replacement is taken as it is. */
export const rep =
  (from: string | RegExp, to: string): Edit =>
  text =>
    text.replace(from, () => to)

/** Takes out everything from one text up to the next one, or up to the end. */
export const cut =
  (from: string, to: string | null): Edit =>
  text => {
    const start = text.indexOf(from)
    return text.slice(0, start) + (to === null ? '' : text.slice(text.indexOf(to, start + from.length)))
  }

/** The last line that is this text. */
export const last =
  (wanted: string) =>
  (lines: string[]): number =>
    lines.lastIndexOf(wanted) + 1

/** Collects mutants. */
export function collector(): {
  mutants: Mutant[]
  add: (plan: string, name: string, edit: Edit, rule: string, at: Mutant['at'], message?: Mutant['message']) => void
} {
  const mutants: Mutant[] = []
  return {
    mutants,
    add: (plan, name, edit, rule, at, message) => {
      mutants.push({ plan, name, edit, rule, at, ...(message === undefined ? {} : { message }) })
    }
  }
}
