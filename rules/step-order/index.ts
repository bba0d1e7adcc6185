import { groundOf } from '../../src/plan/files/ground.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { repeatedWork } from './created.ts'
import { replayOf } from './replay.ts'
import { untouchedFiles } from './untouched.ts'
import { misplacedUses } from './uses.ts'

export default defineRule({
  id: 'step-order',
  summary: 'No step uses a file before the step that creates it, and every planned file has its step.',
  why: 'A plan is carried out from the top: a command that needs what a later step brings fails, and a file without a step is forgotten.',
  severity: 'error',
  repo: true,
  messages: {
    early: d => `Expected "${d.path}" to be created before ${d.name} "${d.title}" uses it`,
    unmade: d => `Expected ${d.what} "${d.path}" to be added before ${d.name} "${d.title}" runs it`,
    late: d => `Conflicting steps: ${d.name} "${d.title}" uses "${d.path}" after it was deleted`,
    again: d => `Conflicting steps: ${d.name} "${d.title}" creates "${d.path}" a second time`,
    afterwards: d => `Conflicting steps: ${d.name} "${d.title}" creates "${d.path}" after it was modified`,
    untouched: d => `Missing step for "${d.path}": none touches it`
  },
  *check({ plan, repo, path }) {
    const ground = groundOf(plan, repo!, path)
    if (ground.isDone) return
    const replay = replayOf(plan)
    yield* misplacedUses(plan, ground, replay)
    yield* repeatedWork(ground, replay)
    yield* untouchedFiles(plan, ground, replay)
  }
})
