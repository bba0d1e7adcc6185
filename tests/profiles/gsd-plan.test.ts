/** Plans of get-shit-done: front matter and tags; what is right stays silent, and each kind of fault is told once, where it is. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSiblings, lintText } from '../../src/index.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/plans/gsd-plan')
const [first, second] = ['valid-1.md', 'valid-2.md'].map(name => fs.readFileSync(path.join(folder, name), 'utf8')) as [
  string,
  string
]
const place = '.planning/phases/04-limits/04-02-PLAN.md'
const lint = (text: string, file = place) => lintText(text, { path: file, now: Date.parse('2026-06-01') })

describe('a plan of get-shit-done', () => {
  it.each([first, second])('is recognised for certain wherever it lies, and has no fault', text => {
    for (const file of [place, 'docs/limit.md'])
      expect(lint(text, file)).toMatchObject({ profile: 'gsd-plan', recognised: 'certain', findings: [] })
  })

  it('is the same with other line endings', () => {
    expect(lint(first.replaceAll('\n', '\r\n'))).toMatchObject({ profile: 'gsd-plan', findings: [] })
  })

  it('is not what only speaks of its tags', () => {
    expect(lint('# Notes\n\nA plan has `<objective>` and `<tasks>`.\n', 'docs/notes.md').profile).not.toBe('gsd-plan')
  })
})

/** What is changed, into what; the rule that tells, and the beginning of the line that it tells of. */
type Mutant = readonly [from: string, to: string, rule: string, line: string]

const verify = 'Run `npm run smoke -- --times 11`: the last answer is 429.'
/** As XML would have it. */
const escaped = 'npm run smoke -- --times 11 &amp;&amp; npm test 2&gt;&amp;1'

it('reads a command whose characters are escaped', () => {
  expect(lint(first.replace(verify, escaped))).toMatchObject({ findings: [] })
  expect(lint(first.replace(verify, `${escaped} || true`)).findings).toMatchObject([{ rule: 'verification-quality' }])
})

const broken: readonly Mutant[] = [
  [verify, '', 'step-fields', '  <verify>'],
  [verify, '/Users/ana/bin/check-limits', 'verification-quality', '  <verify>'],
  ['phase: 04-limits\n', '', 'metadata', '---'],
  ['plan: 02\n', '', 'metadata', '---'],
  ['type: execute\n', '', 'metadata', '---'],
  ['depends_on: ["04-01"]\n', '', 'metadata', '---'],
  ['type: execute', 'type: exceute', 'metadata', 'type: exceute'],
  ['wave: 2', 'wave: two', 'metadata', 'wave: two'],
  ['autonomous: false', 'autonomous: perhaps', 'metadata', 'autonomous: perhaps'],
  ['wave: 2', 'wave 2', 'metadata', 'wave 2'],
  ['plan: 02', 'plan: 02\nplan: 03', 'metadata', 'plan: 03'],
  ['  - src/server.ts\n', '', 'file-coverage', '    src/server.ts'],
  ['  - src/server.ts\n', '  - src/server.ts\n  - src/clock.ts\n', 'file-coverage', '  - src/clock.ts'],
  [
    'src/limit/bucket.ts, tests',
    'src/limit/clock.ts, src/limit/bucket.ts, tests',
    'file-coverage',
    '  <files>src/limit/clock'
  ],
  ['  <name>Task 2: In front of the router</name>\n', '', 'step-fields', '<task type="auto">'],
  ['  <files>\n    src/server.ts\n  </files>\n', '', 'step-fields', '<task type="auto">'],
  [
    '  <action>Ask the bucket first. Answer 429 with Retry-After where it says no.</action>\n',
    '',
    'step-fields',
    '<task type="auto">'
  ],
  [`  <verify>${verify}</verify>\n`, '', 'step-fields', '<task type="auto">'],
  ['  <done>The eleventh request of a client is refused.</done>\n', '', 'step-fields', '<task type="auto">'],
  ['<done>The eleventh request of a client is refused.</done>', '<done></done>', 'step-fields', '  <done></done>'],
  [/ {2}<behavior>[\s\S]*?<\/behavior>\n/.exec(first)![0], '', 'step-fields', '<task type="tdd">'],
  ['  <what-built>The limit, on the staging server</what-built>\n', '', 'step-fields', '<task type="checkpoint'],
  [/ {2}<how-to-verify>.*\n/.exec(first)![0], '', 'step-fields', '<task type="checkpoint'],
  [/ {2}<resume-signal>.*\n/.exec(first)![0], '', 'step-fields', '<task type="checkpoint'],
  ['<task type="auto">', '<task type="atuo">', 'metadata', '<task type="atuo">'],
  ['<task type="auto">', '<task>', 'step-fields', '<task>'],
  [
    'tests/limit.test.ts</automated>',
    'tests/limit.test.ts || true</automated>',
    'verification-quality',
    '    <automated>'
  ],
  ['npx vitest run tests', 'npx vitest --watch tests', 'verification-quality', '    <automated>'],
  ['npm run smoke -- --times 11', '/Users/ola/smoke.sh --times 11', 'verification-quality', '  <verify>'],
  ['npm run smoke -- --times 11', 'npm run smoke; echo done', 'verification-quality', '  <verify>'],
  ['router.\n</objective>', 'router.', 'task-format', '<objective>'],
  ['<objective>\n', '', 'task-format', '</objective>'],
  [`${verify}</verify>`, verify, 'task-format', '  <verify>'],
  [`${verify}</verify>`, `${verify}</done>`, 'task-format', '  <verify>'],
  ['  </action>\n  <verify>\n', '  <verify>\n', 'task-format', '  <action>'],
  ['refused.</done>\n</task>', 'refused.</done>', 'task-format', '<task type="auto">'],
  ['  <verify>\n    <automated>', '    <automated>', 'task-format', '  </verify>'],
  ['</tasks>\n', '', 'task-format', '<tasks>'],
  ['    ```\n\n    Nothing', '\n    Nothing', 'required-sections', '    ```ts'],
  ['Keep the tokens in a map, by client:', 'TBD', 'no-placeholder', '    Write `take'],
  ['The twelve tests of the bucket pass.', 'TBD', 'no-placeholder', '  <done>TBD'],
  ['04-limits', '"[phase name]"', 'no-placeholder', 'phase:']
]

describe('what is broken in it', () => {
  it.each(broken)('%j → %j', (from, to, rule, line) => {
    expect(first).toContain(from)
    const text = first.replace(from, () => to)
    const lines = text.split('\n')
    const told = lint(text).findings.map(({ rule: id, place: { start } }) => [id, lines[start.line - 1]!])
    expect(
      told.map(([id]) => id),
      String(told)
    ).toEqual([rule])
    expect(told[0]![1]!.startsWith(line) || (line === '</tasks>' && told[0]![1] === '<tasks>'), told[0]![1]).toBe(true)
  })
})

describe('what is right in it', () => {
  it('may be without what its executor asks nobody for', () => {
    const bare = first.replace(/<(verification|success_criteria)>[^]*?<\/\1>\n/g, '')
    expect(bare).not.toBe(first)
    expect(lint(bare).findings).toEqual([])
  })

  it.each([
    ['no wave', 'wave: 2\n', ''],
    ['no must-haves', /must_haves:[\s\S]*?(?=\n---)/.exec(first)![0], ''],
    ['a task without a number', 'Task 2: In', 'In'],
    [
      'a path in code',
      '<files>src/limit/bucket.ts, tests/limit.test.ts',
      '<files>`src/limit/bucket.ts`, `tests/limit.test.ts`'
    ],
    ['a tag that the text speaks of', 'Nothing is kept', 'The `</action>` tag. Nothing is kept'],
    ['a tag of another kind', 'Nothing is kept', '<note>It is small.</note>\n\n    Nothing is kept'],
    ['a comment', '<tasks>\n', '<tasks>\n<!-- <task> goes here -->\n'],
    ['a heading', '<objective>', '# Phase 4 Plan 2\n\n<objective>']
  ])('%s', (_, from, to) => {
    expect(first).toContain(from)
    expect(lint(first.replace(from, () => to)).findings).toEqual([])
  })
})

describe('files of the front matter where no task names any', () => {
  const waits =
    '<task type="checkpoint:human-verify">\n<what-built>The limit</what-built>\n<how-to-verify>Ask eleven times</how-to-verify>\n<resume-signal>Say so</resume-signal>\n</task>'
  const withTasks = (tasks: string): string => first.replace(/(?<=<tasks>\n)[^]*(?=\n<\/tasks>)/, () => tasks)
  const rules = (text: string): string[] => lint(text).findings.map(({ rule }) => rule)
  const files = first.match(/^ {2}- (?:src|tests)\/.*\n/gm)!

  it('each is told of where all tasks wait for a person', () => {
    expect(rules(withTasks(waits))).toEqual(files.map(() => 'file-coverage'))
    const none = files.reduce((text, file) => text.replace(file, ''), withTasks(waits))
    expect(rules(none.replace('files_modified:', 'files_modified: []'))).toEqual([])
  })

  it('none is where a task that lost its files may change it', () => {
    expect(rules(withTasks(`${waits}\n<task type="auto">\n<name>Limit</name>\n</task>`))).not.toContain('file-coverage')
  })
})

describe('with the plans beside it', () => {
  const plan = (number: string, wave: number, after: string): string =>
    first
      .replace('plan: 02', `plan: ${number}`)
      .replace('wave: 2', `wave: ${wave}`)
      .replace('["04-01"]', after)
      .replaceAll('src/server.ts', `src/server-${number}.ts`)
      .replaceAll('src/limit/bucket.ts', `src/limit/${number}.ts`)
      .replaceAll('tests/limit.test.ts', `tests/${number}.test.ts`)
  const told = (texts: Record<string, string>): string[] => {
    const files = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [`.planning/phases/04-limits/${name}`, text])
    )
    return Object.keys(files)
      .flatMap(file =>
        lintText(files[file]!, { path: file, siblings: createSiblings(files) }).findings.map(
          ({ rule, place: { start }, related }) =>
            `${path.basename(file)}:${start.line} ${rule}${related?.[0]?.path === undefined ? '' : ` → ${path.basename(related[0].path)}`}`
        )
      )
      .sort()
  }

  it('is silent where waves follow what they depend on', () => {
    expect(
      told({
        '04-01-PLAN.md': plan('01', 1, '[]'),
        '04-02-PLAN.md': plan('02', 2, '["04-01"]'),
        '04-03-PLAN.md': plan('03', 2, '[1, 03-07]'),
        '04-04-PLAN.md': plan('04', 3, '\n  - 04-02-PLAN.md\n  - 4-3')
      })
    ).toEqual([])
  })

  it('tells of a plan that is not there', () => {
    expect(told({ '04-01-PLAN.md': plan('01', 1, '[]'), '04-02-PLAN.md': plan('02', 2, '[04-01, 04-07]') })).toEqual([
      '04-02-PLAN.md:6 traceability'
    ])
  })

  it('tells once of plans that wait for each other', () => {
    expect(
      told({
        '04-01-PLAN.md': plan('01', 1, '["04-03"]'),
        '04-02-PLAN.md': plan('02', 2, '["04-01"]'),
        '04-03-PLAN.md': plan('03', 3, '["04-02"]')
      })
    ).toEqual(['04-03-PLAN.md:6 traceability'])
    expect(told({ '04-01-PLAN.md': plan('01', 1, '["04-01"]'), '04-02-PLAN.md': plan('02', 2, '[]') })).toEqual([
      '04-01-PLAN.md:6 traceability'
    ])
  })

  it('tells of a wave that does not follow', () => {
    expect(told({ '04-01-PLAN.md': plan('01', 2, '[]'), '04-02-PLAN.md': plan('02', 2, '["04-01"]') })).toEqual([
      '04-02-PLAN.md:5 step-order → 04-01-PLAN.md'
    ])
  })

  it('reads one that is not said as the first, where others say theirs', () => {
    const [one, two, three] = [plan('01', 1, '[]'), plan('02', 2, '["04-01"]'), plan('03', 3, '[]')]
    const bare = two.replace('wave: 2\n', '')
    expect(told({ '04-01-PLAN.md': one, '04-02-PLAN.md': bare })).toEqual([
      '04-02-PLAN.md:5 step-order → 04-01-PLAN.md'
    ])
    const none = one.replace('wave: 1\n', '')
    expect(told({ '04-01-PLAN.md': none, '04-02-PLAN.md': two })).toEqual([])
    expect(told({ '04-01-PLAN.md': none, '04-02-PLAN.md': bare })).toEqual([])
    expect(told({ '04-01-PLAN.md': none, '04-02-PLAN.md': bare, '04-03-PLAN.md': three })).toEqual([
      '04-02-PLAN.md:5 step-order → 04-01-PLAN.md'
    ])
    const same = bare.replace('"04-01"', '').replaceAll('src/server-02.ts', 'src/server-01.ts')
    expect(told({ '04-01-PLAN.md': one, '04-02-PLAN.md': same })).toEqual([
      '04-02-PLAN.md:8 path-conflict → 04-01-PLAN.md'
    ])
  })

  it('tells of a file that two plans of a wave change', () => {
    const [one, two] = [plan('01', 1, '[]'), plan('02', 1, '[]').replaceAll('src/server-02.ts', 'src/server-01.ts')]
    expect(told({ '04-01-PLAN.md': one, '04-02-PLAN.md': two })).toEqual([
      '04-02-PLAN.md:9 path-conflict → 04-01-PLAN.md'
    ])
    expect(told({ '04-01-PLAN.md': one, '04-02-PLAN.md': two.replace('wave: 1', 'wave: 2') })).toEqual([])
  })
})

describe('tasks without the tag around them', () => {
  const bare = first.replace(/<\/?tasks>\n/g, '')
  it('are told as such, and their code is no fence left open', () => {
    expect(lint(bare).findings.map(({ message }) => message)).toEqual(['Missing section "tasks"'])
  })

  it('are what is left of a plan, wherever it lies', () => {
    const [task] = /<task type="auto">[^]*?<\/task>\n/.exec(bare)!
    const { profile, findings } = lintText(task, { path: 'PLAN.md' })
    expect(profile).toBe('gsd-plan')
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      'Missing front matter',
      'Missing section "tasks"'
    ])
  })
})

describe('a tag of a task that a section is called by as well', () => {
  const inner = ['context', 'objective', 'verification', 'output', 'success_criteria', 'execution_context']
  it.each(inner)('<%s> does not end the tasks', name => {
    const text = first
      .replace(/<context>[^]*?<\/context>\n/, '')
      .replace('  <what-built>', `  <${name}>Two names are in use elsewhere.</${name}>\n  <what-built>`)
    const { findings } = lint(text.replace('<done>The eleventh request of a client is refused.</done>', ''))
    expect(findings.map(({ message }) => message)).toEqual(['Missing "done" in task "Task 2: In front of the router"'])
  })

  it.each(['context', 'verification'])('<%s> in a task in front of another', name => {
    const text = first
      .replace(/<context>[^]*?<\/context>\n/, '')
      .replace('  <behavior>', `  <${name}>Two names are in use elsewhere.</${name}>\n  <behavior>`)
    const { findings, summary } = lintText(text, { path: place, summary: true })
    expect(findings.map(({ message }) => message)).toEqual([])
    expect(summary?.steps.total).toBe(3)
  })
})

describe('a command as it is typed between the tags of a verification', () => {
  const said = (body: string): string[] =>
    lint(first.replace(`<verify>${verify}</verify>`, `<verify>${body}</verify>`)).findings.map(({ message }) => message)

  it.each([
    ['true', '`true`'],
    ['`true`', '`true`'],
    ['npm test || true', '`|| true`'],
    ['echo done', '`echo`'],
    ['npm run typecheck; true', '`; true`'],
    ['\n    npm test\n    npx vitest --watch\n  ', 'vitest'],
    ['/Users/ines/bin/smoke --times 11', '/Users/ines/']
  ])('%j is judged', (body, of) => {
    const told = said(body)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(of)
  })

  it.each([
    'npm test',
    'grep -q limit docs/api.md',
    '\n    npm test\n    npm run build\n  ',
    'npm test passes',
    verify
  ])('%j is right', body => expect(said(body)).toEqual([]))

  it.each(['It looks right', 'Everything works as expected.', 'Manual check'])('%j promises nothing', body =>
    expect(said(body)).toEqual([expect.stringMatching(/^Empty promise/)])
  )
})
