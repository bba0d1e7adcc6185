/** What counts as left from a template, and what only looks like it. */
import { describe, expect, test } from 'vitest'
import { hasLeftover, leftoversOf, sentenceHash } from '../../src/plan/leftovers/placeholders.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { at, planned } from './planned.ts'

const placeholders: Profile['placeholders'] = [
  '[Name]',
  '[Option X]',
  '[What goes where? `src/`?]',
  '[action]',
  '[The Owner]',
  'path/to/thing',
  'Jane Doe',
  '| First thing |',
  '| Also this |',
  '*Say here what it is for.*',
  '*A short one*',
  '*Write down who will be asked for it.*',
  '*Instructs twenty ch.*',
  '*Only eleven*',
  '*it has twenty five chars.*',
  '*it has twenty four char.*',
  '`path/to/file.py`'
]

/** Each leftover as "kind text", and where it stands where that is something else. */
function left(text: string, given: Profile['placeholders'] = placeholders): string[] {
  const plan = planned(text, { placeholders: given })
  return leftoversOf(plan).map(
    each => `${each.kind} ${each.text}${at(each.place, plan) === each.text ? '' : ` @ ${at(each.place, plan)}`}`
  )
}

describe('words', () => {
  test.each(['TBD', 'TBC', 'TODO', 'FIXME', 'XXX', '???', '?????'])('%s', word => {
    expect(left(`The port: ${word}`)).toEqual([`word ${word}`])
    expect(left(word)).toEqual([`word ${word}`])
    expect(left(`The port (${word}, for now) is 80.`)).toEqual([`word ${word}`])
    // Of a title it may say how far it is.
    expect(left(`## Port ${word}`)).toEqual(word === 'TODO' ? [] : [`word ${word}`])
    expect(left(`## Step 2: ${word}`)).toEqual([`word ${word}`])
    expect(left(`| Port |\n| --- |\n| ${word} |`)).toEqual([`word ${word}`])
  })

  test.each([
    'TODOS',
    'aTODO',
    'TODO-list',
    'my-TODO',
    '_TODO',
    'TODO_',
    '9TODO',
    'todo',
    'TB',
    'TBDs',
    'Why??',
    '`TODO`',
    '[TODO](x)',
    '```\nTODO\n```',
    '> TODO'
  ])('not in %s', text => {
    expect(left(`The ${text}`.replace('The ```', '```').replace('The >', '>'))).toEqual([])
  })

  test.each([
    'no',
    'not',
    'without',
    'any',
    'remove',
    'removes',
    'removed',
    'removing',
    'contain',
    'contains',
    'zero',
    'never',
    'avoid',
    'replace',
    'replaces',
    'replaced',
    'resolve',
    'resolves',
    'resolved',
    'all',
    'the',
    'each',
    'every',
    'existing',
    'old',
    'stale',
    'grep',
    'of',
    'or',
    'and',
    'left',
    'mark',
    'marked',
    'a',
    'an',
    'via',
    'as',
    'No',
    'REMOVE'
  ])('is only spoken of behind %j', before => {
    expect(left(`Then ${before} TODO`)).toEqual([])
    expect(left(`Then (${before} TODO`)).toEqual([])
    expect(left(`${before} TODO`)).toEqual([])
    expect(left(`Then x${before} TODO`)).toEqual(['word TODO'])
  })

  test.each(['"', "'", '“', '‘', '`', '/'])('is only spoken of behind %s', mark => {
    expect(left(`Shown as in ${mark}TODO`)).toEqual([])
  })

  test.each([
    '/x',
    '"',
    "'",
    '”',
    '’',
    ' comment',
    ' comments',
    ' list',
    ' lists',
    ' app',
    ' apps',
    ' item',
    ' items',
    ' marker',
    ' markers',
    ' tag',
    ' tags',
    ' entry',
    ' entries',
    ' note',
    ' notes',
    ' left',
    ' remain',
    ' placeholder',
    ' placeholders',
    ' section',
    ' sections',
    ' file',
    ' block',
    ' panel',
    ' column',
    ' queue',
    ' board',
    ' tracker',
    ' in the code',
    ' or',
    ' and',
    '  lists',
    ' Lists'
  ])('is only spoken of before %j', after => {
    expect(left(`Shown: TODO${after}`)).toEqual([])
  })

  test.each([
    ')',
    ' commentary',
    ' leftover',
    ' in the end',
    ' it',
    ' x comments',
    ' filed',
    ' ore',
    ' android',
    ' remains'
  ])('is meant before %j', after => {
    expect(left(`Shown: TODO${after}`)).toEqual(['word TODO'])
  })

  test.each([
    ['No line may hold TODO', []],
    ['Without the word, even TODO', []],
    ['No: even if it is as long as this one is, TODO', ['word TODO']],
    ['No. Then TODO', ['word TODO']],
    ['No; then TODO', ['word TODO']],
    ['No\nthen TODO', ['word TODO']],
    ['Nowhere: TODO', ['word TODO']],
    ['Here is none: TODO', ['word TODO']],
    ['The-TODO', []],
    ['theTODO', []],
    ['No TODO. TBD', ['word TBD']],
    ['First TODO, then TBD', ['word TODO', 'word TBD']],
    ['The port is *TODO*', ['word TODO']],
    ['Ask **the** TODO', ['word TODO']],
    [`Remove every TODO ${'x '.repeat(60)}`, []]
  ])('%j', (text, expected) => {
    expect(left(text)).toEqual(expected)
  })
})

describe('brackets', () => {
  test.each([
    ['[Name]', ['leftover [Name]']],
    ['Ask [name] and [ Name ]', ['leftover [name]', 'leftover [ Name ]']],
    ['Ask [Names]', []],
    ['[Name](x)', []],
    ['![Name](x)', []],
    ['[Name][x]', []],
    ['[^Name]', []],
    ['Ask [TODO: who]', ['leftover [TODO: who]']],
    ['Ask [TBD]', ['leftover [TBD]']],
    ['Ask [FIXME later]', ['leftover [FIXME later]']],
    ['Ask [TODOS]', []],
    ['Ask [the TODO]', []],
    ['Ask [...]', ['leftover [...]']],
    ['Ask [ … ]', ['leftover [ … ]']],
    ['Ask [....]', []],
    ['Ask [someone, e.g. Ana]', ['leftover [someone, e.g. Ana]']],
    ['Ask [e.g., Ana]', ['leftover [e.g., Ana]']],
    ['Ask [e.g.Ana]', []],
    ['Ask [me.g. x]', []],
    ['- [ ] Name', []],
    ['- [x] Name', []],
    ['Tick [~] or [-] or [X] or [ ]', []],
    ['Ask [ ]', []],
    ['Ask [[Name]]', ['leftover [Name]']],
    ['Ask [the\nName]', []],
    ['Ask [^e.g. me]', []],
    [`Ask [e.g. ${'x'.repeat(155)}]`, [`leftover [e.g. ${'x'.repeat(155)}]`]],
    [`Ask [e.g. ${'x'.repeat(156)}]`, []],
    ['## Ask [Name]', ['leftover [Name]']],
    ['Ask *[Name]*', ['leftover [Name]']],
    ['Ask [TODO][x]\n\n[x]: y', []],
    ['Ask [Ana, e.g. TODO it]', ['leftover [Ana, e.g. TODO it]']],
    ['TODO then [e.g. 2^8]', ['word TODO', 'leftover [e.g. 2^8]']],
    ['Ask [x, e.g. Ana]', ['leftover [x, e.g. Ana]']],
    ['Ask \\[Name]', ['leftover [Name]']],
    ['> Ask [Name]', []]
  ])('%j', (text, expected) => {
    expect(left(text)).toEqual(expected)
  })

  test('over code', () => {
    expect(left('Ask: [What goes where? `src/`?]')).toEqual(['leftover [What goes where? `src/`?]'])
    expect(left('Ask: [ What goes where? `src/`? ] soon')).toEqual(['leftover [ What goes where? `src/`? ]'])
    expect(left('Ask: [in a folder, e.g. `src/`]')).toEqual(['leftover [in a folder, e.g. `src/`]'])
    expect(left('Ask: [in `src/`] `x`')).toEqual([])
    expect(left('Ask: [What goes where? `src/`?]\n\nOr [What goes where? `src/`?]')).toHaveLength(2)
    expect(left('Ask: [Name] `x`')).toEqual(['leftover [Name]'])
  })

  test.each([
    ['`[Name]`', []],
    ['`[Option X]`', ['leftover [Option X]']],
    ['`x[Option X]`', []],
    ['`f()[Option X]`', []],
    ['`a[0][Option X]`', []],
    ['`[action]`', []],
    ['`[TODO: name it]`', ['leftover [TODO: name it]']],
    ['`[TODOS]`', []],
    ['`[Other Thing]`', []],
    ['`no [x] but [Option X]`', ['leftover [Option X]']]
  ])('in a code span: %j', (text, expected) => {
    expect(left(`Run ${text}`)).toEqual(expected)
  })

  test.each([
    ['', '[Name]', true],
    ['', 'use [action]', false],
    ['text', 'use [Name]', true],
    ['txt', 'use [The Owner]', true],
    ['tree', '[Name]', true],
    ['text', 'use [action]', false],
    ['sh', 'use [action]', true],
    ['bash', 'use [action]', true],
    ['shell', 'use [action]', true],
    ['zsh', 'use [action]', true],
    ['console', 'use [action]', true],
    ['terminal', 'use [action]', true],
    ['BASH', 'use [Name]', true],
    ['ts', 'use [Name]', false],
    ['ts', 'use [Option X]', true],
    ['md', 'use [Option X]', false],
    ['mdx', 'use [Option X]', false],
    ['markdown', 'use [Option X]', false],
    ['toml', '[action]', false],
    ['sh', 'x[action]', false],
    ['python', 'x = [Option X]', true],
    ['ts', '// [TODO: who]', true],
    ['md', '[TODO: who]', true],
    ['ts', '// [TODO]', true],
    ['ts', 'no', false],
    ['jsonc', 'x [The Owner]', true],
    ['cmd', 'x [Option X]', true],
    ['mdown', 'x [Option X]', true],
    ['fish', 'use [action]', false],
    ['shx', 'use [action]', false],
    ['ts', 'x = [ Name ]', false],
    ['ts', '// [the TODO]', false],
    ['', 'first [some name]', false]
  ])('in a fence of %j: %j, left %s', (lang, line, expected) => {
    expect(left(`\`\`\`${lang}\nfirst\n${line}\n\`\`\``).length > 0).toBe(expected)
  })

  test('a header of a configuration', () => {
    const headed: Profile['placeholders'] = ['[my.name]', '[some-name]', '[x y]']
    for (const lang of ['toml', 'ini', ''])
      expect(left(`\`\`\`${lang}\n  [my.name]\nsome = 1\n\`\`\``, headed)).toEqual([])
    expect(left('```toml\n[x y]\n```', headed)).toEqual(['leftover [x y]'])
    expect(left('```\nfirst\r\n[some-name]\r\nlast\n```', headed)).toEqual([])
    expect(left('```\nsee [some-name]\n```', headed)).toEqual(['leftover [some-name]'])
    for (const lang of ['sh', 'text'])
      expect(left(`\`\`\`${lang}\n[some-name]\n\`\`\``, headed)).toEqual(['leftover [some-name]'])
  })

  test('code of the template, to the letter', () => {
    expect(left('Write `path/to/file.py` and `path/to/file.pyx`, path/to/file.py')).toEqual([
      'leftover path/to/file.py @ `path/to/file.py`'
    ])
  })
})

describe('phrases', () => {
  test.each([
    ['See path/to/thing.', ['leftover path/to/thing']],
    ['See path/to/things', []],
    ['See path/to/thing-x', []],
    ['See path/to/thing_x, path/to/thing', ['leftover path/to/thing']],
    ['path/to/thing/path/to/thing', ['leftover path/to/thing', 'leftover path/to/thing']],
    ['Jane Doe asks path/to/thing of Jane Doe', ['leftover Jane Doe', 'leftover path/to/thing', 'leftover Jane Doe']],
    ['jane doe', []],
    ['`path/to/thing`', []],
    ['Jane Doe: TBD [Name]', ['leftover Jane Doe', 'word TBD', 'leftover [Name]']]
  ])('%j', (text, expected) => {
    expect(left(text)).toEqual(expected)
  })
})

describe('whole blocks', () => {
  test.each([
    ['...', ['leftover ...']],
    ['Instructs twenty ch.', ['sentence Instructs twenty ch.']],
    ['Only eleven', []],
    ['So *it has twenty five chars.* Ana', ['sentence it has twenty five chars. @ *it has twenty five chars.*']],
    ['So *it has twenty four char.* Ana', []],
    ['... <!-- later -->', ['leftover ... @ ... <!-- later -->']],
    ['…', ['leftover …']],
    ['....', []],
    ['x...', []],
    ['- ...', ['leftover ...']],
    ['## ...', ['leftover ... @ ## ...']],
    ['| A |\n| --- |\n| ... |', ['leftover ... @ | ... |']],
    ['**...**', ['leftover ... @ **...**']],
    ['First thing', ['row First thing']],
    ['*First* thing:', ['row First thing: @ *First* thing:']],
    ['First thing else', []],
    ['## First thing', []],
    ['- Also this', ['row Also this']],
    ['Say here what it is for.', ['sentence Say here what it is for.']],
    ['*Say here* what it is for', ['sentence Say here what it is for @ *Say here* what it is for']],
    ['A short one', []],
    [
      'Who? *Write down who will be asked for it.* Ana',
      ['sentence Write down who will be asked for it. @ *Write down who will be asked for it.*']
    ],
    ['Who? **Write down who will be asked for it.**', []],
    ['Who? *Say here what it is for.*', []],
    [
      'Write down who will be asked for it. Ana',
      ['sentence Write down who will be asked for it. @ Write down who will be asked for it. Ana']
    ],
    ['Instructs twenty ch. Ana', ['sentence Instructs twenty ch. @ Instructs twenty ch. Ana']],
    ['Only eleven. Ana', []],
    ['Ana. Write down who will be asked for it.', []],
    ['> Say here what it is for.', []],
    ['> Say it.\n\nSay here what it is for.', ['sentence Say here what it is for.']]
  ])('%j', (text, expected) => {
    expect(left(text)).toEqual(expected)
  })

  test('an example row takes what stands in it', () => {
    const table = (...rows: string[]): string => ['| Thing | Why |', '| --- | --- |', ...rows].join('\n')
    expect(left(table('| First thing | TBD |', '| Second | TBD |'))).toEqual([
      'row First thing @ | First thing | TBD |',
      'word TBD'
    ])
    expect(left(`TBD\n\n${table('| Second | so |', '| also this | [Name] |')}\n\nTBC`)).toEqual([
      'word TBD',
      'row also this @ | also this | [Name] |',
      'word TBC'
    ])
    expect(left(`TBD\n\n${table('| Second | First thing |')}`)).toEqual(['word TBD'])
    expect(left('| First thing |\n| --- |\n| so |')).toEqual([])
    expect(left(table('| First thing | ... |', '| Also this | TBD |'))).toEqual([
      'row First thing @ | First thing | ... |',
      'row Also this @ | Also this | TBD |'
    ])
  })

  test('where a template has none of a kind, others are found none the less', () => {
    expect(left('First thing\n\n...\n\nSay here what it is for.\n\n[Name] TODO', ['| First thing |'])).toEqual([
      'row First thing',
      'leftover ...',
      'word TODO'
    ])
    expect(left('First thing\n\n...\n\nSay here what it is for.', ['*Say here what it is for.*'])).toEqual([
      'leftover ...',
      'sentence Say here what it is for.'
    ])
    expect(left('TODO\n\n...\n\n[Name]\n\n## ...\n\n|  ... |\n| --- |', [])).toEqual([
      'word TODO',
      'leftover ...',
      'word [Name]',
      'leftover ... @ ## ...',
      'leftover ... @ |  ... |'
    ])
    expect(left('_First_ thing', ['| First thing |'])).toEqual(['row First thing @ _First_ thing'])
  })
})

test('in order, whatever holds them', () => {
  expect(
    left('`path/to/file.py`\n\nTBD\n\n| A |\n| --- |\n| TBC |\n\n## TODO\n\nSee [Name], `path/to/file.py`, FIXME').map(
      each => each.split(' ')[1]
    )
  ).toEqual(['path/to/file.py', 'TBD', 'TBC', 'TODO', '[Name]', 'path/to/file.py', 'FIXME'])
})

test('a template may be known by hashes alone', () => {
  const hashed = ['[Plain]', `[#${sentenceHash('The secret name')}]`, `*#${sentenceHash('Say here what it is for.')}*`]
  expect(hashed[1]).toMatch(/^\[#[0-9a-f]{16}\]$/)
  expect(left('Ask [the secret name] and [plain] or [name]', hashed)).toEqual([
    'leftover [the secret name]',
    'leftover [plain]'
  ])
  expect(left('Say here what it is for', hashed)).toEqual(['sentence Say here what it is for'])
  expect(left('Ask [x] and [X] of [#1]', ['[X]', '[1]'])).toEqual(['leftover [#1]'])
})

test('phrases and words, block by block', () => {
  expect(left('Jane Doe\n\nTBD\n\nJane Doe\n\nTBC\n\nJane Doe')).toEqual([
    'leftover Jane Doe',
    'word TBD',
    'leftover Jane Doe',
    'word TBC',
    'leftover Jane Doe'
  ])
})

test('starts in a span', () => {
  const plan = planned('So TBD, but TBC')
  const has = (start: number, end: number): boolean => hasLeftover({ start, end }, plan)
  expect([has(0, 3), has(0, 4), has(3, 4), has(4, 12), has(4, 13), has(20, 30)]).toEqual([
    false,
    true,
    true,
    false,
    true,
    false
  ])
  expect(hasLeftover({ start: 0, end: 9 }, planned('Nothing'))).toBe(false)
})
