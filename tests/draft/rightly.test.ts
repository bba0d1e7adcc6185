/** What a template shows as an example is none of a plan's own: plans that fill it in rightly are clean. */
import { expect, test } from 'vitest'
import { draft, told } from './drafting.ts'
import { sectionOf, toldOf } from './small.ts'

test.each([
  [
    'boxes with blanks in angles',
    '## Checks\n\n- [ ] **AC1** Given <state>, then <result>\n- [ ] **AC2** Given <state>, then <result>\n',
    '## Checks\n\n- [ ] **AC1** Given fog, then the bell rings\n'
  ],
  [
    'labels with a sign and a number',
    '## Bets\n\n- **B1**: {bet}\n- **B2**: {bet}\n',
    '## Bets\n\n- **B1**: fewer wait\n'
  ],
  ['one such label', '## Asked\n\n- **Q1**: {question}\n', '## Asked\n\n- **Q1**: who pays?\n- **Q2**: when?\n'],
  [
    'labels with a word and a number',
    '## Aims\n\n- **Aim 1**: {aim}\n- **Aim 2**: {aim}\n',
    '## Aims\n\n- **Aim 1**: less fog\n'
  ],
  ['a choice with a remark', '**Rank**: High / Low (pick one)\n', '**Rank**: Low\n'],
  ['what may be a date', '**Target date**: [date or quarter]\n', '**Target date**: Q2 2026\n'],
  ['optional behind the value', '**Blocked by**: [issue] (optional)\n', ''],
  ['a value with a number', '**State**: open | replaced by HB-012\n', '**State**: replaced by HB-007\n'],
  ['a value with a blank', '**State**: open | replaced by {number}\n', '**State**: replaced by 7\n'],
  [
    'what is to be said when a part is done',
    '## Talk\n\n1. **After the soundings:** Output "Depth is known. Go on? [Y/N]"\n2. **After the piles:** Say: “[N] piles stand.”\n\n## Depth\n\n{depth}\n',
    '## Depth\n\nTen metres.\n'
  ],
  ['an anchor', '## Result {#result}\n\n{what}\n', '## Result {#result}\n\nIt works.\n'],
  ['an anchor left out', '## Result {#result}\n\n{what}\n', '## Result\n\nIt works.\n'],
  [
    'tags and links',
    '## Links\n\n<https://example.org> <kbd>x</kbd> <br> {more}\n',
    '## Links\n\n<https://example.org> <kbd>x</kbd> <br> So.\n'
  ],
  ['a tag that is closed', '## Data\n\n<tide>high</tide> {more}\n', '## Data\n\n<tide>high</tide> So.\n'],
  [
    'boxes that show what work is like',
    '## Work\n\n- [ ] Write the sounder\n- [ ] Mock the sea\n',
    '## Work\n\n- [ ] Drive the piles\n'
  ],
  [
    'boxes that are counted',
    '## Done when\n\n- [ ] Check 1 (of: #)\n- [ ] Check 2\n',
    '## Done when\n\n- [ ] It floats\n'
  ],
  ['a condition within a bold label', '**Barge (if no crane):** {barge}\n', ''],
  [
    'a condition in a quotation',
    '## Toll\n\n> **Fill in ONLY if ships pay**\n\n| Ship | Toll |\n| - | - |\n| {ship} | {toll} |\n',
    ''
  ],
  ['what is empty at first', '## Log\n\n<!-- Empty until the first ship. -->\n', '## Log\n'],
  [
    'headings of files',
    '## Papers\n\n### `quay.dwg` (new)\n\nThe quay.\n\n### `sea.csv` (changed)\n\nDepths.\n',
    '## Papers\n\n### `crane.dwg` (new)\n\nThe crane.\n'
  ],
  ['a date with a time', '**Created**: [YYYY-MM-DDTHH:MM:SS-TZ]\n', '**Created**: 2026-03-02T10:00:00+01:00\n'],
  [
    'a release that holds all that follows',
    '## Release: [X.Y.Z]\n\n### Before\n\n- [ ] Docs are built\n\n### After\n\n- [ ] All know of it\n\n### Known faults (if any)\n\n- [fault]\n',
    '## Release: 2.4.0\n\n### Before\n\n- [x] Docs are built\n- [ ] The mirror is warm\n\n### After\n\n- [ ] All know of it\n'
  ],
  [
    'a column that is blank at first',
    '## Asked\n\n| What | Answer |\n| - | - |\n| {question} | |\n',
    '## Asked\n\n| What | Answer |\n| - | - |\n| Who pays? | |\n'
  ],
  [
    'a blank that says that the section may be left out',
    '## Undo\n\n<How it is undone. Delete this section if it cannot be.>\n',
    ''
  ],
  ['what is there once the plan is approved', '**Approved by**: {name} (once approved)\n', ''],
  [
    'what is filled in at the end',
    '## Looking back\n\n*To be filled in at the end of the year.*\n',
    '## Looking back\n\n*To be filled in at the end of the year.*\n'
  ],
  [
    'labels below each item',
    '## Course\n\n1. {what}\n\n   Expected: {what is seen}\n\n2. {what}\n\n   Expected: {what is seen}\n',
    '## Course\n\n1. Sound it\n\n   Expected: ten metres\n\n2. Mark it\n\n   Expected: a buoy\n\n3. Draw it\n\n   Expected: a chart\n'
  ],
  ['a date in small letters', '**Built**: yyyy-mm-dd\n', '**Built**: 2027-05-01\n'],
  ['a date that lies ahead', '**Deadline**: YYYY-MM-DD\n', '**Deadline**: 2027-05-01\n'],
  ['names that hold a number', '## Kit\n\n**Windows 10**: [yes or no]\n', '## Kit\n\n**Windows 10**: no\n']
])('%s', (_, template, plan) => {
  expect(toldOf(template, plan)).toEqual([])
})

test.each([
  ['As a <kind of captain> I moor.', 'Placeholder "<kind of captain>" left from the template'],
  ['- @<owner> does it', 'Placeholder "<owner>" left from the template'],
  ['- [ ] Ask <whom> about it', 'Placeholder "<whom>" left from the template'],
  ['<What else there is>', 'Placeholder "<What else there is>" left from the template'],
  [
    '**Yard**: (where it is built, as in [the list](https://example.org))',
    'Instruction of the template left: "Yard: (where it is built, as in the list)"'
  ],
  ['So <a short note> it is', 'Placeholder "<a short note>" left from the template'],
  ['| Who |\n| --- |\n| <who> |', 'Example row of the template left: "<who>"'],
  ['| Who | What |\n| --- | --- |\n| Kim | <what> |', 'Placeholder "<what>" left from the template']
])('left: %j', (body, message) => {
  const template = `## Own\n\n${body}\n`
  expect(toldOf(template, template)).toEqual([message])
})

test('an instruction that the author goes on behind is left all the same', () => {
  const template = '# {name}\n\n## Own\n\nWhy is it built now? Who pays for it?\n\n## Reason\n\nSay what for.\n'
  const { profile } = draft(template)
  const said = (own: string): string[] =>
    told(`# Quay\n\n## Own\n\n${own}\n\n## Reason\n\nShips wait.\n`, profile).map(({ message }) => message)
  expect(said('Why is it built now? Ships wait.')).toEqual(['Instruction of the template left: "Why is it built now?"'])
  expect(said('Why is it built now? Who pays for it? The town.')).toEqual([
    'Instruction of the template left: "Why is it built now? Who pays for it?"'
  ])
  expect(said('Ships wait. Why is it built now?')).toEqual([])
})

test('what stands in parentheses in the front matter is left', () => {
  const template = '---\nlead: (name of the lead)\nkind: small # small | big\n---\n\n# {name}\n\n## Reason\n\n{why}\n'
  const { profile } = draft(template)
  const said = (matter: string): string[] =>
    told(`---\n${matter}\n---\n\n# Quay\n\n## Reason\n\nShips wait.\n`, profile).map(({ message }) => message)
  expect(said('lead: Kim\nkind: big')).toEqual([])
  expect(said('lead: (name of the lead)\nkind: big')).toEqual([
    'Placeholder "(name of the lead)" left from the template'
  ])
  expect(said('lead: Kim\nkind: huge')).toEqual(['Unknown value "huge" for "kind"'])
})

test('what comes later may be absent', () => {
  const { profile } = draft(
    '---\nlead: (name)\nlog: (will hold links)\nmate: (find one later)\n---\n\n## Reason\n\n{why}\n'
  )
  expect(profile.fields?.map(({ label, required }) => [label, required])).toEqual([
    ['lead', true],
    ['log', false],
    ['mate', false]
  ])
})

test('words in capitals are blanks where a template has several', () => {
  const template = '## Own\n\n**Aim:** AIM_IN_A_SENTENCE\n\n**Crew:** WHO_COMES\n\n- MORE_OF_IT\n'
  expect(toldOf(template, '## Own\n\n**Aim:** A quay\n\n**Crew:** Kim\n')).toEqual([])
  expect(toldOf(template, '## Own\n\n**Aim:** A quay\n\n**Crew:** WHO_COMES\n')).toEqual([
    'Placeholder "WHO_COMES" left from the template'
  ])
  expect(toldOf(template, '## Own\n\n**Aim:** A quay\n')).toEqual([expect.stringContaining('"Crew"')])
  expect(toldOf('**Yard**: NORTH_YARD\n', '**Yard**: NORTH_YARD\n')).toEqual([])
})

test('numbered labels are units', () => {
  expect(sectionOf('- **B1**: {bet}\n- **B2**: {bet}\n')).toMatchObject({
    section: { units: { form: ['item'], id: { shape: ['B#'] }, min: 1 } },
    guesses: expect.arrayContaining(['B#: identifiers, each once, as many as a plan needs']) as string[]
  })
  expect(sectionOf('- **Aim 1**: {aim}\n').section).toMatchObject({ units: { role: 'aim', words: ['Aim'], number: 1 } })
  expect(sectionOf('**SHA256**: {sum}\n').section).toMatchObject({ fields: [{ label: 'SHA256' }] })
})

test.each([
  ['Draft, In review, or Approved', ['Draft', 'In review', 'Approved']],
  ['one of core, web, mobile', ['core', 'web', 'mobile']],
  ['todo/doing/done', ['todo', 'doing', 'done']],
  ['<1, 2, 3 or 5>', ['1', '2', '3', '5']],
  ['[High / Low]', ['High', 'Low']],
  ['[name / team]', undefined],
  ['[name, team or house]', undefined],
  ['and/or', undefined]
])('the choice of %j', (value, values) => {
  const [field] = sectionOf(`**Kind**: ${value}\n**Other**: {other}\n`).section.fields!
  expect(field?.values).toEqual(values)
})

test('what holds the whole of a release is a section, its checklists are its own', () => {
  const { profile } = draft(
    '# Release\n\n## Release: [X.Y.Z]\n\n### Before\n\n- [ ] Docs are built\n- [ ] Tests pass\n\n### After\n\n- [ ] All know of it\n'
  )
  const plan =
    '# Release\n\n## Release: 2.4.0\n\n### Before\n\n- [x] Docs are built\n- [ ] Tests pass\n\n### After\n\n- [ ] All know of it\n'
  const said = (from: string, to: string): string[] =>
    told(plan.replace(from, to), profile).map(({ message }) => message)
  expect(said('', '')).toEqual([])
  expect(said('- [ ] Tests pass\n', '')).toEqual(['Missing item "Tests pass" in "Before"'])
  expect(said('### After\n\n- [ ] All know of it\n', '')).toEqual(['Missing section "After"'])
})

test('numbers without a dot may be counted anew', () => {
  const { profile } = draft(
    '# {name}\n\n## 1 Aim\n\n{aim}\n\n## 2 Noise (optional)\n\n{noise}\n\n## 3 Done when\n\n- [ ] It floats\n- [ ] No fault of class 1\n- [ ] {who} has signed\n'
  )
  const plan = (number: number, faults = '- [ ] No fault of class 1\n'): string =>
    `# Quay\n\n## 1 Aim\n\nShips wait.\n\n## ${number} Done when\n\n- [ ] It floats\n${faults}- [ ] Kim has signed\n`
  expect(told(plan(2), profile)).toEqual([])
  expect(told(plan(3), profile)).toEqual([])
  expect(told(plan(3, ''), profile).map(({ message }) => message)).toEqual([
    'Missing item "No fault of class 1" in "Done when"'
  ])
})

test('a comment that is to be deleted itself says nothing of the heading below it', () => {
  const { profile } = draft(
    '# {name}\n\nA harbour.\n\n<!-- Read this and delete it before you send it. -->\n\n## Aim\n\n{aim}\n'
  )
  expect(profile.sections[0]?.required).toBeUndefined()
})
