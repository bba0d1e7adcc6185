/** A part of a section that stands as a section of its own: any level will do. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const valid = readFileSync(new URL('../../fixtures/plans/planning-md/valid-1.md', import.meta.url), 'utf8')
const [before, rest] = valid.split('#### **4.5 Testing Strategy**') as [string, string]
const [own, after] = [rest.slice(0, rest.indexOf('## **TOOLING**')), rest.slice(rest.indexOf('## **TOOLING**'))]

const told = (text: string): string[] =>
  lintText(text, { path: 'PLANNING.md', options: { profile: 'planning-md' } }).findings.map(({ message }) => message)
/** The strategy under another title, in front of the last section but one. */
const moved = (title: string, body = own): string =>
  `${before}${after.replace('## **COLLABORATION', () => `${title}${body}## **COLLABORATION`)}`

it('gives nothing where it is', () => expect(told(valid)).toEqual([]))

it.each([
  '## Testing Strategy',
  '## 🧪 Testing Strategy',
  '## Quality\n\n### **Testing Strategy**',
  '## 6. Testing Strategy'
])('%s', title => expect(told(moved(title))).toEqual([]))

it('is looked into there', () =>
  expect(told(moved('## Testing Strategy', own.replace(/\*\*Unit Tests.*\n/, '')))).not.toEqual([]))

it.each(['## Testing', '## What we think of testing strategy'])('but not under another name: %s', title =>
  expect(told(moved(title))).toContain('Missing section "Testing Strategy"')
)
