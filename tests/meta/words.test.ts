/** Below the rules nothing words a finding: there are typed defects, and words that plans are read by. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const rooms = ['util', 'files', 'shell', 'outline', 'plan', 'checks']
const files = rooms.flatMap(room =>
  fs
    .readdirSync(path.join(root, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `src/${room}/${name.replaceAll('\\', '/')}`)
)

/** Notes on a run as a whole: what could not be asked is no finding. */
const notes =
  /^src\/plan\/files\/ground\.ts: (?:Repository-aware checks skipped|What contradicts the repository now|Gone since the plan was written)/

/** Samples of helps, as plans have them that took one over as it stands. */
const samples = 'src/plan/leftovers/samples.ts'

test('no text below the rules reads as a clause of a finding', () => {
  const told = files
    .filter(file => file !== samples)
    .flatMap(file =>
      textsIn(read(file))
        .filter(isClause)
        .map(text => `${file}: ${text}`)
    )
  expect(told.filter(each => !notes.test(each))).toEqual([])
})

test('no defect below the rules carries a message, a help or the like in words', () => {
  const slots = /\b(?:message|help|detail|advice|remedy)\??: ?(?:string\b|['"`])/
  expect(files.filter(file => slots.test(code(read(file))))).toEqual([])
})

test('a clause is told from the words that a plan is read by', () => {
  const clauses = ['opens an editor', 'a task list', 'Write it in a fence', 'is absolute', '`${x}` always succeeds']
  expect(clauses.filter(isClause)).toEqual(clauses)
  const words = ['modify edit update extend', 'to be changed, to be edited', 'based on commit', 'utf8', ' Step']
  expect(words.filter(isClause)).toEqual([])
})

/**
 * A text of a few words that has an article or "is", begins as an order of the helps does, or says something of what it quotes; lists of words by which
 * plans are read have neither.
 */
function isClause(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length < 2 || words.length > 60 || /^[a-z]+(?: [a-z]+){15}/.test(text)) return false
  return (
    /^(?:(?:is|are|has|an?|the|opens|asks|needs|names|lies|leaves|leads) [a-z]+|(?:Write|Add|Name|Say|Use|Give|Move|Keep|Fill|Tick|Close|Missing|Empty|Unknown|Expected) )/.test(
      text
    ) ||
    /^[`"]?\$\{[^}]*\}[`"]? [a-z]+ [a-z]/.test(text) ||
    /^`\$\{[^}]*\}` [a-z]+/.test(text)
  )
}

/** The texts of a file: in quotes, and templates up to 200 characters. */
function textsIn(source: string): string[] {
  return [...code(source).matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.){0,200})`/g)].map(
    ([, single, double, template]) => single ?? double ?? template!.replace(/\\`/g, '`')
  )
}

/** Without comments; a regular expression may look like one, and is no text either. */
function code(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}
