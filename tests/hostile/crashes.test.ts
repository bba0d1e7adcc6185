/** What crashes is seen: exit 2, its name, how to report it, and the other findings. */
import fs from 'node:fs'
import path from 'node:path'
import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/report/index.ts'
import type { Format } from '../../src/report/types.ts'
import { ownServices } from '../../src/cli/runtime/own-services.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { lintTree } from '../../src/lint/lint-tree.ts'
import { lintText } from '../../src/lint/linter.ts'
import { createRulePlugin } from '../../src/lint/remark.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { rules } from '../../rules/index.ts'
import { folderOf, runIn } from '../cli/harness.ts'

const report = 'please report it at https://github.com/planlint/planlint/issues'
const flawed = fs.readFileSync(path.join(import.meta.dirname, '../../examples/flawed-design-plan.md'), 'utf8')

const ruleThatCrashes = (check: () => Iterable<never>, message?: () => string) =>
  defineRule({
    id: 'breaks',
    summary: 'It breaks.',
    why: 'To see.',
    severity: 'error',
    messages: { broken: message ?? (() => 'Broken') },
    check
  })
const broken = {
  'a rule that throws at once': ruleThatCrashes(() => {
    throw new TypeError('no such thing')
  }),
  'a rule that throws while it is asked': ruleThatCrashes(function* () {
    yield* []
    throw new TypeError('no such thing')
  }),
  'a rule that throws a word': ruleThatCrashes(() => {
    throw 'no such thing'
  })
}

describe.each(Object.entries(broken))('%s', (_name, rule) => {
  const verdict = (only: typeof rules) => lintTree(parsePlan(flawed), flawed, { only, now: 1.7e12 })

  test('is named, and the other rules go on', () => {
    const { findings, fatalErrors } = verdict([rule, ...rules])
    expect(fatalErrors).toEqual([
      { code: 'crashed-rule', rule: 'breaks', message: `Rule breaks crashed: no such thing; ${report}` }
    ])
    expect(findings.length).toBeGreaterThan(3)
    expect(findings).toEqual(verdict(rules).findings)
  })

  test('fails the file in remark and in an editor', () => {
    const file = new VFile({ value: flawed, path: 'plan.md' })
    const processor = unified()
      .use(remarkParse)
      .use(createRulePlugin(rule))
      .use(createRulePlugin(rules.find(one => one.id === 'step-verification')!))
    processor.runSync(processor.parse(file) as Root, file)
    expect(file.messages.map(message => [message.ruleId, message.fatal])).toContainEqual(['crashed-rule', true])
    expect(file.messages.map(message => message.reason)).toContain(`Rule breaks crashed: no such thing; ${report}`)
    expect(file.messages.map(message => message.ruleId)).toContain('step-verification')
  })
})

test('a parser that crashes is trouble of its file', () => {
  const { fatalErrors, findings } = lintText(flawed, {
    parse: () => {
      throw new RangeError('Maximum call stack size exceeded')
    }
  })
  expect(fatalErrors).toEqual([
    { code: 'crash', message: `planlint crashed on this file: Maximum call stack size exceeded; ${report}` }
  ])
  expect(findings).toEqual([])
})

describe('the command', () => {
  const cwd = folderOf({ 'PLAN.md': flawed })
  const crash = async (): Promise<Format> => ({
    summary: 'Crashes',
    render() {
      throw new TypeError('::error::no such thing')
    }
  })

  test('a format that throws ends with 2; its findings are printed all the same', async () => {
    const { code, stdout, stderr } = await runIn(
      {
        cwd,
        services: { ...ownServices, formats: async () => ({ ...formats, stylish: crash }) }
      },
      'PLAN.md'
    )
    expect(code).toBe(2)
    expect(stderr).toBe(`planlint: Format "stylish" crashed: ::error::no such thing; ${report}\n`)
    expect(stdout).toMatch(/^PLAN\.md:\d+:\d+: error: .*\[step-verification\]$/m)
  })

  test('one of several formats that throws keeps the others not back', async () => {
    const { code, stdout, stderr } = await runIn(
      {
        cwd,
        services: { ...ownServices, formats: async () => ({ ...formats, sarif: crash }) }
      },
      '-f',
      'sarif',
      '-o',
      'a.sarif',
      '-f',
      'json',
      'PLAN.md'
    )
    expect(code).toBe(2)
    expect(stderr).toContain('Format "sarif" crashed')
    expect(JSON.parse(stdout).files[0].findings.length).toBeGreaterThan(3)
    expect(fs.existsSync(path.join(cwd, 'a.sarif'))).toBe(false)
  })

  test('every format throws: still 2, and a word', async () => {
    const { code, stdout, stderr } = await runIn(
      { cwd, services: { ...ownServices, formats: async () => ({ stylish: crash, compact: crash }) } },
      'PLAN.md'
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Format "stylish" crashed')
  })

  test('what nobody foresaw ends with 2 and where to report it', async () => {
    const { code, stderr } = await runIn(
      {
        cwd,
        services: {
          ...ownServices,
          createLinter: async () => () => {
            throw new TypeError('::error::no such thing')
          }
        }
      },
      'PLAN.md'
    )
    expect(code).toBe(2)
    expect(stderr).toContain(`planlint: internal error, ${report}: TypeError`)
  })

  test.each([
    ['configuration that throws', { '.remarkrc.mjs': 'throw new Error("no such thing")\n' }, '.remarkrc.mjs'],
    ['configuration that is none', { '.remarkrc.json': '{' }, '.remarkrc.json'],
    [
      'a profile that is none',
      {
        '.remarkrc.json': '{"plugins": [["planlint", {"profiles": ["./profile.json"]}]]}',
        'profile.json': '{"name": 1}'
      },
      'profile.json'
    ],
    [
      'a profile that is missing',
      { '.remarkrc.json': '{"plugins": [["planlint", {"profiles": ["./profile.json"]}]]}' },
      'profile.json'
    ],
    [
      'options of the prototype',
      { '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"constructor": true}}]]}' },
      'constructor'
    ],
    [
      'a rule named __proto__',
      { '.remarkrc.json': '{"plugins": [["planlint", {"rules": {"__proto__": true}}]]}' },
      '__proto__'
    ]
  ])('%s ends with 2 and its name', async (_name, files, named) => {
    const folder = folderOf({ 'PLAN.md': flawed, ...files })
    const { code, stderr } = await runIn({ cwd: folder, services: ownServices }, 'PLAN.md')
    expect([code, stderr.includes(named)], stderr).toEqual([2, true])
  })
})

describe('words of the prototype', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is a name like any other',
    async name => {
      const files = {
        'PLAN.md': `---\n"${name}": {"polluted": true}\nplanlint: ${name}\n---\n${flawed}\n## ${name}\n\n**${name}**: ${name}\n\n- [ ] ${name}\n`,
        '.remarkrc.json': `{"plugins": [["planlint", {"limits": {}, "profiles": [{"name": "own", "title": "Own", "summary": "Own", "extends": "design-plan", "${name}": {"polluted": true}}]}]], "${name}": {"polluted": true}}`
      }
      const { code, stderr, stdout } = await runIn({ cwd: folderOf(files), services: ownServices }, 'PLAN.md')
      expect([1, 2]).toContain(code)
      expect(stdout + stderr).not.toContain('internal error')
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(
        (await runIn({ cwd: folderOf({ 'PLAN.md': files['PLAN.md'] }), services: ownServices }, 'PLAN.md')).code
      ).toBe(1)
    }
  )
})

describe('front matter', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
    .split('')
    .map((key, index) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[index]}`).join(', ')}]`)
    .join('\n')}\nstatus: *j`

  test.each([
    ['an alias bomb', bomb],
    ['an alias of itself', 'a: &a [*a]\nstatus: *a'],
    ['merge keys', '<<: &a {<<: *a}'],
    ['a tag that makes something', 'a: !!js/function "x"\nb: !!binary x\nstatus: !!set {a}'],
    ['more than one document', 'a: 1\n...\nb: 2']
  ])('%s is harmless', async (_name, yaml) => {
    const start = performance.now()
    const { code, stderr, stdout } = await runIn(
      { cwd: folderOf({ 'PLAN.md': `---\n${yaml}\n---\n${flawed}` }), services: ownServices },
      'PLAN.md'
    )
    expect([1, 2], stderr).toContain(code)
    expect(stdout.length).toBeLessThan(50_000)
    expect(stderr).not.toContain('crash')
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('too much of it is refused, with the line', async () => {
    const { code, stderr } = await runIn(
      { cwd: folderOf({ 'PLAN.md': `---\n${'a: b\n'.repeat(5000)}---\n${flawed}` }), services: ownServices },
      'PLAN.md'
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/PLAN\.md:\d+:\d+: Expected at most 16,384 characters of front matter/)
  })
})
