import type { Part } from '../../src/outline/types.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { looksLikeCommand, sureCommand } from '../../src/shell/index.ts'
import type { Fix, Place } from '../../src/types.ts'

/** Where the words of a command end at the latest, if one reads them as prose. */
const end =
  /[.;,:]?\s(?:(?:still|now|must|should|all|it|and|which)\s)?(?:pass(?:es|ed)?|succeeds?|exits?|is|are|stays|reports?|prints?|shows?|finds?|works|runs|returns|ends|completes|finishes|builds|with|without|in|→|->|=>|—|–|\d+)(?!\S)|[.;,:](?:\s|$)|\s\(/u

/** What Markdown shows otherwise than it is written, and backticks would not: escapes, entities, addresses, comments, links. */
const rewritten = /\\|&#?\w+;|<(?:\w+:|!)|\]\(/

/** A command that stands after a label without backticks; with a way to set them where it is beyond doubt where it ends. Undefined where the text is prose. */
export function bareCommand(
  part: Part | undefined,
  plan: Plan
): { text: string; at: Place; help: string; fixes: Fix[] } | undefined {
  const { value } = part ?? {}
  if (!value || value.text.includes('`')) return undefined
  const { source, lines } = plan.outline
  const written = source.slice(value.start, value.end)
  const lead = /^\s*(?:(?:re-?)?run:?\s+)?/i.exec(written)![0].length
  const prompt = /^[$❯] (?=\S)/.exec(written.slice(lead))?.[0].length ?? 0
  const line = /^[^\r\n]*/
    .exec(written.slice(lead + prompt))![0]
    .slice(0, 500)
    .trimEnd()
  const isWhole = written.trimEnd().length === lead + prompt + line.length
  const sure = isWhole ? sureCommand(line) : undefined
  if (sure === undefined && !isCommandLike(line)) return undefined
  const start = value.start + lead
  const at = lines.placeOf({ start, end: start + prompt + (sure ?? line).length })
  // Backticks show what is escaped as it is written, and the command would be another.
  if (sure === undefined || !/\s/.test(sure) || rewritten.test(sure))
    return { text: line, at, help: 'Put the command alone in backticks, and behind them what it shows', fixes: [] }
  const stop = start + prompt + sure.length
  return {
    text: sure,
    at,
    help: `Put it in backticks: \`${sure}\``,
    fixes: [
      {
        title: 'Put the command in backticks',
        safe: true,
        edits: [
          { start, end: start + prompt, text: '`' },
          { start: stop, end: stop, text: '`' }
        ]
      }
    ]
  }
}

/** Does a text begin as a command does, wherever it may end? */
function isCommandLike(line: string): boolean {
  const text = line
    .slice(0, end.exec(line)?.index ?? line.length)
    .replace(/\\$/, '')
    .trim()
  return [line, text].some(each => /\s/.test(each) && looksLikeCommand(each))
}
