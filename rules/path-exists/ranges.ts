import type { Problem, RuleContext } from '../../src/lint/rule.ts'
import type { Claim } from '../../src/plan/files/claims.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import type { Ground } from '../../src/plan/files/ground.ts'

/** `:12-30`, `:12`, `#L12-L30`, `:3-9,14`. */
const numbers = /^(?::|#)L?\d/

/** Lines that a plan names beyond the end of a file. Once its work has begun, the file is another. */
export function* linesBeyond(ground: Ground, lines: RuleContext['lines']): Iterable<Problem<'lines'>> {
  if (!lines || ground.isDone || hasBegun(ground)) return
  for (const claim of ground.claims.list) {
    const range = lastLine(claim)
    if (range === undefined || claim.mark === 'new' || !ground.isFileNow(claim.path)) continue
    const count = lines(ground.inside(claim.path))
    if (count === undefined || range <= count) continue
    yield {
      message: 'lines',
      data: { path: claim.path, line: range, count },
      at: firstMention(claim).place,
      help: 'Name lines that it has, or leave them out: numbers of lines go out of date',
      severity: 'warning'
    }
  }
}

function hasBegun({ claims, isFileNow }: Ground): boolean {
  return claims.list.some(({ mark, maker, path }) => mark === 'new' && maker === undefined && isFileNow(path))
}

/** What is said of it first: later steps find more than is there now. */
function firstMention({ mentions }: Claim): FileMention {
  return mentions.find(({ unit }) => unit) ?? mentions[0]!
}

function lastLine(claim: Claim): number | undefined {
  const suffix = firstMention(claim).ref.suffix ?? ''
  return numbers.test(suffix) ? Math.max(...suffix.match(/\d{1,9}/g)!.map(Number)) : undefined
}
