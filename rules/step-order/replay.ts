import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { namesFiles } from '../../src/profiles/fields.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import { stepsOf } from '../../src/plan/steps.ts'
import { sequenceOf } from '../../src/plan/units/sequence.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { matchesGlob, PathIndex } from '../../src/files/paths.ts'
import { linesNaming } from '../../src/plan/prose.ts'
import { replaceSpans } from '../../src/outline/replace-spans.ts'
import type { StepRange } from './named.ts'
import { joined, NamedFiles } from './named.ts'

/** The steps of a plan, replayed over the files that it names. Steps are numbered from 0. */
export interface Replay {
  steps: Unit[]
  /** The number of a step; -1 where it is none. */
  indexOf(step: Unit | undefined): number
  /**
   * The first step that names a file among its files, or says that it writes it; where none does, the first that speaks of it, or of a folder or pattern that
   * covers it. Commands don't count.
   */
  first(claim: Claim): number | undefined
  /** Does any step name or speak of a file? */
  touches(claim: Claim): boolean
  /** The last step that speaks of a file. */
  last(claim: Claim): number | undefined
  /** The first step whose text says that it writes a file, where none before so much as names it. */
  writes(path: string): number | undefined
  /** The step that a mention stands in; undefined where it stands in none. */
  stepOf(mention: FileMention): number | undefined
  /** Every step that should name its files does, with paths: only then a file that none names is forgotten. */
  isExplicit: boolean
}

/** Reads what the steps touch. */
export function replayOf(plan: Plan): Replay {
  // Of a plan that has steps there is no other row.
  const steps = [...stepsOf(plan), ...sequenceOf(plan)]
  const linesWith = linesNaming(steps.flatMap((unit, step) => linesOfStep(unit, plan).map(text => ({ text, step }))))
  const named = new NamedFiles(linesWith)
  const written = new NamedFiles(name => linesWith(name).filter(({ text }) => writing.test(text)))
  const covers = new Covers()
  const owners = new Map(steps.map((step, index) => [step, index]))
  let isExplicit = steps.length > 0
  const withPaths = new Set<number>()
  for (const mention of filesOf(plan).mentions) {
    const index = ownerOf(mention.unit, owners)
    if (index === undefined) continue
    withPaths.add(index)
    if (mention.kind === 'directory' || mention.kind === 'glob')
      covers.add(mention.path, mention.kind === 'glob', index)
  }
  for (const [index, step] of steps.entries())
    if (step.fields.some(field => namesFiles(field.spec) && field.state === 'filled') && !withPaths.has(index))
      isExplicit = false
  const listed = (claim: Claim): number[] =>
    claim.mentions.flatMap(mention => (mention.kind === 'file' ? (ownerOf(mention.unit, owners) ?? []) : []))
  const first = (claim: Claim): number | undefined => {
    const known = listed(claim)
    if (known.length === 0) return rangeOf(claim)?.first
    return Math.min(...known, ...[written.of(claim.path), covers.of(claim.path)].flatMap(each => each?.first ?? []))
  }
  const rangeOf = (claim: Claim): StepRange | undefined =>
    joined([named.of(claim.path), claim.from === undefined ? undefined : named.of(claim.from), covers.of(claim.path)])
  return {
    steps,
    indexOf: step => (step === undefined ? -1 : (owners.get(step) ?? -1)),
    isExplicit: isExplicit && withPaths.size > 0,
    first,
    // Most files are listed by a step, whose text need not be searched then.
    touches: claim => listed(claim).length > 0 || rangeOf(claim) !== undefined,
    writes: path => {
      const at = written.of(path)?.first
      return at !== undefined && at === named.of(path)?.first ? at : undefined
    },
    stepOf: mention => ownerOf(mention.unit, owners),
    last: claim => rangeOf(claim)?.last
  }
}

/** The innermost step that a mention belongs to. */
function ownerOf(unit: Unit | undefined, owners: ReadonlyMap<Unit, number>): number | undefined {
  for (let at = unit; at; at = at.parent) {
    const index = owners.get(at)
    if (index !== undefined) return index
  }
  return undefined
}

const writing =
  /\b(?:add|adds|begin|begins|start|starts|create|creates|introduce|introduces|write|writes|scaffold|scaffolds|move|moves|rename|renames)\b/i

/** The lines of a step without its commands, its comments and documents that it shows. */
function linesOfStep({ span }: Unit, { content }: Plan): string[] {
  const commands = content.commands(span).map(({ place: { start, end } }) => ({ start: start.offset, end: end.offset }))
  return replaceSpans(content.own(span), commands, () => ' ', span.start).split('\n')
}

/** Folders and patterns that steps name, and so everything in them. */
class Covers {
  readonly #folders = new PathIndex<StepRange>()
  readonly #globs: { path: string; range: StepRange }[] = []

  add(path: string, isGlob: boolean, index: number): void {
    const range = { first: index, last: index }
    // More patterns than this are no plan's; each is tried on each file.
    if (!isGlob) this.#folders.add(path, range)
    else if (this.#globs.length < 50) this.#globs.push({ path, range })
  }

  of(path: string): StepRange | undefined {
    const above = path
      .split('/', 20)
      .slice(0, -1)
      .map((_, index, all) => all.slice(0, index + 1).join('/'))
    return joined([
      ...above.flatMap(folder => this.#folders.find(folder).slice(0, 20)),
      ...this.#globs.filter(glob => matchesGlob(glob.path, path)).map(glob => glob.range)
    ])
  }
}
