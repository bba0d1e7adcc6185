/** What depends on where files lie: an OpenSpec change with the main specs, and tasks that lie with what is done. */
import { rep } from '../../../profiles/edits.ts'
import type { Edit } from '../../../profiles/edits.ts'
import { planText } from '../remedy.ts'
import type { SetRemedy, Texts } from '../remedy.ts'

const home = 'openspec/changes/lamps'
const [proposal, tasks, design] = [`${home}/proposal.md`, `${home}/tasks.md`, `${home}/design.md`]
/** The delta and the main spec of a capability. */
const delta = (capability: string): string => `${home}/specs/${capability}/spec.md`
const main = (capability: string): string => `openspec/specs/${capability}/spec.md`

const requirement = (name: string, ...cases: string[]): string =>
  `### Requirement: ${name}\nThe lamp SHALL do it.\n${cases
    .map(each => `\n#### Scenario: ${each}\n- **WHEN** it is ${each}\n- **THEN** it shines\n`)
    .join('')}`

const section = (title: string, ...requirements: string[]): string =>
  `## ${title} Requirements\n\n${requirements.join('\n')}`

const capabilities = (added: readonly string[], modified: readonly string[]): string =>
  `# Proposal\n\n## Why\n\nThe yard is dark, and people fall.\n\n## What Changes\n\n- Lamps shine\n\n## Capabilities\n\n### New Capabilities\n\n${listed(added)}\n### Modified Capabilities\n\n${listed(modified)}\n## Impact\n\n- The yard\n`

function listed(names: readonly string[]): string {
  return names.map(name => `- \`${name}\`: lamps shine there\n`).join('')
}

/** A change that is right: one capability is new, one has another requirement. */
export const right: Texts = {
  [proposal]: capabilities(['yard'], ['gate']),
  [delta('yard')]: section('ADDED', requirement('Lamps shine', 'dark')),
  [delta('gate')]: section('MODIFIED', requirement('The gate has light', 'dark', 'noon')),
  [main('gate')]:
    `# gate\n\n## Purpose\n\nPeople find the gate.\n\n${section('', requirement('The gate has light', 'dark', 'noon'), requirement('The bell rings', 'late')).replace('##  ', '## ')}`
}

const write =
  (...edits: readonly (readonly [string, Edit])[]) =>
  (texts: Texts): Texts => ({
    ...texts,
    ...Object.fromEntries(edits.map(([name, edit]) => [name, edit(texts[name] ?? '')]))
  })

const move =
  (from: string, to: string) =>
  ({ [from]: text, ...others }: Texts): Texts => ({ ...others, [to]: text! })

const without =
  (name: string) =>
  ({ [name]: _, ...others }: Texts): Texts =>
    others

const both =
  (...steps: readonly ((texts: Texts) => Texts)[]) =>
  (texts: Texts): Texts =>
    steps.reduce((all, step) => step(all), texts)

const past = 'openspec/changes/archive/2026-01-02-lamps/tasks.md'

export const bySet: readonly SetRemedy[] = [
  {
    of: 'traceability/astray',
    texts: {
      [proposal]: planText('openspec-proposal/valid-2'),
      [`${home}/specs/yard/notes.md`]: right[delta('yard')]!
    },
    obey: both(move(`${home}/specs/yard/notes.md`, delta('yard')), texts => texts)
  },
  // Near one that is there, and near none.
  {
    of: 'traceability/unknownName',
    said: 'Write "The gate has light"',
    texts: write([delta('gate'), rep('has light', 'has lights')])(right),
    obey: write([delta('gate'), rep('has lights', 'has light')])
  },
  {
    of: 'traceability/unknownName',
    said: 'Name one that spec.md has',
    texts: write([delta('gate'), rep('The gate has light', 'Nobody falls')])(right),
    obey: write([delta('gate'), rep('Nobody falls', 'The gate has light')])
  },
  ...[
    write([delta('gate'), rep(/\n## ADDED[^]*?(?=###)/, '\n')]),
    write([delta('gate'), rep('Requirement: The bell rings', 'Requirement: The horn sounds')])
  ].map(obey => ({
    of: 'traceability/taken',
    texts: write([
      delta('gate'),
      text => `${text}\n${section('ADDED', requirement('The bell rings', 'late', 'noon'))}`
    ])(right),
    obey
  })),
  // A file in a folder of another name, and one that changes what is not there yet.
  {
    of: 'traceability/noOther',
    said: 'folder of the one that is meant',
    texts: move(delta('gate'), delta('gates'))(right),
    obey: move(delta('gates'), delta('gate'))
  },
  {
    of: 'traceability/noOther',
    said: 'add what is new instead',
    texts: write([proposal, () => capabilities(['yard', 'gate'], [])])(without(main('gate'))(right)),
    obey: write([delta('gate'), rep('MODIFIED', 'ADDED')])
  },
  // A capability without its delta.
  {
    of: 'traceability/noOther',
    said: 'Write `gate`',
    texts: write([proposal, rep('`gate`', '`gaze`')])(right),
    obey: write([proposal, rep('`gaze`', '`gate`')])
  },
  ...[
    write([delta('yard'), () => right[delta('yard')]!]),
    write([proposal, rep('- `yard`: lamps shine there\n', '')])
  ].map(obey => ({
    of: 'traceability/noOther',
    said: 'Write it, or take the capability out',
    texts: without(delta('yard'))(right),
    obey
  })),
  // One that is listed with those that change, and is new.
  {
    of: 'traceability/noOther',
    said: 'List it with those that are new',
    texts: write([proposal, () => capabilities([], ['gate', 'yard'])])(right),
    obey: write([proposal, () => capabilities(['yard'], ['gate'])])
  },
  {
    of: 'traceability/noOther',
    said: 'if `gate` is meant',
    texts: move(delta('gate'), delta('gaze'))(write([proposal, rep('`gate`', '`gaze`')])(right)),
    obey: both(write([proposal, rep('`gaze`', '`gate`')]), move(delta('gaze'), delta('gate')))
  },
  {
    of: 'traceability/existing',
    said: 'List it with those that change',
    texts: write([proposal, () => capabilities(['yard', 'gate'], [])])(right),
    obey: write([proposal, () => capabilities(['yard'], ['gate'])])
  },
  {
    of: 'traceability/existing',
    said: 'another name',
    texts: write(
      [proposal, () => capabilities(['yard', 'gate'], [])],
      [delta('gate'), () => section('ADDED', requirement('A lamp stands at the door', 'dark'))]
    )(right),
    obey: both(write([proposal, rep('`gate`', '`door`')]), move(delta('gate'), delta('door')))
  },
  {
    of: 'traceability/dropped',
    texts: write([delta('gate'), rep(/\n#### Scenario: noon[^]*/, '')])(right),
    obey: write([delta('gate'), text => `${text}\n#### Scenario: noon\n- **WHEN** it is noon\n- **THEN** it rests\n`])
  },
  ...[write([proposal, rep('- `yard`', '- `pond`: lamps shine there\n- `yard`')]), without(delta('pond'))].map(
    obey => ({
      of: 'traceability/unlisted',
      texts: { ...right, [delta('pond')]: section('ADDED', requirement('The pond has a lamp', 'dark')) },
      obey
    })
  ),
  // A section that nothing takes over.
  {
    of: 'traceability/kept',
    said: 'Take it out',
    texts: write([delta('gate'), text => `## Purpose\n\nLamps for those who come late.\n\n${text}`])(right),
    obey: write([delta('gate'), rep(/## Purpose[^]*?(?=## )/, '')])
  },
  // Questions of a design whose tasks are finished.
  ...[write([design, rep('bright?', 'bright? → Brighter than the street')]), write([tasks, rep('- [x]', '- [ ]')])].map(
    obey => ({
      of: 'status-consistency/unanswered',
      texts: write(
        [
          design,
          () => '# Design\n\n## Decisions\n\n- **Oil**: there is no other.\n\n## Open Questions\n\n- How bright?\n'
        ],
        [tasks, () => '# Tasks\n\n## 1. Lamps\n\n- [x] 1.1 Hang them\n- [x] 1.2 Verify it by night\n']
      )(right),
      obey
    })
  ),
  // What lies with what is done.
  ...[
    write([past, rep('- [ ] 1.2 Verify it by night', '- 1.2 Verify it by night: left to next winter')]),
    move(past, tasks)
  ].map(obey => ({
    of: 'completion-checklist/open',
    texts: { ...right, [past]: '# Tasks\n\n## 1. Lamps\n\n- [x] 1.1 Hang them\n- [ ] 1.2 Verify it by night\n' },
    obey
  }))
]
