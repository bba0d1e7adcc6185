/** Words of English are asked for in English sentences alone. */
import { describe, expect, it, test } from 'vitest'
import { isEnglish } from '../../src/plan/sentences/english.ts'
import { lintText } from '../../src/index.ts'

describe('a sentence shows its language', () => {
  it.each([
    'The night run answers letters that ask one thing.',
    'WHEN a letter is read, THE `夜間処理` SHALL answer it',
    'Users can open the list in the 東京 office without a password of their own',
    'If the tray is full THEN the run stops'
  ])('%s', text => {
    expect(isEnglish(text)).toBe(true)
  })

  it.each([
    '',
    '12:30',
    'Ticket list',
    '夜の処理は、質問が一つの手紙に答える。',
    'The 公開API shall 応答に breed を含める',
    '当用户打开列表时，系统应显示所有信件',
    'Когда письмо прочитано, система отвечает',
    'Quand la lettre est lue, le système doit répondre dans la boîte',
    'Wenn der Brief gelesen ist, wird er beantwortet',
    'Cuando se lee la carta, el sistema debe responder con una lista'
  ])('not: %s', text => {
    expect(isEnglish(text)).toBe(false)
  })
})

const spec = (lines: string): string =>
  `---\nplanlint: speckit-spec\n---\n## Requirements\n\n### Functional Requirements\n\n${lines}\n`
const told = (text: string): string[] =>
  lintText(text, { path: 'specs/001-a/spec.md' })
    .findings.filter(({ rule }) => rule === 'requirement-form')
    .map(({ place, message }) => `${place.start.line}: ${message}`)

test('a requirement binds by its own words or by those below it', () => {
  expect(told(spec('- **FR-001**: What is asked of the run:\n  - It MUST answer by eight.'))).toEqual([])
  expect(told(spec('- **FR-001**: What is asked of the run:\n  - It answers by eight.'))).toHaveLength(1)
})

test('code, and words that hold the word, bind nothing', () => {
  expect(told(spec('- **FR-001**: The run is called `must` and it is in the mustard box.'))).toEqual([
    '8: Missing MUST, SHALL or SHOULD in requirement "FR-001"'
  ])
})

test('an item without an identifier is no requirement', () => {
  expect(told(spec('- **FR-001**: The run MUST answer.\n- The box is in the hall.'))).toEqual([])
})
