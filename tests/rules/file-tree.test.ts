import { expect, test } from 'vitest'
import type { Small } from './small.ts'
import { told as say, toldInFull } from './small.ts'

const profile = (marks: 'required' | 'optional', label?: string): Small => ({
  sections: [
    { id: 'goal', title: 'Goal' },
    {
      id: 'files',
      title: 'Files',
      content: [
        {
          kind: 'tree',
          ...(marks === 'required' ? { each: 'mark' } : {}),
          ...(label === undefined ? {} : { label })
        }
      ]
    },
    { id: 'docs', title: 'Docs', required: false, content: [{ kind: 'tree' }] }
  ]
})
const told = (...lines: string[]): string[] => say('file-tree', profile('required'), '## Files', '', ...lines)
const fence = (...lines: string[]): string[] => ['```', ...lines, '```']
const marks = 'Mark it <new>, <modified>, <deleted> or <renamed: old-name>'

test.each([
  ['a mark for each file', ['src/a.ts  <new>', 'src/b.ts  <modified>'], []],
  ['a mark on a folder speaks for all below it', ['lib/  <new>', '├── a.ts', '└── deep/', '    └── b.ts'], []],
  [
    'but not for what stands beside it',
    ['src/', '├── lib/  <new>', '│   └── a.ts', '├── b.ts', '└── c.ts  <new>'],
    ['7:5 Missing mark on "src/b.ts"']
  ],
  [
    'nor for what stands below a folder that follows',
    [
      'src/',
      '├── lib/  <deleted>',
      '│   ├── in/  <new>',
      '│   │   └── a.ts',
      '│   └── b.ts',
      '└── bin/',
      '    └── c.ts'
    ],
    ['10:9 Missing mark on "src/bin/c.ts"']
  ],
  [
    'one without among others',
    ['src/a.ts  <new>', 'src/b.ts', 'src/c.ts'],
    ['5:1 Missing mark on "src/b.ts"', '6:1 Missing mark on "src/c.ts"']
  ],
  [
    'none at all is told of once',
    ['src/a.ts', 'src/b.ts'],
    ['4:1 Missing marks in the file tree: none of its 2 files says what happens to it']
  ],
  ['unless there is but one file', ['src/', '└── a.ts'], ['5:5 Missing mark on "src/a.ts"']],
  ['a glob is no file that could be marked', ['src/a.ts  <new>', 'src/*.snap'], []],
  [
    'twice the same',
    ['src/a.ts  <new>', 'src/b.ts  <new>', 'src/a.ts  <modified>'],
    ['6:1 Duplicate file "src/a.ts" in the tree']
  ],
  ['a mark that is none', ['src/a.ts  <new>', 'src/b.ts  <fresh>'], ['5:11 Unknown mark <fresh> on "src/b.ts"']],
  [
    'a line that is none',
    ['src/', '├── a.ts  <new>', '├── ??? who knows what', '└── b.ts  <new>'],
    ['6:1 Unreadable line in the file tree: "??? who knows what"']
  ],
  [
    'depths that do not fit',
    ['src/', '    lib/', '        a.ts  <new>', '      b.ts  <new>'],
    ['7:7 Indentation of "b.ts <new>" fits no folder above it']
  ],
  [
    'one tab among spaces',
    ['src/', '  a.ts  <new>', '\tb.ts  <new>', '  c.ts  <new>'],
    ['6:2 Conflicting indentation of "b.ts <new>": tabs and spaces are mixed']
  ],
  [
    'one line of spaces among tabs',
    ['src/', '    a.ts  <new>', '\tb.ts  <new>', '\tc.ts  <new>'],
    ['5:5 Conflicting indentation of "a.ts <new>": tabs and spaces are mixed']
  ]
])('%s', (_, lines, expected) => {
  expect(told(...fence(...lines))).toEqual(expected)
})

test('help, and fixes that are safe where the old name of the file is known', () => {
  const text = [
    '## Files',
    '',
    ...fence('src/a.ts  <nwe>', 'src/b.ts  <renmaed>', 'src/c.ts  <fresh>', 'src/d.ts', 'src/a.ts')
  ]
  expect(toldInFull('file-tree', profile('required'), ...text)).toEqual([
    { at: '4:11-4:16', message: 'Unknown mark <nwe> on "src/a.ts"', help: 'Write <new>', fixes: ['Write <new>'] },
    {
      at: '5:11-5:20',
      message: 'Unknown mark <renmaed> on "src/b.ts"',
      help: 'Write <renamed: old>',
      fixes: ['(unsafe) Write <renamed: old>']
    },
    { at: '6:11-6:18', message: 'Unknown mark <fresh> on "src/c.ts"', help: marks },
    { at: '7:1-7:9', message: 'Missing mark on "src/d.ts"', help: marks },
    {
      at: '8:1-8:9',
      message: 'Duplicate file "src/a.ts" in the tree',
      help: 'Take one of the two out',
      related: ['4: First one here']
    }
  ])
})

test('marks that nobody asked for are still to be understood', () => {
  expect(
    say('file-tree', profile('optional'), '## Files', '', ...fence('src/a.ts', 'src/b.ts  <fresh>', 'src/c.ts'))
  ).toEqual(['5:11 Unknown mark <fresh> on "src/b.ts"'])
})

test.each([
  ['no fence', ['Some prose.'], ['1:1 Missing file tree in "Files"']],
  ['nothing at all', [], ['1:1 Missing file tree in "Files"']],
  ['an empty fence', fence(), ['3:1 Empty file tree in "Files"']],
  ['a blank fence', fence('  '), ['3:1 Empty file tree in "Files"']],
  ['only the root', fence('.'), ['3:1 Empty file tree in "Files"']],
  ['something else in the fence', fence('{', '  "a": 1', '}'), ['1:1 Missing file tree in "Files"']],
  [
    'one of two fences is a tree',
    [...fence('{', '  "a": 1', '}'), '', ...fence('src/a.ts  <new>', 'src/b.ts  <new>')],
    []
  ],
  ['one of two trees has files', [...fence(), '', ...fence('src/a.ts  <new>', 'src/b.ts  <new>')], []],
  ['not applicable', ['N/A: nothing changes'], []]
])('%s', (_, lines, expected) => {
  expect(told(...lines)).toEqual(expected)
})

test('each section with a tree has its own', () => {
  expect(
    say('file-tree', profile('required'), '## Files', '', ...fence('src/a.ts  <new>'), '', '## Docs', '', 'Soon.')
  ).toEqual(['7:1 Missing file tree in "Docs"'])
  expect(
    say(
      'file-tree',
      profile('required'),
      '## Files',
      '',
      ...fence('src/a.ts  <new>'),
      '',
      '## Docs',
      '',
      ...fence('docs/a.md')
    )
  ).toEqual([])
  expect(toldInFull('file-tree', profile('required'), '## Files')).toMatchObject([
    { help: 'Draw the files that the plan touches in a fence' }
  ])
})

test('a tree that has a label is missed there', () => {
  expect(say('file-tree', profile('required', 'Layout'), '## Files', '', '**Layout:**', '', 'Soon.')).toEqual([
    '3:1 Missing file tree in "Layout"'
  ])
  expect(
    say('file-tree', profile('required', 'Layout'), '## Files', '', '**Owner:** Ada', '', '**Layout:**', '', 'Soon.')
  ).toEqual(['5:1 Missing file tree in "Layout"'])
  expect(say('file-tree', profile('required', 'Layout'), '## Files', '', 'Soon.')).toEqual([
    '1:1 Missing file tree in "Files"'
  ])
})

test('what a profile says of a demand is the help', () => {
  const sections: Small['sections'] = [{ id: 'files', title: 'Files', content: [{ kind: 'tree', hint: 'Draw it' }] }]
  expect(toldInFull('file-tree', { sections }, '## Files', '', 'Soon.')).toMatchObject([{ help: 'Draw it' }])
  expect(
    toldInFull('file-tree', { sections: [{ ...sections[0]!, content: [{ kind: 'tree' }] }] }, '## Files', '', 'Soon.')
  ).toMatchObject([{ help: 'Draw the files that the plan touches in a fence' }])
})

test('below a section that is empty, nothing is missed', () => {
  const sections: Small['sections'] = [
    {
      id: 'design',
      title: 'Design',
      sections: [{ id: 'files', title: 'Files', content: [{ kind: 'tree', each: 'mark' }] }]
    }
  ]
  expect(say('file-tree', { sections }, '## Design', '', '### Files')).toEqual([])
  expect(say('file-tree', { sections }, '## Design', '', 'Small.', '', '### Files')).toEqual([
    '5:1 Missing file tree in "Files"'
  ])
})
