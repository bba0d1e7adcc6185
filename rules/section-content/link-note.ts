import { severityOfDemand } from '../../src/checks/expect.ts'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import type { Place } from '../../src/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { notesOf } from '../../src/plan/files/linked.ts'
import { readPath, splitPaths } from '../../src/files/paths.ts'
import { hasLeftover } from '../../src/plan/leftovers/placeholders.ts'
import type { Part, Span } from '../../src/outline/types.ts'

/** A note that must name another document ("Track Progress: see …"): missing, or there without naming one. */
interface NoteDefect {
  kind: 'missing' | 'unlinked'
  place: Place
  label: string
  to: string
}

/** What is wrong with the notes that the profile demands. */
export function noteDefects(plan: Plan): NoteDefect[] {
  return (plan.profile.fields ?? []).flatMap(spec => (spec.kind === 'link' ? (noteDefect(spec, plan) ?? []) : []))
}

function noteDefect(spec: FieldSpec, plan: Plan): NoteDefect | undefined {
  // Where it may be absent, the label may say something else.
  if (!severityOfDemand(spec, plan)) return undefined
  const notes = notesOf(spec, plan)
  const base = { label: spec.label, to: spec.hint ?? 'another document' }
  if (notes.length === 0) return { kind: 'missing', place: plan.titlePlace, ...base }
  return notes.some(note => namesDocument(note, plan) || hasLeftover(lineOf(note, plan), plan))
    ? undefined
    : { kind: 'unlinked', place: notes[0]!.place, ...base }
}

/** A note that is still the template's is a placeholder, and told of as one. */
function lineOf({ place: { start } }: Part, { outline: { lines, source } }: Plan): Span {
  return { start: start.offset, end: start.line < lines.count ? lines.startOf(start.line + 1) : source.length }
}

function namesDocument(note: Part, plan: Plan): boolean {
  const span = { start: note.place.start.offset, end: Math.max(note.span.end, note.value?.end ?? 0) }
  if (plan.content.has('links', span)) return true
  if (plan.content.codeSpans(span).some(code => isFile(readPath(code.value, { lenient: true })))) return true
  return splitPaths(
    plan.content.said({ start: note.value?.start ?? span.start, end: Math.min(span.end, span.start + 2000) })
  ).some(isFile)
}

function isFile(ref: ReturnType<typeof readPath>): boolean {
  return ref !== undefined && ref.kind !== 'directory'
}
