/** Front matter that is never closed: told once, and the rest is judged as if it were. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans')
const plans = [
  ['cursor-plan', '.cursor/plans/limit_1a2b3c4d.plan.md'],
  ['copilot-plan', 'plan/feature-limit-1.md'],
  ['gsd-plan', '.planning/phases/03-search/03-01-PLAN.md']
].map(([name, file]) => [name!, file!, fs.readFileSync(path.join(folder, name!, 'valid-1.md'), 'utf8')] as const)

describe.each(plans)('%s', (profile, file, text) => {
  const lint = (changed: string) => lintText(changed, { path: file, now: Date.parse('2026-06-01') })
  const unclosed = text.replace(/\n---(?=\n)/, '')

  it.each([unclosed, unclosed.replaceAll('\n', '\r\n')])('says so at its first line, and nothing else', changed => {
    const { findings, ...report } = lint(changed)
    expect(report).toMatchObject({ profile, recognised: 'certain' })
    expect(findings.map(({ rule, severity, place, message }) => [rule, severity, place.start.line, message])).toEqual([
      ['metadata', 'error', 1, 'Unclosed front matter: no line of dashes ends it']
    ])
  })

  it('judges what stands below', () => {
    const messages = lint(`${unclosed}\n## More\n\n[TODO: what else]\n\n---\n\nText below a rule.\n`).findings.map(
      ({ rule }) => rule
    )
    expect(messages).toEqual(['metadata', 'no-placeholder'])
  })

  it('has nothing to say where it is closed', () => {
    expect(lint(`${text}\n---\n\nText below a rule.\n`).findings).toEqual([])
  })
})

it('is text as any other where the format reads none, unless it names the profile', () => {
  const found = (head: string): unknown[] => {
    const text = `---\n${head}\n\n# Shelf plan\n\n## Steps\n\n1. Saw the boards.\n2. Run \`npm test\`.\n`
    const { findings, profile } = lintText(text, { path: 'docs/plans/shelf.md' })
    expect(profile).toBe('generic')
    return findings.map(({ rule, severity, place }) => [rule, severity, place.start.line])
  }
  expect(found('owner: ada')).toEqual([])
  expect(found('planlint: generic')).toEqual([['metadata', 'error', 1]])
})
