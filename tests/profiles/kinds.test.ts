/**
 * Kinds of faults, put into every valid plan of the five dialects wherever they fit: each is found by its rule at its line, and what only looks like
 * one gives nothing.
 */
import { describe, expect, test } from 'vitest'
import type { Fault } from './faults.ts'
import { command, each, injectKinds, judge, plans, prose, show, verified } from './faults.ts'

/** The value of a label that stands on the label's line, but for what has values of its own. */
const value =
  (to: string) =>
  (lines: readonly string[]): Fault[] =>
    each(
      lines,
      /^((?:[-*] )?\*\*(?!Status|Created|Last Updated|Current Phase|Document Status|Approved By|Type|Question|File|Q\d|Recommendation)[A-Z][\w ]+(?::\*\*|\*\*:)) +\S.*$/,
      ([, label]) => `${label} ${to}`,
      ['no-placeholder']
    )

/** Sections that no plan can do without, with nothing but this below their titles. */
const body =
  (text: string, rules: string[]) =>
  (lines: readonly string[]): Fault[] => {
    const heads = prose(lines).filter(([line]) => /^## /.test(line))
    return heads.flatMap(([title, at], i) => {
      const end = heads[i + 1]?.[1] ?? lines.length
      if (
        !/Goal$|Goal &|Executive Summary|Deliverables|Success Criteria|Non.Goals|Testing Strategy|Implementation Steps/.test(
          title
        )
      )
        return []
      return [{ lines: [...lines.slice(0, at + 1), '', text, '', ...lines.slice(end)], rules, line: at + 1 }]
    })
  }

const empty = [
  'section-content',
  'na-justification',
  'no-placeholder',
  'file-tree',
  'step-sequence',
  'completion-checklist'
]
/** What prints but doesn't check may be no command to begin with. */
const noCommand = ['verification-quality', 'step-verification', 'section-content']
/** Steps of a roll-out and of 2.1 are sections. */
const step =
  /^(#+ |\*\*)((?:Step|Phase|Commit) )(\d+)(\b(?![a-z.])(?!.*(?:Locate|Risk|Dependencies|Staging|Production)).*)$/

const faults: Record<string, (lines: readonly string[]) => Fault[]> = {
  'B: || true': command(text => `${text} || true`),
  'B: || echo': command(text => `${text} || echo "failed"`),
  'B: ; echo': command(text => `${text}; echo done`),
  // What is to be seen at the end may be all that a command is run for.
  'B: | tail': lines =>
    command(text => `${text} | tail -5`)(lines).filter(
      ({ lines: spoilt, line }) => !/` (?:lists|ends with)\b/.test(spoilt[line - 1]!)
    ),
  'B: nothing but true': command(() => 'true'),
  'B: nothing but echo': command(() => 'echo all is well', noCommand),
  'B: tail -f': command(() => 'tail -f build.log'),
  'B: dev server': command(() => 'npm run dev'),
  'B: one machine': command(text => `cd /Users/ann/work && ${text}`),
  'B: one home': command(text => `cd ~/work/shelf && ${text}`),
  'B: open quote': command(text => `${text} "a`),
  'C: command TBD': command(() => 'TBD', [...noCommand, 'no-placeholder']),
  'C: command in brackets': command(() => '[run the check]', [...noCommand, 'no-placeholder']),
  'C: TBD': value('TBD'),
  'C: (TBD)': value('(TBD)'),
  'C: `tbd`': value('`tbd`'),
  'C: to be decided': value('to be decided'),
  'C: ?': value('?'),
  'C: ???': value('???'),
  'C: brackets': value('[what belongs here]'),
  'C: clarification': value('[NEEDS CLARIFICATION: which one]'),
  'D: nbsp': body('&nbsp;', empty),
  'D: dash': body('—', empty),
  'D: comment': body('<!-- later -->', empty),
  'D: blank item': body('- ', empty),
  'D: coming soon': body('Coming soon.', empty),
  'D: to be done': body('To be done', empty),
  'D: bare N/A': body('N/A', empty),
  'F: letter': lines => each(lines, step, ([, mark, word, , rest]) => `${mark}${word}Q${rest}`, ['step-sequence']),
  'F: far number': lines => each(lines, step, ([, mark, word, , rest]) => `${mark}${word}71${rest}`, ['step-sequence']),
  'F: no space': lines => each(lines, /^## ([A-Z\d].*)$/, ([, title]) => `##${title}`, ['required-sections']),
  'I: box without a space': lines =>
    each(lines, /^- \[ \] (.*)$/, ([, text]) => `- [] ${text}`, [
      'completion-checklist',
      'task-format',
      'section-content',
      'step-fields'
    ]),
  'I: box with a mark': lines =>
    each(lines, /^- \[x\] (.*)$/, ([, text]) => `- [✓] ${text}`, [
      'completion-checklist',
      'task-format',
      'section-content',
      'step-fields'
    ]),
  'I: open fence': lines => {
    let open: number | undefined
    return lines.flatMap((text, i): Fault[] => {
      if (!/^(?:```|~~~)/.test(text)) return []
      if (open === undefined) {
        open = i
        return []
      }
      const line = open + 1
      open = undefined
      return [{ lines: lines.toSpliced(i, 1), rules: ['required-sections', 'file-tree'], line }]
    })
  }
}

const fine: Record<string, (lines: readonly string[]) => string[]> = {
  'a command that tells its success': lines => lines.map(line => line.replace(verified, '$1`$2 && echo ok`$3')),
  'a command that fails loudly': lines => lines.map(line => line.replace(verified, '$1`$2 || exit 1`$3')),
  'emoji before titles': lines => {
    const plain = new Map(prose(lines).map(([text, i]) => [i, text]))
    return lines.map((line, i) => (plain.has(i) ? line.replace(/^(#{2,3}) (?=\S)/, '$1 ✅ ') : line))
  },
  'struck-out and expanded': lines => [
    ...lines,
    '',
    'The date was ~~TBD~~ decided; we use TBD (trunk-based development).',
    ''
  ]
}

injectKinds(faults, kind => kind.startsWith('D'))

describe.each(Object.entries(fine))('%s', (_, change) => {
  test.each(plans)('is right in $profile/$name', ({ lines }) => expect(judge(change(lines)).map(show)).toEqual([]))
})
