/** The guard stands behind every door: what would take the parser long, or overflow its stack, is refused in words. */
import { remark } from 'remark'
import { describe, expect, test } from 'vitest'
import noPlaceholder from '../../rules/no-placeholder/index.ts'
import { createLinter, lintText } from '../../src/lint/linter.ts'
import planlint, { createRulePlugin } from '../../src/lint/remark.ts'

const hostile: Record<string, string> = {
  'lists in lists': `${'- '.repeat(4096)}a`,
  'twice as many': `${'- '.repeat(8192)}a`,
  'quotes in quotes': `${'>'.repeat(16384)} a`,
  'comments that never end': 'a <!--\n'.repeat(4000)
}

interface Failure {
  ruleId?: string
  source?: string
  message: string
}

describe.each(Object.entries(hostile))('%s', (_, text) => {
  test('lintText', () => {
    expect(lintText(text)).toMatchObject({ state: 'not-judged', fatalErrors: [{ code: 'too-complex' }] })
  })

  test('createLinter', () => {
    expect(createLinter({}).lint(text, 'PLAN.md').fatalErrors).toMatchObject([{ code: 'too-complex' }])
  })

  test.each([
    ['the plugin', planlint],
    ["a rule's plugin", createRulePlugin(noPlaceholder)]
  ])('%s', async (_name, plugin) => {
    const processor = remark().use(plugin as typeof planlint)
    const failure = (await processor.process(text).catch((error: unknown) => error)) as Failure
    expect(failure).toMatchObject({ ruleId: 'too-complex', source: 'planlint' })
    expect(failure.message).toMatch(/^Expected at most /)
  })
})

test('limits of a configuration hold for the plugin', () => {
  const text = `${'- '.repeat(40)}a`
  expect(() => remark().use(planlint).processSync(text)).toThrow('levels')
  expect(() =>
    remark()
      .use(planlint, { limits: { nesting: 64 } })
      .processSync(text)
  ).not.toThrow()
})

test("a long document that is no plan is nobody's trouble", () => {
  expect(() =>
    remark()
      .use(planlint)
      .processSync(`\`\`\`\n${'A line.\n'.repeat(20_001)}\`\`\`\n`)
  ).not.toThrow()
})
