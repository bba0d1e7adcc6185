/** What a template says of whether a part is needed, and of which part it says so. */
import { describe, expect, it } from 'vitest'
import { needIn, offersChoice } from '../../src/draft/need.ts'
import { draft } from './drafting.ts'
import { sectionOf, toldOf } from './small.ts'

describe('words', () => {
  it.each([
    'This section is optional',
    'If applicable, how is it undone?',
    'Write it if there is one',
    'Where relevant: the tides',
    'Add rows as needed',
    'Feel free to remove',
    'Delete this section for small works',
    'Remove the section where nothing floats',
    'Include this section only if ships wait',
    'Only for quays',
    'Not required of sheds',
    'Leave this empty'
  ])('%s: optional', text => expect(needIn(text)?.isOptional).toBe(true))

  it.each(['Must be completed', 'Mandatory', 'This is not optional'])('%s: needed', text =>
    expect(needIn(text)?.isOptional).toBe(false)
  )

  it.each([
    'Pick one of these and delete the rest',
    'Say why it is deleted',
    'What floats?',
    'Delete this comment.',
    'Remove the grey instructions before it is sent',
    'Every section is needed unless it says optional.',
    'All sections are required. Delete this comment.',
    'Remove sections that do not apply',
    'Optional headings bear a star; other sections must be filled'
  ])('%s: neither', text => expect(needIn(text)).toBeUndefined())

  it.each([
    ['Pick one of these and delete the rest.', true],
    ['Choose only one', true],
    ['Delete what does not apply', true],
    ['Tick each that is done', false],
    ['One of these piles is old', false]
  ])('%s: a choice? %s', (text, is) => expect(offersChoice(text)).toBe(is))
})

/** Titles of the sections that a plan need not have. */
function optionalIn(template: string): string[] {
  return draft(`# {name}\n\n${template}`)
    .profile.sections.filter(({ required }) => required === false)
    .map(({ title }) => title)
}

describe('a comment', () => {
  it('that a section begins with is about that one, not about the next', () => {
    const template =
      '## Dredging\n\n<!--\nIf applicable, how deep?\n-->\n\n## Review\n\n<!--\nMust be completed.\n-->\n'
    expect(optionalIn(`${template}\n## Watch\n\n<!--\nSay who.\n-->\n`)).toEqual(['Dredging'])
  })

  it('behind text is about the heading below it', () => {
    const template = '## Quay\n\n{what it is}\n\n<!-- This is an optional element. -->\n## Sheds\n\n{which}\n'
    expect(optionalIn(template)).toEqual(['Sheds'])
  })

  it('about sections in general is about none', () => {
    const general = '<!-- Each section is needed, unless it says optional. Delete this comment. -->\n\n'
    const template = `**Owner:** {name}\n\n${general}## Quay\n\n{what}\n\n## Sheds (optional)\n\n{which}\n`
    expect(optionalIn(template)).toEqual(['Sheds'])
    const both = '## Quay\n\n{what}\n\n<!-- Sections may be short. This section is optional. -->\n## Sheds\n\n{which}\n'
    expect(optionalIn(both)).toEqual(['Sheds'])
  })

  it('of its own outweighs the one above', () => {
    const above = '## Quay\n\n{what it is}\n\n<!-- optional -->\n## Sheds\n\n'
    expect(optionalIn(`${above}<!-- This one is mandatory. -->\n{which}\n`)).toEqual([])
  })
})

describe('boxes of which one is kept', () => {
  const template = '<!--\nPick one of these and delete the rest.\n-->\n\n- [ ] Buoy\n- [ ] Other\n'

  it('are no items that each plan has', () => {
    expect(sectionOf(template).section).toMatchObject({ content: [{ kind: 'tasks' }] })
    expect(sectionOf(template).section.required).toBeUndefined()
  })

  it('one of them will do, none will not', () => {
    expect(toldOf(`## Marks\n\n${template}`, '## Marks\n\n- [x] Buoy\n')).toEqual([])
    expect(toldOf(`## Marks\n\n${template}`, '## Marks\n\nLater.\n')).not.toEqual([])
  })

  it('a box "if applicable" may be left out', () => {
    const checks = '## Before release\n\n- [ ] Divers have been down\n- [ ] Lamps lit (if applicable)\n'
    const told = toldOf(checks, '## Before release\n\n- [ ] Divers have been down\n')
    expect(told).toEqual([])
  })
})
