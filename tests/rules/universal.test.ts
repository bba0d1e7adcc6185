/** Every rule on every fixture, shipped plan and profile, in forms that should not matter, and in hostile ones. */
import type { Node, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { lintTree } from '../../src/lint/lint-tree.ts'
import { lintText } from '../../src/lint/linter.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import planlint from '../../src/lint/remark.ts'
import type { Finding, FileReport, Place } from '../../src/types.ts'
import { planFixtures, ruleFixtures } from './load.ts'

const fixtures = [...ruleFixtures(), ...planFixtures()]
const profiles = builtinProfiles.map(profile => profile.name)
const every = fixtures.map(fixture => [`${fixture.id}/${fixture.name}`, fixture.text] as const)
const hostile: Record<string, string> = {
  'an empty file': '',
  'a blank file': ' \n\t\n',
  'one mark': '#',
  'an open fence': '```',
  'front matter alone': '---\n---',
  'names of the prototype':
    '# __proto__\n\n## constructor\n\n**__proto__**: x\n\n### toString\n\n## hasOwnProperty\n\n- [ ] __proto__\n\n| __proto__ | valueOf |\n| --- | --- |\n| constructor | |\n\n```\n__proto__ <new>\nconstructor/\n  toString <hasOwnProperty>\n```\n',
  'deep quotes': `${'> '.repeat(200)}x\n`,
  'deep lists': Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
  'deep headings': '###### a\n##### b\n#### c\n### d\n## e\n# f\n'.repeat(50),
  'a long line': `# ${'a '.repeat(20_000)}\n`,
  'lone surrogates': '# \ud800\n\n## Goal\n\n\udc00 TBD\n',
  brackets: `${'['.repeat(500)}\n\n${'`'.repeat(500)}\n`,
  'a NUL': '# a\0b\n\n## Goal\0\n'
}

describe.each(every)('%s', (_name, text) => {
  test('findings have places in the file', () => {
    for (const report of [lintText(text), ...profiles.map(forced => lintText(text, { forced }))]) {
      expect(report.fatalErrors).toEqual([])
      for (const finding of report.findings) checkPlaces(finding, text)
    }
  })

  test('line endings and a byte order mark change nothing', () => {
    const plain = lintText(text)
    expect(essence(lintText(`\uFEFF${text}`))).toEqual(essence(plain))
    expect(essence(lintText(text.replaceAll('\n', '\r\n')))).toEqual(essence(plain))
    expect(essence(lintText(text.trimEnd()))).toEqual(essence(plain))
  })

  test('a tree without positions crashes nothing', () => {
    const tree = parsePlan(text)
    forget(tree)
    for (const forced of profiles) expect(lintTree(tree, text, { forced }).fatalErrors).toEqual([])
  })

  test("a defect at the end of the file passes remark-lint's filter", () => {
    const ends = new Set(lintText(text).findings.map(finding => finding.place.end.offset))
    for (const end of ends) {
      const cut = text.slice(0, end)
      expect(throughRemark(cut)).toEqual(essence(lintText(cut)))
    }
  })
})

describe.each(Object.entries(hostile))('%s', (_name, text) => {
  test.each(profiles)('as %s', forced => {
    // The guard would not let it in.
    const report = lintText(text, { forced, options: { limits: { nesting: 100_000 } } })
    expect(report.fatalErrors).toEqual([])
    for (const finding of report.findings) checkPlaces(finding, text)
  })
})

function checkPlaces(finding: Finding, text: string): void {
  const told = `${finding.rule}: ${finding.message}`
  for (const place of [finding.place, ...(finding.related ?? []).map(related => related.place)]) {
    expect(place.start.offset, told).toBeLessThanOrEqual(place.end.offset)
    expect(place.end.offset, told).toBeLessThanOrEqual(text.length)
    expect(pointOf(place, text), told).toEqual(place)
  }
  expect(finding.message, told).toMatch(/^[A-Z"]/)
  expect(finding.message.endsWith('.') && !finding.message.endsWith('...'), told).toBe(false)
  expect(finding.help?.endsWith('.'), told).toBe(false)
  for (const edit of (finding.fixes ?? []).flatMap(fix => fix.edits)) {
    expect(edit.start, told).toBeLessThanOrEqual(edit.end)
    expect(edit.end, told).toBeLessThanOrEqual(text.length)
  }
}

/** The place that the offsets mean. */
function pointOf(place: Place, text: string): Place {
  const point = (offset: number): Place['start'] => {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/)
    return { line: before.length, column: before.at(-1)!.length + 1, offset }
  }
  return { start: point(place.start.offset), end: point(place.end.offset) }
}

/** What a person would call the same findings. */
function essence(report: FileReport): string[] {
  expect(report.fatalErrors).toEqual([])
  return report.findings.map(
    ({ rule, severity, message, place: { start, end } }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${message}`
  )
}

function throughRemark(text: string): string[] {
  const processor = unified()
    .use(remarkParse)
    .use(planlint)
    .use(function () {
      this.compiler = () => ''
    })
  const file = new VFile({ value: text })
  processor.processSync(file)
  return file.messages.map(message => {
    const { start, end } = message.place as unknown as Place
    return `${start.line}:${start.column}-${end.line}:${end.column} ${message.fatal ? 'error' : 'warning'} ${message.ruleId} ${message.reason}`
  })
}

/** Takes the positions out of a tree. */
function forget(tree: Root): void {
  const stack: (Node & { children?: Node[] })[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    delete node.position
    stack.push(...(node.children ?? []))
  }
}
