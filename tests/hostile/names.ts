/** Names of files and texts of plans that strangers choose. */

/** 47 names that have broken a report, a log or a page somewhere; each ends in `.md`. */
export const names: readonly (string | Buffer)[] = [
  'line\nbreak.md',
  '\n::error::owned.md',
  'x\r\n::add-mask::a.md',
  '::error file=a.md,line=1::owned.md',
  '::set-output name=x::owned.md',
  '  ::warning::owned.md',
  '##[error]owned.md',
  'a ##[group]b.md',
  '##vso[task.setvariable variable=a]b.md',
  '\u001b[31mred\u001b[0m.md',
  '\u001b]8;;https:evil.example\u0007click.md',
  '\u009b31mc1.md',
  '\u202egpj.exe.md',
  '\u2066isolated\u2069.md',
  'zero\u200bwidth\ufeff.md',
  '%0A::error::x.md',
  '100%25 %.md',
  'a:b.md',
  ':colon.md',
  'a,b=c.md',
  '-leading.md',
  '--format=json.md',
  '-.md',
  "'single'.md",
  '"double".md',
  '<script>alert(1)<script>.md',
  '<img src=x onerror=alert(1)>.md',
  ']]>.md',
  '&amp;&lt;&#0;.md',
  '`code`.md',
  '``` fence.md',
  'a|b\\|c.md',
  '@everyone #1 @org.md',
  '[click](https:evil.example).md',
  '__proto__.md',
  'constructor.md',
  Buffer.from('bytes \xff\xfe.md', 'latin1'),
  Buffer.from('cut \xe2\x82.md', 'latin1'),
  `${'long'.repeat(60)}.md`,
  'trailing space .md',
  '\rreturn.md',
  '\ttab.md',
  '😀👩‍💻.md',
  'e\u0301 und \u00e9.md',
  '\u2028separator\u2029.md',
  '$(touch pwned) `id`;|&.md',
  '*?[a]{b,c}!(d).md'
]

/** Pieces that stand in every slot of the poisoned plan. */
const poison = [
  '::error file=a.md::owned',
  '##[error]owned',
  '##vso[task.x]y',
  '\u001b[31mred\u001b[0m',
  '\u202egpj',
  'a\u200bb',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]>',
  '&#0;',
  '`tick',
  '| bar',
  '@everyone',
  '[click](https://evil.example)',
  '__proto__',
  '%0A::error::x',
  '\u2028::error::x',
  '\ud800'
]

const sections = poison.map(
  bad =>
    `## ${bad}\n\n${bad} TBD\n\n**${bad}**: ${bad}\n\n\`\`\`\n${bad} <new>\nsrc/${bad}\n\`\`\`\n\n- [ ] ${bad}\n- [x] TODO ${bad}\n`
)
const steps = poison.map(
  (bad, index) =>
    `### Step ${index * 2 + 1}: ${bad}\n\n**Files**: \`${bad}\`\n\n**Actions**:\n1. ${bad}\n2. Verify: \`${bad} || true\`\n`
)

/** A plan that has something wrong everywhere, in the words of somebody who wishes ill. */
export const poisonedPlan = [
  '# Plan ::error::owned <script>alert(1)</script> \u001b[31m ##[error]x',
  '**Status**: ::error::status ##[error]',
  '## Goal',
  poison.join('\n'),
  '## Goal',
  poison.join(' '),
  ...sections,
  '## Implementation Steps',
  ...steps,
  '::error::a line of its own',
  '  ::stop-commands::x',
  '##[group]own',
  ''
].join('\n\n')
