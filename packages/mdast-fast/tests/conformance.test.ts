import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { isRefusal, parseFast, parseSubset } from '../src/index.ts'
import { parseReference } from './reference.ts'
import { documents, gfmExamples, markdownFiles, mutations, reductions, specExamples } from './documents.ts'

/** The long run: `MDAST_FAST_RUNS=300000`. */
const runs = Number(process.env['MDAST_FAST_RUNS'] ?? 3000)

/** Whether the front end takes a document; what it then says must be what the reference says. */
function accepts(text: string): boolean {
  const tree = parseFast(text)
  // A deep comparison of vitest costs more than both parsers: only to explain a difference.
  if (tree !== undefined && !same(tree, parseReference(text)))
    expect(tree, JSON.stringify(text)).toStrictEqual(parseReference(text))
  return tree !== undefined
}

function same(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>]
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]))
}

/** Share of the documents that the front end takes. */
function share(texts: Iterable<string>): number {
  let [count, taken] = [0, 0]
  for (const text of texts) {
    count++
    if (accepts(text)) taken++
  }
  return taken / count
}

const spec = specExamples()
const quoted = (text: string) => `> ${text.trimEnd().replaceAll('\n', '\n> ')}\n`
const listed = (text: string) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`

describe('the same tree as the reference, or none', () => {
  it('652 examples of CommonMark: plain, without last line ending, with Windows lines, in a quote, in a list, in both', () => {
    expect(spec).toHaveLength(652)
    for (const [name, form] of Object.entries({
      plain: (text: string) => text,
      cut: (text: string) => text.trimEnd(),
      windows: (text: string) => text.replaceAll('\n', '\r\n'),
      quoted,
      listed,
      nested: (text: string) => quoted(listed(text)),
      inner: (text: string) => listed(quoted(text))
    }))
      expect(share(spec.map(form)), name).toBeGreaterThan(0.8)
  })

  it('pairs of neighbouring examples', () => {
    expect(share(spec.slice(1).map((text, k) => `${spec[k]!}\n${text}`))).toBeGreaterThan(0.75)
  })

  it.each(gfmExamples)('tables and task lists: %j', text => {
    for (const form of [text, text.trimEnd(), quoted(text), listed(text), text.replaceAll('\n', '\r\n')]) accepts(form)
  })

  it('generated documents', () => {
    let taken = 0
    fc.assert(
      fc.property(documents, text => {
        if (accepts(text)) taken++
      }),
      { numRuns: runs }
    )
    expect(taken / runs).toBeGreaterThan(0.4)
  }, 3_600_000)

  it('broken examples', () => {
    fc.assert(
      fc.property(mutations([...spec, ...gfmExamples]), text => void accepts(text)),
      { numRuns: runs }
    )
  }, 3_600_000)

  it("the repository's own documents, whole, cut at each line and without each line", () => {
    const root = path.resolve(import.meta.dirname, '../../..')
    const files = ['fixtures', 'docs', 'examples'].flatMap(folder => markdownFiles(path.join(root, folder)))
    const texts = files.map(file => fs.readFileSync(file, 'utf8'))
    expect(share(texts)).toBeGreaterThan(0.9)
    for (const text of texts.filter(text => text.length < 2000))
      for (const reduced of reductions(text)) accepts(reduced)
  }, 120_000)
})

describe('outside the subset', () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['a bare carriage return', 'a\rb'],
    ['an unknown character reference', 'a &alpha; b'],
    ["a tab in a list's indentation", '- a\n\t- b'],
    ['front matter that never ends', '---\na: b\n'],
    ['a fence that never ends in a list', '- ```\n  a\n- b\n'],
    ['a definition over two lines', '[a]: b\n"c"\n'],
    ['a comment that never ends', '<!-- a\n'],
    ['200 levels of quotes', `${'>'.repeat(200)} a`],
    ['1000 open brackets', '['.repeat(1000)]
  ])('%s has no answer', (_, text) => {
    expect(parseFast(text)).toBeUndefined()
  })
})

describe('at any input', () => {
  it('refuses, but never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), documents), text => {
        try {
          parseSubset(text)
        } catch (error) {
          if (!isRefusal(error)) throw error
          expect(parseFast(text)).toBeUndefined()
        }
      }),
      { numRuns: runs }
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'-*+>1.) \t\n\r`~#=|:[]()!<>&;\\"\'_a'), { maxLength: 40 }),
        parts => void accepts(parts.join(''))
      ),
      { numRuns: runs }
    )
  }, 3_600_000)

  it('leaves out a byte order mark', () => {
    expect(accepts('\uFEFF---\na: b\n---\n# a\n')).toBe(true)
    expect(accepts('\uFEFF\uFEFFa')).toBe(true)
  })

  it('gives every node points of its own, which a caller may change', () => {
    const seen = new Set<object>()
    const queue: Nodes[] = [...spec, ...gfmExamples].flatMap(text => parseFast(text) ?? [])
    expect(queue.length).toBeGreaterThan(500)
    for (const node of queue) {
      for (const part of [node, node.position!, node.position!.start, node.position!.end]) {
        expect(seen.has(part), node.type).toBe(false)
        seen.add(part)
      }
      if ('children' in node) queue.push(...node.children)
    }
  })

  it('takes an empty document', () => {
    expect(['', '\n', ' ', '\r\n\r\n'].map(accepts)).toEqual([true, true, true, true])
  })

  it.each<[string, string]>([
    ['backtick runs', Array.from({ length: 300 }, (_, n) => `${'`'.repeat(n)} `).join('')],
    ['open brackets', '['],
    ['closing brackets', ']'],
    ['links unclosed', '[a]('],
    ['titles unclosed', '[a](b "'],
    ['images', '![a](b)'],
    ['nested images', '!['],
    ['emphasis', '*a '],
    ['mixed emphasis', '*a _b '],
    ['closers', 'a* '],
    ['nested strong', '**a *b '],
    ['tags', '<a '],
    ['attributes', '<a b="'],
    ['comments', '<!-- '],
    ['declarations', '<!A '],
    ['instructions', '<? '],
    ['references', '[a][b'],
    ['quotes', '> '],
    ['lists', '- '],
    ['items', '- a\n'],
    ['spread items', '- a\n\n'],
    ['table rows', '|a|b|\n'],
    ['pipes', '|'],
    ['table heads', '|a|\n|-|\n'],
    ['setext', 'a\n-\n'],
    ['definitions', '[a]: b\n'],
    ['entities', '&amp;'],
    ['escapes', '\\*'],
    ['fences', '```\n'],
    ['html', '<div>\n'],
    ['lazy lines', '> a\nb\n'],
    ['breaks', 'a  \n'],
    ['task items', '- [ ] a\n'],
    ['emails', '<a@'],
    ['schemes', '<a:'],
    ['digits', '1'],
    ['tabs', '\t'],
    ['deepening', ' - a\n']
  ])(
    'linear or no answer: %s',
    (_, unit) => {
      const time = (size: number) => {
        const text = `[a]: b\n\n${unit.repeat(Math.ceil(size / unit.length))}`
        const start = performance.now()
        parseFast(text)
        return performance.now() - start
      }
      time(50_000)
      // About 0.2 s on an idle machine; quadratic work over 400 KB takes minutes.
      expect(Math.min(time(400_000), time(400_000))).toBeLessThan(4000)
    },
    60_000
  )
})

const corpus = process.env['PLANLINT_CORPUS'] ?? path.resolve(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!fs.existsSync(corpus))('real plans (skipped where the folder of PLANLINT_CORPUS is missing)', () => {
  const texts = () => markdownFiles(corpus).map(file => fs.readFileSync(file, 'utf8'))

  it('are taken, nearly all, with the same trees', () => {
    expect(share(texts())).toBeGreaterThan(0.95)
  }, 120_000)

  it('are taken in small pieces too', () => {
    fc.assert(
      fc.property(mutations(texts()), text => void accepts(text)),
      { numRuns: runs }
    )
  }, 3_600_000)

  it('parse at more than ten times the speed of the reference', () => {
    const all = texts().filter(text => parseFast(text) !== undefined)
    const time = (parse: (text: string) => unknown) => {
      const start = performance.now()
      for (const text of all) parse(text)
      return performance.now() - start
    }
    const megabytes = all.reduce((sum, text) => sum + text.length, 0) / 1e6
    const [fast, reference] = [Math.min(time(parseFast), time(parseFast), time(parseFast)), time(parseReference)]
    console.log(
      `MB/s: ${((megabytes / fast) * 1000).toFixed(1)}, reference ${((megabytes / reference) * 1000).toFixed(2)}`
    )
    expect(reference / fast).toBeGreaterThan(10)
  }, 120_000)
})
