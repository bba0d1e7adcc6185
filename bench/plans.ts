/** Plans to measure with: generated, so that each of their dimensions can be stretched alone. */

/** How much of each thing a plan holds. */
export interface Size {
  steps: number
  files: number
  sections: number
  boxes: number
  commands: number
  questions: number
  flaws: number
  mentions: number
}

/** A plan as people write them: about 10 KB. */
export const usual: Size = {
  steps: 12,
  files: 10,
  sections: 8,
  boxes: 6,
  commands: 1,
  questions: 4,
  flaws: 0,
  mentions: 1
}

const parts = [
  'catalogue',
  'orders',
  'returns',
  'ledger',
  'search',
  'labels',
  'parcels',
  'vouchers',
  'stock',
  'reports'
]

/**
 * A design plan.
 *
 * @param seed Makes plans differ: names and numbers follow from it.
 */
export function makePlan(given: Partial<Size> = {}, seed = 1): string {
  const size = { ...usual, ...given }
  const part = parts[seed % parts.length]!
  const files = times(size.files, i => ({
    name: `${part}_${i}.ts`,
    path: `services/${part}/${part}_${i}.ts`,
    isNew: i % 2 === 0
  }))
  const has = (i: number): boolean => i < size.flaws
  return [
    '---',
    'planlint: design-plan',
    '---',
    '',
    `# Plan ${seed}: a new way to keep the ${part}`,
    '',
    '> Status: for review by the people of the warehouse',
    '',
    '## Goal',
    '',
    `Whoever looks after the ${part} waits ${seed % 50} minutes for each list today. After this change a list is there within a minute, and shows when it was made. Included are the lists of both warehouses; printing them is not.`,
    '',
    '## Non-Goals',
    '',
    '1. **Colours**: the printers know black alone.',
    '2. **History**: the accountants keep their own, and want to go on doing so.',
    '',
    '---',
    '',
    '## Design Overview',
    '',
    '### Architecture',
    '',
    'A job reads what has changed since its last run and writes one page for each shelf. A page that has not changed stays as it is.',
    '',
    ...times(size.sections, i => [
      `### Part ${i + 1} of the ${part}`,
      '',
      `The shelf with number ${i} is read *once* and kept in \`memory_${i}\`, since [its list](https://example.org/${seed}/${i}) is asked for most often. Where two people change it at the same time, the later one is told, and **nothing is lost**: both lists are kept for a day, and the foreman chooses.`,
      ''
    ]).flat(),
    '### Key decisions',
    '',
    '- Pages rather than one long list: a page can be printed alone.',
    '- A job rather than a service: nobody is there at night to look after a service.',
    '',
    '---',
    '',
    '## Files Modified or Created',
    '',
    '### Directory Tree',
    '',
    '```',
    'services/',
    `└── ${part}/`,
    ...files.map(
      (file, i) => `    ${i === files.length - 1 ? '└──' : '├──'} ${file.name} <${file.isNew ? 'new' : 'modified'}>`
    ),
    '```',
    '',
    '### File-by-File Overview',
    '',
    ...files.flatMap((file, i) => [
      `#### ${i + 1}. \`${file.path}\` (${file.isNew ? 'new' : 'modified'})`,
      '',
      `- **Purpose**: keeps what shelf ${i} holds`,
      `- **Changes**: ${file.isNew ? 'all of it is new' : 'writes a page as well'}`,
      ''
    ]),
    '---',
    '',
    '## Alternatives Considered',
    '',
    '### A table that everybody may write to',
    '',
    'It needs no job at all.',
    '',
    '**Why not chosen**: two people would write at once, and one would lose.',
    '',
    '### A list by post',
    '',
    'It is what was done before.',
    '',
    '**Why not chosen**: it comes a day late.',
    '',
    '---',
    '',
    '## Implementation Steps',
    '',
    ...times(size.steps, i =>
      stepOf(i, i === 0 ? files.map(file => file.path) : [files[i % files.length]!.path], size, has(i))
    ).flat(),
    '---',
    '',
    '## Cross-Cutting Concerns',
    '',
    '### Testing Strategy',
    '',
    'Each page is compared with the list that was made by hand in March.',
    '',
    '### Error Handling',
    '',
    'A shelf that cannot be read keeps its old page, and the page says so.',
    '',
    '### Security',
    '',
    'A page shows no names of customers; a test looks for them.',
    '',
    '### Performance',
    '',
    'All pages within ten minutes: `npm run bench` says so.',
    '',
    '### Observability',
    '',
    'Two counters: pages written, and pages left as they were.',
    '',
    '## Dependencies',
    '',
    '| Dependency | Status | Owner | Notes |',
    '| --- | --- | --- | --- |',
    '| A printer for the north hall | Pending | @ines | ordered for May |',
    '| Access to the shelves | Complete | @tomas | read only |',
    '',
    '## Open Questions',
    '',
    ...times(
      size.questions,
      i =>
        `${i + 1}. **Does shelf ${i} need a page of its own?** It holds ${i} kinds of screws, which nobody has counted since last year — @ines`
    ),
    '',
    '## Plan Review',
    '',
    '**Problems**: the lists of March were made in a hurry. **Suggestions**: make those of April with two people before the first step is judged.',
    '',
    ...times(size.boxes, i => `- [ ] shelf ${i} was counted twice`),
    ''
  ].join('\n')
}

function stepOf(i: number, paths: string[], size: Size, isFlawed: boolean): string[] {
  const commands = times(size.commands, c => `npm test -- shelf_${i}_${c}`)
  return [
    `### Step ${i + 1} – Shelf ${i + 1}`,
    '',
    ...(isFlawed ? [] : ['**Files**: ' + paths.map(path => `\`${path}\``).join(', '), '']),
    '**Actions**:',
    '',
    ...times(size.mentions, m => `${m + 1}. Read the shelf and write \`${paths[m % paths.length]}\` ${m}`),
    '',
    ...(isFlawed
      ? ['TODO: somebody has to say how this is checked', '']
      : ['**Verification**:', '', '```sh', ...commands, '```', ''])
  ]
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Plans for a folder: two valid ones, then one with flaws, and so on. */
export function makePlans(count: number): { name: string; text: string }[] {
  return times(count, i => ({
    name: `docs/plans/${String(Math.floor(i / 100)).padStart(3, '0')}/${String(i).padStart(5, '0')}-plan.md`,
    text: makePlan(i % 3 === 2 ? { flaws: 3 } : {}, i + 1)
  }))
}

/** One plan of about so many units, every dimension stretched alike. */
export function makeLarge(units: number): string {
  const factor = Math.max(1, units / makePlan().length)
  return makePlan(
    Object.fromEntries(
      Object.entries(usual).map(([name, value]) => [
        name,
        name === 'commands' || name === 'mentions' ? value : Math.ceil(value * factor)
      ])
    )
  )
}
