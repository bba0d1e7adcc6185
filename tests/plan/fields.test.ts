/** What fields of a section say. */
import { describe, expect, it } from 'vitest'
import type { SectionSpec } from '../../src/profiles/schema.ts'
import { sectionsOf } from './small.ts'

/** Fields and units of a section, without the section itself. */
function fieldsOf(spec: Partial<SectionSpec>, lines: readonly string[]): string[] {
  return sectionsOf([{ id: 'work', title: 'Work', ...spec }], ['## Work', '', ...lines]).slice(1)
}

describe('fields of a section', () => {
  it.each<[string, Partial<SectionSpec>, string[], string[]]>([
    [
      'labels and aliases',
      { fields: [{ label: 'Aim' }, { label: 'Base', aliases: ['Start'] }, { label: 'Cost' }] },
      ['**Aim:** fast', '', '**Start**: `x`', 'more *text*'],
      ['  Aim filled 3:10 "fast"', '  Base filled 5:12 "x more text" of "`x`\\nmore *text*"', '  Cost missing']
    ],
    [
      'headings, rows and items',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }], form: ['label', 'row'] },
      ['### Aim', 'x', '', '| Base: | **y** |', '| - | - |', '| Cost | |', '| Due |', '', '- **Cost**: z'],
      [
        '  Aim filled 4:1 "x\\nCost: z" of "x\\n\\n| Base: | **y** |\\n| - | - |\\n| Cost | |\\n| Due |\\n\\n- **Cost**: z"',
        '  Base filled 6:11 "y" of "**y**"',
        '  Cost filled 11:13 "z"',
        '  Due missing'
      ]
    ],
    [
      'rows',
      { fields: [{ label: 'Aim' }, { label: 'Base' }], form: ['row'] },
      ['| Aim | a `b` | c |', '| - | - | - |', '| Base： | N/A |'],
      ['  Aim filled 3:9 "a b" of "a `b`"', '  Base negative na 5:11 "N/A"']
    ],
    [
      'one row as wide as its head, by its columns',
      { fields: [{ label: 'Aim' }, { label: 'Base' }], form: ['row'] },
      ['| Aim | Base | c |', '| - | - | - |', '| x | N/A | d |'],
      ['  Aim filled 5:3 "x"', '  Base negative na 5:7 "N/A"']
    ],
    ['no rows', { fields: [{ label: 'Aim' }] }, ['| Aim | b |', '| - | - |', '| c | d |'], ['  Aim missing']],
    [
      'the outermost, then the first that says something',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['### Aim', '', '- **Aim:** a', '', '**Base:**', '', '**Base:** x', '', '**Base:** y'],
      [
        '  Aim filled 5:1 "Aim: a\\nBase:\\nBase: x\\nBase: y" of "- **Aim:** a\\n\\n**Base:**\\n\\n**Base:** x\\n\\n**Base:** y"',
        '  Base filled 9:11 "x"'
      ]
    ],
    [
      'numbered labels, and qualified ones',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Step' }] },
      ['**1. Aim:** x', '', '**Base (old)** (why): y', '', '**Step 3:** z'],
      ['  Aim filled 3:13 "x"', '  Base filled 5:23 "y"', '  Step filled 7:13 "z"']
    ],
    [
      'paths given again',
      { fields: [{ label: 'File', files: true }, { label: 'Base' }] },
      [
        '**File:** `a`',
        '',
        '**File:** `b`',
        '',
        '**File:**',
        '',
        '**File:** N/A',
        '',
        '**Base:** a',
        '',
        '**Base:** b'
      ],
      ['  File filled 3:11 "a" of "`a`" again 5 "b"', '  Base filled 11:11 "a"']
    ],
    [
      'empty ones',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }, { label: 'End' }] },
      [
        '**Aim:**',
        '',
        '**Base:** —',
        '',
        '**Cost:** **',
        '',
        '**Due:**',
        '',
        '```',
        '',
        '```',
        '',
        '**End:**',
        '<!-- c -->'
      ],
      [
        '  Aim empty 3:1 ""',
        '  Base empty 5:11 "—"',
        '  Cost empty 7:11 "" of "**"',
        '  Due empty 11:1 "" of "```\\n\\n```"',
        '  End empty 16:1 "" of "<!-- c -->"'
      ]
    ],
    [
      'negative ones',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }] },
      [
        '**Aim:** N/A',
        '',
        '**Base:** None: no time',
        '',
        '**Cost:** none',
        '',
        '```',
        'x',
        '```',
        '',
        '**Due:** N/A',
        '- a',
        '- b'
      ],
      [
        '  Aim negative na 3:10 "N/A"',
        '  Base negative none 5:11 "None: no time"',
        '  Cost filled 7:11 "none" of "none\\n\\n```\\nx\\n```"',
        '  Due filled 13:10 "N/A\\na\\nb" of "N/A\\n- a\\n- b"'
      ]
    ],
    [
      'what stands below',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }] },
      ['**Aim:**', '', 'x', '', '- y', '', '**Base:** z', '', 'w', '', '**Cost:**', '', '| d | e |', '| - | - |'],
      [
        '  Aim filled 5:1 "x\\ny" of "x\\n\\n- y"',
        '  Base filled 9:11 "z\\nw" of "z\\n\\nw"',
        '  Cost filled 15:1 "" of "| d | e |\\n| - | - |"'
      ]
    ],
    [
      'boxes are no sentence',
      {
        fields: [
          { label: 'Aim', kind: 'sentence' },
          { label: 'Base', kind: 'sentence' },
          { label: 'Cost', kind: 'sentence' },
          { label: 'Due' }
        ]
      },
      [
        '**Aim:**',
        '- [ ] a',
        '- [ ] b',
        '',
        '**Base:** x',
        '- [ ] a',
        '',
        '**Cost:**',
        '- [ ] a',
        '- c',
        '',
        '**Due:**',
        '- [ ] a'
      ],
      [
        '  Aim empty 4:1 "a\\nb" of "- [ ] a\\n- [ ] b"',
        '  Base filled 7:11 "x\\na" of "x\\n- [ ] a"',
        '  Cost filled 11:1 "a\\nc" of "- [ ] a\\n- c"',
        '  Due filled 15:1 "a" of "- [ ] a"'
      ]
    ],
    [
      'boxes and a text are one',
      { fields: [{ label: 'Aim', kind: 'sentence' }] },
      ['**Aim:**', '', 'x', '', '- [ ] a'],
      ['  Aim filled 5:1 "x\\na" of "x\\n\\n- [ ] a"']
    ],
    [
      'labels right below are the value',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost', kind: 'sentence' }] },
      ['**Aim:**', '', '**One:** x', '', '**Two:** y', '', '**Base:** z', '', '**Cost:**', '', '**Three:** w'],
      [
        '  Aim filled 3:1 "One: x\\nTwo: y" of "**One:** x\\n\\n**Two:** y"',
        '  Base filled 9:11 "z"',
        '  Cost empty 11:1 ""'
      ]
    ],
    [
      'known labels are not',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['**Aim:**', '', '**Base (old):** z'],
      ['  Aim empty 3:1 ""', '  Base filled 5:17 "z"']
    ],
    [
      'labels behind another are not',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['**Aim:**', '', '**Base:** z', '', '**One:** x'],
      ['  Aim empty 3:1 ""', '  Base filled 5:11 "z"']
    ],
    [
      'labels in lists and titles are not',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['**Aim:**', '- x', '### x', '**Base:**', '', '#### y', '**One:** z'],
      ['  Aim filled 4:1 "x" of "- x"', '  Base empty 6:1 ""']
    ],
    [
      'fields in fields',
      { fields: [{ label: 'Aim', fields: [{ label: 'Base' }, { label: 'Cost' }] }] },
      ['**Aim:**', '- **Base:** x', '- y'],
      ['  Aim filled 4:1 "Base: x\\ny" of "- **Base:** x\\n- y" (Base filled 4:13 "x") (Cost missing)']
    ],
    [
      'markup is not said',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }] },
      ['**Aim:** **x** `y_z` _w_ A_B __c__', '', '**Base:** *', '', '**Cost:** 🎯'],
      [
        '  Aim filled 3:10 "x y_z w A_B c" of "**x** `y_z` _w_ A_B __c__"',
        '  Base empty 5:11 "" of "*"',
        '  Cost filled 7:11 "🎯"'
      ]
    ],
    [
      'one item',
      { fields: [{ label: 'Aim' }, { label: 'Base' }] },
      ['**Aim:**', '- N/A', '', '**Base:**', '- N/A', '- x'],
      ['  Aim negative na 4:1 "N/A" of "- N/A"', '  Base filled 7:1 "N/A\\nx" of "- N/A\\n- x"']
    ],
    [
      'the outermost, though it comes later',
      { fields: [{ label: 'Aim' }, { label: 'Base', aliases: ['Start'] }] },
      ['- **Aim:** a', '- **Base:** c', '', '**Aim:** b', '', '**Start:** d', '', '**Base:** e'],
      ['  Aim filled 6:10 "b"', '  Base filled 8:12 "d"']
    ],
    [
      'one label by two names',
      { fields: [{ label: 'File', aliases: ['File (old)'], files: true }] },
      ['**File (old):** `a`'],
      ['  File filled 3:17 "a" of "`a`"']
    ],
    [
      'a row without a value',
      { fields: [{ label: 'Aim' }, { label: 'Base' }], form: ['row'] },
      ['| Aim | |', '| - | - |', '| &nbsp;Base: | x |'],
      ['  Aim empty 3:1 ""', '  Base filled 5:17 "x"']
    ],
    [
      'a rule ends a label',
      { fields: [{ label: 'Aim' }] },
      ['**Aim:**', '', '---', '', '**One:** x'],
      ['  Aim empty 3:1 ""']
    ],
    [
      'a title ends a label',
      { fields: [{ label: 'Aim' }] },
      ['**Aim:**', '', '### x', '', 'y'],
      ['  Aim empty 3:1 ""']
    ],
    [
      'signs alone',
      { fields: [{ label: 'Aim' }, { label: 'Base' }, { label: 'Cost' }, { label: 'Due' }] },
      ['**Aim:** (?)', '', '**Base:** ...', '', '**Cost:** -)', '', '**Due:** __x_y__'],
      [
        '  Aim empty 3:10 "(?)"',
        '  Base filled 5:11 "..."',
        '  Cost empty 7:11 "-)"',
        '  Due filled 9:10 "x_y" of "__x_y__"'
      ]
    ],
    [
      'boxes below a title are no sentence',
      {
        fields: [
          { label: 'Aim', kind: 'sentence' },
          { label: 'Base', kind: 'sentence' }
        ]
      },
      ['### Aim', '- [ ] a', '### Base', '- [ ] a', '', 'x'],
      ['  Aim empty 4:1 "a" of "- [ ] a"', '  Base filled 6:1 "a\\nx" of "- [ ] a\\n\\nx"']
    ],
    [
      'comments between texts',
      { fields: [{ label: 'Aim' }] },
      ['**Aim:** x', '', '<b></b>', '', 'y', '', '\\'],
      ['  Aim filled 3:10 "x\\ny\\n\\\\" of "x\\n\\n<b></b>\\n\\ny\\n\\n\\\\"']
    ],
    [
      'elsewhere',
      { fields: [{ label: 'Aim', or: 'section' }, { label: 'Base' }] },
      ['x', '', '# Aim', 'y', '', '# Base', 'z'],
      ['  Aim filled 6:1 "y"', '  Base missing']
    ],
    [
      'no label elsewhere',
      { fields: [{ label: 'Aim', or: 'section' }] },
      ['x', '', '# Base', '**Aim:** z'],
      ['  Aim missing']
    ],
    [
      'of another section only',
      { fields: [{ label: 'Aim', or: 'section' }] },
      ['**Aim:** x', '', '# Aim', 'y'],
      ['  Aim filled 3:10 "x"']
    ]
  ])('%s', (_, spec, lines, expected) => {
    expect(fieldsOf(spec, lines)).toEqual(expected)
  })
})
