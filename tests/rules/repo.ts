/** The repository that repository-aware rules see in their fixtures: the files below fixtures/rules/<id>/repo, nothing of git. */
import fs from 'node:fs'
import path from 'node:path'
import { workTree } from '../../src/repo/there/disk.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import type { OtherPlan, Rule } from '../../src/lint/rule.ts'
import { textsBeside } from '../../src/dev/beside.ts'
import type { TextEnvironment } from '../../src/lint/lint-text.ts'
import { peersOf } from '../../src/profiles/sets.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { createFacts } from '../../src/repo/lookups.ts'

/** The other plans that the fixtures of a rule see: fixtures/rules/<id>/plans.json. */
export function fixturePlans(id: string): OtherPlan[] | undefined {
  const file = path.join(import.meta.dirname, '../../fixtures/rules', id, 'plans.json')
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as OtherPlan[]) : undefined
}

/**
 * What lies around a fixture: the repository, other plans; and of a rule that looks at sets, its usual place and what the rule's fixtures have beside them.
 */
export function fixtureAround(
  rule: Rule,
  name: string,
  text: string,
  written: Readonly<Record<string, string>> = {}
): Pick<TextEnvironment, 'path' | 'siblings' | 'repo' | 'otherPlans'> {
  const [repo, otherPlans] = [rule.repo ? fixtureRepo(rule.id) : undefined, fixturePlans(rule.id)]
  const around = { path: name, ...(repo ? { repo } : {}), ...(otherPlans ? { otherPlans } : {}) }
  const texts = textsBeside(path.join(import.meta.dirname, '../../fixtures/rules', rule.id), name)
  const declared = /^planlint: (\S+)$/m.exec(text)?.[1]
  const profile = builtinProfiles.find(each => each.name === declared && each.set)
  const peers = profile && peersOf(profile)
  // Peers are known by their names, whatever the folder.
  const place = peers ? `phase/${name}` : profile?.paths?.[0]?.replace('*', '001-plan')
  if (rule.repo && (!rule.set || !peers)) return { ...around, siblings: createSiblings(name => inRepo(rule.id, name)) }
  if (!rule.set || !place || !texts) return around
  const folder = path.posix.dirname(place)
  const all = [...texts.map(each => [each.name, each.text] as const), ...Object.entries(written)]
  return {
    ...around,
    path: place,
    siblings: createSiblings(Object.fromEntries(all.map(([file, each]) => [`${folder}/${file}`, each])))
  }
}

function inRepo(id: string, name: string): { text: string } | undefined {
  const file = path.join(import.meta.dirname, '../../fixtures/rules', id, 'repo', name)
  return fs.existsSync(file) ? { text: fs.readFileSync(file, 'utf8') } : undefined
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
