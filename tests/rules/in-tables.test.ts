/** What a profile has under titles or in lists may stand in a table, and a move may be drawn as what goes and what comes. */
import { describe, expect, it } from 'vitest'
import type { Small } from './small.ts'
import { told } from './small.ts'

const field = (label: string) => ({ label, required: true as const })

describe('units with two fields and more', () => {
  const units = {
    role: 'option' as const,
    counts: 'alternative' as const,
    words: ['Option'],
    form: ['heading' as const, 'label' as const],
    number: false as const,
    min: 2,
    fields: [field('Pros'), field('Cons')]
  }
  const say = (...lines: string[]): string[] =>
    told('alternatives', { sections: [{ id: 'options', title: 'Options', units }] }, '## Options', '', ...lines)

  it('are the rows of a table that has a column for each', () => {
    expect(
      say('| Option | Pros | Cons |', '|---|---|---|', '| Files | plain | slow |', '| SQL | quick | big |')
    ).toEqual([])
    expect(
      say('| # | Option | Pros | Cons |', '|---|---|---|---|', '| 1 | Files | plain | slow |', '| 2 | SQL | quick | |')
    ).toEqual(['6:19 Empty "Cons" in option "SQL"'])
  })

  it('are none of a table that lacks one', () => {
    expect(say('| Option | Pros |', '|---|---|', '| Files | plain |', '| SQL | quick |')).toHaveLength(1)
  })
})

describe('a choice among the rows of a table', () => {
  const units = {
    role: 'decision' as const,
    form: ['heading' as const],
    number: 1,
    fields: [{ label: 'Chosen', choice: 'option' as const, words: ['CHOSEN', '✅'] }]
  }
  const say = (...lines: string[]): string[] =>
    told(
      'alternatives',
      { sections: [{ id: 'decisions', title: 'Decisions', units }] },
      '## Decisions',
      '',
      '### 1. Format',
      '',
      ...lines
    )

  it('is marked in its cell, or in a column for it', () => {
    expect(say('| Option | For |', '|---|---|', '| TOML (chosen) | known |', '| YAML | known |')).toEqual([])
    expect(say('| Option | Chosen |', '|---|---|', '| TOML | yes |', '| YAML | no |')).toEqual([])
  })

  it('is told where no row has it, and where two have', () => {
    expect(say('| Option | For |', '|---|---|', '| TOML | known |', '| YAML | known |')).toHaveLength(1)
    expect(say('| Option | Chosen |', '|---|---|', '| TOML | yes |', '| YAML | ✅ |')).toHaveLength(1)
  })
})

describe('sections of a section', () => {
  const sections = [
    {
      id: 'concerns',
      title: 'Concerns',
      sections: [
        { id: 'security', title: 'Security' },
        { id: 'speed', title: 'Speed', aliases: ['Performance'] }
      ]
    }
  ]
  const say = (...lines: string[]): string[] => told('required-sections', { sections }, '## Concerns', '', ...lines)

  it('may be rows of its table, each with something to say', () => {
    expect(
      say('| Concern | How |', '|---|---|', '| Security | tokens are hashed |', '| Performance | as before |')
    ).toEqual([])
    expect(say('| Concern | How |', '|---|---|', '| Security | tokens are hashed |', '| Speed | |')).toEqual([
      '1:1 Missing section "Speed"'
    ])
  })
})

describe('a move', () => {
  const profile: Small = {
    sections: [
      { id: 'tree', title: 'Tree', files: 'inventory', content: [{ kind: 'tree' }] },
      { id: 'files', title: 'Files', files: 'table' }
    ],
    coverage: [{ files: 'table', in: 'inventory' }]
  }
  const say = (old: string, now: string): string[] =>
    told(
      'file-coverage',
      profile,
      '## Tree',
      '',
      '```',
      'src/',
      `├── date.ts # ${old}`,
      `└── time.ts # ${now}`,
      '```',
      '',
      '## Files',
      '',
      '| File | Action |',
      '|---|---|',
      '| `src/date.ts` → `src/time.ts` | Move |'
    )

  it('may be drawn as what goes and what comes', () => {
    expect(say('DELETE', 'NEW')).toEqual([])
  })

  it('contradicts a file that stays', () => {
    expect(say('DELETE', 'DELETE')).toHaveLength(1)
  })
})

describe('a column that says how far things are', () => {
  const say = (columns: (string | string[])[], status: string): string[] =>
    told(
      'section-content',
      { sections: [{ id: 'needs', title: 'Needs', content: [{ kind: 'table', columns }] }] },
      '## Needs',
      '',
      '| Need | Status | Notes |',
      '|---|---|---|',
      `| Pump | ${status} | new |`,
      '| Hose | there | |'
    )

  it('is filled in where nothing else may stand in its place', () => {
    expect(say(['Need', 'Status', 'Notes'], 'ordered')).toEqual([])
    expect(say(['Need', 'Status', 'Notes'], '')).toEqual(['5:1 (warning) Empty "Status" in row "Pump"'])
    expect(say(['Need', ['Status', 'Purpose']], '')).toEqual([])
  })
})
