import { completionLists } from '../../src/checks/ids/odd-tasks.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import type { Checkbox } from '../../src/outline/types.ts'
import { coverOf } from '../../src/outline/cover.ts'
import { quote } from '../../src/outline/text.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Fix } from '../../src/types.ts'
import type { Id } from './id.ts'

/** Boxes of a checklist that no tool reads as one. From three on one finding tells of them all; of tasks that are boxes another rule speaks. */
export function* checkOdd(plan: Plan): Iterable<Problem<Id>> {
  const isListed = coverOf(completionLists(plan))
  yield* tell(
    plan.outline.checkboxes.filter(box => box.odd && isListed(box.start)),
    plan
  )
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
