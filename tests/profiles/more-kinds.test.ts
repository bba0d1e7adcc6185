/** More kinds of faults in every valid plan: commands, things said twice, files, labels; and what only looks like one. */
import { describe, expect, test } from 'vitest'
import type { Fault, Kinds } from './faults.ts'
import { command, each, injectKinds, judge, plans, prose, show, verified } from './faults.ts'

type Lines = readonly string[]

const noCommand = ['step-verification', 'section-content', 'verification-quality']

/** Lines of code, with their indexes: where trees are. */
function code(lines: Lines): [string, number][] {
  const open = new Set(prose(lines).map(([, i]) => i))
  return lines.flatMap((text, i): [string, number][] => (open.has(i) ? [] : [[text, i]]))
}

/** Trees that ask for marks: those of design plans. */
const trees = (lines: Lines): [string, number][] => (lines.some(line => /Directory Tree/.test(line)) ? code(lines) : [])

/** Lines that name a file of which a tree says something as well. */
const drawn = (lines: Lines): [string, number][] => {
  const said = code(lines)
    .map(([text]) => text)
    .filter(text => /(?:new|modified|updated)\b/i.test(text))
  return prose(lines).filter(([text]) => {
    const name = /`(?:[^`]*\/)?([^`/]+)`/.exec(text)?.[1]
    return name !== undefined && said.some(line => line.includes(name))
  })
}

/** A line that is put behind another one. */
function behind(lines: Lines, pattern: RegExp, added: (match: RegExpExecArray) => string, rules: string[]): Fault[] {
  return prose(lines).flatMap(([text, i]) => {
    const match = pattern.exec(text)
    return match ? [{ lines: lines.toSpliced(i + 1, 0, added(match)), rules, line: i + 2 }] : []
  })
}

/** Each top section once more, at the end. */
function again(lines: Lines): Fault[] {
  return prose(lines).flatMap(([text]) =>
    /^## /.test(text) && !/Focus|backlog|priorities/.test(text)
      ? [
          {
            lines: [...lines, '', text, '', 'It says a thing.', ''],
            rules: ['required-sections'],
            line: lines.length + 2
          }
        ]
      : []
  )
}

/** A title of a file with its mark: of what is new it is said that it changes, and the other way round. */
const other = (mark: string): string =>
  /new/i.test(mark) ? mark.replace(/new/i, 'modified') : mark.replace(/modif\w+/i, 'new')

const faults: Kinds = {
  'A: an identifier': command(() => 'loadOrders()', noCommand),
  'A: a value': command(() => '42', noCommand),
  'A: a document': command(() => 'docs/notes.md', noCommand),
  'A: without backticks': lines =>
    each(lines, verified, ([, label, text, rest]) => `${label}${text}${rest}`, noCommand).filter(
      ({ lines: spoilt, line }) => !/[*_<]/.test(spoilt[line - 1]!.replace(/\*\*/g, ''))
    ),
  'B: a loop without an end': command(text => `while true; do ${text}; done`),
  'B: in the background': lines =>
    command(text => `${text} &`)(lines).filter(({ lines: spoilt, line }) =>
      /`(?:\w+ )?(?:npm test|pytest|cargo test|make (?:check|test|lint))/.test(spoilt[line - 1]!)
    ),
  'E: a field twice': lines =>
    behind(
      lines.slice(0),
      /^(\*\*(?:Document Status|Status|Created|Planner|Current Phase|Last Updated)(?::\*\*|\*\*:)) (.+)$/,
      ([, label, value]) =>
        `${label} ${/Status/.test(label!) ? (/DRAFT/.test(value!) ? 'COMPLETE' : /[A-Z]{3}/.test(value!) ? 'DRAFT' : 'Completed') : /Phase/.test(label!) ? 'Section 2' : /Planner/.test(label!) ? 'Somebody Else' : '2024-01-01'}`,
      ['metadata']
    ),
  'E: a row of metadata twice': lines =>
    behind(lines, /^\| \*\*(Name|Proves)\*\* \|/, ([, label]) => `| **${label}** | Something else altogether |`, [
      'metadata'
    ]),
  'E: a section twice': again,
  'E: a tracked phase by another name': lines =>
    each(lines, /^(- \[[ x]\] Phase \d+: )\S.*$/, ([, head]) => `${head}Removal of the rest`, ['completion-checklist']),
  'E: two are recommended': lines =>
    each(lines, /^(#+ \*\*Recommendation:\*\*) Option ([AB]).*$/, ([, head]) => `${head} Option A and Option B`, [
      'alternatives'
    ]),
  'G: a mark that nobody knows': lines =>
    each(
      lines,
      /^(.*\S +)<(?:new|modified)>(.*)$/,
      ([, head, rest]) => `${head}<nwe>${rest}`,
      ['file-tree'],
      trees(lines)
    ),
  'G: no mark': lines =>
    each(
      lines,
      /^([^#]*\w\.\w+) +(?:<(?:new|modified)>|\((?:new|modified)\))$/,
      ([, head]) => head!,
      ['file-tree'],
      trees(lines)
    ),
  'G: renamed from nothing': lines =>
    each(
      lines,
      /^([^#]*\w\.\w+ +)(?:<modified>|\(modified\))$/,
      ([, head]) => `${head}<renamed>`,
      ['file-tree'],
      trees(lines)
    ),
  'G: twice in the tree': lines =>
    code(lines).flatMap(([text, i]) =>
      /^│? *├── .*<(?:new|modified)>$/.test(text) && !/\/ /.test(text)
        ? [{ lines: lines.toSpliced(i, 0, text), rules: ['file-tree'], line: i + 2 }]
        : []
    ),
  'G: another mark in the overview': lines =>
    each(
      lines,
      /^(#### .*|\*\*`[^`]+`\*\* )(\((?:new|modified)\))(.*)$/,
      ([, head, mark, rest]) => `${head}${other(mark!)}${rest}`,
      ['file-coverage']
    ),
  'G: another action in the table': lines =>
    each(
      lines,
      /^(\| `[^`]+` \| )(Create|Modify)( \|.*)$/,
      ([, head, mark, rest]) => `${head}${mark === 'Create' ? 'Delete' : 'Create'}${rest}`,
      ['file-coverage'],
      drawn(lines)
    ),
  'G: another path in a step': lines =>
    each(
      lines,
      /^((?:[-*] )?\*\*Files(?::\*\*|\*\*:) `(?:[^`]*\/)?)([\w.-]+`.*)$/,
      ([, head, rest]) => `${head}zz_${rest}`,
      ['file-coverage']
    ),
  'H: a label without a value': lines =>
    each(
      lines,
      /^((?:[-*] )?\*\*(?:What|Why|Verify|Verification|Files|Goal|Output|Problem|Solution|Rationale|Approach|Pros|Cons|Why Needed|Trade-offs|Trade‑offs)(?::\*\*|\*\*:)) \S.*$/,
      ([, label]) => label!,
      ['step-fields', 'section-content', 'step-verification', 'alternatives', 'file-coverage']
    )
}
injectKinds(faults)

const swapped = (lines: Lines, pattern: RegExp, to: string): string[] => {
  const plain = new Map(prose(lines).map(([text, i]) => [i, text]))
  return lines.map((line, i) => (plain.has(i) ? line.replace(pattern, to) : line))
}

const fine: Record<string, (lines: Lines) => string[]> = {
  'a program that nobody knows': lines => swapped(lines, verified, '$1`acme check --all`$3'),
  'a script of the plan': lines => swapped(lines, verified, '$1`./check-all --fast`$3'),
  'a condition': lines => swapped(lines, verified, '$1`[[ -f README.md ]]`$3'),
  'an environment before it': lines => swapped(lines, verified, '$1`CI=1 $2`$3'),
  'a tool that is set up first': lines => swapped(lines, verified, '$1`nvm use && $2`$3'),
  'labels with the colon outside': lines => swapped(lines, /^((?:[-*] )?\*\*[A-Z][^*:]+):\*\*/, '$1**:'),
  'labels with underscores': lines => swapped(lines, /^((?:[-*] )?)\*\*([A-Z][^*:]+):\*\*/, '$1__$2:__')
}

describe.each(Object.entries(fine))('%s', (name, change) => {
  test.each(plans)('is right in $profile/$name', ({ lines }) =>
    expect(judge(change(lines)).map(show), name).toEqual([])
  )
})
