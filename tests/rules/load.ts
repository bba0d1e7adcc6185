/** The fixtures of rules and whole plans, as the tests read them. */
import fs from 'node:fs'
import path from 'node:path'

export interface FixtureFile {
  id: string
  name: string
  file: string
  text: string
  isValid: boolean
}

const root = path.join(import.meta.dirname, '../../fixtures')

/** fixtures/rules/<id>/*.md, those of one rule or of all. */
export function ruleFixtures(id?: string): FixtureFile[] {
  return read('rules').filter(fixture => id === undefined || fixture.id === id)
}

/** fixtures/plans/<profile>/*.md. */
export function planFixtures(): FixtureFile[] {
  return read('plans')
}

function read(kind: string): FixtureFile[] {
  return folders(path.join(root, kind)).flatMap(id =>
    fs
      .readdirSync(path.join(root, kind, id))
      .filter(name => name.endsWith('.md'))
      .map(name => {
        const file = path.join(root, kind, id, name)
        return { id, name, file, text: fs.readFileSync(file, 'utf8'), isValid: name.startsWith('valid-') }
      })
  )
}

function folders(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder) : []
}
