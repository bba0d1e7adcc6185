/** What a Kiro design says under other names, in another language, and by drawings alone. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const path = '.kiro/specs/tide-table/design.md'
const sections = {
  Overview: 'A table of tides.',
  Architecture: 'One function reads one store.',
  'Components and Interfaces': 'A page and a reader.',
  'Data Models': 'A tide has a time and a height.',
  'Error Handling': 'The page says that the sea is unknown.',
  'Testing Strategy': 'Unit tests for the reader.'
}
const design = (changed: Record<string, string> = {}): string =>
  Object.entries({ ...sections, ...changed })
    .map(([title, text]) => (text.startsWith('##') ? text : `## ${title}\n\n${text}`))
    .join('\n\n')
const told = (text: string): string[] =>
  lintText(`# Design\n\n${text}\n`, { path }).findings.map(({ message }) => message)

describe('data models', () => {
  it.each([
    'Database Schema',
    'Storage Design',
    'Database Design',
    'Data Structures',
    'Local Storage Schema',
    'Persistence'
  ])('may be called "%s"', title => {
    expect(told(design({ 'Data Models': `## ${title}\n\nA tide has a time.` }))).toEqual([])
  })

  it('may be said inside another section', () => {
    const inside = 'One function.\n\n### DynamoDB Table Design\n\nTable `tides`, key `harbour`.'
    expect(told(design({ Architecture: inside, 'Data Models': '## Notes\n\nNone yet.' }))).toEqual([])
    expect(told(design({ 'Data Models': '## Notes\n\nNone yet.' }))).toEqual(['Missing section "Data Models"'])
  })
})

describe('a drawing', () => {
  const drawing = '```mermaid\nsequenceDiagram\n  Page->>Reader: tide\n  Reader->>Page: height\n```'
  it('alone below any heading says nothing', () => {
    const flows = (text: string): string => `${design()}\n\n## Flows\n\n### Asking\n\n${text}`
    expect(told(flows(drawing))).toEqual(['Missing explanation of the diagram in "Asking"'])
    expect(told(flows(`The page asks once an hour.\n\n${drawing}`))).toEqual([])
    expect(told(flows('```\npage/\n├── tide.ts\n└── reader/\n    └── sea.ts\n```'))).toEqual([])
  })
})

describe('a design in Japanese', () => {
  const titles = ['設計概要', 'アーキテクチャ設計', 'コンポーネント設計', 'データ設計', 'エラー処理', 'テスト方針']
  const text = '潮位の表を表示する機能を提供します。'
  const lint = (names: readonly string[]) =>
    lintText(`# 設計書\n\n${names.map(name => `## ${name}\n\n${text}`).join('\n\n')}\n`, { path })
  const note = /^Not looked for, as the titles are in another language: /

  it('is judged by the names that its sections have there', () => {
    const whole = lint(titles)
    expect([whole.findings, whole.notes.filter(each => note.test(each))]).toEqual([[], []])
    expect(lint(titles.slice(0, 5)).findings.map(({ message }) => message)).toEqual([
      'Missing section "Testing Strategy"'
    ])
  })

  it('whose names are not known says so', () => {
    const { findings, notes } = lint(['潮の話', '港の話', '月の話', 'データ設計'])
    expect(findings).toEqual([])
    expect(notes.filter(each => note.test(each))).toEqual([
      'Not looked for, as the titles are in another language: "Overview", "Architecture", "Components and Interfaces", "Error Handling", "Testing Strategy"'
    ])
  })
})

describe('success criteria in groups', () => {
  const spec = (success: string): string[] =>
    lintText(
      `# Feature Specification: Tides\n\n**Feature Branch**: \`001-tides\`\n**Created**: 2026-01-02\n**Status**: Draft\n**Input**: "tides"\n\n## User Scenarios & Testing\n\n### Primary User Story\n\nWhoever sails looks at the table.\n\n### Edge Cases\n\n- No sea.\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: The page MUST show tides.\n\n${success}`,
      { path: 'specs/001-tides/spec.md', now: Date.parse('2026-02-01') }
    ).findings.map(({ message }) => message)

  it('are measurable outcomes', () => {
    expect(
      spec(
        '## Success Metrics\n\n### Use\n\n- **SC-001**: 90% look once a day.\n\n### Speed\n\n- **SC-002**: Below 1 second.\n'
      )
    ).toEqual([])
    expect(
      spec('## Success Metrics\n\n### Use\n\n- **SC-001**: 90%.\n\n### Speed\n\n- **SC-001**: 1 second.\n')
    ).toEqual(['Duplicate criterion SC-001'])
  })

  it('of which no group lists any lack them', () => {
    expect(spec('## Success Criteria\n\n### Use\n\nPeople look.\n')).toEqual(['Missing section "Measurable Outcomes"'])
  })
})
