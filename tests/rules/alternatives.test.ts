import { describe, expect, it, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import type { FieldSpec, UnitSpec } from '../../src/profiles/schema.ts'
import { planFixtures } from './load.ts'
import type { Small } from './small.ts'
import { told, toldInFull } from './small.ts'

const options = (more: Partial<UnitSpec> = {}): UnitSpec => ({
  role: 'option',
  counts: 'alternative',
  words: ['Option'],
  ...more
})
const profile = (units: UnitSpec | UnitSpec[], more: Partial<Small['sections'][number]> = {}): Small => ({
  sections: [{ id: 'options', title: 'Options', units, ...more }]
})
const section = (...lines: string[]): string[] => ['## Options', '', ...lines]
const two = ['### Option A: Redis', '', 'Known to us.', '', '### Option B: Files', '', 'Simple.']

describe('how many', () => {
  test('as many as the profile says, or one at least', () => {
    expect(told('alternatives', profile(options({ min: 2 })), ...section(...two))).toEqual([])
    expect(told('alternatives', profile(options({ min: 2 })), ...section(...two.slice(0, 3)))).toEqual([
      '1:1 Missing alternatives in "Options": found 1, expected at least 2'
    ])
    expect(told('alternatives', profile(options()), ...section('We take Redis.'))).toEqual([
      '1:1 Missing alternatives in "Options": found 0, expected at least 1'
    ])
    expect(told('alternatives', profile(options()), '## Options')).toEqual([])
    expect(told('alternatives', profile(options()), ...section('N/A: no choice'))).toEqual([])
  })

  test('in a section inside of another', () => {
    const inner: Small = {
      sections: [
        {
          id: 'design',
          title: 'Design',
          sections: [{ id: 'options', title: 'Options', units: options({ min: 2 }) }]
        }
      ]
    }
    const lines = ['## Design', '', '### Options', '', '#### Option A: Redis', '', 'Known to us.']
    expect(told('alternatives', inner, ...lines)).toEqual([
      '3:1 Missing alternatives in "Options": found 1, expected at least 2'
    ])
  })

  test('at most so many; the first one too many is told of, as a warning', () => {
    expect(told('alternatives', profile(options({ max: 2 })), ...section(...two))).toEqual([])
    expect(
      told(
        'alternatives',
        profile(options({ max: 2 })),
        ...section(...two, '', '### Option C: Rows', '', 'Slow.', '', '### Option D: None', '', 'Free.')
      )
    ).toEqual(['11:1 (warning) Expected at most 2 options in "Options", found 4'])
  })

  test('help', () => {
    expect(toldInFull('alternatives', profile(options({ min: 2 })), ...section('Redis.'))).toMatchObject([
      { help: 'Write each option under a heading of its own, with its trade-offs' }
    ])
    expect(toldInFull('alternatives', profile(options()), ...section('Redis.'))).toMatchObject([
      { help: 'Write the options under a heading of its own, with its trade-offs' }
    ])
  })

  test('one that is there is looked at although another one is missed', () => {
    expect(told('alternatives', profile(options({ min: 2 })), ...section('### Option A', '', 'Known.'))).toEqual([
      '1:1 Missing alternatives in "Options": found 1, expected at least 2',
      '3:1 Missing name of option Option A'
    ])
  })

  test('units of other kinds in the section do not count', () => {
    const risk: UnitSpec = {
      role: 'risk',
      words: ['Risk'],
      fields: [{ label: 'Chance', required: true }]
    }
    expect(
      told(
        'alternatives',
        profile([options({ min: 2 }), risk]),
        ...section('### Option A: Redis', '', 'Known.', '', '### Risk 1', '', 'Costs.')
      )
    ).toEqual(['1:1 Missing alternatives in "Options": found 1, expected at least 2'])
    expect(told('alternatives', profile([risk]), ...section('### Risk 1', '', 'Costs.'))).toEqual([])
  })
})

describe('each option', () => {
  test('has a name', () => {
    expect(
      toldInFull(
        'alternatives',
        profile(options()),
        ...section('### Option A:', '', 'Known.', '', '### Option B: Files', '', 'Simple.')
      )
    ).toEqual([{ at: '3:1-3:14', message: 'Missing name of option Option A:', help: 'Give it a name: "Option A: …"' }])
  })

  const fields: FieldSpec[] = [
    { label: 'Pros', required: true, hint: 'what it gives' },
    { label: 'Cons', required: true },
    { label: 'Cost', required: 'warning' }
  ]
  test('has its fields', () => {
    const lines = [
      '### Option A: Redis',
      '',
      '**Pros:** fast',
      '',
      '### Option B: Files',
      '',
      '**Pros:**',
      '',
      '**Cons:**',
      '',
      '**Cost:**'
    ]
    expect(toldInFull('alternatives', profile(options({ fields })), ...section(...lines))).toEqual([
      { at: '3:1-3:20', message: 'Missing "Cons" in option "Option A: Redis"', help: 'Add **Cons**: …' },
      { at: '3:1-3:20', message: '(warning) Missing "Cost" in option "Option A: Redis"', help: 'Add **Cost**: …' },
      { at: '9:1-9:10', message: 'Empty "Pros" in option "Option B: Files"', help: 'Write what it gives' },
      { at: '11:1-11:10', message: 'Empty "Cons" in option "Option B: Files"', help: 'Write it out' },
      { at: '13:1-13:10', message: '(warning) Empty "Cost" in option "Option B: Files"', help: 'Write it out' }
    ])
    expect(
      toldInFull(
        'alternatives',
        profile(options({ fields })),
        ...section('### Option A: Redis', '', '**Cons:** costs', '', '**Cost:** 1')
      )
    ).toMatchObject([{ help: 'Add **Pros**: what it gives' }])
  })

  test.each([
    [
      'as a label with a sentence',
      ['**Option A:** one more service to run', '', '**Option B:** two files to keep'],
      []
    ],
    [
      'as a label with a word or two',
      ['**Option A:** one more service', '', '**Option B:** two files to keep'],
      ['3:1 Missing "Pros" in option "Option A"']
    ],
    ['as items that say why', ['- Redis, because we know it', '- Files, since they are simple'], []],
    [
      'as items that say nothing',
      ['- Redis', '- Files, since they are simple'],
      ['3:3 Missing "Pros" in option "Redis"']
    ],
    [
      'as a label, but with an empty field',
      ['- **Option A:** one more service to run', '  - **Pros:**', '- **Option B:** two files to keep'],
      ['4:5 Empty "Pros" in option "Option A"']
    ],
    [
      'as headings, however much they say',
      ['### Option A: Redis, one more service to run', '', 'It is fast.'],
      ['3:1 Missing "Pros" in option "Option A: Redis, one more service to run"']
    ],
    [
      'as rows with a remark',
      ['| Option | Why not |', '| --- | --- |', '| Redis | one more service |', '| Files | |'],
      ['6:1 Missing "Pros" in option "Files"']
    ]
  ])('may be weighed in one line, %s', (_, lines, expected) => {
    const spec = options({
      form: ['heading', 'label', 'item', 'any-heading'],
      fields: [{ label: 'Pros', required: true }]
    })
    expect(told('alternatives', profile(spec), ...section(...lines)).filter(line => !line.includes('name of'))).toEqual(
      expected
    )
  })

  test.each([
    ['text above its fields', ['Known to us.', '', '**Pros:** fast'], []],
    ['text below its fields', ['**Pros:** fast', '', '#### More', '', 'Known to us.'], []],
    ['text below a field that may be absent', ['**Team:** ours', '', '**Pros:** fast'], []],
    ['its fields alone', ['**Pros:** fast'], ['3:1 Missing description of option "Option A: Redis"']],
    ['nothing', [], ['3:1 Missing description of option "Option A: Redis"']]
  ])('is described: %s', (_, lines, expected) => {
    const spec = options({
      content: [{ kind: 'text' }],
      fields: [{ label: 'Pros', required: lines.length > 0 }, { label: 'Team' }]
    })
    expect(
      told(
        'alternatives',
        profile(spec),
        ...section('### Option A: Redis', '', ...lines, '', '### Option B: Files', '', 'Simple.', '', '**Pros:** few')
      )
    ).toEqual(expected)
  })

  test('needs no description where it is a line, or where the profile asks for none', () => {
    expect(
      told(
        'alternatives',
        profile(options({ form: ['label'], content: [{ kind: 'text' }] })),
        ...section('**Option A: Redis**: known', '', '**Option B: Files**: simple')
      )
    ).toEqual([])
    expect(
      told(
        'alternatives',
        profile(options({ fields: [{ label: 'Pros', required: true }] })),
        ...section('### Option A: Redis', '', '**Pros:** fast')
      )
    ).toEqual([])
  })
})

describe('recommendation', () => {
  const recommending = profile([options(), { role: 'risk', words: ['Risk'] }], {
    fields: [{ label: 'Recommendation', choice: 'alternative', fields: [{ label: 'Rationale' }] }]
  })
  const after = (...lines: string[]): string[] => section(...two, '', ...lines)

  test.each([
    ['names an option, and why', ['**Recommendation:** Option B', '', '**Rationale:** simple'], []],
    ['is missing', [], ['1:1 Missing recommendation in "Options"']],
    [
      'names none of them',
      ['### Recommendation: Option C', '', '**Rationale:** new'],
      ['11:1 Unknown option in the recommendation: "Option C"']
    ],
    [
      'names none of them in a label',
      ['**Recommendation:** Option C', '', '**Rationale:** new'],
      ['11:1 Unknown option in the recommendation: "Option C"']
    ],
    ['is still that of the template', ['**Recommendation:** Option TBD', '', '**Rationale:** new'], []],
    [
      'does not say why',
      ['**Recommendation:** Option B'],
      ['11:1 Missing rationale for the recommendation in "Options"']
    ]
  ])('%s', (_, lines, expected) => {
    expect(told('alternatives', recommending, ...after(...lines))).toEqual(expected)
  })

  test('is not asked for where there are no options', () => {
    expect(told('alternatives', recommending, ...section('### Risk 1: Costs', '', 'Few.'))).toEqual([
      '1:1 Missing alternatives in "Options": found 0, expected at least 1'
    ])
  })

  test('help', () => {
    expect(
      toldInFull(
        'alternatives',
        recommending,
        ...after('**Recommendation:** Option C', '', '### Risk 1: Costs', '', 'Few.')
      )
    ).toMatchObject([
      { help: 'Name one of "Option A: Redis", "Option B: Files"', related: ['3: The options start here'] },
      { help: 'Add **Rationale**: why this one' }
    ])
    expect(toldInFull('alternatives', recommending, ...after())).toMatchObject([
      { help: 'Add "Recommendation" and name one of the options' }
    ])
  })
})

describe('choice', () => {
  const decisions = profile({
    role: 'decision',
    words: ['Decision'],
    fields: [{ label: 'Choice', choice: 'option', words: ['chosen'] }]
  })
  const plan = (...lines: string[]): string[] =>
    section('### Decision 1: Store', '', ...lines, '', '### Decision 2: Language', '', '**Choice:** Go')

  test.each([
    ['one option is marked', ['- Option A: Redis (chosen)', '- Option B: Files'], []],
    ['the choice is named', ['**Choice:** Redis'], []],
    [
      'none is marked',
      ['- Option A: Redis', '- Option B: Files'],
      ['3:1 Missing choice in "Decision 1: Store": no option is marked as chosen']
    ],
    [
      'two are marked',
      ['- Option A: Redis (chosen)', '- Option B: Files (chosen)'],
      ['6:3 Conflicting choices in "Decision 1: Store": 2 options are marked as chosen']
    ]
  ])('%s', (_, lines, expected) => {
    expect(told('alternatives', decisions, ...plan(...lines))).toEqual(expected)
  })

  test.each([
    'Redis ← chosen',
    '**Redis** — **Chosen**',
    '**Redis**. **Chosen**.',
    'Redis – chosen, since it is known',
    'Redis ✔ chosen',
    'Redis 👈 *chosen* (it is known)',
    'Redis → Chosen option',
    '**Redis** <- our chosen approach',
    '**Chosen** – Redis',
    'Redis (known to us) [chosen: it is fast]'
  ])('%j is marked', line => {
    expect(told('alternatives', decisions, ...plan(`- ${line}`, '- Files'))).toEqual([])
    expect(told('alternatives', decisions, ...plan(`#### ${line}`, '', '#### Files'))).toEqual([])
    expect(told('alternatives', decisions, ...plan('| Option | |', '|---|---|', `| ${line} | |`))).toEqual([])
    expect(told('alternatives', decisions, ...plan(`- ${line}`, `- Files, as ${line}`))).toEqual([
      '6:3 Conflicting choices in "Decision 1: Store": 2 options are marked as chosen'
    ])
  })

  test.each([
    'Redis – not chosen',
    'Redis NOT CHOSEN',
    'Redis, whose keys are **chosen** by hand',
    'Redis (chosen by the old team)',
    '**Chosen** keys are kept in Redis',
    'Chosen, fast, known'
  ])('%j is not', line => {
    expect(told('alternatives', decisions, ...plan(`- ${line}`, '- Files'))).toEqual([
      '3:1 Missing choice in "Decision 1: Store": no option is marked as chosen'
    ])
  })

  test('help', () => {
    expect(toldInFull('alternatives', decisions, ...plan('- Option A: Redis'))).toMatchObject([
      { help: 'Mark the chosen option with "chosen", or name it under "Choice"' }
    ])
    expect(toldInFull('alternatives', decisions, ...plan('- Redis (chosen)', '- Files (chosen)'))).toMatchObject([
      { help: 'Mark exactly one', related: ['5: Also marked as chosen'] }
    ])
  })
})

test('a profile with recommendations alone is judged', () => {
  const sections: Small['sections'] = [
    {
      id: 'options',
      title: 'Options',
      units: { role: 'part', words: ['Part'] },
      fields: [{ label: 'Recommendation', choice: 'part' }]
    }
  ]
  expect(told('alternatives', { sections }, ...section('### Part 1: Redis', '', 'Known.'))).toEqual([
    '1:1 Missing recommendation in "Options"'
  ])
})

describe('trade-offs in a table below the title of an option', () => {
  const plan = planFixtures().find(({ id, name }) => id === 'design-plan' && name === 'valid-1.md')!.text
  const given =
    '**Trade-offs**: any number of undos, and half a second for each of them on the oldest tablet, which feels broken.'
  const of = (table: string): string[] => {
    expect(plan).toContain(given)
    return lintText(plan.replace(given, table), { options: { profile: 'design-plan' }, path: 'x-plan.md' })
      .findings.filter(({ rule }) => rule === 'alternatives')
      .map(({ message }) => message)
  }
  const missing = 'Missing "Trade-offs" in alternative "Alternative A: Render all strokes again"'

  it('are its columns', () => expect(of('| Pros | Cons |\n| --- | --- |\n| any number | slow |')).toEqual([]))
  it('are missing where the column is empty, or called otherwise', () => {
    expect(of('| Pros | Cons |\n| --- | --- |\n| any number | |')).toEqual([missing])
    expect(of('| Tablet | Seconds |\n| --- | --- |\n| oldest | 0.5 |')).toEqual([missing])
  })
})
