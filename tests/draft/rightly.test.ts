/** What a template shows as an example is none of a plan's own: plans that fill it in rightly are clean. */
import { expect, test } from 'vitest'
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
  ['names that hold a number', '## Kit\n\n**Windows 10**: [yes or no]\n', '## Kit\n\n**Windows 10**: no\n']
])('%s', (_, template, plan) => {
  expect(toldOf(template, plan)).toEqual([])
})

test.each([
  ['As a <kind of captain> I moor.', 'Placeholder "<kind of captain>" left from the template'],
  ['- @<owner> does it', 'Placeholder "<owner>" left from the template'],
  ['- [ ] Ask <whom> about it', 'Placeholder "<whom>" left from the template'],
  ['<What else there is>', 'Placeholder "<What else there is>" left from the template'],
  ['So <a short note> it is', 'Placeholder "<a short note>" left from the template'],
  ['| Who |\n| --- |\n| <who> |', 'Example row of the template left: "<who>"'],
  ['| Who | What |\n| --- | --- |\n| Kim | <what> |', 'Placeholder "<what>" left from the template']
])('left: %j', (body, message) => {
  const template = `## Own\n\n${body}\n`
  expect(toldOf(template, template)).toEqual([message])
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
