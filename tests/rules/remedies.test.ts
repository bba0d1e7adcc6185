/** Every help works: for every message of every rule, the text that its help asks for makes the finding go, and brings no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { validPlans } from '../profiles/mutate.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Outcome } from './remedies/remedy.ts'
import { shapeOf, tryFixture, tryRemedy, trySet, findingsOfSet, show } from './remedies/remedy.ts'
import { byFixture } from './remedies/rows/fixtures.ts'
import { remedies } from './remedies/rows/index.ts'
import { bySet, right } from './remedies/rows/sets.ts'
import { sweepFields, sweepSections } from './remedies/sweep.ts'

/** Of rule, message and help: what was obeyed. */
const obeyed = new Set<string>()

function judge(of: string, { hit, stays, fresh, before }: Outcome): void {
  expect(hit, before.join('\n')).toBeDefined()
  expect({ stays, fresh }, hit!.help).toEqual({ stays: false, fresh: [] })
  obeyed.add(`${of} → ${shapeOf(hit!.help ?? '')}`)
}

const name = ({ of, said = '' }: { of: string; said?: string }, index: number): string => `${index} ${of} ${said}`

describe('rows', () => {
  test.each(remedies.map((row, index) => [name(row, index), row] as const))('%s', (_, row) => {
    judge(row.of, tryRemedy(row))
  })
  test.each(byFixture.map((row, index) => [name(row, index), row] as const))('%s', (_, row) => {
    judge(row.of, tryFixture(row))
  })
  test('the set that rows begin with is silent', () => {
    expect(findingsOfSet(right).map(show)).toEqual([])
  })
  test.each(bySet.map((row, index) => [name(row, index), row] as const))('%s', (_, row) => {
    judge(row.of, trySet(row))
  })
})

const plans = builtinProfiles.flatMap(profile =>
  Object.keys(validPlans(profile.name)).map(plan => `${profile.name}/${plan}`)
)

describe('every field and section of the valid plans', () => {
  test.each(plans)('%s', { timeout: 120_000 }, plan => {
    for (const row of [...sweepFields(plan), ...sweepSections(plan)]) {
      const { hit, stays, fresh } = tryRemedy(row)
      expect({ said: hit !== undefined, stays, fresh }, `${row.name}: ${row.help}`).toEqual({
        said: true,
        stays: false,
        fresh: []
      })
      obeyed.add(`${row.of} → ${shapeOf(row.help)}`)
    }
  })
})

describe('none is left out', () => {
  test('every message of every rule has a row', () => {
    const rows = new Set([...remedies, ...byFixture, ...bySet].map(({ of }) => of))
    const all = rules.flatMap(rule => Object.keys(rule.messages).map(message => `${rule.id}/${message}`))
    expect(all.filter(each => !rows.has(each))).toEqual([])
  })

  test('every help begins with what is to be done', () => {
    const wrong = [...seen()].filter(([, help]) => !isOrder(help))
    expect(wrong).toEqual([])
  })

  test('every wording of help that the tests have seen was obeyed', () => {
    expect([...seen().keys()].filter(each => !obeyed.has(each)).sort()).toEqual([])
  })
})

const verbs =
  'Add Agree Answer Begin Break Bring Call Change Check Close Copy Correct Create Decide Delete Describe Do Draw End Fill Finish Give Indent Keep Leave Let List Make Mark Merge Move Name Number Put Renumber Replace Run Say Set Show Take Tick Use Write'

/** Does a sentence tell somebody to do something? */
const isOrder = (help: string): boolean => help === '' || verbs.split(' ').includes(help.split(/[ :]/)[0]!)

/** Every `rule/message → help` that the recorded findings hold, with one help as it is written. */
function seen(): Map<string, string> {
  const found = new Map<string, string>()
  for (const folder of ['rules', 'profiles'])
    for (const file of readdirSync(`tests/findings/${folder}`)) {
      const recorded = JSON.parse(readFileSync(`tests/findings/${folder}/${file}`, 'utf8')) as Record<string, string[]>
      for (const lines of Object.values(recorded))
        for (const [index, line] of lines.entries()) {
          const of = /^\S+ (?:error|warning) ([\w-]+\/[\w-]+): /.exec(line)?.[1]
          const help = (lines[index + 1] ?? '').replace('  help: ', '')
          if (of !== undefined) found.set(`${of} → ${shapeOf(help)}`, help)
        }
    }
  return found
}
