import { describe, expect, test } from 'vitest'
import { unified } from 'unified'
import remarkParse from 'remark-parse'
import { VFile } from 'vfile'
import { createLinter, defineRule, lintText, rules } from '../../src/index.ts'
import { createRulePlugin } from '../../src/lint/remark.ts'

const plan = '---\nplanlint: design-plan\n---\n\n# Plan\n\n## Implementation Steps\n\n1. One\n2. Two\n'

describe('what nobody reads is refused', () => {
  test.each([
    [{ pth: 'PLAN.md' }, 'Unknown key "pth" (did you mean "path"?)'],
    [{ profile: 'generic' }, '"profile" is one of planlint\'s options: { options: { profile: … } }'],
    [{ colour: true }, 'Unknown key "colour"; known: options, profiles, forced'],
    [{ options: { rule: {} } }, 'Unknown option "rule" (did you mean "rules"?)'],
    [{ options: { rules: { 'file-tre': 'off' } } }, 'Unknown rule "file-tre" in "rules" (did you mean "file-tree"?)'],
    [{ options: { rules: { 'file-tree': ['warn', { depth: 2 }] } } }, 'unknown option "depth"'],
    [{ options: 'generic' }, 'Expected an object of options, not "generic"']
  ])('%j', (environment, words) => {
    const call = (): unknown => lintText(plan, environment as never)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(words)
  })

  test('by createLinter, too', () => {
    expect(() => createLinter({ profle: 'generic' } as never)).toThrow(
      'Unknown option "profle" (did you mean "profile"?)'
    )
    expect(() => createLinter({}, { force: 'generic' } as never)).toThrow(
      'Unknown key "force" (did you mean "forced"?)'
    )
  })

  test('by the plugin of a rule; the options of rules that others define are theirs', () => {
    const [rule] = rules
    const plugin = (of: typeof rule, setting: unknown) => () =>
      unified().use(remarkParse).use(createRulePlugin(of!), setting).freeze()
    expect(plugin(rule, ['warn', { depth: 2 }])).toThrow(`"planlint/rules/${rule!.id}": unknown option "depth"`)
    expect(plugin(rule, 'waring')).toThrow('not "waring" (did you mean "warning"?)')
    expect(plugin({ ...defineRule(rule!), id: 'our-rule' }, { depth: 2 })).not.toThrow()
  })
})

describe('"warning" is "warn"', () => {
  const finding = { rule: 'required-sections', severity: 'warning' }

  test.each(['warn', 'warning', 1, ['warning', {}]] as const)('%j in the options', setting => {
    const options = { rules: { 'required-sections': setting as never } }
    expect(lintText(plan, { options }).findings).toContainEqual(expect.objectContaining(finding))
  })

  test.each(['warn', 'warning'])('%j of a rule as a plugin', setting => {
    const file = new VFile({ value: plan, path: 'PLAN.md' })
    const rule = rules.find(({ id }) => id === 'required-sections')!
    const processor = unified().use(remarkParse).use(createRulePlugin(rule), setting)
    processor.runSync(processor.parse(file), file)
    expect(new Set(file.messages.map(({ fatal }) => fatal))).toEqual(new Set([false]))
    expect(file.messages.length).toBeGreaterThan(0)
  })
})
