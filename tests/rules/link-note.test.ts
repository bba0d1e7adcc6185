import { expect, it } from 'vitest'
import { noteDefects } from '../../rules/section-content/link-note.ts'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import { smallPlan } from '../plan/small-plan.ts'

const link: FieldSpec = {
  label: 'Track Progress',
  aliases: ['Results'],
  required: true,
  kind: 'link',
  hint: 'the results document'
}

function defect(note: string, fields: FieldSpec[] = [link]): string {
  const [found] = noteDefects(
    smallPlan(`# A plan\n\n${note}\n\n## Goal\n\nSee \`docs/other.md\`.\n`, [{ id: 'goal', title: 'Goal' }], {
      fields
    })
  )
  return found ? `${found.kind} ${found.place.start.line} ${found.label} ${found.to}` : 'none'
}

it.each([
  '**Track Progress**: [here](progress.md)',
  '**Results**: `docs/results.md`',
  '**track progress:** docs/results.md',
  '**Results**: see docs/results.md, please',
  '**Results**: <https://example.org/results>',
  '## Results\n\nSee `results.md`',
  '**Results**: `*.md`',
  '**Results**: `results`',
  '## [Results](results.md)',
  '> **Track progress** in [the document](progress.md).',
  'Track Progress docs/results.md',
  'The results stand in `docs/results.md`.'
])('a note names a document: %j', note => expect(defect(note)).toBe('none'))

it.each([
  '**Track Progress**: later',
  '**Results**: `docs/`',
  '**Results**: `npm test`',
  '**Results**:',
  '**Results**: in the folder docs/'
])('a note names none: %j', note => {
  expect(defect(note)).toBe('unlinked 3 Track Progress the results document')
})

it.each(['Text.', '| Results | docs/results.md |\n| --- | --- |'])('no note: %j', note =>
  expect(defect(note)).toBe('missing 1 Track Progress the results document')
)

it('one of several is enough, and none where none is demanded', () => {
  expect(defect('**Results**: later\n\n**Track Progress**: `docs/results.md`')).toBe('none')
  expect(defect('Text.', [])).toBe('none')
  expect(defect('**Results**: later', [{ ...link, label: 'Progress', aliases: [], hint: 'it' }])).toBe(
    'missing 1 Progress it'
  )
})
