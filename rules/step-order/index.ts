import { workOf, type Wave } from '../../src/checks/peers.ts'
import { quote } from '../../src/outline/text.ts'
import { claimsOf } from '../../src/plan/files/claims.ts'
import { groundOf } from '../../src/plan/files/ground.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { checkDependencies } from './dependencies.ts'
import { checkNumbered } from './numbered.ts'
import { checkParallel } from './parallel.ts'
import { repeatedWork } from './created.ts'
import { replayOf } from './replay.ts'
import { untouchedFiles } from './untouched.ts'
import { misplacedUses } from './uses.ts'
import { pluralOf } from '../../src/util/plural.ts'

type Id =
  | 'early'
  | 'unmade'
  | 'late'
  | 'again'
  | 'afterwards'
  | 'untouched'
  | 'parallel'
  | 'unknownDependency'
  | 'laterDependency'
  | 'circular'
  | 'wave'

export default defineRule<Id>({
  id: 'step-order',
  summary:
    'No step uses a file before the step that creates it, depends on a later one, or shares a file with one that is done at the same time; every planned file has its step.',
  why: 'A plan is carried out from the top: a command that needs what a later step brings fails, and a file without a step is forgotten.',
  whenOff: 'Where steps are a list of topics without an order, and several people work on them at once.',
  severity: 'error',
  repo: true,
  messages: {
    early: d => `Expected "${d.path}" to be created before ${d.name} "${d.title}" uses it`,
    unmade: d => `Expected ${d.what} "${d.path}" to be added before ${d.name} "${d.title}" runs it`,
    late: d => `Conflicting steps: ${d.name} "${d.title}" uses "${d.path}" after it was ${d.end}`,
    again: d => `Conflicting steps: ${d.name} "${d.title}" creates "${d.path}" a second time`,
    afterwards: d => `Conflicting steps: ${d.name} "${d.title}" creates "${d.path}" after it was modified`,
    untouched: d => `Missing step for "${d.path}": none touches it`,
    parallel: d =>
      `Conflicting ${d.mark} on ${pluralOf(String(d.name))} that name "${d.path}": they can't be done at the same time`,
    unknownDependency: d => `Unknown ${d.name} ${d.id}, which ${d.own} depends on`,
    wave: d => `Expected a wave behind ${d.other}, that of ${d.name}, found ${d.wave}`,
    laterDependency: d => `Expected ${d.id} before ${d.own}, which depends on it`,
    circular: d =>
      d.own === d.other
        ? `Circular dependency: ${d.own} depends on itself`
        : `Circular dependency of ${d.own} and ${d.other}`
  },
  set: true,
  *checkText({ plan, path, set }) {
    const early = workOf(plan, path, set)?.early
    if (early)
      yield {
        message: 'wave',
        data: {
          wave: early.wave.isGiven ? early.wave.number : 'none',
          other: early.other.number,
          name: quote(early.name)
        },
        at: early.at,
        help: early.wave.isGiven
          ? 'Give it a later wave: it depends on that one'
          : `Write "wave: ${early.other.number + 1}" into the front matter: a plan that says none is of the first`,
        related: [{ path: early.path, place: early.other.at, message: waveHere(early.other) }]
      }
    if (plan.state !== 'done') {
      const replay = replayOf(plan)
      yield* untouchedFiles(plan, replay)
      yield* repeatedWork(claimsOf(plan), replay)
    }
    yield* checkDependencies(plan)
    yield* checkNumbered(plan)
    yield* checkParallel(plan)
  },
  *check({ plan, repo, path }) {
    const ground = groundOf(plan, repo!, path)
    if (ground.isDone) return
    yield* misplacedUses(plan, ground, replayOf(plan))
  }
})

const waveHere = ({ number, isGiven }: Wave): string =>
  isGiven ? `Wave ${number}` : `No wave is said here: it is of the first`
