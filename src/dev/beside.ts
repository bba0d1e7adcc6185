import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

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
