import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import { allUnits } from '../../src/plan/every.ts'
import { isLine } from '../../src/plan/units/parts/unboxed.ts'
import { isPlainOrdinal } from '../../src/outline/numbers/ordinal.ts'
import { agreesOf, allUnitSpecs, firstWord, formsOf, isBoxed, isPlain } from '../../src/profiles/units.ts'
import type { UnitSpec } from '../../src/profiles/schema.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { neverBoxed } from '../../src/checks/ids/lost-tasks.ts'
import { missingIds } from '../../src/checks/ids/missing-ids.ts'
import { allHoldersOf } from '../../src/profiles/holders.ts'
import { missingIdProblem } from '../words/missing-id.ts'
import { folded } from './folded.ts'
import { checkLabels } from './labels.ts'
import type { LabelMessage } from './labels.ts'
import { placeOf } from '../../src/outline/nodes.ts'
import { checkLevels } from './level.ts'
import { checkNamed } from './named.ts'
import type { NamedMessage } from './named.ts'
import { checkLost } from './lost.ts'
import { checkTags } from './tags.ts'
import type { TagMessage } from './tags.ts'
import { tagsOf } from '../../src/profiles/tags.ts'
import type { LostMessage } from './lost.ts'
import { pluralOf } from '../../src/util/plural.ts'

export default defineRule<'number' | 'noId' | 'noBox' | LabelMessage | LostMessage | NamedMessage | TagMessage>({
  id: 'task-format',
  summary: "A task is written so that the format's own tools find it.",
  why: 'Tools that hand out tasks, count or tick them read a fixed form. A task in another form is skipped or taken for a part of the one before, and nobody is told.',
  whenOff: 'Where tasks are only read by people, and no tool of the format hands them out, counts or ticks them.',
  severity: 'warning',
  set: true,
  applies: profile =>
    tagsOf(profile).tree !== undefined ||
    allUnitSpecs(profile).some(isRead) ||
    allHoldersOf(profile).some(
      ({ checklist, fields = [] }) => checklist ?? fields.some(({ kind }) => kind === 'tasks')
    ),
  messages: {
    number: d => `Expected a plain number on ${d.name} "${d.title}", found ${d.found}: tools that go by number lose it`,
    noBox: d => `Missing boxes: no line is a ${d.name} to tools, which count none`,
    nameLost: d => `Expected "${d.expected}", found ${d.found}: tools pass over it`,
    nameAstray: d => `Expected ${d.name} ${d.found} below ${d.sections}: tools pass over it here`,
    nameNone: d =>
      `Unexpected heading ${d.found} among ${pluralOf(String(d.name))}: tools pass over it, and what stands below is lost`,
    noId: d => `Missing identifier on ${d.name} "${d.title}"`,
    heading: d => `Expected a box for ${d.name} "${d.title}", found a heading: tools that go by boxes lose it`,
    lead: d => `Expected the number of ${d.name} "${d.title}" right behind its box, found ${d.found}`,
    bullet: d => `Expected "-" before the box of ${d.name} "${d.title}", found ${d.found}`,
    level: d =>
      `Expected ${d.name} "${d.title}" below ${d.found}, found it beside: tools take it for a task of its own`,
    orphan: d => `Missing ${d.name} ${d.found} above "${d.title}": tools take it for a task of its own`,
    unboxed: d => `Missing box on ${d.name} "${d.title}": tools that go by boxes lose it`,
    box: d => `Unknown box ${d.found} on ${d.text}`,
    blank: d => (d.id ? `Empty task ${d.id}: nothing stands behind it` : 'Empty task: a box with nothing behind it'),
    unclosed: d => `Unclosed <${d.name}>: tools that go by tags lose it`,
    stray: d => `Unexpected </${d.name}>: nothing opens it`,
    crossed: d => `Expected </${d.name}>, found </${d.found}>`,
    label: d => `Missing ${d.expected} on ${d.name} "${d.title}"`,
    otherLabel: d => `Conflicting ${d.found} on ${d.name} "${d.title}": it stands below "${d.outer}"`
  },
  *check({ plan, set }) {
    yield* folded(checkNumbers(plan))
    for (const missing of missingIds(plan)) if (isOneLine(missing.unit)) yield missingIdProblem(missing)
    yield* checkTags(plan)
    yield* checkLost(plan)
    yield* checkNamed(plan)
    yield* checkLevels(plan)
    yield* checkBoxes(plan)
    yield* checkLabels(plan, set)
  }
})

/** Is a task a line of a list or of a table? What is written otherwise is a matter of its numbers. */
const isOneLine = ({ part: { form } }: Unit): boolean => form === 'box' || form === 'row'

/** Does the profile say of a unit how tools read it? */
function isRead(spec: UnitSpec): boolean {
  const { id, level } = spec
  return (
    isPlain(spec) ||
    Object.keys(agreesOf(spec)).length > 0 ||
    level !== undefined ||
    isBoxed(spec) ||
    (firstWord(spec) !== undefined && formsOf(spec).written.includes('box')) ||
    (id !== undefined && formsOf(spec).written.includes('row'))
  )
}

function* checkBoxes(plan: Plan): Iterable<Problem<'noBox'>> {
  const spec = neverBoxed(plan)
  if (!spec) return
  const first = plan.outline.nodes.items[0]
  yield {
    message: 'noBox',
    data: { name: spec.role },
    at: first ? placeOf(first.children[0] ?? first) : plan.titlePlace,
    help: `Write each ${spec.role} as a box: "- [ ] ${exampleOf(spec)} …"`,
    severity: 'error'
  }
}

/** The first identifier of its kind: T001 of "T###". */
function exampleOf({ id }: UnitSpec): string {
  const shape = [id?.shape ?? '#.#'].flat()[0]!
  return shape === '#' ? '1.' : shape.replace(/#+/g, run => '1'.padStart(run.length, '0'))
}

function* checkNumbers(plan: Plan): Iterable<Problem<'number'>> {
  for (const unit of allUnits(plan)) {
    const { spec, part } = unit
    if (isPlain(spec) && !isLine(unit) && part.ordinal && !isPlainOrdinal(part.ordinal))
      yield {
        message: 'number',
        data: { name: spec.role, title: part.title, found: part.ordinal.raw },
        at: part.place,
        help: `Number it "${firstWord(spec) ?? spec.role} N", through all of them`
      }
  }
}
