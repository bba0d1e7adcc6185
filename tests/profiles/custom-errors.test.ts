/** What a profile says that leads nowhere is an error of the profile, where it stands. */
import { expect, test } from 'vitest'
import { readProfile } from '../../src/profiles/validate.ts'

const errors = (profile: object): string[] =>
  readProfile({
    name: 'm',
    title: 'M',
    summary: 'm',
    sections: [{ id: 'foo', title: 'Foo' }],
    ...profile
  }).problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
const unit = (spec: object): object => ({ sections: [{ id: 'foo', title: 'Foo', units: { role: 'thing', ...spec } }] })

test.each<[string, object, string[]]>([
  [
    'a value that a condition asks for and the field never has',
    unit({
      fields: [
        { label: 'Kind', kind: 'enum', values: ['gate', 'check:hand', 'check:tool'] },
        { label: 'Who', required: true, where: { fields: { Kind: ['gat', 'check', 'Gate'] } } },
        { label: 'Tool', required: true, where: { not: { fields: { Kind: ['hand'] } } } }
      ]
    }),
    [
      'sections.0.units.fields.1.where.fields.Kind.0: "Kind" is never "gat" (did you mean "gate"?); known: gate, check:hand, check:tool',
      'sections.0.units.fields.2.where.not.fields.Kind.0: "Kind" is never "hand"; known: gate, check:hand, check:tool'
    ]
  ],
  [
    'a number of sentences of what has none',
    unit({
      fields: [
        { label: 'Due', kind: 'date', max: 2 },
        { label: 'Goal', max: 2 }
      ]
    }),
    ['sections.0.units.fields.0.max: says nothing of the kind "date": it counts sentences']
  ],
  [
    'the beginning of a key',
    unit({ fields: [{ label: 'Due', alias: ['Until'] }] }),
    ['sections.0.units.fields.0.alias: unknown key "alias" (did you mean "aliases"?)']
  ],
  [
    'a label that another field goes by, where the first is',
    { fields: [{ label: 'Due' }, { label: 'Until', aliases: ['By', 'due'] }, { label: 'Until' }] },
    [
      'fields.1.aliases.1: field "due" is there twice, first at "fields.0.label"',
      'fields.2.label: field "until" is there twice, first at "fields.1.label"'
    ]
  ],
  [
    'a heading that two sections go by',
    {
      sections: [
        { id: 'a', title: 'Aim' },
        { id: 'b', title: 'Goal', aliases: ['Target', 'aim'] }
      ]
    },
    ['sections.1.aliases.1: section "a" is called "aim", too']
  ],
  [
    'an id that is there twice, at the second',
    {
      sections: [
        { id: 'a', title: 'Aim' },
        { id: 'b', title: 'Goal' },
        { id: 'a', title: 'End' }
      ]
    },
    ['sections.2.id: section "a" is there twice, first at "sections.0"']
  ],
  [
    'a mark that is nearly a section',
    { detect: { sections: { Fooo: 1 } } },
    ['detect.sections.Fooo: unknown section "Fooo" (did you mean "Foo"?); known: Foo']
  ],
  ['a mark that is another word', { detect: { sections: { Elsewhere: 1 } } }, []],
  [
    'values of a text',
    { fields: [{ label: 'Kind', kind: 'text', values: ['a'] }] },
    ['fields.0.values: says nothing of the kind "text", but of "enum"']
  ],
  [
    'columns of a plain list',
    { sections: [{ id: 'foo', title: 'Foo', content: [{ kind: 'list', columns: ['A'] }] }] },
    ['sections.0.content.0.columns: a list of plain items has none: say "or": "table"']
  ],
  [
    'a level of items',
    unit({ form: 'item', level: 3 }),
    ['sections.0.units.level: is said of headings, and these are items']
  ],
  [
    'words of items',
    unit({ form: 'item', words: ['Thing'] }),
    [
      'sections.0.units.words: says nothing of items without a "number" behind it, or the "id" {"from": "name"}: each item is one'
    ]
  ],
  [
    'a number of items',
    unit({ form: 'item', number: 1 }),
    [
      'sections.0.units.number: items have no number but behind one of "words"; that of the list is the "id" {"from": "number"}'
    ]
  ],
  ['words of items with a number', unit({ form: 'item', words: ['Thing'], number: 1 }), []],
  [
    'a shape among the words',
    unit({ words: ['Thing', ['W#']] }),
    ['sections.0.units.words: "W#" is no word: a shape, with "#" for a number, belongs to the "id": { "shape": "W#" }']
  ],
  [
    'titles that nothing tells',
    unit({ form: ['heading', 'bold'] }),
    [
      'sections.0.units.form: nothing tells which title is a thing: say "words", an "id" or a "number", or the form "any-heading"'
    ]
  ],
  [
    'titles without a number, with nothing else',
    unit({ number: false }),
    [
      'sections.0.units: nothing tells which title is a thing: say "words", an "id" or a "number", or the form "any-heading"'
    ]
  ],
  ['titles that a number tells', unit({ form: 'heading', number: 1 }), []],
  ['titles that an identifier tells', unit({ form: 'heading', id: { shape: 'W#' } }), []],
  [
    'a role of two words',
    unit({ role: 'data set' }),
    ['sections.0.units.role: expected lowercase words joined by hyphens, as "data-set", not "data set"']
  ],
  [
    'a role that begins with a number',
    unit({ role: '2nd' }),
    ['sections.0.units.role: expected lowercase words joined by hyphens, as "data-set", not "2nd"']
  ],
  [
    'the id of a section in capitals',
    { sections: [{ id: 'Goal', title: 'Goal' }] },
    ['sections.0.id: expected lowercase words joined by hyphens, as "goal", not "Goal"']
  ],
  [
    'rows without an identifier',
    unit({ form: 'row' }),
    ['sections.0.units.form: a row needs an "id": what its first cell begins with']
  ],
  [
    'files that nothing holds',
    { coverage: [{ files: 'inventory', in: 'steps' }] },
    ['coverage.0.files: no section holds it: the one with these files says "files": "inventory"']
  ]
])('%s', (_, profile, expected) => {
  expect(errors(profile)).toEqual(expected)
})
