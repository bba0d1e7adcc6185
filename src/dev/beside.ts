import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fixture } from './gen-remedies.ts'

/**
 * The files that a rule's fixtures have beside them: those below `beside/`, or, where there is a folder of the fixture's name, those in that.
 *
 * @param folder the rule's fixtures
 * @returns undefined where there are none for any of them
 */
export function textsBeside(folder: string, fixture: string): { name: string; text: string }[] | undefined {
  const all = path.join(folder, 'beside')
  if (!existsSync(all)) return undefined
  const own = path.join(all, path.basename(fixture, '.md'))
  const from = existsSync(own) ? own : all
  return readdirSync(from)
    .filter(name => name.endsWith('.md'))
    .map(name => ({ name, text: readFileSync(path.join(from, name), 'utf8') }))
}

/** The fixtures of a rule, in the order of their numbers. */
export function fixturesOf(id: string): Fixture[] {
  const folder = path.join(import.meta.dirname, '../../fixtures/rules', id)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map(name => {
      const beside = textsBeside(folder, name)
      const report = path.join(folder, name.replace(/\.md$/, '.txt'))
      return {
        name,
        text: readFileSync(path.join(folder, name), 'utf8'),
        ...(beside ? { beside } : {}),
        ...(existsSync(report) ? { report: readFileSync(report, 'utf8') } : {})
      }
    })
}
