/** Changes with one fault each, for every message of OpenSpec's validator that a file can bring about. Paths are below `openspec/`. */

const main = `# desk Specification

## Purpose

What the desk of the reading room does for its readers, from nine in the morning until the last bell.

## Requirements

### Requirement: Books are lent
The desk SHALL lend a book for four weeks.

#### Scenario: A reader asks
- **WHEN** a reader brings a book to the desk
- **THEN** it is lent for four weeks

#### Scenario: A book of the room
- **WHEN** the book may not leave the room
- **THEN** it is not lent

### Requirement: Lamps are lit
The desk SHALL light the lamps at dusk.

#### Scenario: Dusk
- **WHEN** it is dusk
- **THEN** the lamps are lit
`

const added = `### Requirement: Umbrellas are lent
The desk SHALL lend an umbrella for a day.

#### Scenario: It rains
- **WHEN** a reader asks for an umbrella
- **THEN** one is lent until the next day
`

const lent = `### Requirement: Books are lent
The desk SHALL lend a book for six weeks.

#### Scenario: A reader asks
- **WHEN** a reader brings a book to the desk
- **THEN** it is lent for six weeks

#### Scenario: A book of the room
- **WHEN** the book may not leave the room
- **THEN** it is not lent
`

const lamps = `### Requirement: Lamps are lit
**Reason**: the lamps have a clock of their own
**Migration**: set the clock
`

const pair = (from: string, to: string): string =>
  `- FROM: \`### Requirement: ${from}\`\n- TO: \`### Requirement: ${to}\`\n`
const of = (sections: Readonly<Record<string, string>>): string =>
  Object.entries(sections)
    .map(([name, text]) => `## ${name} Requirements\n\n${text}`)
    .join('\n')

const tasks = '# Tasks\n\n## 1. Desk\n\n- [ ] 1.1 Buy ten umbrellas\n- [ ] 1.2 Check that each comes back\n'
const home = 'changes/lend-umbrellas'
export const delta = `${home}/specs/desk/spec.md`
export const spec = 'specs/desk/spec.md'
const list = `${home}/tasks.md`

/** A project without a fault. */
export const whole: Readonly<Record<string, string>> = {
  [`${home}/proposal.md`]:
    '# Proposal\n\n## Why\n\nReaders stay away when it rains, and those who came wait at the door until it stops.\n\n## What Changes\n\n- Umbrellas are lent at the desk\n\n## Impact\n\n- The desk, and the cupboard behind it\n',
  [list]: tasks,
  [delta]: of({ ADDED: added }),
  [spec]: main
}

/** By what is wrong: the files that are other, and null for those that are not there. */
export const cases: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'nothing is wrong': {},
  'all four operations': {
    [delta]: of({ ADDED: added, MODIFIED: lent, RENAMED: pair('Lamps are lit', 'Lamps are lit at dusk') })
  },
  'a removal': { [delta]: of({ REMOVED: lamps }) },
  'a removal as an item': { [delta]: of({ REMOVED: '- `### Requirement: Lamps are lit`\n' }) },
  'a delta at the root': { [`${home}/specs/spec.md`]: of({ ADDED: added }), [delta]: null },
  'a delta of another name': { [`${home}/specs/desk/umbrellas.md`]: of({ ADDED: added }), [delta]: null },
  'a change without deltas': { [delta]: null },
  'no section of a delta': { [delta]: '# Desk\n\n## Umbrellas\n\nThe desk SHALL lend an umbrella.\n' },
  'a section of one level less': { [delta]: of({ ADDED: added }).replace('## ADDED', '### ADDED') },
  'a section without requirements': { [delta]: of({ ADDED: 'The desk SHALL lend an umbrella for a day.\n' }) },
  'one section of two without requirements': {
    [delta]: of({ ADDED: added, REMOVED: 'Nothing goes yet, it seems.\n' })
  },
  'a requirement of another level': {
    [delta]: of({ ADDED: `${added}\n#### Requirement: Hats are kept\nThe desk SHALL keep hats.\n` })
  },
  'a requirement without the word': {
    [delta]: of({
      ADDED: `${added}\n### Hats are kept\nThe desk SHALL keep hats.\n\n#### Scenario: A hat\n- **WHEN** a hat is brought\n- **THEN** it is kept\n`
    })
  },
  'a requirement without a name': { [delta]: of({ ADDED: `${added}\n### Requirement:\nThe desk SHALL keep hats.\n` }) },
  'a heading between requirements': { [delta]: of({ ADDED: `${added}\n### Notes on umbrellas\n\nThey are black.\n` }) },
  'a requirement in another section': {
    [delta]: `${of({ ADDED: added })}\n## Notes\n\n### Requirement: Hats are kept\nThe desk SHALL keep hats.\n`
  },
  'an added requirement twice': { [delta]: of({ ADDED: `${added}\n${added}` }) },
  'the same section twice': {
    [delta]: `${of({ ADDED: added })}\n${of({ ADDED: added.replace('Umbrellas', 'Hats') })}`
  },
  'a modified requirement twice': { [delta]: of({ MODIFIED: `${lent}\n${lent}` }) },
  'a removed requirement twice': { [delta]: of({ REMOVED: `${lamps}\n${lamps}` }) },
  'an old name twice': {
    [delta]: of({ RENAMED: `${pair('Lamps are lit', 'Lamps at dusk')}${pair('Lamps are lit', 'Lamps at night')}` })
  },
  'a new name twice': {
    [delta]: of({ RENAMED: `${pair('Lamps are lit', 'Lamps at dusk')}${pair('Books are lent', 'Lamps at dusk')}` })
  },
  'an old name alone': { [delta]: of({ RENAMED: '- FROM: `### Requirement: Lamps are lit`\n' }) },
  'a new name alone': {
    [delta]: of({ RENAMED: `${pair('Lamps are lit', 'Lamps at dusk')}- TO: \`### Requirement: Lamps at night\`\n` })
  },
  'modified and removed': {
    [delta]: of({ MODIFIED: lent, REMOVED: lamps.replace('Lamps are lit', 'Books are lent') })
  },
  'modified and added': { [delta]: of({ ADDED: lent, MODIFIED: lent }) },
  'added and removed': { [delta]: of({ ADDED: added, REMOVED: lamps.replace('Lamps are lit', 'Umbrellas are lent') }) },
  'modified by its old name': {
    [delta]: of({ MODIFIED: lent, RENAMED: pair('Books are lent', 'Books are lent out') })
  },
  'modified by its new name': {
    [delta]: of({
      MODIFIED: lent.replace('Books are lent', 'Books are lent out'),
      RENAMED: pair('Books are lent', 'Books are lent out')
    })
  },
  'added by a new name': { [delta]: of({ ADDED: added, RENAMED: pair('Lamps are lit', 'Umbrellas are lent') }) },
  'renamed and removed': { [delta]: of({ REMOVED: lamps, RENAMED: pair('Lamps are lit', 'Lamps at dusk') }) },
  'a requirement without text': {
    [delta]: of({ ADDED: added.replace('The desk SHALL lend an umbrella for a day.\n', '') })
  },
  'SHALL in the heading alone': {
    [delta]: of({
      ADDED: added
        .replace('Umbrellas are lent', 'The desk SHALL lend umbrellas')
        .replace('The desk SHALL lend an umbrella for a day.\n', '')
    })
  },
  'SHALL in the heading, and a text without': {
    [delta]: of({
      ADDED: added
        .replace('Umbrellas are lent', 'The desk SHALL lend umbrellas')
        .replace('The desk SHALL lend an', 'The desk lends an')
    })
  },
  'a text without SHALL': { [delta]: of({ ADDED: added.replace('SHALL lend', 'should lend') }) },
  'shall in small letters': { [delta]: of({ ADDED: added.replace('SHALL lend', 'shall lend') }) },
  'a text in another language': {
    [delta]: of({
      ADDED: added.replace('The desk SHALL lend an umbrella for a day.', 'Der Tisch leiht einen Schirm für einen Tag.')
    })
  },
  'no scenario': { [delta]: of({ ADDED: added.slice(0, added.indexOf('#### ')) }) },
  'a scenario one level up': { [delta]: of({ ADDED: added.replace('#### Scenario', '### Scenario') }) },
  'a scenario one level down': { [delta]: of({ ADDED: added.replace('#### Scenario', '##### Scenario') }) },
  'a scenario as an item': { [delta]: of({ ADDED: added.replace('#### Scenario: It rains', '- Scenario: It rains') }) },
  'a scenario in bold': {
    [delta]: of({ ADDED: added.replace('#### Scenario: It rains', '**Scenario: It rains**\n') })
  },
  'a scenario of another word': { [delta]: of({ ADDED: added.replace('#### Scenario: It rains', '#### It rains') }) },
  'a scenario without steps': { [delta]: of({ ADDED: added.slice(0, added.indexOf('- **WHEN')) }) },
  'a scenario without steps beside another': { [delta]: of({ ADDED: `${added}\n#### Scenario: It snows\n` }) },
  'a scenario without an outcome': { [delta]: of({ ADDED: added.replace(/- \*\*THEN.*\n/, '') }) },
  'a scenario in a fence': { [delta]: of({ ADDED: added.replace(/#### [^]*/, text => `\`\`\`md\n${text}\`\`\`\n`) }) },
  'a scenario that is dropped': { [delta]: of({ MODIFIED: lent.slice(0, lent.lastIndexOf('\n#### ')) }) },
  'a scenario that is dropped behind a new name': {
    [delta]: of({
      MODIFIED: lent.slice(0, lent.lastIndexOf('\n#### ')).replace('Books are lent', 'Books are lent out'),
      RENAMED: pair('Books are lent', 'Books are lent out')
    })
  },
  'modified, and not there': { [delta]: of({ MODIFIED: lent.replace('Books are lent', 'Maps are lent') }) },
  'removed, and not there': { [delta]: of({ REMOVED: lamps.replace('Lamps', 'Stoves') }) },
  'removed, and spelt otherwise': { [delta]: of({ REMOVED: lamps.replace('Lamps are lit', 'lamps are lit') }) },
  'renamed, and not there': { [delta]: of({ RENAMED: pair('Stoves are lit', 'Stoves at dusk') }) },
  'added, and there': { [delta]: of({ ADDED: lent }) },
  'added, and there word by word': { [delta]: of({ ADDED: main.slice(main.indexOf('### Requirement: Lamps')) }) },
  'renamed to what is there': { [delta]: of({ RENAMED: pair('Lamps are lit', 'Books are lent') }) },
  'modified without a main spec': { [delta]: of({ MODIFIED: lent }), [spec]: null },
  'no box': { [list]: tasks.replaceAll('- [ ] ', '- ') },
  'no task': { [list]: '# Tasks\n\nNone yet.\n' },
  'a task of another group': { [list]: tasks.replace('1.2', '2.2') },
  'a task twice': { [list]: tasks.replace('1.2', '1.1') },
  'a box that Markdown does not know': { [list]: tasks.replace('- [ ] 1.2', '- [] 1.2') },
  'only boxes that Markdown does not know': { [list]: tasks.replaceAll('- [ ]', '-[ ]') },
  'a main spec without a purpose': { [spec]: main.replace(/## Purpose[^]*?(?=## Req)/, '') },
  'a main spec with an empty purpose': { [spec]: main.replace(/(?<=## Purpose\n)[^]*?(?=## Req)/, '\n') },
  'a purpose that nobody wrote': {
    [spec]: main.replace(/What the desk.*/, 'TBD - created by archiving change add-desk. Update Purpose after archive.')
  },
  'a purpose to be written': { [spec]: main.replace(/What the desk.*/, 'TBD') },
  'a short purpose': { [spec]: main.replace(/What the desk.*/, 'What the desk does.') },
  'a main spec without requirements': { [spec]: main.slice(0, main.indexOf('## Req')) },
  'a main spec with no requirement': { [spec]: `${main.slice(0, main.indexOf('### Req'))}Readers are served.\n` },
  'a section of a delta in a main spec': { [spec]: `${main}\n## ADDED Requirements\n\n${added}` },
  'a requirement outside of the main section': { [spec]: `${main}\n## Notes\n\n${added}` },
  'a requirement twice in a main spec': { [spec]: `${main}\n${main.slice(main.indexOf('### Requirement: Lamps'))}` },
  'a requirement of a main spec without scenario': { [spec]: main.slice(0, main.lastIndexOf('#### ')) },
  'a requirement of a main spec without text': {
    [spec]: main.replace('The desk SHALL light the lamps at dusk.\n', '')
  },
  'a requirement of a main spec without SHALL': {
    [spec]: main.replace('The desk SHALL light', 'The desk is to light')
  },
  'a long requirement': { [spec]: main.replace('at dusk.', `at dusk${', in each room'.repeat(40)}.`) },
  'specs skipped, and there': { [`${home}/.openspec.yaml`]: 'schema: spec-driven\nskip_specs: true\n' },
  'specs skipped': { [`${home}/.openspec.yaml`]: 'schema: spec-driven\nskip_specs: true\n', [delta]: null },
  'specs skipped by what is no metadata': { [`${home}/.openspec.yaml`]: 'skip_specs: true\nschema: [\n', [delta]: null }
}
