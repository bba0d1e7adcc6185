import type { Part } from '../../src/outline/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { looksLikeCommand } from '../../src/shell/index.ts'
import type { Fix, Place } from '../../src/types.ts'

/** What one says of a command: it belongs outside of the backticks. */
const result =
  /[.;,]?\s(?:(?:still|now|must|should|all)\s)?(?:pass(?:es)?|succeeds?|exits?|is (?:green|clean|happy)|stays green|reports?|prints?|shows?|finds?|works|runs|returns|ends|completes|finishes|builds|with no|without|→|->|=>|—|–|\()|[.;,]?$/u

/** A command that stands after a label without backticks, and how to set them; undefined where the text is prose. */
export function bareCommand(
  part: Part | undefined,
  plan: Plan
): { text: string; at: Place; help: string; fixes: Fix[] } | undefined {
  const { value } = part ?? {}
  if (!value || value.text.includes('`')) return undefined
  const { source, lines } = plan.outline
  const written = source.slice(value.start, value.end)
  const lead = /^\s*(?:(?:re-?)?run:?\s+)?/i.exec(written)![0].length
  const line = /^[^\r\n]*/.exec(written.slice(lead))![0].slice(0, 500)
  const text = line.slice(0, result.exec(line)!.index).trimEnd()
  if (!/\s/.test(text) || !looksLikeCommand(text)) return undefined
  const start = value.start + lead
  const end = start + text.length
  return {
    text,
    at: lines.placeOf({ start, end }),
    help: `Put it in backticks: \`${text}\``,
    fixes: [
      {
        title: 'Put the command in backticks',
        safe: true,
        edits: [
          { start, end: start, text: '`' },
          { start: end, end, text: '`' }
        ]
      }
    ]
  }
}
