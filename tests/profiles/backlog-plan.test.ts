import type { Edit } from './edits.ts'
import { collector, cut, last, rep } from './edits.ts'
import { runMutants, validPlans } from './mutate.ts'

const { mutants, add } = collector()
const within =
  (from: string, to: string, edit: Edit): Edit =>
  text => {
    const start = text.indexOf(from)
    const end = text.indexOf(to, start + from.length)
    return text.slice(0, start) + edit(text.slice(start, end)) + text.slice(end)
  }
const [one, two, three] = ['valid-1', 'valid-2', 'valid-3']

add(one, 'not dated', rep(' on October 6, 2025', ''), 'metadata', '# Implementation plan')
add(two, 'not dated', rep('State of the code: 2025-09-17. ', ''), 'metadata', '# Backlog: gateway')
add(three, 'not dated', rep(' on 3 March 2025', ''), 'metadata', '# What comes next')
add(one, 'no such day', rep('October 6, 2025', 'October 36, 2025'), 'metadata', 'October 36, 2025')
add(two, 'date far ahead', rep('2025-09-17', '2125-09-17'), 'metadata', '2125-09-17')

add(one, 'no priorities', cut('## Immediate priorities', '## Supporting'), 'required-sections', '# Implementation plan')
add(
  one,
  'empty priorities',
  cut('### 1. Imports', '## Supporting'),
  'section-content',
  '## Immediate priorities (Q4 2025)'
)
add(
  one,
  'priorities without items',
  within('### 1. Imports', '## Supporting', () => 'We will see.\n\n'),
  'step-sequence',
  '## Immediate priorities (Q4 2025)'
)
add(
  one,
  'supporting backlog without items',
  within('### A. Fewer', '---', () => 'We will see.\n\n'),
  'step-sequence',
  '## Supporting backlog'
)
add(
  three,
  'work items without items',
  within('**1. Search', '## Supporting', () => 'We will see.\n\n'),
  'step-sequence',
  '## Work items'
)
add(
  one,
  'bare N/A',
  within('### 1. Imports', '## Supporting', () => 'N/A\n\n'),
  'na-justification',
  'N/A'
)
add(
  one,
  'section twice',
  text => `${text}\n## Supporting backlog\n\nMore.\n`,
  'required-sections',
  last('## Supporting backlog')
)
add(
  one,
  'sections swapped',
  text => {
    const [a, b, c] = [text.indexOf('## Immediate'), text.indexOf('## Supporting'), text.indexOf('---\n\nLook')]
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c)
  },
  'required-sections',
  lines => Math.max(lines.indexOf('## Immediate priorities (Q4 2025)'), lines.indexOf('## Supporting backlog')) + 1
)
add(
  one,
  'nested section',
  rep('## Supporting backlog', '### Supporting backlog'),
  'required-sections',
  '### Supporting backlog'
)

add(one, 'hole', rep('### 2. Rules', '### 3. Rules'), 'step-sequence', '### 3. Rules')
add(one, 'twice', rep('### 2. Rules', '### 1. Rules'), 'step-sequence', '### 1. Rules')
add(one, 'letters with a hole', rep('### B. A page', '### D. A page'), 'step-sequence', '### D. A page')
add(
  one,
  'letters start late',
  text => text.replace('### A. Fewer', '### B. Fewer').replace('### B. A page', '### C. A page'),
  'step-sequence',
  '### B. Fewer'
)
add(two, 'hole', rep('### 2) ', '### 4) '), 'step-sequence', '### 4) ')
add(
  two,
  'starts at zero',
  text => text.replace('### 1)', '### 0)').replace('### 2)', '### 1)').replace('### 3)', '### 2)'),
  'step-sequence',
  '### 0) Time-outs'
)
add(
  two,
  'out of order',
  text => text.replace('### 2)', '### X)').replace('### 3)', '### 2)').replace('### X)', '### 3)'),
  'step-sequence',
  '### 3) 日志去重'
)
add(two, 'number lost', rep('### 3) Health', '### Health'), 'step-sequence', '### Health of partners')
add(one, 'number lost', rep('### 2. Rules', '### Rules'), 'step-sequence', '### Rules in a file')
add(three, 'hole', rep('**2. Photos', '**3. Photos'), 'step-sequence', '**3. Photos')
add(three, 'letters with a hole', rep('**B. Numbers', '**C. Numbers'), 'step-sequence', '**C. Numbers')

const items = [
  [one, '### 1. Imports', '### 2.', '### 1. Imports survive a broken line'],
  [one, '### 2. Rules', '## Supporting', '### 2. Rules in a file of their own'],
  [one, '### A. Fewer', '### B.', '### A. Fewer warnings at start'],
  [two, '### 1) Time', '### 2)', '### 1) Time-outs that add up'],
  [two, '### 2) ', '### 3)', '### 2) 日志去重'],
  [three, '**1. Search', '**2.', '**1. Search that forgives**'],
  [three, '**A. Words', '**B.', '**A. Words**']
] as const
/** A field with its value: up to the next label of the item. */
const field = (label: string): RegExp =>
  new RegExp(`^(?:- )?\\*{1,2}${label}[\\s\\S]*?(?=^(?:- )?\\*{1,2}[A-Z]|(?![\\s\\S]))`, 'm')
for (const [plan, from, to, heading] of items) {
  const lettered = heading.includes('A. ')
  add(
    plan,
    `no objective (${heading})`,
    within(from, to, rep(field('Objective'), '')),
    'step-fields',
    heading,
    'Objective'
  )
  add(
    plan,
    `no needs (${heading})`,
    within(from, to, rep(field('What.s needed'), '')),
    'step-fields',
    heading,
    "What's needed"
  )
  add(
    plan,
    `no definition of done (${heading})`,
    within(from, to, rep(field('Definition of done'), '\n')),
    'step-verification',
    heading
  )
  if (!lettered)
    add(
      plan,
      `no place (${heading})`,
      within(from, to, rep(field('Where it.s needed'), '')),
      'step-fields',
      heading,
      "Where it's needed"
    )
}
add(
  one,
  'empty objective',
  rep('- One bad line in a statement costs that line, and not the whole file.\n', ''),
  'step-fields',
  '*Objective*'
)
add(
  one,
  'empty needs',
  rep('- A reader for `rules.toml` with errors that name the line.\n- A migration for the built-in rules.\n', ''),
  'step-fields',
  '*What’s needed*'
)
add(
  one,
  'empty definition of done',
  rep('- No rule is left in `src/rules/builtin.py`.\n- `ledger check-rules` fails on a file with a typo.\n', ''),
  'step-verification',
  '*Definition of done*'
)
add(
  one,
  'empty inline objective',
  rep('*Objective*: A start without warnings, so that the real ones are seen.', '*Objective*:'),
  'step-fields',
  '*Objective*:'
)
add(
  two,
  'empty definition of done',
  rep('a run with 1,000 equal errors writes at most three lines', ''),
  'step-verification',
  '**Definition of done:**'
)
add(
  one,
  'empty places',
  rep('- `src/importer/reader.py`\n- `src/importer/report.py`, `tests/test_reader.py`\n', ''),
  'step-fields',
  '*Where it’s needed*'
)
add(one, 'place that is no path', rep('- `docs/rules.md`', '- the page on rules'), 'step-fields', '- the page on rules')
add(
  two,
  'places that are no paths',
  rep('`gateway/router.go`, `gateway/pool.go`', 'the router and the pool'),
  'step-fields',
  'the router and the pool'
)
add(three, 'place that is no path', rep('  - `app/models/photo.rb`', '  - the model'), 'step-fields', '  - the model')
add(
  one,
  'promise',
  rep(
    '- No rule is left in `src/rules/builtin.py`.\n- `ledger check-rules` fails on a file with a typo.\n',
    '- Everything works as expected.\n- Done.\n'
  ),
  'step-verification',
  lines => lines.findIndex((line, i) => line === '*Definition of done*' && lines[i + 1]!.startsWith('- Everything')) + 1
)
add(
  two,
  'promise',
  rep('the page shows red within two minutes after a partner is cut off', 'everything works as expected'),
  'step-verification',
  'everything works as expected'
)
add(
  one,
  'inline promise',
  rep('Somebody who has never seen the project follows it without a question.', 'It works.'),
  'step-verification',
  'It works.'
)
add(
  two,
  'a command that cannot fail',
  rep('go test ./gateway/... -run Deadline', 'true'),
  'verification-quality',
  'true'
)
add(
  two,
  'a command that never ends',
  rep('go test ./gateway/... -run Deadline', 'tail -f gateway.log'),
  'verification-quality',
  'tail -f'
)
add(one, 'TBD', rep('- Pin the two plug-ins that warn.', '- TBD'), 'no-placeholder', '- TBD')
add(
  one,
  'N/A without reason',
  rep('Somebody who has never seen the project follows it without a question.', 'N/A'),
  'na-justification',
  'N/A'
)
add(two, 'broken fence', rep('```sh\ngo test', '```text\n```sh\ngo test'), 'required-sections', '```sh')

runMutants('backlog-plan', validPlans('backlog-plan'), mutants)
