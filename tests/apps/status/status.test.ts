import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderStatusAssets } from '../../../src/dev/gen-status.ts'
import { statusHtml } from '../../../src/apps/status/html.ts'
import { statusJson } from '../../../src/apps/status/json.ts'
import { statusMarkdown } from '../../../src/apps/status/markdown.ts'
import { assets } from '../../../src/apps/status/page/assets.ts'
import { sharedPaths } from '../../../src/apps/status/shared.ts'
import { statusText } from '../../../src/apps/status/text.ts'
import type { Reason, Standing } from '../../../src/apps/status/types.ts'
import type { FileReport } from '../../../src/types.ts'
import { summaryWords } from '../../../src/apps/status/words.ts'
import { excludedFile, unjudgedFile } from '../../report/sample.ts'
import { daysAgo, judged, plan, statusOf } from './reports.ts'

const clean = { ...judged('ok.md', plan({ title: 'Fine' })), findings: [] }

describe('rows', () => {
  test('counts steps, boxes and questions of the real model', () => {
    const [row] = statusOf([
      judged(
        'a.md',
        plan({
          steps: [
            [true, true],
            [false, true],
            [true, true]
          ],
          question: 'Which disk?'
        })
      )
    ]).rows
    expect(row).toMatchObject({
      title: 'Queue',
      profile: 'design-plan',
      steps: { total: 3, tracked: 3, done: 2 },
      boxes: { total: 6, done: 5 },
      questions: { total: 1, open: 1 }
    })
  })

  test('an answered question is not open', () => {
    expect(
      statusOf([judged('a.md', plan({ question: '~~Which disk?~~ Decided: the first' }))]).rows[0]!.questions
    ).toEqual({ total: 1, open: 0 })
  })

  test.each([
    ['without findings, changed of late', clean, 3, 'open', []],
    ['without a change for longer than the limit', clean, 15, 'stuck', ['stale']],
    [
      'old, but with nothing that could say it is done',
      { ...judged('ok.md', plan({ steps: [[]] })), findings: [] },
      400,
      'open',
      []
    ],
    ['exactly at the limit', clean, 14, 'open', []],
    ['with errors', judged('ok.md', plan()), 1, 'stuck', ['errors']],
    [
      'all boxes ticked, no matter how long ago',
      { ...judged('ok.md', plan({ steps: [[true, true]] })), findings: [] },
      400,
      'done',
      []
    ],
    [
      'unreadable',
      { ...clean, fatalErrors: [{ code: 'unreadable', message: 'Unreadable' }] },
      1,
      'stuck',
      ['unreadable']
    ]
  ] satisfies [string, FileReport, number, Standing, Reason[]][])('%s', (_, file, days, standing, reasons) => {
    expect(statusOf([file], { 'ok.md': daysAgo(days) }).rows[0]).toMatchObject({ standing, reasons })
  })

  test('a finding is shown with its line, a long line cut around it', () => {
    const text = plan({ goal: `${'word '.repeat(200)}TBD ${'word '.repeat(200)}` })
    const found = statusOf([judged('a.md', text)]).rows[0]!.findings.find(finding => finding.message.includes('TBD'))!
    expect(found.excerpt!.text.length).toBeLessThanOrEqual(240)
    expect(found.excerpt!.text.slice(found.excerpt!.start, found.excerpt!.end)).toBe('TBD')
    expect(found.line).toBe(5)
  })
})

describe("plans in each other's way", () => {
  const one = judged(
    'one.md',
    plan({
      files: [
        ['src/a.ts', 'new'],
        ['src/b.ts', 'modified']
      ]
    })
  )
  const two = judged(
    'two.md',
    plan({
      files: [
        ['src/b.ts', 'deleted'],
        ['src/c.ts', 'new']
      ]
    })
  )

  test('both open: the path is named, with both marks', () => {
    const report = statusOf([one, two])
    expect(report.shared).toEqual([
      {
        path: 'src/b.ts',
        plans: [
          { path: 'one.md', mark: 'modified' },
          { path: 'two.md', mark: 'deleted' }
        ]
      }
    ])
    expect(report.rows.map(row => row.reasons.includes('shared'))).toEqual([true, true])
  })

  test('one of them done: nothing to say', () => {
    expect(
      statusOf([one, judged('two.md', plan({ files: [['src/b.ts', 'modified']], steps: [[true, true]] }))]).shared
    ).toEqual([])
  })

  test('a name that objects have by nature is a path like any other', () => {
    expect(
      sharedPaths([
        { path: 'a', changes: [{ path: '__proto__', mark: 'new' }] },
        { path: 'b', changes: [{ path: 'constructor', mark: 'new' }] }
      ])
    ).toEqual([])
  })
})

describe('formats', () => {
  const { findings, ...queue } = judged(
    'docs/queue.md',
    plan({
      title: 'Queue | survives',
      steps: [
        [true, false],
        [true, true]
      ]
    })
  )
  const report = statusOf(
    [
      { ...clean, path: 'docs/ok.md' },
      { ...queue, findings: findings.slice(0, 3) }
    ],
    { 'docs/ok.md': daysAgo(2), 'docs/queue.md': daysAgo(40, 'file') }
  )

  test('text', () => {
    expect(statusText(report)).toMatchInlineSnapshot(`
      "Plan           Profile      Status       Steps  Boxes  Questions  Errors  Warnings  Changed
      docs/ok.md     design-plan  –       1 (0 done)    1/2          –       0         0  2026-06-28
      docs/queue.md  design-plan  –       2 (1 done)    3/4          –       3         0  2026-05-21*

      Needs a look:
        docs/ok.md: shares files with another open plan
        docs/queue.md: 3 errors, no change for 40 days, shares files with another open plan

      Changed by several open plans:
        src/queue.ts: docs/ok.md (new), docs/queue.md (new)

      * not committed: the time of the file

      Repository-aware checks skipped: no repository was looked for

      2 plans: 2 need a look
      "
    `)
    expect(statusText(statusOf([]))).toBe('')
  })

  describe('no format forgets a file', () => {
    const all = statusOf([
      { ...clean, path: 'ok.md' },
      unjudgedFile({ path: 'docs/foo-plan.md', reason: 'of no known kind', expected: true }),
      unjudgedFile({ path: 'README.md', reason: 'nothing like a plan' }),
      excludedFile({ path: 'docs/PLAN_TEMPLATE.md', reason: 'a template', expected: true })
    ])
    test.each([
      ['text', statusText],
      ['json', statusJson],
      ['markdown', statusMarkdown],
      ['html', statusHtml]
    ] as const)('%s', (_, render) => {
      const text = render(all).replaceAll('&#95;', '_')
      for (const word of ['of no known kind', 'foo-plan.md', 'nothing like a plan', 'README.md', 'a template'])
        expect(text).toContain(word)
      expect(text).toContain('PLAN_TEMPLATE.md')
      expect(render(statusOf([unjudgedFile({ path: 'a.md', reason: 'nothing like a plan' })]))).toContain('a.md')
    })

    test('what should have been judged needs a look, the rest is counted beside the plans', () => {
      expect(all.rows.map(({ path: file, standing, reasons }) => [file, standing, reasons])).toEqual([
        ['ok.md', 'open', []],
        ['docs/foo-plan.md', 'stuck', ['unjudged']]
      ])
      expect(summaryWords(all)).toBe('2 plans: 1 needs a look, 1 open; 2 other files: 1 excluded, 1 not judged')
      expect(JSON.parse(statusJson(all)).summary).toMatchObject({ plans: 2, judged: 1, notJudged: 2, excluded: 1 })
    })
  })

  test('json', () => {
    const data = JSON.parse(statusJson(report))
    expect(data).toMatchObject({
      version: 1,
      generated: '2026-06-30T12:00:00.000Z',
      summary: { plans: 2, stuck: 2, open: 0, draft: 0, done: 0, errors: 3, warnings: 0 }
    })
    expect(data.plans[1]).toMatchObject({
      path: 'docs/queue.md',
      title: 'Queue | survives',
      changed: { time: '2026-05-21T12:00:00.000Z', from: 'file' },
      boxes: { total: 4, done: 3 }
    })
  })

  test('markdown: one row for each plan, whatever a title holds', () => {
    const rows = statusMarkdown(report)
      .split('\n')
      .filter(line => line.startsWith('| '))
    expect(rows).toHaveLength(4)
    expect(rows[3]).toContain('Queue &#124; survives')
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(11)
  })

  test('html: every value escaped, nothing to load, a policy with hashes', () => {
    const poison = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\' onmouseover=alert(1) `'
    const page = statusHtml(
      statusOf([
        judged(
          `docs/${poison}.md`,
          plan({ title: `<script>alert(1)</script> ${poison}`, goal: `TBD ${poison}`, files: [[poison, 'new']] })
        )
      ])
    )
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img|\u202e/)
    expect(page).not.toMatch(/\s(?:src|style|on\w+)=["']/)
    expect(page).toContain(assets.scriptHash)
    expect(page).not.toMatch(/https?:\/\/(?!github\.com\/planlint)/)
  })

  test('html: the assets are those of their sources', async () => {
    const folder = path.join(import.meta.dirname, '../../../src/apps/status/page')
    expect(await renderStatusAssets(folder)).toBe(fs.readFileSync(path.join(folder, 'assets.ts'), 'utf8'))
  })
})
