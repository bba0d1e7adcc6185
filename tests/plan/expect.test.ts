/** What is wrong with a section's fields, by how a profile asks for them. */
import { describe, expect, it } from 'vitest'
import { fieldDefects } from '../../src/checks/expect.ts'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import { ownProfile, planBy } from './own-plan.ts'

/** The defects of a section whose field "Part" has this value. */
function of(spec: Partial<FieldSpec>, value: string, more: FieldSpec[] = [], skip?: string[]): string[] {
  const fields: FieldSpec[] = [{ label: 'Part', ...spec }, ...more]
  const text = `# Own\n\n## Main\n\n${value === '' ? 'It is sorted by name.' : `**Part**:${value.startsWith('\n') ? '' : ' '}${value}`}\n`
  const plan = planBy(ownProfile({ sections: [{ id: 'main', title: 'Main', fields }] }), text)
  return fieldDefects(plan.sections[0]!.fields, plan, skip).map(defect =>
    [
      defect.kind,
      defect.field.spec.label,
      defect.severity,
      ...(defect.kind === 'form'
        ? [`lacks ${defect.lack.what === 'shape' ? defect.lack.shape : defect.lack.what}`]
        : []),
      ...(defect.kind === 'form' && defect.place ? [`on line ${defect.place.start.line}`] : [])
    ].join(' ')
  )
}

const list = '\n\n- one\n- two'
const table = '\n\n| a | b |\n| - | - |\n| c | d |'

describe('the form of a field', () => {
  it.each([
    ['list', list, true],
    ['list', 'one', true],
    ['list', table, true],
    ['list', '\n\nOne thing.', false],
    ['list', '\n\n```\nx\n```', false],
    ['tasks', '\n\n- [ ] one', true],
    ['tasks', list, false],
    ['table', table, true],
    ['table', list, false],
    ['code', '\n\n```\nx\n```', true],
    ['code', '`x`', true],
    ['code', 'x', true],
    ['code', '\n\n- `x`', true],
    ['command', '`npm test`', true],
    ['command', '\n\n```sh\nmake\n```', true],
    ['command', '`x.md`', false],
    ['command', 'x', false]
  ] as const)('%s: %j', (kind, value, isRight) => {
    expect(of({ kind, required: true }, value).length).toBe(isRight ? 0 : 1)
  })

  it('may be demanded, or not', () => {
    expect(of({ required: true }, '')).toEqual(['missing Part error'])
    expect(of({ required: true }, '', [], ['Part'])).toEqual([])
    expect(of({ required: true }, '', [], ['Other'])).toEqual(['missing Part error'])
    expect(of({ required: 'warning' }, '')).toEqual(['missing Part warning'])
    expect(of({}, '')).toEqual([])
    expect(of({ required: false }, ' ')).toEqual([])
    expect(of({}, ' ')).toEqual(['empty Part warning'])
    expect(of({ required: true }, ' ')).toEqual(['empty Part error'])
    expect(of({ kind: 'table' }, 'x')).toEqual([])
    expect(of({ kind: 'table', required: 'warning' }, 'x')).toEqual(['form Part warning lacks table'])
  })

  it('may be one of a group', () => {
    const other: FieldSpec = { label: 'Other', required: true }
    const third: FieldSpec = { label: 'Third', required: true }
    expect(of({ required: true, or: 'Other' }, 'x', [other])).toEqual([])
    expect(of({ required: true, or: 'Other' }, '', [other])).toEqual(['missing Part error'])
    expect(of({ required: true, or: ['Other', 'Third'] }, '', [other, third])).toEqual(['missing Part error'])
    expect(of({ required: true }, 'x', [{ ...other, or: ['Third', 'Part'] }, third])).toEqual([])
    expect(of({ required: true, or: 'section' }, 'x', [other])).toEqual(['missing Other error'])
    expect(of({ required: true, or: 'section' }, '', [other])).toEqual(['missing Part error', 'missing Other error'])
  })

  it('may need ticked boxes', () => {
    const boxes = (...marks: string[]): string => `\n\n${marks.map(mark => `- [${mark}] one`).join('\n')}`
    expect(of({ kind: 'choice' }, boxes('x', ' '))).toEqual([])
    expect(of({ kind: 'choice' }, boxes(' ', ' '))).toEqual(['form Part error lacks tick on line 5'])
    expect(of({ kind: 'choice', required: 'warning' }, boxes(' ', ' '))).toEqual([
      'form Part warning lacks tick on line 5'
    ])
    expect(of({ kind: 'choice', required: true }, 'x')).toEqual(['form Part error lacks choice'])
  })

  it('may need a path in each item', () => {
    const paths: Partial<FieldSpec> = { kind: 'files', each: 'path' }
    for (const value of [
      '`src/a.ts`',
      'src/a.ts',
      '\n\n- `src/a.ts`\n- src/b.ts',
      '\n\n- `config`',
      '`src/a.ts`\n\n- what it does',
      '\n\n- [a](src/a.ts)',
      'gate/hall',
      'this document',
      '\n\n- `src/a.ts`\n- Documentation: this file'
    ])
      expect([value, of(paths, value)]).toEqual([value, []])
    for (const value of [
      'some words',
      'some other document',
      '\n\nSome words.',
      '\n\n- `src/a.ts`\n- some words',
      '`src/a.ts`\n\n- `src/b.ts`\n- some words',
      'words\n\n- some words'
    ])
      expect([value, of(paths, value).length]).toEqual([value, 1])
    expect(of(paths, '\n\n- some words\n- more words')).toEqual(
      [7, 8].map(line => `form Part error lacks files on line ${line}`)
    )
  })
})
