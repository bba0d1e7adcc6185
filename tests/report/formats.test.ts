import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agent } from '../../src/report/agent.ts'
import { compact } from '../../src/report/compact.ts'
import { github } from '../../src/report/github.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { formatNames, formats } from '../../src/report/index.ts'
import { json } from '../../src/report/json.ts'
import { junit } from '../../src/report/junit.ts'
import { rdjson } from '../../src/report/rdjson.ts'
import { markdown } from '../../src/report/markdown.ts'
import { sarif } from '../../src/report/sarif.ts'
import type { Severity } from '../../src/types.ts'
import { parseCommand } from './runner.ts'
import { fileReport, finding, placeOf, plain, run, sample } from './sample.ts'
import { validateGitlab, validateRdjson, validateReport, validateSarif, xmlErrors } from './validators.ts'

const source = 'one\ntwo\r\nthree\n'
const clean = run([fileReport({}), fileReport({ path: 'b.md' })])
const empty = run([])
const broken = run(
  [fileReport({ path: 'a.md', fatalErrors: [{ code: 'crashed-rule', message: 'Rule broke', rule: 'file-tree' }] })],
  {
    fatalErrors: [{ code: 'no-match', message: 'No file matches "x"' }]
  }
)
const many = (count: number, severity: Severity) =>
  Array.from({ length: count }, (_, index) =>
    finding({ severity, message: `${severity} ${index}`, fingerprint: 'same', place: placeOf(source, 'two') })
  )

describe('warnings that are too many, and that --quiet hides', () => {
  const warned = run([fileReport({ findings: many(1, 'warning') })])
  test.each(formatNames)('%s says why the run fails', async name => {
    const { render } = await formats[name]()
    const told = (maxWarnings: number): string => render(warned, { ...plain, quiet: true, maxWarnings })
    expect(told(0)).toMatch(name === 'json' ? /"maxWarnings": 0/ : /1 (?:warnings )?where --max-warnings allows 0/)
    expect(told(1)).not.toContain('where --max-warnings')
  })
})

describe('the list of formats', () => {
  test('has each file that holds one, by its name', () => {
    const folder = join(import.meta.dirname, '../../src/report')
    const held = readdirSync(folder).filter(
      name => name.endsWith('.ts') && / Format = \{$/m.test(readFileSync(join(folder, name), 'utf8'))
    )
    expect([...formatNames].sort()).toEqual(held.map(name => name.replace('.ts', '')).sort())
  })

  test('has a loader and a line of help for each', async () => {
    for (const name of formatNames) {
      expect((await formats[name]()).summary).toMatch(/^[A-Z].*[^.]$/)
      expect(typeof (await formats[name]()).render(sample, plain)).toBe('string')
    }
  })

  test.each(formatNames)('%s: --quiet hides warnings', async name => {
    const { render: reporter } = await formats[name]()
    expect(reporter(sample, plain)).toContain('Vague wording')
    expect(reporter(sample, { ...plain, quiet: true })).not.toContain('Vague wording')
  })

  test.each(formatNames)('%s: shows trouble of files and of the run', async name => {
    const text = (await formats[name]()).render(broken, plain)
    expect(text).toContain('Rule broke')
    expect(text).toMatch(/No file matches/)
  })
})

test('compact, as it is promised', () => {
  expect(compact.render(sample, plain)).toBe(
    [
      'docs/plans/kettle.md:8:18: error: Unknown mark "maybe" for "日本語/湯沸かし器.ts" [file-tree]',
      'docs/plans/kettle.md:13:1: error: Missing verification in step "Write the parser" [step-verification]',
      'docs/plans/kettle.md:15:34: warning: Vague wording "as needed" [vague-wording]',
      'docs/plans/kettle.md:20:1: error: Missing verification in step "Ship it" [step-verification]',
      'docs/plans/kettle.md:23:253: warning: Placeholder "TBD" [vague-wording]',
      'odd.md:3:1: error: Too many nested containers: flatten the list [too-complex]',
      'planlint: info: judged by design-plan: docs/plans/kettle.md [judged]',
      'planlint: info: judged by rfc: docs/plans/clean.md [judged]',
      'planlint: info: 1 other file not judged: no profile recognises it as a plan [not-judged]',
      'planlint: info: repository-aware rules skipped: no git repository (notes.md) [note]',
      ''
    ].join('\n')
  )
  expect(compact.render(clean, plain)).toMatch(/^planlint: info: judged by [^\n]* \[judged\]\n$/)
})

const hasVim = spawnSync('vim', ['--version'], { encoding: 'utf8' }).stdout?.includes('+quickfix') ?? false

test.runIf(hasVim)("compact in vim's quickfix list (skipped where vim has none)", () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-vim-'))
  try {
    writeFileSync(join(folder, 'errors.txt'), compact.render(sample, plain))
    const script = 'map(getqflist(), {_, e -> [bufname(e.bufnr), e.lnum, e.col, e.type, e.text]})'
    const commands = [
      'set encoding=utf-8 errorformat=%f:%l:%c:\\ %t%*[^:]:\\ %m',
      'cgetfile errors.txt',
      `call writefile([json_encode(${script})], 'out.json')`,
      'qall!'
    ]
    spawnSync('vim', ['-u', 'NONE', '-N', '-es', ...commands.flatMap(command => ['-c', command])], {
      cwd: folder,
      timeout: 10_000
    })
    const entries = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
    expect(entries).toHaveLength(10)
    expect(entries[2]).toEqual(['docs/plans/kettle.md', 15, 34, 'w', 'Vague wording "as needed" [vague-wording]'])
    expect(entries[5].slice(0, 4)).toEqual(['odd.md', 3, 1, 'e'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('json', () => {
  const parsed = JSON.parse(json.render(sample, plain))

  test('has the promised keys in the promised order', () => {
    expect(Object.keys(parsed)).toEqual(['version', 'files', 'summary'])
    expect(Object.keys(parsed.files[0])).toEqual(
      'path state reason profile recognised profileScore status examined notes skipped findings'.split(' ')
    )
    expect(Object.keys(parsed.files[0].examined)).toEqual(['sections', 'steps', 'commands', 'files', 'checkboxes'])
    expect(Object.keys(parsed.files[0].findings[1])).toEqual(
      'rule severity message help url line column endLine endColumn fixable fingerprint related'.split(' ')
    )
    expect(Object.keys(parsed.files[0].findings[1].related[0])).toEqual(['line', 'column', 'message'])
    expect(parsed.summary).toEqual({
      files: 4,
      judged: 2,
      excluded: 0,
      notJudged: 2,
      errors: 3,
      warnings: 2,
      fixable: 1
    })
    expect(Object.keys(parsed.summary)).toEqual('files judged excluded notJudged errors warnings fixable'.split(' '))
  })

  test('adds troubles only where there are some', () => {
    expect(Object.keys(parsed.files[3]).at(-1)).toBe('troubles')
    expect(parsed.files[3].troubles).toEqual([
      { code: 'too-complex', message: 'Too many nested containers: flatten the list', line: 3, column: 1 }
    ])
    expect(JSON.parse(json.render(broken, plain)).troubles).toEqual([
      { code: 'no-match', message: 'No file matches "x"' }
    ])
  })

  test('calls fixable what --fix mends', () => {
    const place = placeOf(source, 'two')
    const fix = (safe: boolean) => [{ title: 't', edits: [], safe }]
    const report = run([
      fileReport({
        findings: [finding({ place, fixes: fix(true) }), finding({ place, fixes: fix(false) }), finding({ place })]
      })
    ])
    const { files, summary } = JSON.parse(json.render(report, plain))
    expect(files[0].findings.map((one: { fixable: boolean }) => one.fixable)).toEqual([true, false, false])
    expect(summary.fixable).toBe(1)
  })

  test.each([sample, clean, empty, broken])('obeys the published schema', report => {
    for (const options of [plain, { ...plain, statistics: true }])
      expect(validateReport(JSON.parse(json.render(report, options))), JSON.stringify(validateReport.errors)).toBe(true)
  })

  test('the schema refuses what is not ours', () => {
    for (const spoil of [
      (data: typeof parsed) => delete data.summary,
      (data: typeof parsed) => (data.version = 2),
      (data: typeof parsed) => (data.files[0].findings[0].line = 0),
      (data: typeof parsed) => (data.files[0].findings[0].severity = 'info'),
      (data: typeof parsed) => delete data.files[0].findings[0].fingerprint
    ]) {
      const data = structuredClone(parsed)
      spoil(data)
      expect(validateReport(data)).toBe(false)
    }
  })
})

describe('github', () => {
  test('reads back in the runner', () => {
    const commands = github
      .render(sample, plain)
      .trimEnd()
      .split('\n')
      .map(parseCommand)
      .filter(command => command !== null)
    expect(commands).toHaveLength(7)
    expect(commands).toContainEqual({
      name: 'error',
      properties: {
        file: 'docs/plans/kettle.md',
        line: '8',
        endLine: '8',
        col: '18',
        endColumn: '25',
        title: 'planlint: file-tree'
      },
      data: 'Unknown mark "maybe" for "日本語/湯沸かし器.ts"\nMark each file as new, modified or deleted'
    })
    const spanning = commands.find(command => command?.data.includes('"Ship it"'))
    expect(spanning?.properties).toEqual({
      file: 'docs/plans/kettle.md',
      line: '20',
      endLine: '22',
      title: 'planlint: step-verification'
    })
  })

  test('stops at ten per level and says how many more', () => {
    const report = run([fileReport({ findings: [...many(12, 'warning'), ...many(14, 'error')] })])
    const commands = github.render(report, plain).trimEnd().split('\n').map(parseCommand)
    expect(commands.filter(command => command?.name === 'error')).toHaveLength(10)
    expect(commands.filter(command => command?.name === 'warning')).toHaveLength(10)
    expect(commands.filter(command => command?.name === 'notice')).toEqual([
      {
        name: 'notice',
        properties: { title: 'planlint' },
        data: '6 more problems without annotation (4 errors, 2 warnings)'
      }
    ])
  })

  test('annotates nothing where all is well', () => {
    expect(github.render(clean, plain)).toBe('no problems in 2 plans · design-plan ×2\n')
  })
})

describe('sarif', () => {
  const parse = (report: typeof sample) => JSON.parse(sarif.render(report, plain))

  test.each([sample, clean, empty, broken])('obeys the official schema', report => {
    expect(validateSarif(parse(report)), JSON.stringify(validateSarif.errors)).toBe(true)
  })

  test('gives GitHub what it asks for', () => {
    const [first] = parse(sample).runs
    expect(first.columnKind).toBe('utf16CodeUnits')
    expect(first.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            descriptor: { id: 'too-complex' },
            message: { text: 'Too many nested containers: flatten the list' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'odd.md', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 3, startColumn: 1 }
                }
              }
            ]
          },
          ...[
            'not judged: no profile recognises it as a plan',
            'repository-aware rules skipped: no git repository'
          ].map((text, index) => ({
            level: 'note',
            descriptor: { id: ['not-judged', 'note'][index] },
            message: { text },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'notes.md', uriBaseId: '%SRCROOT%' } } }]
          }))
        ]
      }
    ])
    for (const result of first.results) {
      expect(first.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(result.partialFingerprints['planlint/v1']).toMatch(/^f-/)
    }
    for (const rule of first.tool.driver.rules) {
      expect(rule.help.markdown).toContain(`# ${rule.id}`)
      expect(rule.help.text).not.toBe('')
    }
    expect(first.results[1].relatedLocations[0]).toMatchObject({
      id: 1,
      message: { text: 'the step creates this file' }
    })
  })

  test('writes fixes as replacements at lines and columns', () => {
    const place = placeOf(source, 'two')
    const fixes = [{ title: 'Say 2', safe: true, edits: [{ start: 4, end: 9, text: '2\n' }] }]
    const [result] = parse(run([fileReport({ path: 'a b/ü.md', source, findings: [finding({ place, fixes })] })]))
      .runs[0].results
    expect(result.fixes).toEqual([
      {
        description: { text: 'Say 2' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a%20b/%C3%BC.md', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 3, endColumn: 1, charOffset: 4, charLength: 5 },
                insertedContent: { text: '2\n' }
              }
            ]
          }
        ]
      }
    ])
  })

  test('stays within what GitHub takes, and says so', () => {
    const report = run([fileReport({ findings: [...many(25_000, 'warning'), ...many(1, 'error')] })])
    const [first] = parse(report).runs
    expect(first.results).toHaveLength(25_000)
    expect(first.results.at(-1).level).toBe('error')
    expect(first.invocations[0]).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'note', message: { text: '1 more result left out' } }]
    })
  })

  test('success means success', () => {
    expect(parse(clean).runs[0].invocations).toEqual([{ executionSuccessful: true }])
  })
})

describe('junit', () => {
  test.each(['jenkins-junit', 'ant-junit'] as const)('obeys the %s schema', async schema => {
    for (const report of [sample, clean, empty, broken])
      expect(await xmlErrors(junit.render(report, plain), schema)).toEqual([])
  })

  test('the schemas refuse what the readers would', async () => {
    const spoiled = junit.render(sample, plain).replace('<properties/>', '').replace('hostname="localhost"', '')
    expect(await xmlErrors(spoiled, 'ant-junit')).not.toEqual([])
    expect(
      await xmlErrors(junit.render(sample, plain).replace(' name="vague-wording"', ''), 'jenkins-junit')
    ).not.toEqual([])
  })

  test('fails for errors, not for warnings', () => {
    const xml = junit.render(sample, plain)
    expect(xml).toContain(
      'name="docs/plans/kettle.md" package="planlint" timestamp="1970-01-01T00:00:00" hostname="localhost" tests="4" failures="2" errors="0"'
    )
    expect(xml).toContain('<testcase name="vague-wording" classname="docs/plans/kettle.md" time="0"/>')
    expect(xml).toContain('15:34: warning: Vague wording &quot;as needed&quot;')
    expect(junit.render(sample, { ...plain, maxWarnings: 1 })).toContain(
      '<failure type="max-warnings" message="2 warnings where --max-warnings allows 1">'
    )
    expect(junit.render(sample, { ...plain, startedAt: '2031-02-03T04:05:06.789Z' })).toContain(
      'timestamp="2031-02-03T04:05:06"'
    )
  })

  test('never shows a passed rule for what was not judged', () => {
    const xml = junit.render(sample, plain)
    expect(xml.match(/classname="odd\.md"/g)).toHaveLength(1)
    expect(xml).toContain('<skipped message="1 other file not judged: no profile recognises it as a plan"/>')
    expect(junit.render(broken, plain)).toContain(
      '<testcase name="file-tree" classname="a.md" time="0"><error type="crashed-rule"'
    )
  })
})

describe('gitlab', () => {
  test.each([sample, clean, empty, broken])('obeys the documented format', report => {
    expect(validateGitlab(JSON.parse(gitlab.render(report, plain))), JSON.stringify(validateGitlab.errors)).toBe(true)
  })

  test('fingerprints differ within a report and survive a move', () => {
    const fingerprints = (line: number): string[] => {
      const place = { start: { line, column: 1, offset: 0 }, end: { line, column: 2, offset: 1 } }
      const findings = [finding({ place, fingerprint: 'x' }), finding({ place, fingerprint: 'x' })]
      const report = run([fileReport({ path: 'a.md', findings }), fileReport({ path: 'b.md', findings })])
      return JSON.parse(gitlab.render(report, plain)).map((issue: { fingerprint: string }) => issue.fingerprint)
    }
    expect(new Set(fingerprints(1)).size).toBe(5)
    expect(fingerprints(1)).toEqual(fingerprints(9))
  })

  test('grades by severity', () => {
    const issues = JSON.parse(gitlab.render(sample, plain)) as { severity: string }[]
    expect(issues.map(issue => issue.severity)).toEqual([
      'major',
      'major',
      'minor',
      'major',
      'minor',
      'blocker',
      'info',
      'info',
      'info',
      'info'
    ])
  })
})

describe('markdown', () => {
  test('whole', async () => {
    await expect(markdown.render(sample, plain)).toMatchFileSnapshot('snapshots/summary.md.txt')
    expect(markdown.render(clean, plain)).toContain('### ✅ planlint: no problems in 2 plans')
  })

  test('fits into a comment', () => {
    const files = Array.from({ length: 300 }, (_, index) =>
      fileReport({ path: `${index}.md`, findings: many(80, 'error') })
    )
    const text = markdown.render(run(files), plain)
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/… and \d+ more plans with problems/)
    expect(text).toContain('… and 30 more problems in this plan')
    const fatalErrors = Array.from({ length: 900 }, () => ({ code: 'unreadable', message: '<'.repeat(5000) }))
    const failed = markdown.render(run(files, { fatalErrors }), plain)
    expect(failed.length).toBeLessThan(65_536)
    expect(failed).toMatch(/\n- 8\d\d more\n/)
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  })
})

describe('agent', () => {
  test('whole', async () => {
    await expect(agent.render(sample, plain)).toMatchFileSnapshot('snapshots/agent.txt')
  })

  test('is capped, errors first, counts last', () => {
    const report = run([
      fileReport({ findings: many(60, 'warning') }),
      fileReport({ path: 'b.md', findings: many(5, 'error') })
    ])
    const lines = agent.render(report, plain).trimEnd().split('\n')
    expect(lines.filter(line => line.includes(' error '))).toHaveLength(5)
    expect(lines.filter(line => /:\d+ warning /.test(line))).toHaveLength(45)
    expect(lines.at(-2)).toBe('15 more problems not shown: mend these first, then run planlint again')
    expect(lines.at(-1)).toMatch(/^65 problems \(5 errors, 60 warnings\) in 2 of 2 plans; examined 20 sections/)
  })

  test('says passed only if the run passed', () => {
    const warned = run([fileReport({ findings: many(1, 'warning') })])
    expect(agent.render(clean, plain)).toMatch(/^passed\n/)
    expect(agent.render(warned, plain)).toContain('\npassed\n')
    expect(agent.render(warned, { ...plain, maxWarnings: 0 })).not.toContain('passed')
    expect(agent.render(run([fileReport({ silenced: 1 })]), plain)).toMatch(/^passed, with 1 finding silenced\n/)
    expect(agent.render(broken, plain)).not.toContain('passed')
    expect(agent.render(empty, plain)).not.toContain('passed')
  })

  test('says that fixes which were only tried are not written', () => {
    const tried = (count: number) => fileReport({ fixed: { count, isDryRun: true } })
    expect(agent.render(run([tried(1)]), plain)).toMatch(/^passed after 1 fix \(not written\)\n/)
    expect(agent.render(run([tried(0), tried(3)]), plain)).toMatch(/^passed after 3 fixes \(not written\)\n/)
    expect(agent.render(run([{ ...tried(2), silenced: 1 }]), plain)).toMatch(
      /^passed after 2 fixes \(not written\), with 1 finding silenced\n/
    )
    expect(agent.render(run([tried(0)]), plain)).toMatch(/^passed\n/)
    expect(agent.render(run([fileReport({ fixed: { count: 3 } })]), plain)).toMatch(/^passed\n/)
  })
})

describe('rdjson', () => {
  interface Told {
    diagnostics: {
      message: string
      severity: string
      location: { path: string; range?: { start: object; end: object } }
      code: { value: string }
      suggestions?: { range: { start: object; end: object }; text: string }[]
    }[]
  }
  const told = (report: typeof sample): Told => JSON.parse(rdjson.render(report, plain)) as Told

  test('is what reviewdog reads', () => {
    for (const report of [sample, clean, empty, broken]) expect(validateRdjson(told(report))).toBe(true)
  })

  test('columns count bytes of UTF-8, ends are exclusive, and a fix of one edit is a suggestion', () => {
    const text = 'äö € 😀 end\n'
    const place = placeOf(text, 'end')
    const edits = [{ start: place.start.offset, end: place.end.offset, text: 'END' }]
    const report = run([
      fileReport({
        path: 'a.md',
        source: text,
        findings: [
          finding({ place, fixes: [{ title: 'Shout', edits, safe: false }] }),
          finding({ place, fixes: [{ title: 'Both', edits: [...edits, ...edits], safe: true }] }),
          finding({ place, fixes: [{ title: 'Skeleton', edits, safe: false, scaffold: true }] })
        ]
      })
    ])
    const range = { start: { line: 1, column: 15 }, end: { line: 1, column: 18 } }
    const [first, second, third] = told(report).diagnostics
    expect(first).toMatchObject({ location: { path: 'a.md', range }, suggestions: [{ range, text: 'END' }] })
    expect([second!.suggestions, third!.suggestions]).toEqual([undefined, undefined])
  })

  test('without the text there are lines alone', () => {
    const [first] = told(
      run([fileReport({ path: 'a.md', findings: [finding({ place: placeOf(source, 'two') })] })])
    ).diagnostics
    expect(first!.location.range!.start).not.toHaveProperty('column')
  })
})

test('the problem matcher reads what compact writes', () => {
  const { problemMatcher } = JSON.parse(
    readFileSync(new URL('../../examples/problem-matcher.json', import.meta.url), 'utf8')
  ) as { problemMatcher: { pattern: { regexp: string }[] }[] }
  const pattern = new RegExp(problemMatcher[0]!.pattern[0]!.regexp)
  const read = compact
    .render(sample, plain)
    .split('\n')
    .flatMap(line => pattern.exec(line)?.slice(1).join(' | ') ?? [])
  expect(read[0]).toBe(
    'docs/plans/kettle.md | 8 | 18 | error | Unknown mark "maybe" for "日本語/湯沸かし器.ts" | file-tree'
  )
  expect(read).toHaveLength(6)
})
