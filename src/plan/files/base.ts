import type { Plan } from '../bind-types.ts'
import { allFields } from '../every.ts'
import type { Part } from '../../outline/types.ts'

/** Labels that name the commit a plan starts from. */
const labels = new Set([
  'base',
  'base commit',
  'baseline',
  'baseline commit',
  'based on',
  'based on commit',
  'starting commit',
  'git commit',
  'base ref',
  'base revision'
])

const frontMatter =
  /^(?:base|base[_-]?commit|base[_-]ref|baseline|git[_-]commit)[ \t]*:[ \t]*["']?([\w./-]{1,100})["']?[ \t]*(?:#.*)?$/im

/**
 * The commit or tag that a plan says it starts from: in its front matter, or as a label above its first section ("**Base commit**: `1a2b3c4`").
 * Only its text: whether there is such a commit, the repository tells.
 */
export function statedBase(plan: Plan): string | undefined {
  const yaml = plan.outline.nodes.yaml
  const declared = yaml && frontMatter.exec(yaml.value.slice(0, 10_000))?.[1]
  if (declared) return declared
  const stated = [...plan.metadata, ...allFields(plan)].find(
    ({ spec, state }) => spec.kind === 'commit' && state === 'filled'
  )
  // Of several the last one is that of a revision.
  const hash = stated && commitsIn(stated.text).at(-1)
  if (hash !== undefined) return hash
  const first = Math.min(...plan.sections.flatMap(section => (section.part ? [section.part.span.start] : [])))
  const part = plan.outline.parts.find(each => each.span.start < first && each.form === 'label' && labels.has(each.key))
  return part && nameIn(part)
}

/** Has it a field of its format that names a commit? */
export function namesCommit(plan: Plan): boolean {
  return [...plan.metadata, ...allFields(plan)].some(
    ({ spec, state, text }) => spec.kind === 'commit' && state === 'filled' && commitsIn(text).length > 0
  )
}

/** Abbreviated names of commits in a text, in order. */
export function commitsIn(text: string): string[] {
  return (text.slice(0, 2000).match(/\b[0-9a-f]{7,40}\b/g) ?? []).filter(word => /\d/.test(word))
}

/** The first code span or word of a value: "`1a2b3c4` (main)". */
function nameIn(part: Part): string | undefined {
  return /^[\s`*"']*([\w./-]{1,100})/.exec(part.value!.text)?.[1]
}
