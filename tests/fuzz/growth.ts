/**
 * Times the model and the rules on parsed trees, and the way of the command line, in a process of their own. Arguments: `growth` or `bytes`, how many, a seed.
 * Writes JSON lines.
 */
import { checkComplexity } from '../../src/guard/complexity.ts'
import { lintTree } from '../../src/lint/lint-tree.ts'
import { lintText } from '../../src/lint/linter.ts'
import { parseFast } from 'mdast-fast'
import { parsePlan } from '../../src/parse/parse.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { randomOf } from './random.ts'

/** Text of `size` units. */
export interface Shape {
  name: string
  make: (size: number) => string
}

export interface Grown {
  name: string
  profile: string
  bytes: number
  times: [small: number, middle: number, large: number]
}
export interface Timed {
  name: string
  profile: string
  bytes: number
  milliseconds: number
}

/** Pieces that plans are made of. */
const pieces = [
  '# Goal\n\n',
  '## Implementation Steps\n\n',
  '### Step 1: Do\n\n',
  '### Step 2\n\n**Files**: `a.ts`, `b.ts`\n\n',
  '#### `src/a.ts` (new)\n\n',
  '**Status**: DRAFT\n\n',
  '**Verify**: `npm test && echo a | grep b || true`\n\n',
  'N/A\n\n',
  'TBD etc. as needed\n\n',
  'word ',
  'a sentence about `src/a.ts` and b/c.md. ',
  '- [ ] item\n',
  '- [x] done `a.ts`\n',
  '- [ok] answered\n',
  '1. one\n',
  '- bullet\n',
  '| a | b |\n| --- | --- |\n| `x.ts` | new |\n\n',
  '```bash\nnpm test\n```\n\n',
  '```\nsrc/\n├── a.ts <new>\n│   └── b.ts\n```\n\n',
  '```mermaid\ngraph\n```\n\n',
  '```ts\nfunction a() {}\n```\n\n',
  '- [ ] T001 [P] Do in src/a.ts\n',
  '### Option A\n\nPros\n\n',
  '**Recommendation**: A\n\n',
  '- What now? (@a)\n',
  '[TODO] {{x}} <name> ',
  '## Phase 1\n\n',
  '## __proto__\n\n',
  '> quote\n\n',
  '"a" \'b\' ',
  '$(a $(b)) ',
  '`a` ',
  '(',
  '├── ',
  ' | ',
  '/',
  '.',
  ', ',
  ': ',
  '—',
  '-',
  '\t',
  '  ',
  '\n',
  '2024-01-01 ',
  '1.2.3.4 ',
  '→ ',
  'see step 1, ',
  'task 2 depends on task 3\n\n',
  'a.b/c ',
  '~/',
  '\\',
  '"',
  "'",
  '#',
  '&& ',
  '; ',
  '< ',
  '<< EOF\n'
]

const frames: [name: string, lead: string, tail: string][] = [
  ['text', '# Plan\n\n', ''],
  ['a section', '# Plan\n\n## Goal\n\n', '\n\n## Steps\n\n### Step 1\n'],
  ['a fence', '# Plan\n\n## Files Modified or Created\n\n### Directory Tree\n\n```\n', '\n```\n'],
  ['a command', '## Steps\n\n### Step 1: a\n\n**Verify**:\n\n```bash\n', '\n```\n'],
  ['a heading', '# ', '\n'],
  ['a label', '**Status**: ', '\n'],
  ['a cell', '| File | Action |\n| --- | --- |\n| ', ' | |\n'],
  ['an item', '# Checklist\n\n- [ ] ', '\n'],
  ['front matter', '---\nstatus: ', '\n---\n# Plan\n']
]

/** Repeats, sandwiches and trees of random pieces. */
export function* shapes(seed: number): Generator<Shape> {
  const { pick, below } = randomOf(seed)
  const fill = (piece: string, size: number): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)))
  for (;;) {
    const [frame, lead, tail] = pick(frames)
    const some = Array.from({ length: 1 + below(4) }, () => pick(pieces))
    const piece = some.join('')
    const other = pick(pieces)
    const tree = (size: number, depth: number): string =>
      size < 40 || depth > 5
        ? fill(piece, Math.min(size, 40))
        : `${other}${tree(size / 2, depth + 1)}${some[0]}${tree(size / 2, depth + 1)}`
    const kind = pick(['repeat', 'sandwich', 'tree', 'numbered'])
    const make =
      kind === 'repeat'
        ? (size: number) => fill(piece, size)
        : kind === 'sandwich'
          ? (size: number) => fill(piece, size / 2) + other + fill(some[0]!, size / 2)
          : kind === 'tree'
            ? (size: number) => Array.from({ length: Math.ceil(size / 1280) }, () => tree(1280, 0)).join('')
            : (size: number) =>
                Array.from({ length: Math.max(1, Math.floor(size / (piece.length + 3))) }, (_, n) =>
                  piece.replace(/\b[\d]\b|\ba\b/, String(n))
                ).join('')
    yield {
      name: `${kind} of ${JSON.stringify(piece)} (${JSON.stringify(other)}) in ${frame}`,
      make: size => lead + make(size) + tail
    }
  }
}

/** Processor time in milliseconds, the best of some. */
export function timeOf(action: () => void, tries = 3, enough = 0): number {
  let best = Infinity
  for (let n = 0; n < tries && best > enough; n++) {
    const start = process.cpuUsage()
    action()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const now = 1.7e12

function warmUp(): void {
  for (const shape of take(shapes(7), 40)) lintText(shape.make(2000), { now })
}

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
  if (count > 0)
    for (const one of from) {
      yield one
      if (--count <= 0) return
    }
}

/** Model and rules at n, 2n and 4n. */
function growth(count: number, seed: number): void {
  for (const { name, make } of take(shapes(seed), count)) {
    const profile = builtinProfiles[name.length % builtinProfiles.length]!.name
    const texts = [8000, 16_000, 32_000].map(make)
    if (texts.some(text => checkComplexity(text))) continue
    const times = texts.map(text => {
      const tree = parseFast(text) ?? parsePlan(text)
      return (
        timeOf(() => lintTree(structuredClone(tree), text, { forced: profile, now })) -
        timeOf(() => structuredClone(tree))
      )
    })
    say({ name, profile, bytes: Buffer.byteLength(texts[2]!), times } as Grown)
  }
}

/** Parse and all rules, of what passes the guard. */
function bytes(count: number, seed: number): void {
  for (const [index, { name, make }] of [...take(shapes(seed), count)].entries()) {
    const text = make([2000, 16_000, 64_000, 250_000][index % 4]!)
    if (checkComplexity(text)) continue
    const profile = builtinProfiles[index % builtinProfiles.length]!.name
    const size = Buffer.byteLength(text)
    const milliseconds = timeOf(
      () => lintText(text, { forced: profile, now, parse: source => parseFast(source) ?? parsePlan(source) }),
      3,
      (size * 0.04 + 50) / 2
    )
    say({ name, profile, bytes: size, milliseconds } as Timed)
  }
}

const [mode, count, seed] = process.argv.slice(2)
if (mode === 'growth' || mode === 'bytes') {
  warmUp()
  if (mode === 'growth') growth(Number(count), Number(seed))
  else bytes(Number(count), Number(seed))
}
