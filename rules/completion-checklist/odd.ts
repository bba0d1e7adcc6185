import { oddTasks } from '../../src/checks/ids/lost-tasks.ts'
import { bodySpan } from '../../src/plan/bind.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Checkbox, Span } from '../../src/outline/types.ts'
import { coverOf } from '../../src/outline/cover.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Fix } from '../../src/types.ts'
import type { Id } from './id.ts'

/** Boxes that no tool reads as one: those of a checklist, and those among other boxes. From three on one finding tells of them all. */
export function* checkOdd(plan: Plan): Iterable<Problem<Id>> {
  // Of tasks that are boxes another rule speaks.
  const tasks = new Set(oddTasks(plan))
  const checkboxes = plan.outline.checkboxes.filter(box => !tasks.has(box))
  if (!checkboxes.some(box => box.odd)) return
  const isListed = coverOf(checklistsOf(plan))
  const strict = checkboxes.filter(box => box.odd && isListed(box.start))
  const loose = checkboxes.filter(box => box.odd && !isListed(box.start) && isAmongBoxes(box, checkboxes))
  yield* tell(strict, plan)
  for (const problem of tell(loose, plan)) yield { ...problem, severity: 'warning' }
}

/** Where the profile asks for boxes. */
function checklistsOf(plan: Plan): Span[] {
  return plan.allSections
    .flatMap(section => [
      ...(section.part && section.spec.checklist ? [bodySpan(section)] : []),
      ...section.fields.flatMap(({ spec, span }) => ((spec.checklist || spec.kind === 'tasks') && span ? [span] : []))
    ])
    .sort((a, b) => a.start - b.start)
}

/** "- [] is the empty list" is no box; beside one it is, and where boxes are used a sentence behind it tells. */
function isAmongBoxes(box: Checkbox, all: readonly Checkbox[]): boolean {
  if (box.node.type !== 'listItem') return true
  if (/^\p{Lu}\S*\s+\S/u.test(box.text) && all.some(other => !other.odd)) return true
  return all.some(other => other !== box && Math.abs(other.place.start.line - box.place.start.line) <= 3)
}

function* tell(boxes: readonly Checkbox[], plan: Plan): Iterable<Problem<Id>> {
  if (boxes.length > 2) {
    const [first, ...others] = boxes as [Checkbox, ...Checkbox[]]
    const fixes = boxes.map(fixOf)
    yield {
      message: 'oddBoxes',
      data: { box: [...new Set(boxes.map(box => nameOf(box, plan)))].slice(0, 3).join(', '), count: boxes.length },
      at: first.place,
      help: helpFor(boxes),
      related: others.map(({ place, text }) => ({ place, message: quote(text) })),
      ...(fixes.every(fix => fix !== undefined)
        ? {
            fixes: [
              {
                title: 'Write the boxes as Markdown reads them',
                safe: fixes.every(fix => fix.safe),
                edits: fixes.flatMap(fix => fix.edits)
              }
            ]
          }
        : {})
    }
  } else
    for (const box of boxes) {
      const fix = fixOf(box)
      yield {
        message: 'odd',
        data: { box: nameOf(box, plan), text: quote(box.text) },
        at: box.place,
        help: helpFor([box]),
        ...(fix ? { fixes: [fix] } : {})
      }
    }
}

/** A bullet that has no space behind it is shown with its box. */
function nameOf({ start, end, node }: Checkbox, { outline: { source } }: Plan): string {
  return quote(source.slice(node.type === 'listItem' ? start : start - 1, end))
}

function helpFor(boxes: readonly Checkbox[]): string {
  const written = new Set(boxes.map(({ odd }) => odd!.written?.trim()))
  const [only] = written
  return written.size === 1 && only !== undefined
    ? `Write "- ${only} …"`
    : 'Write "- [ ] …" while it is open, "- [x] …" once it is done'
}

function fixOf({ odd, start, end }: Checkbox): Fix | undefined {
  const { written, isSure } = odd!
  return written === undefined
    ? undefined
    : { title: `Write "${written.trim()}"`, safe: isSure, edits: [{ start, end, text: written }] }
}
