import type {
  Edit,
  ExcludedFile,
  FileReport,
  Finding,
  JudgedFile,
  Place,
  RunReport,
  UnjudgedFile
} from '../../src/types.ts'
import type { ReportOptions } from '../../src/report/types.ts'

/** Options as a pipe has them. */
export const plain: ReportOptions = {
  color: false,
  hyperlinks: false,
  width: 80,
  quiet: false,
  maxWarnings: Infinity,
  rules: ['step-verification', 'file-tree', 'vague-wording', 'required-sections'].map(id => ({
    id,
    summary: `Summary of ${id}`,
    why: `Why ${id} matters`,
    url: `https://example.com/rules/${id}`,
    markdown: `# ${id}\n\nWhat it says.\n`,
    severity: id === 'vague-wording' ? 'warning' : 'error'
  }))
}

export const colored: ReportOptions = { ...plain, color: true, hyperlinks: true }

/** Nothing was looked at. */
export const nothing = { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }

/** The place of `needle` in `source`. */
export function placeOf(source: string, needle: string): Place {
  const from = source.indexOf(needle)
  if (from < 0) throw new Error(`not in the sample: ${needle}`)
  return { start: pointAt(source, from), end: pointAt(source, from + needle.length) }
}

function pointAt(source: string, offset: number) {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset }
}

/** A finding with sensible defaults. */
export function finding(part: Partial<Finding> & { place: Place }): Finding {
  const rule = part.rule ?? 'step-verification'
  return {
    rule,
    messageId: 'missing',
    severity: 'error',
    message: 'Missing verification in step "Write the parser"',
    url: `https://example.com/rules/${rule}`,
    fingerprint: `f-${rule}-${part.place.start.offset}`,
    ...part
  }
}

const facts = {
  path: 'docs/plan.md',
  profileScore: 1,
  status: null,
  examined: { sections: 10, steps: 6, commands: 6, files: 7, checkboxes: 12 },
  findings: [],
  fatalErrors: [],
  notes: [],
  skipped: []
}

/** A judged plan with sensible defaults. */
export function fileReport(part: Partial<JudgedFile>): JudgedFile {
  return { ...facts, state: 'judged', profile: 'design-plan', recognised: 'certain', ...part }
}

/** A file that was not judged, with sensible defaults. */
export function unjudgedFile(part: Partial<UnjudgedFile>): UnjudgedFile {
  return {
    ...facts,
    profileScore: 0,
    examined: nothing,
    state: 'not-judged',
    profile: null,
    reason: 'no profile recognises it as a plan',
    ...part
  }
}

/** A file that is declared no plan. */
export function excludedFile(part: Partial<ExcludedFile>): ExcludedFile {
  return {
    ...facts,
    profileScore: 0,
    examined: nothing,
    state: 'excluded',
    profile: null,
    reason: '"planlint: false" in its front matter',
    ...part
  }
}

export function run(files: FileReport[], part: Partial<RunReport> = {}): RunReport {
  return { version: '0.1.0', files, fatalErrors: [], elapsed: 34.4, ...part }
}

const source = `# Kettle cache

## Files

\`\`\`
src/
├── kettle.ts [new]
└── 日本語/湯沸かし器.ts [maybe]
\`\`\`

## Steps

### Step 3: Write the parser

\t- [ ] 🫖 boil\tand handle errors as needed
- Files: \`src/kettle.ts\`

### Step 5: Ship it

Push the button
and hope for
the best.
${'Long words fill this line until it is much wider than any terminal that people use; '.repeat(3)}TBD later, ${'and so it goes on and on '.repeat(6)}
`

const edit: Edit = { start: 0, end: 0, text: '' }

/** One of everything that the terminal format draws. */
export const sample: RunReport = run([
  fileReport({
    path: 'docs/plans/kettle.md',
    source,
    findings: [
      finding({
        rule: 'file-tree',
        message: 'Unknown mark "maybe" for "日本語/湯沸かし器.ts"',
        help: 'Mark each file as new, modified or deleted',
        place: placeOf(source, '[maybe]')
      }),
      finding({
        place: placeOf(source, '### Step 3: Write the parser'),
        help: 'Add a line "Verify" with a command that fails as long as the step is not done, such as `npm test -- parser`',
        related: [{ place: placeOf(source, 'kettle.ts [new]'), message: 'the step creates this file' }]
      }),
      finding({
        rule: 'vague-wording',
        severity: 'warning',
        message: 'Vague wording "as needed"',
        place: placeOf(source, 'as needed')
      }),
      finding({
        message: 'Missing verification in step "Ship it"',
        place: placeOf(source, 'Push the button\nand hope for\nthe best.'),
        fixes: [{ title: 'Insert', edits: [edit], safe: true }]
      }),
      finding({
        rule: 'vague-wording',
        severity: 'warning',
        message: 'Placeholder "TBD"',
        place: placeOf(source, 'TBD')
      })
    ]
  }),
  fileReport({ path: 'docs/plans/clean.md', profile: 'rfc' }),
  unjudgedFile({
    path: 'notes.md',
    profileScore: 0.2,
    notes: ['repository-aware rules skipped: no git repository']
  }),
  unjudgedFile({
    path: 'odd.md',
    source: '# Odd\n\n> - 1. > - 1. deep\n',
    fatalErrors: [{ code: 'too-complex', message: 'Too many nested containers: flatten the list', line: 3, column: 1 }]
  })
])
