/** Ways to spoil a plan that --fix claims to mend. Each gives the spoilt text, or nothing where the plan has no such thing. */

/** `restored`: mending gives back the very text; `filled`: it only inserts. */
export interface Mutant {
  name: string
  text: string
  mends: 'restored' | 'filled'
}

const heading = /^(#{1,6}) +(?:(\d+)\. )?(.+)$/

export function mutantsOf(text: string): Mutant[] {
  const lines = text.split('\n')
  const code = codeLines(lines)
  const found: Mutant[] = []
  const replaced = (index: number, line: string): string =>
    lines.map((each, i) => (i === index ? line : each)).join('\n')
  for (const [index, line] of lines.entries()) {
    const add = (name: string, other: string): void => {
      found.push({ name: `${name}: ${line}`, text: replaced(index, other), mends: 'restored' })
    }
    if (code.has(index)) {
      if (/ <modified>$/.test(line)) add('mark', line.replace('<modified>', '<modifed>'))
      if (/ <new>$/.test(line)) add('mark', line.replace('<new>', '<nwe>'))
      continue
    }
    const [, marks, number, title] = heading.exec(line) ?? []
    if (marks === '##' && title !== undefined) {
      if (/[A-Za-z]{3}/.test(title)) add('spelling', line.replace(title, misspelt(title)))
      if (number !== undefined) add('number', line.replace(`${number}.`, `${Number(number) + 20}.`))
      // For a unit that is lost no skeleton is put in: the others are numbered through.
      if (!/^Task \d/.test(title))
        found.push({ name: `section: ${line}`, text: without(lines, index, code), mends: 'filled' })
    }
    const [, , label] = /^(- )?\*\*([A-Z][a-z]+(?: [a-z]+)?)\*\*:/.exec(line) ?? []
    if (label !== undefined && label.length >= 5) add('label', line.replace(label, misspelt(label)))
  }
  const steps = lines.flatMap((line, index) => (/^#{2,4} Step \d+\b/.test(line) && !code.has(index) ? [index] : []))
  if (steps.length > 1) {
    const shifted = lines.map((line, index) =>
      index >= steps[1]! && !code.has(index)
        ? line.replace(
            /\b([Ss]tep) (\d+)\b(?![a-z.])/g,
            (_, word: string, n: string) => `${word} ${Number(n) > 1 ? Number(n) + 1 : n}`
          )
        : line
    )
    found.push({ name: 'gap in the steps', text: shifted.join('\n'), mends: 'restored' })
  }
  return found
}

/** Two letters of the longest word change places. */
function misspelt(title: string): string {
  const word = title.match(/[A-Za-z]+/g)!.reduce((best, each) => (each.length > best.length ? each : best))
  const at = Array.from(word).findIndex((letter, index) => index > 0 && letter !== word[index + 1])
  const wrong = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  return title.replace(word, wrong)
}

/** Without a section: from its heading to the next of its level. */
function without(lines: string[], index: number, code: ReadonlySet<number>): string {
  const next = lines.findIndex((line, i) => i > index && !code.has(i) && /^##? /.test(line))
  return [...lines.slice(0, index), ...(next < 0 ? [] : lines.slice(next))].join('\n')
}

function codeLines(lines: string[]): Set<number> {
  const found = new Set<number>()
  let fence: string | undefined
  for (const [index, line] of lines.entries()) {
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined
      found.add(index)
    } else if (fence !== undefined) found.add(index)
  }
  return found
}
