/** Units that go by a name, and lists of boxes that tools read. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'
import { all } from '../remedy.ts'

const [first, second] = ['openspec-delta/valid-1', 'openspec-delta/valid-2']
const tasks = 'openspec-tasks/valid-1'
const [full, fallen] = ['A full box says so', 'Books are read in as they fall']

/** A requirement as a delta has it. */
const requirement = (name: string): string =>
  `### Requirement: ${name}\nThe box SHALL do it.\n\n#### Scenario: One book\n- **WHEN** a book falls\n- **THEN** it is done\n`

const removed = (name: string): string =>
  `### Requirement: ${name}\n**Reason**: nobody asks for it\n**Migration**: none is needed\n`

const renamed = (...names: string[]): string =>
  names.map((name, i) => `- ${i % 2 === 0 ? 'FROM' : 'TO'}: \`### Requirement: ${name}\`\n`).join('')

const end =
  (text: string) =>
  (plan: string): string =>
    `${plan}\n${text}`

export const names: readonly Remedy[] = [
  {
    of: 'requirement-form/empty',
    plan: first,
    spoil: cut('**ID**: BOX-2', '#### Scenario: Forty'),
    obey: rep(`${full}\n`, `${full}\nThe box MUST light its lamp when it is full.\n`)
  },
  // Of several scenarios, and the only one of a requirement.
  ...[
    rep(/(?<=The line is down\n)/, '- **WHEN** the line is down\n- **THEN** the box keeps a list\n'),
    rep('#### Scenario: The line is down\n', '')
  ].map(obey => ({
    of: 'scenario/empty',
    plan: first,
    spoil: all(rep(/(?<=The line is down\n)- [^]*?(?=\n###)/, '')),
    obey
  })),
  {
    of: 'scenario/empty',
    plan: first,
    spoil: rep(/(?<=Forty books\n)[^]*/, ''),
    obey: rep('Forty books\n', 'Forty books\n- WHEN the fortieth book falls\n- THEN the lamp is lit\n')
  },
  // A heading of another level, a bold line, an item.
  ...[
    '### Scenario: Forty books',
    '##### Scenario: Forty books',
    '**Scenario: Forty books**\n',
    '- Scenario: Forty books'
  ].map(written => ({
    of: 'scenario/lost',
    plan: first,
    spoil: rep('#### Scenario: Forty books', written),
    obey: rep(written, '#### Scenario: Forty books')
  })),
  // Twice in one section.
  {
    of: 'step-sequence/sameName',
    said: 'Merge',
    plan: first,
    spoil: rep(full, fallen),
    obey: rep(/### Requirement: Books are read in as they fall\n(?=\*\*ID)/, '')
  },
  {
    of: 'step-sequence/sameName',
    said: 'a name of its own',
    plan: first,
    spoil: rep(full, fallen),
    obey: rep(`${fallen}\n**ID`, 'A lamp for a full box\n**ID')
  },
  {
    of: 'step-sequence/nearName',
    said: 'Merge',
    plan: first,
    spoil: rep(full, fallen.toUpperCase()),
    obey: rep(/### Requirement: BOOKS[^]*?(?=####)/, '')
  },
  {
    of: 'step-sequence/nearName',
    said: 'a name of its own',
    plan: first,
    spoil: rep(full, fallen.toUpperCase()),
    obey: rep(fallen.toUpperCase(), full)
  },
  // In two sections: below either of them, or by another name.
  ...['sameName', 'nearName'].flatMap(message => {
    const name = message === 'sameName' ? full : full.toLowerCase()
    const section = `## REMOVED Requirements\n\n${removed(name)}`
    const more = `${section}\n${removed('Books are stamped')}`
    const named = message === 'sameName' ? [] : [rep(name, 'The lamp at night')]
    return [
      ...[rep(`\n${section}`, ''), rep(/### Requirement: A full[^]*?(?=\n## REM)/, ''), ...named].map(obey => ({
        of: `step-sequence/${message}`,
        said: 'left empty',
        plan: first,
        spoil: end(section),
        obey
      })),
      ...[rep(removed(name), ''), rep(/### Requirement: A full[^]*?(?=\n## REM)/, ''), ...named].map(obey => ({
        of: `step-sequence/${message}`,
        said: 'below "REMOVED Requirements"',
        plan: first,
        spoil: end(more),
        obey
      }))
    ]
  }),
  // By its old name, before the line that renames it and behind.
  ...['Reminders go out', 'Reminders Go out'].map(name => ({
    of: name === 'Reminders go out' ? 'step-sequence/sameName' : 'step-sequence/nearName',
    plan: second,
    spoil: rep('Requirement: Reminders wait', `Requirement: ${name}`),
    obey: rep(`Requirement: ${name}`, 'Requirement: Reminders wait')
  })),
  {
    of: 'step-sequence/sameName',
    said: 'Below "MODIFIED Requirements" write its new name, "A full shelf says so"',
    plan: first,
    spoil: end(`## RENAMED Requirements\n\n${renamed('A shelf', 'A full shelf says so')}
## MODIFIED Requirements\n\n${requirement('A shelf')}`),
    obey: rep('### Requirement: A shelf\n', '### Requirement: A full shelf says so\n')
  },
  {
    of: 'step-sequence/nearName',
    said: 'a name of its own',
    plan: second,
    spoil: rep('Requirement: Reminders wait', 'Requirement: Reminders Go out'),
    obey: rep('Requirement: Reminders Go out', 'Requirement: Reminders of fees')
  },
  {
    of: 'step-sequence/sameName',
    said: 'Merge',
    plan: second,
    spoil: end(renamed('Reminders go out', 'Reminders are held')),
    obey: rep(`\n${renamed('Reminders go out', 'Reminders are held')}`, '')
  },
  // A new name that another has: one that is new, and another new name.
  ...[full, full.toLowerCase()].flatMap(name => [
    {
      of: name === full ? 'step-sequence/sameName' : 'step-sequence/nearName',
      said: 'Give one of them a name of its own',
      plan: first,
      spoil: end(`## RENAMED Requirements\n\n${renamed('A shelf', name)}`),
      obey: rep(`TO: \`### Requirement: ${name}`, 'TO: `### Requirement: A full shelf says so')
    },
    {
      of: name === full ? 'step-sequence/sameName' : 'step-sequence/nearName',
      said: 'Give one of them a name of its own',
      plan: second,
      spoil: end(renamed('A shelf', full, 'A desk', name)),
      obey: rep(`A shelf\`\n- TO: \`### Requirement: ${full}`, 'A shelf`\n- TO: `### Requirement: A full shelf says so')
    }
  ]),
  {
    of: 'step-sequence/noNames',
    said: 'take the section out',
    plan: first,
    spoil: end('## MODIFIED Requirements\n\nNothing but words.\n'),
    obey: rep('Nothing but words.\n', requirement('Reminders wait'))
  },
  {
    of: 'step-sequence/noNames',
    said: 'take the section out',
    plan: first,
    spoil: end('## MODIFIED Requirements\n\nNothing but words.\n'),
    obey: rep('\n## MODIFIED Requirements\n\nNothing but words.\n', '')
  },
  {
    of: 'step-sequence/noNames',
    said: 'FROM:',
    plan: first,
    spoil: end('## RENAMED Requirements\n\nNothing but words.\n'),
    obey: rep('Nothing but words.\n', renamed('Reminders go out', 'Reminders wait'))
  },
  {
    of: 'step-sequence/noNames',
    plan: first,
    spoil: rep(/(?<=## ADDED Requirements\n\n)[^]*/, 'Nothing but words.\n'),
    obey: rep('Nothing but words.\n', requirement(full))
  },
  {
    of: 'step-sequence/noNames',
    plan: 'openspec-spec/valid-1',
    spoil: rep(/(?<=## Requirements\n\n)[^]*/, 'Nothing but words.\n'),
    obey: rep('Nothing but words.\n', requirement(full))
  },
  {
    of: 'step-sequence/unpaired',
    said: 'behind',
    plan: second,
    spoil: rep(/- TO.*\n/, ''),
    obey: end('- TO: `### Requirement: Reminders wait`\n')
  },
  {
    of: 'step-sequence/unpaired',
    said: 'before',
    plan: second,
    spoil: rep(/- FROM.*\n/, ''),
    obey: rep('- TO', '- FROM: `### Requirement: Reminders go out`\n- TO')
  },
  // With a command, and in words.
  ...['Verify that nothing goes out in vain', 'Verify that `npm test` passes'].map(said => ({
    of: 'step-verification/nothing',
    plan: tasks,
    spoil: all(
      rep(', and test it with ten books', ''),
      rep("Verify with last week's returns that none", 'See to it that none')
    ),
    obey: rep('See to it that none goes out in vain', said)
  })),
  ...['#### ', '## '].map(level => ({
    of: 'task-format/nameLost',
    plan: first,
    spoil: rep(`### Requirement: ${full}`, `${level}Requirement: ${full}`),
    obey: rep(`${level}Requirement: ${full}`, `### Requirement: ${full}`)
  })),
  ...[`### Requirement 2 - ${full}`, `### ${full}`].map(written => ({
    of: 'task-format/nameLost',
    plan: first,
    spoil: rep(`### Requirement: ${full}`, written),
    obey: rep(written, `### Requirement: ${full}`)
  })),
  ...[
    rep(`## Notes\n\n### Requirement: ${full}`, `### Requirement: ${full}`),
    rep(`## Notes\n\n### Requirement: ${full}`, `## Notes\n\n### ${full}`)
  ].map(obey => ({
    of: 'task-format/nameAstray',
    plan: first,
    spoil: rep(`### Requirement: ${full}`, `## Notes\n\n### Requirement: ${full}`),
    obey
  })),
  ...[
    rep(
      '### Rollout\nIn May.\n',
      '### Requirement: Rollout\nThe box SHALL go out in May.\n\n#### Scenario: May\n- **WHEN** it is May\n- **THEN** it is out\n'
    ),
    rep('### Rollout\nIn May.\n', '## Rollout\nIn May.\n')
  ].map(obey => ({
    of: 'task-format/nameNone',
    plan: first,
    spoil: (text: string) => `${text}\n### Rollout\nIn May.\n`,
    obey
  })),
  {
    of: 'task-format/noBox',
    plan: tasks,
    spoil: text => text.replace(/- \[[ x]\] /g, '- '),
    obey: text => text.replace(/^( *)- (?=\d|Ask)/gm, '$1- [ ] ')
  },
  {
    of: 'task-format/noBox',
    plan: tasks,
    spoil: rep(/(?<=# Tasks\n)[^]*/, '\nNone yet.\n'),
    obey: rep('None yet.\n', '- [ ] 1.1 Read a tag, and test it\n')
  }
]
