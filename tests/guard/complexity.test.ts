import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { checkComplexity, defaultLimits, measureComplexity, type Limits } from '../../src/guard/complexity.ts'
import { defaultMilliseconds } from '../../src/cli/runtime/bounded.ts'
import { families } from './families.ts'
import { allowedTime, type Timed } from './fuzz.ts'
import { treeMeasures } from './tree-measures.ts'
import { spent } from '../spent.ts'

/** The long run: `PLANLINT_FUZZ_KB=512`, in KiB. */
const fuzzSize = Number(process.env['PLANLINT_FUZZ_KB'] ?? 0)

describe('limits', () => {
  const at = (text: string) => {
    const found = checkComplexity(text)
    return found && `${found.line}:${found.column} ${found.code} ${/"(\w+)"$/.exec(found.message)?.[1]}`
  }

  it.each<[string, string, string]>([
    ['bytes', 'é'.repeat(defaultLimits.bytes / 2 + 1), '1:1 too-large bytes'],
    ['lines', 'a\n\n'.repeat(10_001), '20001:1 too-large lines'],
    ['lines of any ending', '\r'.repeat(10_000) + '\r\n'.repeat(10_001), '20001:1 too-large lines'],
    ['nesting in one line', `x\n\n${'> - '.repeat(17)}a`, '3:67 too-complex nesting'],
    [
      'nesting over many lines',
      Array.from({ length: 33 }, (_, n) => `${' '.repeat(2 * n)}- a\n`).join(''),
      '33:67 too-complex nesting'
    ],
    ['markers', `a\n\n${'`x` '.repeat(501)}`, '3:2001 too-complex markersPerBlock'],
    ['markers over many lines', `${'[x] '.repeat(400)}\n`.repeat(2), '2:401 too-complex markersPerBlock'],
    ['emphasis', '*a_ '.repeat(201), '1:801 too-complex emphasisPerBlock'],
    ['lines of a paragraph', `\n${'a\n'.repeat(1001)}`, '1002:1 too-complex linesPerBlock'],
    ['lists', `${'x'.repeat(130_000)}\n\n${'> a\n- b\n'.repeat(1002)}`, '2004:3 too-complex containerGroups'],
    ['regrouping', 'a\n-\n'.repeat(5000), '1894:1 too-complex regrouping'],
    ['definitions', '[a]: b\n\n'.repeat(1001), '2001:4 too-complex definitions'],
    ['table cells', `|a|\n|-|\n${'|b|c|d|\n'.repeat(5000)}`, '5002:1 too-complex tableCells'],
    ['front matter', `---\na: ${'b'.repeat(16_384)}\n---\n`, '1:1 too-complex frontMatter'],
    ['brackets in front matter', `---\na: b\nc: ${'['.repeat(33)}\n---\n`, '3:36 too-complex frontMatterNesting'],
    ['compact lists in front matter', `---\n${'- '.repeat(33)}a\n---\n`, '2:1 too-complex frontMatterNesting']
  ])('%s', (_, text, place) => {
    expect(at(text)).toBe(place)
  })

  it('just within them, nothing is found', () => {
    for (const text of [
      'é'.repeat(defaultLimits.bytes / 2),
      'a\n\n'.repeat(10_000),
      '> - '.repeat(16) + 'a',
      '`x` '.repeat(500),
      '*a_ '.repeat(200),
      `---\na: ${'['.repeat(32)}\n---\n`,
      '[a]: b\n\n'.repeat(1000),
      'a\n'.repeat(1000),
      ''
    ])
      expect(at(text)).toBeUndefined()
  })

  it('stand in the docs', () => {
    const docs = fs.readFileSync(path.join(import.meta.dirname, '../../docs/robustness.md'), 'utf8')
    const rows = Array.from(docs.matchAll(/^\| `(\w+)` \| (\d+) \| [^|]+ \|$/gm), ([, name, value]) => [
      name,
      Number(value)
    ])
    expect(Object.fromEntries(rows)).toEqual({ ...defaultLimits, milliseconds: defaultMilliseconds })
  })

  it("are the caller's to set, and the message says which to raise", () => {
    const limits: Limits = { ...defaultLimits, nesting: 2 }
    expect(checkComplexity('- - - a', limits)).toEqual({
      line: 1,
      column: 7,
      code: 'too-complex',
      message:
        'Expected at most 2 levels of lists and block quotes in each other: nest less deeply, or raise the limit "nesting"'
    })
    expect(checkComplexity('- - a', limits)).toBeUndefined()
  })

  it.each([
    ['a fenced block', '```sh\n', '\n```\n'],
    ['a fenced block with tildes', '~~~\n', '\n~~~\n'],
    ['an unclosed fence', '````\n', ''],
    ['indented code', '    ', ''],
    ['a fence in an item', '- a\n\n  ```\n  ', '\n  ```\n'],
    ['an HTML comment', '<!--\n', '\n-->\n'],
    ['an HTML block', '<details>\n', '\n']
  ])('do not count what is inside of %s', (_, open, close) => {
    expect(at(`${open}${'*a [_ '.repeat(2000)}${close}`)).toBeUndefined()
  })

  it.each([
    ['a closed fence', '```\na\n```\n'],
    ['a fence that its quote ended', '> ```\n> a\n\n'],
    ['a fence that its item ended', '- ```\n  a\n\n'],
    ['a fence in a comment', '<!--\n```\n-->\n\n'],
    ['no fence, for a backtick', '``` `\n'],
    ['no fence, for its indent', 'a\n    ```\n'],
    ['a fence in HTML', '<div>\n```\n\n'],
    ['no fence, after indented code', '    a\n\n10. ```\n'],
    ['one fence too short to end another', '````\n```\n````\n'],
    ['front matter', '---\na: "```"\n---\n'],
    ['a tag that is no HTML block', 'a\n<b>\n```\nc\n```\n']
  ])('do count what comes after %s', (_, before) => {
    expect(at(`${before}${'[ '.repeat(2000)}`)).toContain('markersPerBlock')
  })
})

describe("the measures hold against the parser's own tree", () => {
  const pieces = [
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '    ',
    '\t',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '10. ',
    '>',
    '> ',
    '```',
    '~~~',
    '````',
    '`',
    'a',
    'b c',
    '*x*',
    '[y]',
    '[z]: u',
    '# ',
    '###### ',
    '---',
    '===',
    '***',
    '|',
    '|-|',
    '|a|b|',
    '\\',
    '-',
    '1',
    '.',
    '[ ] ',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<!A',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</script>',
    '<b>',
    '<b a="c">',
    '<i',
    '<pre',
    '<p'
  ]

  it('for documents of every kind of piece', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), parts => {
        const text = `\n${parts.join('')}`
        const [own, tree] = [measureComplexity(text), treeMeasures(text)]
        expect(own.nesting).toBeGreaterThanOrEqual(tree.nesting)
        expect(own.markersPerBlock).toBeGreaterThanOrEqual(tree.markers)
        expect(own.definitions).toBeGreaterThanOrEqual(tree.definitions)
      }),
      { numRuns: fuzzSize > 0 ? 100_000 : 3000 }
    )
  }, 60_000)
})

const corpus = process.env['PLANLINT_CORPUS'] ?? path.resolve(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!fs.existsSync(corpus))('real plans (skipped where the folder of PLANLINT_CORPUS is missing)', () => {
  it('pass with three-fold room, and measure as the parser sees them', () => {
    const most = new Map<keyof Limits, number>()
    const names = Object.keys(defaultLimits) as (keyof Limits)[]
    for (const file of fs
      .readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))) {
      const text = fs.readFileSync(path.join(corpus, file), 'utf8').replace(/^\ufeff/, '')
      const measures = measureComplexity(text)
      for (const name of names) most.set(name, Math.max(most.get(name) ?? 0, measures[name]))
      expect(measures.nesting, file).toBe(treeMeasures(text).nesting)
    }
    console.table(
      names.map(name => ({
        limit: name,
        allowed: defaultLimits[name],
        most: most.get(name),
        room: Number((defaultLimits[name] / most.get(name)!).toFixed(1))
      }))
    )
    for (const name of names) expect(most.get(name), name).toBeLessThanOrEqual(defaultLimits[name] / 3)
  }, 60_000)
})

describe(`${families.length} families of documents that hurt`, () => {
  const size = fuzzSize || 12
  const every = fuzzSize ? 1 : 20
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-fuzz-'))
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it('are many, and told apart by name', () => {
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length)
    expect(families.length).toBeGreaterThan(120)
  })

  it(
    `are stopped, or judged in time that grows with their size (up to ${size} KiB)`,
    async () => {
      const outfile = path.join(folder, 'fuzz.mjs')
      await build({
        entryPoints: [path.join(import.meta.dirname, 'fuzz.ts')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile,
        logLevel: 'silent'
      })
      const { stdout } = await promisify(execFile)(process.execPath, [outfile, String(size), String(every)], {
        maxBuffer: 2 ** 24
      })
      const timed = stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as Timed)
      expect(timed.length).toBeGreaterThan(families.length / 2)
      const perByte = ({ milliseconds, bytes }: Timed): number => (Math.max(0, milliseconds - 50) * 1000) / bytes
      const worst = timed.toSorted((a, b) => perByte(b) - perByte(a))[0]!
      console.log(
        `longest: ${perByte(worst).toFixed(1)} µs per byte beyond 50 ms (${worst.name}, ${worst.bytes} bytes); stopped: ${timed.filter(each => each.stopped).length}`
      )
      expect(timed.filter(each => each.milliseconds > allowedTime(each.bytes))).toEqual([])
    },
    fuzzSize ? 7_200_000 : 600_000
  )

  it('are looked at in linear time', () => {
    for (const { name, make } of families) {
      const text = make(32 * 1024)
      const start = spent()
      checkComplexity(text)
      expect(spent() - start, name).toBeLessThan(250)
    }
  }, 60_000)
})
