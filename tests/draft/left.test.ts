/** What a template asks to be filled in is told where it is left, wherever it stands. */
import { expect, test } from 'vitest'
import { draft, told as toldBy } from './drafting.ts'
import { toldOf } from './small.ts'

const template =
  '| | |\n|---|---|\n| **Proposal** | ACP-#### |\n| **State** | Open / Accepted / Superseded by ACP-#### |\n\n**Incident ID**: INC-[number]\n\n## Request\n\n```http\n<METHOD> <path>\n```\n'

const told = (proposal: string, state: string, incident: string, request: string): string[] =>
  toldOf(
    template,
    `| | |\n|---|---|\n| **Proposal** | ${proposal} |\n| **State** | ${state} |\n\n**Incident ID**: ${incident}\n\n## Request\n\n\`\`\`http\n${request}\n\`\`\`\n`
  )

const left = (text: string): string => `Placeholder "${text}" left from the template`

const wholly = (whole: string, plan: string): string[] =>
  toldBy(plan, draft(whole).profile).map(({ message }) => message)

test('what is filled in is right', () => {
  expect(told('ACP-0012', 'Open', 'INC-212', 'GET /ships')).toEqual([])
  expect(told('ACP-0012', 'Superseded by ACP-0013', 'INC-212', 'GET /ships/<id>')).toEqual([])
  expect(told('ACP-0012', 'Agreed', 'INC-212', 'GET /ships')).toEqual(['Unknown value "Agreed" for "State"'])
})

test('identifiers whose number is to come', () => {
  expect(told('ACP-####', 'Open', 'INC-212', 'GET /ships')).toEqual([left('ACP-####')])
  expect(told('ACP-0012', 'Superseded by ACP-####', 'INC-212', 'GET /ships')).toEqual([left('ACP-####')])
  expect(told('ACP-0012', 'Open', 'INC-[number]', 'GET /ships')).toEqual([left('INC-[number]')])
})

test('in the front matter', () => {
  const matter = (id: string): string => `---\nincident: ${id}\n---\n`
  const body = '\n# Harbour\n\n## Own\n\nA quay.\n'
  expect(wholly(matter('INC-[number]') + body, matter('INC-[number]') + body)).toEqual([left('INC-[number]')])
  expect(wholly(matter('INC-[number]') + body, matter('INC-7') + body)).toEqual([])
})

test('lines of code that are nothing but fields', () => {
  expect(told('ACP-0012', 'Open', 'INC-212', '<METHOD> <path>')).toEqual([left('<METHOD> <path>')])
})
