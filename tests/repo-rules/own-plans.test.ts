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
  expect(report.troubles).toEqual([])
  expect(report.profile).toBe('design-plan')
  expect(report.findings.map(({ rule, message, place }) => `${place.start.line} ${rule}: ${message}`)).toEqual([])
})

it.each(fs.readdirSync(folder).filter(name => name.endsWith('.md')))('the tree of %s agrees with the project', name => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  // Every file that it was to create or modify is there by now.
  const tree = /```text\n([\s\S]*?)```/.exec(text)![1]!
  const stack: string[] = []
  const missing = tree
    .split('\n')
    .slice(1)
    .flatMap(line => {
      const found = /^([│ ]*)[├└]── (\S+)/.exec(line)
      if (!found) return []
      stack.length = found[1]!.length / 4
      stack.push(found[2]!.replace(/\/$/, ''))
      return fs.existsSync(path.join(root, ...stack)) ? [] : [stack.join('/')]
    })
  expect(missing).toEqual([])
})
