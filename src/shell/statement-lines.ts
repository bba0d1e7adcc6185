import type { Statement } from 'unbash'

/** Statements by the lines that they stand on. */
export function statementsByLine(statements: readonly Statement[], masked: string): Statement[][] {
  const lines: Statement[][] = []
  let end = 0
  for (const statement of statements) {
    const gap = masked.slice(end, statement.pos)
    if (lines.length === 0 || gap.includes('\n')) lines.push([])
    lines.at(-1)!.push(statement)
    end = statement.end
  }
  return lines
}
