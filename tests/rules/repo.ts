/** The repository that repository-aware rules see in their fixtures: the files below fixtures/rules/<id>/repo, nothing of git. */
import fs from 'node:fs'
import path from 'node:path'
import { workTree } from '../../src/repo/there/disk.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import type { OtherPlan } from '../../src/lint/rule.ts'
import { createFacts } from '../../src/repo/lookups.ts'

/** The other plans that the fixtures of a rule see: fixtures/rules/<id>/plans.json. */
export function fixturePlans(id: string): OtherPlan[] | undefined {
  const file = path.join(import.meta.dirname, '../../fixtures/rules', id, 'plans.json')
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as OtherPlan[]) : undefined
}

/** @returns undefined where the rule's fixtures have no repository */
export function fixtureRepo(id: string): RepoFacts | undefined {
  const top = path.join(import.meta.dirname, '../../fixtures/rules', id, 'repo')
  if (!fs.existsSync(top)) return undefined
  const names = fs
    .readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => fs.statSync(path.join(top, name)).isFile())
    .sort()
  const files = names.map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`).join('')
  return createFacts({ top, notes: [], shallow: false, files }, workTree(top))
}
