/** A plan of several files is one row. */
import { expect, test } from 'vitest'
import { statusReport } from '../../../src/apps/status/rows.ts'
import { statusHtml } from '../../../src/apps/status/html.ts'
import { statusJson } from '../../../src/apps/status/json.ts'
import { statusText } from '../../../src/apps/status/text.ts'
import { lintText } from '../../../src/lint/linter.ts'
import { createSiblings } from '../../../src/sets/siblings.ts'
import { at, files } from '../../sets/reading-lists.ts'

const now = Date.UTC(2026, 1, 1)
const reportOf = (folders: string[], texts: Record<string, string> = files) => {
  const all = Object.assign({}, ...folders.map(folder => at(folder))) as Record<string, string>
  for (const [name, text] of Object.entries(texts)) all[`${folders[0]}/${name}`] = text
  const siblings = createSiblings(all)
  const judged = Object.entries(all).map(([path, text]) => lintText(text, { path, siblings, summary: true, now }))
  return statusReport({ version: '0', files: judged, changed: new Map(), now, staleDays: 14 })
}

test('the files of a feature are one plan, with its stories and tasks', () => {
  const tasks = files['tasks.md'].replace('[ ] T001', '[x] T001').replace('[ ] T002', '[x] T002')
  const { rows } = reportOf(['specs/001-a', 'specs/002-b'], { ...files, 'tasks.md': tasks })
  expect(rows.map(row => row.path)).toEqual(['specs/001-a', 'specs/002-b'])
  expect(rows[0]).toMatchObject({
    title: 'Feature Specification: Reading lists',
    files: ['specs/001-a/spec.md', 'specs/001-a/plan.md', 'specs/001-a/tasks.md'],
    stories: 2,
    steps: { total: 4, tracked: 4, done: 2 },
    boxes: { total: 4, done: 2 }
  })
  expect(statusText(reportOf(['specs/001-a']))).toContain('2 stories, 4 (0 done)')
})

test('files of one folder are one plan though what both are compared with is not there', () => {
  const some = (...names: ('spec.md' | 'plan.md')[]) =>
    Object.fromEntries(names.map(name => [`s/${name}`, files[name]]))
  const rowsOf = (texts: Record<string, string>) => {
    const siblings = createSiblings(texts)
    const judged = Object.entries(texts).map(([path, text]) => lintText(text, { path, siblings, summary: true, now }))
    return statusReport({ version: '0', files: judged, changed: new Map(), now, staleDays: 14 }).rows
  }
  expect(rowsOf(some('spec.md', 'plan.md'))).toMatchObject([{ path: 's', files: ['s/spec.md', 's/plan.md'] }])
  // Of two specifications nobody knows whose the plan is.
  expect(rowsOf({ ...some('spec.md', 'plan.md'), 's/other-spec.md': files['spec.md'] })).toHaveLength(3)
})

test('the plans are counted, and the files that they are', () => {
  expect(statusText(reportOf(['specs/001-a', 'specs/002-b']))).toMatch(/^2 plans in 6 files: /m)
})

test('a finding of one says in which file it is', () => {
  const report = reportOf(['specs/001-a'], { 'tasks.md': files['tasks.md'].replace('FR-002', 'FR-022') })
  expect(report.rows[0]).toMatchObject({ errors: 1, standing: 'stuck' })
  const json = JSON.parse(statusJson(report)) as { plans: { files: string[]; findings: { path: string }[] }[] }
  expect(json.plans[0]!.findings).toMatchObject([{ path: 'specs/001-a/tasks.md' }])
  expect(statusHtml(report)).toContain('<bdi>specs/001-a/tasks.md</bdi>, line 18')
})

test('a specification alone is a row with its stories', () => {
  const report = lintText(files['spec.md'], {
    path: 'specs/001-a/spec.md',
    siblings: createSiblings({}),
    summary: true,
    now
  })
  const { rows } = statusReport({ version: '0', files: [report], changed: new Map(), now, staleDays: 14 })
  expect(rows).toMatchObject([{ path: 'specs/001-a/spec.md', stories: 2 }])
  expect(rows[0]!.files).toBeUndefined()
})

test('what a plan marks as optional stands apart', () => {
  const profile = {
    name: 'own',
    title: 'Own',
    summary: 'Tasks, some of them optional',
    detect: {},
    sections: [],
    units: { role: 'task', counts: 'step', form: ['box'], markers: { optional: '*' } }
  } as const
  const text = '# Own\n\n- [x] First\n- [ ] Second\n- [ ]* Third\n'
  const { summary } = lintText(text, { profiles: [profile as never], forced: 'own', summary: true })
  expect(summary!.steps).toEqual({ total: 2, tracked: 2, done: 1, optional: { total: 1, done: 0 } })
})
