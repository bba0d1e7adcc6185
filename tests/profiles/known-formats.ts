/** Defects in samples of known formats, whose profiles a reader may copy. */
import type { Mutant } from './mutant.ts'

export const knownFormats: Record<string, readonly Mutant[]> = {
  madr: [
    ['status: accepted', 'status: agreed', 'metadata', 'status: agreed'],
    ['date: 2026-03-02\n', '', 'metadata', '---'],
    ['decision-makers: [Nadia, Tom]\n', '', 'metadata', '---'],
    ['[Nadia, Tom]', '[owner name]', 'no-placeholder', 'decision-makers'],
    ['[Nadia, Tom]', '[Nadia]', '', ''],
    ['Chosen option: "Postgres"', 'Chosen option: "MySQL"', 'alternatives', 'Chosen option'],
    ['Chosen option: "Postgres"', 'Chosen option: "Redis"', '', ''],
    ['* Redis\n* Signed cookies\n', '', 'alternatives', '## Considered Options'],
    [
      '## Considered Options\n\n* Postgres\n* Redis\n* Signed cookies\n\n',
      '',
      'required-sections',
      '## Context and Problem Statement'
    ],
    [
      'Chosen option: "Postgres", because it is there, is backed up, and 40 writes per second are nothing to it.\n',
      '',
      'alternatives',
      '## Decision Outcome'
    ],
    [
      ', because it is there, is backed up, and 40 writes per second are nothing to it.',
      '',
      'alternatives',
      'Chosen option'
    ],
    [
      '* Good, because keys expire by themselves.\n* Bad, because it is one more thing to run.\n',
      '',
      'section-content',
      '### Redis'
    ],
    ['* Good, because the server keeps nothing.\n', '', 'section-content', '### Signed cookies'],
    ['Users are signed out', '{Describe the context} Users are signed out', 'no-placeholder', '{Describe']
  ],
  kep: [
    ['- [ ] Test plan is in place\n', '', 'completion-checklist', '## Release Signoff'],
    ['### Goals\n\n- Pausing a job starts no further pod.\n\n', '', 'required-sections', '## Motivation'],
    [' Mitigation: an event is sent for each day that it is paused.', '', 'section-content', '- A paused job'],
    ['#### Beta\n\n- Two releases without a change to the field.\n', '', 'section-content', '### Graduation Criteria'],
    ['- Two releases without a change to the field.\n', '', 'section-content', '#### Beta'],
    ['- 2026-02-10: first draft', '- first draft', 'section-content', '- first draft'],
    ['#### Story 1', '#### Story 2', 'step-sequence', '#### Story 2'],
    ['The gate `JobPause` turns it off; paused jobs go on then.', 'N/A', 'na-justification', 'N/A'],
    [
      'A job gains a field that pauses it: running pods stay, new ones are not started.\n',
      '',
      'section-content',
      '## Summary'
    ]
  ],
  rfc: [
    ['- Feature Name: `let_chain_labels`\n', '', 'metadata', '# Summary'],
    [
      '`let_chain_labels`',
      '(fill me in with a unique ident, `my_awesome_feature`)',
      'no-placeholder',
      '- Feature Name'
    ],
    ['2026-01-15', "(fill me in with today's date, YYYY-MM-DD)", 'no-placeholder', '- Start Date'],
    ['2026-01-15', 'next week', 'metadata', '- Start Date'],
    ['[rfcs#4410](https://example.org/rfcs/pull/4410)', '4410', 'section-content', '- RFC PR'],
    [
      '# Drawbacks\n\nLabels meant loops and blocks alone so far.\n\n',
      '',
      'required-sections',
      '# Reference-level explanation'
    ],
    ['# Prior art\n\nGuards in Elixir name the clause that failed.\n\n', '', 'required-sections', '# Rationale'],
    [
      "```text\nif 'user: let Some(u) = user() && 'key: let Some(k) = u.key() { open(k) }\n```\n",
      '',
      'section-content',
      '# Guide-level explanation'
    ],
    ['- May two parts carry the same label?', 'None', 'na-justification', 'None'],
    ['- May two parts carry the same label?', 'TBD', 'no-placeholder', 'TBD']
  ],
  'design-doc': [
    ['**Author**: @nadia\n', '', 'metadata', '# Thumbnails'],
    ['In review', 'Reviewing', 'metadata', '**Status**'],
    ['2026-02-20', 'soon', 'metadata', '**Last updated**'],
    ['### Non-goals\n\n- Moving pictures to another bucket.\n\n', '', 'required-sections', '### Goals'],
    ['- Moving pictures to another bucket.', 'TBD', 'no-placeholder', 'TBD'],
    [
      '### All sizes at upload\n\nIt is what we have: simple, and three quarters of the storage go unused.\n',
      'It was clear.\n',
      'alternatives',
      '## Alternatives considered'
    ],
    [
      '```mermaid\nflowchart LR\n  browser --> edge --> resizer --> bucket\n```\n',
      '',
      'section-content',
      '## The design'
    ],
    [
      '## Cross-cutting concerns\n\nWidths are rounded to eight steps, so that nobody fills the cache with 4000 sizes.\n',
      '',
      'required-sections',
      '## Alternatives considered'
    ]
  ]
}
