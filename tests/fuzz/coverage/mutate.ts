/** Changes plans the way that plans are made: by lines, blocks, words and marks; seldom by bytes. */
import fs from 'node:fs'
import path from 'node:path'
import type { Random } from '../random.ts'
import { ownPlans } from '../texts.ts'

const builtin = path.join(import.meta.dirname, '../../../src/profiles/builtin')

/** Short strings in the profiles' data: titles, labels, states, patterns of what plans say. */
function profileWords(): string[] {
  const words = new Set<string>()
  const stack: unknown[] = fs
    .readdirSync(builtin, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => JSON.parse(fs.readFileSync(path.join(builtin, name), 'utf8')) as unknown)
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'string' && value.length < 50) words.add(value)
    else if (typeof value === 'object' && value !== null) stack.push(...Object.values(value))
  }
  return [...words]
}

const words = [
  ...profileWords(),
  'N/A',
  'n/a - none',
  'TBD',
  'etc.',
  'as needed',
  'src/a.ts',
  '`src/b.ts`',
  '`npm test`',
  '`echo a || true`',
  '`make test && true`',
  '`git diff --exit-code`',
  '`pytest -k a`',
  './..',
  '/etc/passwd',
  '~/x',
  'C:\\x',
  '<new>',
  '<modified>',
  '(new)',
  '(deleted)',
  '[NEW]',
  '(renamed from `a.ts`)',
  '├── ',
  '└── ',
  '│   ',
  '→',
  '->',
  '...',
  '…',
  '[TODO]',
  '{{x}}',
  '<name>',
  '[ ]',
  '[x]',
  '[-]',
  '2024-01-01',
  '2026-13-45',
  '2999-01-01',
  '99999999999999999999',
  '1.1',
  '0',
  '-1',
  'a',
  'b',
  '😀',
  '\ud83d',
  '日本語',
  'é',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\0',
  '\t',
  '  ',
  '    ',
  '\r',
  '\r\n',
  '\n\n\n',
  '__proto__',
  'constructor',
  '**',
  '*',
  '_',
  '`',
  '``',
  '```',
  '~~~',
  '[',
  ']',
  '](',
  '[a](b)',
  '[a][b]',
  '![a](b)',
  '<!--',
  '-->',
  '<!--lint disable-->',
  '<!--lint ignore step-verification-->',
  '<details>',
  '<br>',
  '&amp;',
  '&#35;',
  '\\',
  '\\|',
  '|',
  '||',
  ':',
  '：',
  '?',
  '# ',
  '## ',
  '### ',
  '#### ',
  '> ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '- [ ] ',
  '- [x] ',
  '---',
  '===',
  '**Status**: ',
  '**Verify**: ',
  '**Files**: ',
  'Step 1: ',
  'Step 2',
  'Phase 2',
  'Task 3',
  'Option A',
  'Recommended',
  'T001',
  '[P]',
  'depends on step 2',
  'see step 9',
  'steps 1-3',
  'Commit 1',
  '@alice',
  '(@bob)',
  '#12',
  'COMPLETE',
  'DRAFT',
  'Approved',
  'In Progress',
  'done'
]

const blocks = [
  '```bash\nnpm test\n```',
  '```\nsrc/\n├── a.ts <new>\n│   └── b.ts\n└── c.ts\n```',
  '```mermaid\ngraph TD\n```',
  '```ts\nfunction a() {\n  return 1\n}\n```',
  '```sh\ncat <<EOF\na\nEOF\n```',
  '````md\n```\na\n```\n````',
  '```',
  '| File | Action |\n| --- | --- |\n| `a.ts` | new |',
  '| a |\n|---|\n|',
  '- [ ] a\n- [x] b\n  - [ ] c',
  '1. a\n2. b\n4. c',
  '**Verify**:\n\n- `npm test`\n- by hand',
  '**Recommendation**: A',
  '### Option A\n\nPros: a',
  '<!--lint disable-->',
  '<!--lint enable no-placeholder-->',
  '---\nstatus: done\n---',
  '---\nplanlint: design-plan\n---',
  'Title\n=====',
  '> **Note**: a',
  '- a\n\n  ```\n  b\n  ```',
  'N/A',
  'TBD',
  '- What now? (@a)',
  '[a]: b'
]

/** No text grows beyond this, in UTF-16 units: what is short is judged often. */
export const longest = 6000

/** Plans to begin with: the project's own, and pieces. */
export const seeds: readonly string[] = [...ownPlans.filter(text => text.length <= longest), ...blocks, '', '# Plan\n']

const linesOf = (text: string): string[] => text.split('\n')
const blocksOf = (text: string): string[] => text.split('\n\n')

type Mutator = (text: string, random: Random, other: () => string) => string

/** A span of list items: where it begins, and behind its end. */
function span(count: number, random: Random, most = 6): [number, number] {
  const start = random.below(count)
  return [start, Math.min(count, start + 1 + random.below(most))]
}

function byParts(split: (text: string) => string[], glue: string): Mutator[] {
  return [
    (text, random) => {
      const parts = split(text)
      parts.splice(...removal(span(parts.length, random)))
      return parts.join(glue)
    },
    (text, random) => {
      const parts = split(text)
      const [start, end] = span(parts.length, random)
      parts.splice(random.below(parts.length + 1), 0, ...parts.slice(start, end))
      return parts.join(glue)
    },
    (text, random) => {
      const parts = split(text)
      const [i, j] = [random.below(parts.length), random.below(parts.length)]
      ;[parts[i], parts[j]] = [parts[j]!, parts[i]!]
      return parts.join(glue)
    },
    (text, random, other) => {
      const [parts, others] = [split(text), split(other())]
      parts.splice(random.below(parts.length + 1), random.below(2), ...others.slice(...span(others.length, random)))
      return parts.join(glue)
    },
    (text, random, other) => {
      const [parts, others] = [split(text), split(other())]
      return [...parts.slice(0, random.below(parts.length + 1)), ...others.slice(random.below(others.length))].join(
        glue
      )
    }
  ]
}

const removal = ([start, end]: [number, number]): [number, number] => [start, end - start]

/** Changes one line. */
function onLine(change: (line: string, random: Random) => string): Mutator {
  return (text, random) => {
    const lines = linesOf(text)
    const at = random.below(lines.length)
    lines[at] = change(lines[at]!, random)
    return lines.join('\n')
  }
}

/** Changes some lines in a row. */
function onLines(change: (line: string) => string): Mutator {
  return (text, random) => {
    const lines = linesOf(text)
    const [start, end] = span(lines.length, random, 12)
    for (let at = start; at < end; at++) lines[at] = change(lines[at]!)
    return lines.join('\n')
  }
}

/** Puts something at a border between words, or anywhere, over some units. */
function put(text: string, random: Random, piece: string): string {
  const near = random.below(text.length + 1)
  const found = random.below(4) === 0 ? near : text.indexOf(' ', near) + 1
  const at = found > 0 ? found : near
  return text.slice(0, at) + piece + text.slice(at + (random.below(2) === 0 ? 0 : random.below(12)))
}

const mutators: readonly Mutator[] = [
  ...byParts(linesOf, '\n'),
  ...byParts(blocksOf, '\n\n'),
  ...byParts(blocksOf, '\n\n'),
  (text, random) => put(text, random, random.pick(words)),
  (text, random) => put(text, random, random.pick(words)),
  (text, random) => put(text, random, random.pick(words) + random.pick(words)),
  (text, random) => {
    const parts = blocksOf(text)
    parts.splice(random.below(parts.length + 1), random.below(2), random.pick(blocks))
    return parts.join('\n\n')
  },
  onLine(
    (_, random) =>
      `${random.pick(['# ', '## ', '### ', '- ', '- [ ] ', '- [x] ', '1. ', '**', '', '| ', '> '])}${random.pick(words)}${random.pick(['', ':', ': ', '**: ', ' '])}${random.pick(words)}`
  ),
  onLine(line => (line.startsWith('#') ? `#${line}` : `# ${line}`)),
  onLine(line => line.replace(/^#+ ?/, '')),
  onLine(line => line.replace('[ ]', '[x]')),
  onLine(line => line.replace('[x]', '[ ]')),
  onLine((line, random) => line.replace(/\d+/, () => random.pick(['0', '1', '2', '3', '9', '10', '99999999999']))),
  onLine((line, random) => line.replace(/`[^`]*`/, () => random.pick(words))),
  onLine((line, random) => line.slice(0, random.below(line.length + 1))),
  onLine((line, random) => line + line.slice(random.below(line.length + 1))),
  onLines(line => `  ${line}`),
  onLines(line => `- ${line}`),
  onLines(line => `> ${line}`),
  onLines(line => line.trimStart()),
  onLines(line => line.replace(/^/, '    ')),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  text => text.replaceAll('\n', '\r\n'),
  text => text.toUpperCase(),
  text => `\ufeff${text}`,
  (text, random) =>
    `---\n${random.pick(['planlint', 'status', 'date', 'title', '__proto__'])}: ${random.pick(words)}\n---\n${text}`,
  (text, random) => {
    const [start, end] = [random.below(text.length + 1), random.below(60)]
    return text.slice(0, start) + text.slice(start, start + end).repeat(1 + random.below(20)) + text.slice(start + end)
  },
  (text, random) => {
    const at = random.below(text.length + 1)
    return (
      text.slice(0, at) +
      String.fromCharCode(random.below(random.below(4) === 0 ? 65536 : 128)) +
      text.slice(at + random.below(2))
    )
  }
]

/**
 * @param other another text that was kept
 * @returns the text with one to some changes
 */
export function mutate(text: string, random: Random, other: () => string): string {
  let changed = text
  for (let left = 1 + random.below(random.below(3) === 0 ? 6 : 2); left > 0; left--)
    changed = random.pick(mutators)(changed, random, other)
  return changed.length > longest ? changed.slice(0, longest) : changed
}
