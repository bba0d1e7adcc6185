/** One verdict: what the command line finds by its fast way is what an editor finds with every extension that remark has. */
import fs from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { lintTextLazily } from '../../src/lint/linter-lazy.ts'
import planlint from '../../src/lint/remark.ts'
import type { FileReport, Place } from '../../src/types.ts'
import { markdownFiles, gfmExamples, specExamples } from '../../packages/mdast-fast/tests/documents.ts'
import { planFixtures, ruleFixtures } from '../rules/load.ts'

/** A folder of real plans to try as well: `PLANLINT_CORPUS=…`. */
const corpus = process.env['PLANLINT_CORPUS']
const fixtures = [...ruleFixtures(), ...planFixtures()].map(({ id, name, text }) => [`${id}/${name}`, text] as const)
const plans =
  corpus === undefined ? [] : markdownFiles(corpus).map(file => [file, fs.readFileSync(file, 'utf8')] as const)
const editor = editorWith({})

describe.each([
  ['fixtures', fixtures],
  ['a corpus', plans]
] as const)('%s', (_name, texts) => {
  test.skipIf(texts.length === 0)('the editor says the same', async () => {
    for (const [name, text] of texts) {
      const report = await lintTextLazily(text, { path: 'PLAN.md' })
      if (report.fatalErrors.length === 0) expect(told(report), name).toEqual(throughEditor(text))
    }
  })

  test.skipIf(texts.length === 0)('so does the reference parser, report for report', async () => {
    for (const [name, text] of texts) {
      const report = await lintTextLazily(text)
      if (report.fatalErrors.length === 0) expect(report, name).toEqual(lintText(text, { parser: 'reference' }))
    }
  })
})

test('the examples of CommonMark and GFM, too', async () => {
  for (const text of [...specExamples(), ...gfmExamples])
    expect(await lintTextLazily(text, { forced: 'design-plan' }), text).toEqual(
      lintText(text, { parser: 'reference', forced: 'design-plan' })
    )
})

test('so does the editor, also of texts that hold nothing or next to nothing', async () => {
  const forced = editorWith({ profile: 'design-plan' })
  for (const text of [
    '',
    '\n',
    ' \t\n\n',
    '\ufeff\n',
    '---\n---\n',
    '<!-- -->\n',
    '[a]: b\n',
    '-\n[ ] a\n',
    ...specExamples(),
    ...gfmExamples
  ]) {
    expect(told(await lintTextLazily(text, { forced: 'design-plan', path: 'PLAN.md' })), JSON.stringify(text)).toEqual(
      throughEditor(text, forced)
    )
  }
})

test('whoever doubts the fast parser has the reference judge', async () => {
  // The guard protects that one: what the fast parser takes without it is measured then.
  const nested = `# Plan\n\n${'> '.repeat(40)}x\n`
  expect((await lintTextLazily(nested)).fatalErrors).toEqual([])
  expect((await lintTextLazily(nested, { parser: 'reference' })).fatalErrors).toMatchObject([
    { code: 'too-complex', line: 3 }
  ])
  for (const [name, text] of fixtures.slice(0, 20))
    expect(await lintTextLazily(text, { parser: 'reference' }), name).toEqual(lintText(text, { parser: 'reference' }))
})

test('comments of remark-lint are obeyed', async () => {
  const text = '---\nplanlint: design-plan\n---\n\n<!--lint disable required-sections-->\n\n# X\n\n## Background\n'
  const [report, reference] = [await lintTextLazily(text), lintText(text, { parser: 'reference' })]
  expect(report).toEqual(reference)
  expect(report.findings.map(finding => finding.rule)).not.toContain('required-sections')
  expect((await lintTextLazily(text.replace('disable', 'nonsense'))).fatalErrors).toMatchObject([
    { code: 'bad-comment', line: 5 }
  ])
})

test('what the reference parser would get, and is too much, is trouble at the line where it is, and limits lift it', async () => {
  // A rare character reference is what the fast parser leaves to the reference.
  const text = `# Plan &Gg;\n\n${'> '.repeat(40)}x\n`
  expect((await lintTextLazily(text)).fatalErrors).toMatchObject([{ code: 'too-complex', line: 3 }])
  expect((await lintTextLazily(text, { options: { limits: { nesting: 50 } } })).fatalErrors).toEqual([])
})

function told(report: FileReport): string[] {
  return report.findings.map(({ rule, severity, message, place }) => `${show(place)} ${severity} ${rule} ${message}`)
}

function editorWith(options: object) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(planlint as never, options as never)
    .use(function () {
      this.compiler = () => ''
    })
    .freeze()
}

function throughEditor(text: string, through = editor): string[] {
  const file = new VFile({ value: text, path: 'PLAN.md' })
  through.processSync(file)
  return file.messages.map(
    message =>
      `${show(message.place as unknown as Place)} ${message.fatal ? 'error' : 'warning'} ${message.ruleId} ${message.reason}`
  )
}

function show({ start, end }: Place): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
