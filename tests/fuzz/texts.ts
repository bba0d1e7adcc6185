/** Plans as a generator writes them, and what mutation makes of the ones in the repository. */
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { markdownFiles } from '../../packages/mdast-fast/tests/documents.ts'

const root = path.join(import.meta.dirname, '../..')

/** Plans and fixtures of the project, smaller than 16 KiB. */
export const ownPlans: string[] = [
  ...markdownFiles(path.join(root, 'fixtures/plans')),
  ...markdownFiles(path.join(root, 'fixtures/detection')),
  ...markdownFiles(path.join(root, 'examples'))
]
  .map(file => fs.readFileSync(file, 'utf8'))
  .filter(text => text.length < 16_384)

const pick = (...values: string[]) => fc.constantFrom(...values)

const word = pick(
  'Goal',
  'Steps',
  'Implementation Steps',
  'Status',
  'COMPLETE',
  'DRAFT',
  'approved',
  'N/A',
  'n/a – none',
  'TBD',
  'etc.',
  'src/a.ts',
  '`src/b.ts`',
  './..',
  '/etc/passwd',
  '~/x',
  'C:\\x',
  '\\\\host\\x',
  '<new>',
  '(modified)',
  '[NEW]',
  '+',
  '├──',
  '└── ',
  '`npm test`',
  '`echo || true`',
  'Step 1:',
  'Step 99999999999999999999',
  'Phase 2',
  '1.1',
  '2024-13-45',
  '2026-01-01',
  '😀',
  '\ud83d',
  '__proto__',
  'constructor',
  'é',
  '日本',
  '**Verify**:',
  '**Files**:',
  '**Status**:',
  'Option A',
  'Recommended',
  '?',
  '→',
  '{{x}}',
  '[TODO]',
  '[ ]',
  '[x]',
  '…',
  '',
  ' '
)
const phrase = fc.array(word, { maxLength: 5 }).map(words => words.join(' '))

const block = fc.oneof(
  fc.tuple(pick('#', '##', '###', '####', '######'), phrase).map(parts => parts.join(' ')),
  phrase,
  phrase.map(text => `**${text}**: ${text}`),
  phrase.map(text => `- [ ] ${text}`),
  phrase.map(text => `- [x] **${text}**`),
  fc.array(phrase, { maxLength: 5 }).map(items => items.map((item, index) => `${index + 1}. ${item}`).join('\n')),
  fc
    .array(phrase, { maxLength: 5 })
    .map(items => items.map((item, index) => `${'  '.repeat(index)}- ${item}`).join('\n')),
  fc
    .tuple(pick('', 'bash', 'sh', 'mermaid', 'ts', 'text', 'yaml'), fc.array(phrase, { maxLength: 5 }))
    .map(([info, lines]) => `\`\`\`${info}\n${lines.join('\n')}\n\`\`\``),
  fc
    .array(fc.tuple(phrase, phrase), { maxLength: 4 })
    .map(rows => `| File | Action |\n| --- | --- |\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}`),
  fc.constantFrom(
    '```',
    '<!--lint disable-->',
    '<!--lint ignore file-tree-->',
    '<details>',
    '---',
    '> quote',
    '\t- tab',
    '    code',
    '<!-- x',
    '| a',
    '\r',
    '\0',
    '\u2028'
  )
)

const matter = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  pick(
    '---\nplanlint: design-plan\n---\n',
    '---\nplanlint: false\n---\n',
    '---\nplanlint: __proto__\nstatus: [a, {b: c}]\n---\n',
    '---\n"__proto__": {a: 1}\nconstructor: 1\n---\n',
    '---\na: &a [*a]\n---\n',
    '---\n: : [\n---\n',
    '---\nstatus: 2024-01-01\n'
  )
)

/** Plan-like documents. */
export const generated: fc.Arbitrary<string> = fc
  .tuple(matter, fc.array(block, { maxLength: 25 }), pick('\n', '\n\n', '\n\n', '\r\n\r\n', '\r'), fc.boolean())
  .map(([head, blocks, between, closed]) => head + blocks.join(between) + (closed ? between : ''))

const edit = fc.tuple(fc.nat(3), fc.nat(), fc.nat(200), fc.uint8Array({ maxLength: 6 }))

/** Bytes of real plans with some overwritten, dropped, doubled or put in, decoded as the reader would not allow: the worst that can come. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(fc.nat(ownPlans.length - 1), fc.array(edit, { minLength: 1, maxLength: 8 }))
  .map(([index, edits]) => {
    let bytes = Buffer.from(ownPlans[index]!)
    for (const [kind, where, length, some] of edits) {
      const at = where % (bytes.length + 1)
      const [before, middle, after] = [
        bytes.subarray(0, at),
        bytes.subarray(at, at + length),
        bytes.subarray(at + length)
      ]
      if (kind === 0) bytes = Buffer.concat([before, after])
      else if (kind === 1) bytes = Buffer.concat([before, middle, middle, after])
      else if (kind === 2) bytes = Buffer.concat([before, Buffer.from(some), middle, after])
      else bytes = Buffer.concat([after, before, middle])
    }
    return bytes.toString('utf8')
  })
