/** The project's own plans, judged in the project's own repository. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createPool } from '../../src/repo/pool.ts'

const root = path.join(import.meta.dirname, '../..')
const folder = path.join(root, 'docs/plans')

it.each(fs.readdirSync(folder).filter(name => name.endsWith('.md')))('%s has no problems', async name => {
  const file = path.join(folder, name)
  const { facts, path: repoPath } = await createPool(root).of(file)
  const report = lintText(fs.readFileSync(file, 'utf8'), {
    path: `docs/plans/${name}`,
    repo: facts,
    ...(repoPath === undefined ? {} : { repoPath })
  })
  expect(report.fatalErrors).toEqual([])
  expect(report.profile).toBe('design-plan')
  expect(report.findings.map(({ rule, message, place }) => `${place.start.line} ${rule}: ${message}`)).toEqual([])
})
