import { blankTasks, lostTasks } from '../../src/checks/ids/lost-tasks.ts'
import { oddTasks } from '../../src/checks/ids/odd-tasks.ts'
import type { LostTask } from '../../src/checks/ids/lost-tasks.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Checkbox } from '../../src/outline/types.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { groupBy } from '../../src/util/group.ts'
import { folded } from './folded.ts'
import { pluralOf } from '../../src/util/plural.ts'

/** What is said of tasks that tools pass over; worded with the rule's other messages. */
export type LostMessage = 'heading' | 'lead' | 'bullet' | 'level' | 'orphan' | 'unboxed' | 'box' | 'blank'

/** Tasks that tools pass over: of each kind of slip, many are told once. */
export function* checkLost(plan: Plan): Iterable<Problem<LostMessage>> {
  const lost = lostTasks(plan)
  for (const kind of ['heading', 'lead', 'bullet', 'level', 'orphan', 'unboxed'] as const)
    yield* folded(lost.filter(each => each.kind === kind).map(problemOf))
  // What is ticked is told apart from what is open: one remedy does not fit both.
  for (const alike of groupBy(oddTasks(plan), remedyOf).values()) yield* folded(alike.map(box => oddBox(box, plan)))
  yield* folded(
    blankTasks(plan).map(({ place, id }) => ({
      message: 'blank',
      data: id === undefined ? {} : { id },
      at: place,
      help: 'Say what is to be done, or take the box out'
    }))
  )
}

function problemOf({ kind, spec, title, place, id, found }: LostTask): Problem<LostMessage> {
  const helps = {
    heading: `Write it as a box, "- [ ] ${id}. …", with its ${innerName(spec)} below it`,
    lead: `Write "- [ ] ${id}${id.includes('.') ? '' : '.'} …" without markup`,
    bullet: 'Write "- [ ] …"',
    level: `Indent it, and what belongs to it, by two spaces more: it belongs to ${found}`,
    orphan: `Write "- [ ] ${found}. …" above it, and indent it, and what belongs to it, by two spaces`,
    unboxed: 'Write "- [ ] …" while it is open, "- [x] …" once it is done'
  }
  return {
    message: kind,
    data: { name: spec.role, title, found: kind === 'level' || kind === 'orphan' ? found : quote(found) },
    at: place,
    help: helps[kind]
  }
}

function innerName({ units }: LostTask['spec']): string {
  const inner = [units].flat()[0]
  return inner ? pluralOf(inner.role) : 'details'
}

/** What is to be written, and whether that is sure. */
function remedyOf({ odd }: Checkbox): string {
  return `${odd!.written?.trim() ?? ''} ${odd!.isSure}`
}

function oddBox({ start, end, text, place, odd, node }: Checkbox, { outline: { source } }: Plan): Problem<LostMessage> {
  const from = node.type === 'listItem' ? start : start - 1
  const written = odd!.written?.trim()
  return {
    message: 'box',
    data: { found: quote(source.slice(from, end)), text: quote(text) },
    at: place,
    help:
      written === undefined ? 'Write "- [ ] …" while it is open, "- [x] …" once it is done' : `Write "- ${written} …"`,
    ...(odd!.written === undefined
      ? {}
      : { fixes: [{ title: `Write "${written!}"`, safe: odd!.isSure, edits: [{ start, end, text: odd!.written }] }] })
  }
}
