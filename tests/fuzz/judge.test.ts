/** Any text, by every profile, in every format: no crash, places in the text, findings in order, the same bytes again. `PLANLINT_FUZZ` is the number of texts of each kind. */
import fs from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { checkComplexity } from '../../src/guard/complexity.ts'
import { formatNames, formats } from '../../src/report/index.ts'
import { specExamples } from '../../packages/mdast-fast/tests/documents.ts'
import { plain, run as runReport } from '../report/sample.ts'
import { counted, essence, judgeEveryWay } from './invariants.ts'
import { generated, mutated } from './texts.ts'

const numRuns = Number(process.env['PLANLINT_FUZZ'] ?? 40)
const long = numRuns > 100 ? 1_800_000 : 60_000
const reporters = await Promise.all(formatNames.map(async name => [name, (await formats[name]()).render] as const))
const bytesOf = new Map<string, number>()

afterAll(() =>
  console.log(
    `judged: ${counted.inputs} texts, ${counted.executions} executions, ${counted.findings} findings, formats: ${JSON.stringify([...bytesOf.keys()])}`
  )
)

/** Every report in every format, twice. */
function judgeAndPrint(text: string): void {
  if (checkComplexity(text)) return
  const reports = judgeEveryWay(text)
  for (const [name, reporter] of reporters) {
    const output = reporter(runReport(reports), plain)
    expect(output === '' || output.endsWith('\n')).toBe(true)
    if (reporter(runReport(structuredClone(reports)), plain) !== output)
      expect.fail(`${name} gives other bytes the second time`)
    bytesOf.set(name, (bytesOf.get(name) ?? 0) + output.length)
  }
}

describe('texts', () => {
  test('that a generator writes', () => fc.assert(fc.property(generated, judgeAndPrint), { numRuns }), long)

  test('with bytes changed', () => fc.assert(fc.property(mutated, judgeAndPrint), { numRuns }), long)

  test(
    'with Windows line endings: the same findings',
    () =>
      fc.assert(
        fc.property(
          generated.filter(text => !text.includes('\r')),
          text => {
            if (checkComplexity(text)) return
            const twins = judgeEveryWay(text.replaceAll('\n', '\r\n'))
            expect(twins.map(essence)).toEqual(judgeEveryWay(text).map(essence))
          }
        ),
        { numRuns }
      ),
    long
  )

  test(
    'judged in another order: the same reports',
    () =>
      fc.assert(
        fc.property(fc.array(generated, { minLength: 2, maxLength: 4 }), texts => {
          const one = texts.map(text => judgeEveryWay(text))
          const other = texts
            .toReversed()
            .map(text => judgeEveryWay(text))
            .toReversed()
          expect(other).toEqual(one)
        }),
        { numRuns: Math.ceil(numRuns / 4) }
      ),
    long
  )
})

test(
  'the 652 examples of CommonMark',
  () => {
    const examples = specExamples()
    expect(examples.length).toBeGreaterThanOrEqual(652)
    for (const example of examples) judgeEveryWay(example)
  },
  long
)

/** Plans by others, where there is a folder of them. */
const corpus = process.env['PLANLINT_CORPUS'] ?? ''

test.skipIf(!fs.existsSync(corpus))(
  'plans by others (PLANLINT_CORPUS)',
  async () => {
    const { markdownFiles } = await import('../../packages/mdast-fast/tests/documents.ts')
    const texts = markdownFiles(corpus).map(file => fs.readFileSync(file, 'utf8'))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) judgeEveryWay(text)
    console.log(`plans by others: ${texts.length}`)
  },
  1_800_000
)
