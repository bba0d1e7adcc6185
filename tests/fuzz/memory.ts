/**
 * Peak memory and processor time of the built command on the worst that there is: what only just passes the guard, what it stops, large plans with the limits lifted.
 * Argument: of the families of documents only each so manieth (1: all). Writes JSON lines, the dearest at the end.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { makePlan } from '../../bench/plans.ts'
import { checkComplexity } from '../../src/guard/complexity.ts'
import { families } from '../guard/families.ts'
import { largestAdmitted } from '../guard/fuzz.ts'

const bin = path.join(import.meta.dirname, '../../dist/bin.cjs')
const hook = pathToFileURL(path.join(import.meta.dirname, 'measure.mjs')).href

/** A document, how it is judged, and whether the guard's limits are lifted for it. */
export interface Case {
  name: string
  make: () => string
  argv: string[]
  isLifted?: boolean
}

export interface Used {
  name: string
  bytes: number
  argv: string[]
  code: number | null
  /** Peak of resident memory. */ megabytes: number
  /** Of the processor. */ milliseconds: number
  trouble: string
}

const half = 512 * 1024
const fill = (piece: string, size: number): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)))
const numbered = (piece: (n: number) => string, size: number): string => {
  const parts: string[] = []
  for (let n = 1, length = 0; length < size; n++) length += parts[parts.push(piece(n)) - 1]!.length
  return parts.join('').slice(0, size)
}

const step = (n: number): string =>
  `### Step ${n}: Do it\n\n**Files**: \`src/a${n}.ts\`, \`src/b${n}.ts\`\n\n**Actions**:\n1. Write the tests\n2. TBD etc. as needed\n3. Verify: \`npm test -- a${n} || true\`\n\n`
const paragraph = 'A paragraph of some words about `src/a.ts`, and of others that stand beside them; see step 3.\n\n'

/** What plans are made of, as much of it as goes into 512 KiB. */
const dense: [name: string, lead: string, piece: (n: number) => string][] = [
  ['steps', '# Plan\n\n## Implementation Steps\n\n', step],
  ['long paragraphs', '# Plan\n\n## Goal\n\n', () => `${'word and word '.repeat(30)}\n\n`],
  ['headings', '# Plan\n\n', n => `## Part ${n} of a long plan with many parts\n\nN/A\n\n`],
  [
    'files in a tree',
    '# Plan\n\n## Files Modified or Created\n\n### Directory Tree\n\n```\n',
    n => `src/part/of/a/file-${n}.ts <new>\n`
  ],
  [
    'files in a table',
    '# Plan\n\n## Files\n\n| File | Action |\n| --- | --- |\n',
    n => `| \`src/part/of/a/file-${n}.ts\` | modified because of something |\n`
  ],
  ['boxes', '# Plan\n\n## Completion Checklist\n\n', n => `- [ ] T${n} [P] Do it in src/a-file-${n}.ts as needed\n`],
  [
    'commands',
    '# Plan\n\n## Implementation Steps\n\n### Step 1: a\n\n```bash\n',
    n => `npm test -- --grep "a${n}" | tee /tmp/a && echo done\n`
  ],
  ['placeholders', '# Plan\n\n## Goal\n\n', n => `[TODO: write ${n}] TBD etc. as needed {{x}} <name>.\n\n`],
  ['questions', '# Plan\n\n## Open Questions\n\n', n => `${n}. What of it, and when? (@someone)\n`],
  ['code', '# Plan\n\n## Steps\n\n```ts\n', n => `function f${n}() { return ${n} } // and so on\n`],
  ['words of other scripts', '# Plan\n\n## Goal\n\n', () => '日本語の計画 😀 '.repeat(10) + '\n\n']
]

const lifted: [name: string, bytes: number, piece: (n: number) => string][] = [
  ['steps', 1e6, step],
  ['steps', 5e6, step],
  ['paragraphs', 1e6, () => paragraph],
  ['paragraphs', 5e6, () => paragraph],
  ['tiny paragraphs', 1e6, () => 'a\n\n'],
  ['items', 1e6, n => `- item ${n}\n`],
  ['items', 5e6, n => `- item ${n}\n`],
  ['emphasis', 1e6, () => '*a_ '],
  ['small lists', 1e6, () => '- a\n\n\nb\n\n'],
  ['nested quotes', 1e6, () => '> - 1. '],
  ['table rows', 5e6, n => `| a${n} | b |\n`]
]

export function cases(every: number): Case[] {
  const forced = ['--profile', 'design-plan']
  return [
    ...families
      .filter((_, index) => index % every === 0)
      .map(({ name, make }): Case => ({
        name: `just passes the guard: ${name}`,
        make: () => make(largestAdmitted(make, half)),
        argv: ['--profile', 'design-plan', '-f', 'json']
      })),
    ...families
      .filter((_, index) => index % (every * 7) === 0)
      .map(({ name, make }): Case => ({ name: `stopped, or not: ${name}`, make: () => make(half), argv: forced })),
    ...dense.flatMap(([name, lead, piece]) =>
      [[...forced], [...forced, '-f', 'sarif'], [...forced, '--fix-dry-run', '-f', 'json']].map((argv): Case => ({
        name: `512 KiB: ${name}`,
        make: () => lead + numbered(piece, admitted(lead, piece)),
        argv
      }))
    ),
    ...lifted.map(([name, bytes, piece]): Case => ({
      name: `limits lifted: ${bytes / 1e6} MB of ${name}`,
      make: () => `# Plan\n\n## Implementation Steps\n\n${numbered(piece, bytes)}`,
      argv: [...forced, '-f', 'json'],
      isLifted: true
    })),
    { name: 'a line of 10 MB', make: () => fill('a word ', 10e6), argv: forced },
    { name: 'limits lifted: a line of 10 MB', make: () => fill('a word ', 10e6), argv: forced, isLifted: true }
  ]
}

/** As much of it as passes the guard, up to 512 KiB. */
function admitted(lead: string, piece: (n: number) => string): number {
  const make = (size: number): string => lead + numbered(piece, size)
  return checkComplexity(make(half - lead.length * 4))
    ? largestAdmitted(make, half) - lead.length
    : half - lead.length * 4
}

/** Runs the command on one document. */
export function use({ name, make, argv, isLifted }: Case, folder: string): Used {
  const text = make()
  const usage = path.join(folder, 'usage.json')
  fs.rmSync(usage, { force: true })
  fs.writeFileSync(path.join(folder, 'PLAN.md'), text)
  const limits = Object.fromEntries(
    [
      'bytes',
      'lines',
      'nesting',
      'markersPerBlock',
      'emphasisPerBlock',
      'linesPerBlock',
      'containerGroups',
      'regrouping',
      'definitions',
      'tableCells'
    ].map(limit => [limit, 1e9])
  )
  fs.writeFileSync(
    path.join(folder, '.remarkrc.json'),
    JSON.stringify({ plugins: [['planlint', isLifted ? { limits } : {}]] })
  )
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, bin, ...argv, 'PLAN.md'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PLANLINT_USAGE: usage },
    maxBuffer: 1 << 30
  })
  const { megabytes, milliseconds } = JSON.parse(fs.readFileSync(usage, 'utf8')) as {
    megabytes: number
    milliseconds: number
  }
  return {
    name,
    bytes: Buffer.byteLength(text),
    argv,
    code: status,
    megabytes: Math.round(megabytes),
    milliseconds: Math.round(milliseconds),
    trouble: status === 2 ? stderr.split('\n')[0]! : ''
  }
}

/** Milliseconds of processor time that a usual plan takes, from the start of the command, on the machine that the figures in the docs come from. */
const usual = 100

/** How much slower this machine is, at this moment: 1 where it is not. */
export function slowness(folder: string): number {
  const plan: Case = { name: 'a usual plan', make: () => makePlan(), argv: ['-f', 'json'] }
  return Math.max(1, Math.min(...[1, 2, 3].map(() => use(plan, folder).milliseconds)) / usual)
}

/** Everything, one after the other. */
export function* measureAll(every: number): Generator<Used> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-memory-'))
  try {
    for (const each of cases(every)) yield use(each, folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all: Used[] = []
  for (const used of measureAll(Number(process.argv[2] ?? 1))) {
    all.push(used)
    console.log(JSON.stringify(used))
  }
  console.log(`${all.length} runs; most memory, longest:`)
  for (const key of ['megabytes', 'milliseconds'] as const)
    console.log(JSON.stringify(all.reduce((most, one) => (one[key] > most[key] ? one : most))))
}
