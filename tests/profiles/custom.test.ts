import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { lintText } from '../../src/lint/linter.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { draftProfile } from '../../src/draft/draft.ts'
import { extendProfile } from '../../src/profiles/extend.ts'
import { readProfile } from '../../src/profiles/validate.ts'
import { vocabularyOf } from '../../src/detect/vocabulary.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'planlint-profiles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function planlint(
  files: Record<string, string>,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  let out = ''
  let err = ''
  const code = await run(argv, {
    stdout: {
      write: text => {
        out += text
      }
    },
    stderr: {
      write: text => {
        err += text
      }
    },
    stdin: (async function* () {})(),
    cwd: folder,
    env: {},
    isTTY: false,
    columns: 80
  })
  return { code, out, err }
}

const rc = (...profiles: unknown[]): string => JSON.stringify({ plugins: [['planlint', { profiles }]] })

describe('built-in profiles', () => {
  it.each(builtinProfiles.map(profile => [profile.name, profile] as const))(
    '%s is valid by the published schema',
    (_, profile) => {
      expect(readProfile(profile).problems).toEqual([])
    }
  )
})

describe('extends', () => {
  const base = {
    name: 'a',
    list: [1],
    sections: [
      { id: 'x', title: 'X', fields: [{ label: 'L', required: true }] },
      { id: 'y', title: 'Y' }
    ],
    gone: 1
  }

  it('merges objects, lists by id and label, replaces other lists, and takes out what is null', () => {
    expect(
      extendProfile(
        {
          name: 'b',
          extends: 'a',
          list: [2],
          gone: null,
          sections: [
            { id: 'x', fields: [{ label: 'L', required: false }, { label: 'M' }] },
            { id: 'z', title: 'Z' }
          ]
        },
        base
      )
    ).toEqual({
      name: 'b',
      list: [2],
      sections: [
        { id: 'x', title: 'X', fields: [{ label: 'L', required: false }, { label: 'M' }] },
        { id: 'y', title: 'Y' },
        { id: 'z', title: 'Z' }
      ]
    })
  })

  it('leaves the base and the prototype alone', () => {
    extendProfile(
      JSON.parse('{"extends": "a", "__proto__": {"polluted": true}, "sections": [{"id": "x", "title": "Changed"}]}'),
      base
    )
    expect(base.sections[0]!.title).toBe('X')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('a custom profile on the command line', () => {
  const own =
    'name: ours\nextends: design-plan\ntitle: Ours\nsummary: With a rollout\nsections:\n  - id: rollout\n    title: Rollout\n'
  const plan = '---\nplanlint: ours\n---\n\n# A plan\n\n## Goal\n\nSomething.\n'

  it('extends a built-in one and is declared by front matter', async () => {
    const { code, out } = await planlint(
      { '.remarkrc.json': rc('./own.yaml'), 'own.yaml': own, 'PLAN.md': plan },
      '--format',
      'json',
      'PLAN.md'
    )
    expect(code).toBe(1)
    const [file] = JSON.parse(out).files
    expect(file.profile).toBe('ours')
    expect(file.findings.map((finding: { message: string }) => finding.message)).toContain('Missing section "Rollout"')
  })

  it.each([
    [
      'a wrong value',
      own.replace('title: Rollout', 'title: Rollout\n    required: sometimes'),
      8,
      '"sections.10.required"'
    ],
    ['an unknown key', own.replace('    title: Rollout', '    title: Rollout\n    titel: x'), 8, 'unknown key "titel"'],
    ['an unknown base', own.replace('design-plan', 'desing-plan'), 2, 'did you mean "design-plan"'],
    [
      'a section that is there twice',
      `${own}  - id: extra\n    title: A\n    sections:\n      - id: goal\n        title: B\n`,
      11,
      'section "goal" is there twice'
    ],
    [
      'an unknown rule',
      `${own}rules:\n  step-order: warn\n  file-tre: off\n`,
      10,
      'unknown rule "file-tre" (did you mean "file-tree"?)'
    ],
    [
      'a role that there is not',
      `${own}    units: { role: task }\n    fields:\n      - label: Choice\n        choice: tsak\n`,
      11,
      'unknown role "tsak" (did you mean "task"?)'
    ],
    [
      'a profile that there is not',
      `${own}set:\n  desing-plan: { paths: [a.md] }\n`,
      9,
      'unknown profile "desing-plan"'
    ],
    ['a misspelt severity', `${own}rules:\n  step-order: waring\n`, 9, 'not "waring" (did you mean "warning"?)'],
    ['itself as base', own.replace('extends: design-plan', 'extends: other'), 2, 'Unknown profile "other"']
  ])('names the key and the line of %s', async (_, text, line, said) => {
    const { code, err } = await planlint(
      { '.remarkrc.json': rc('./own.yaml'), 'own.yaml': text, 'PLAN.md': plan },
      'PLAN.md'
    )
    expect(code).toBe(2)
    expect(err).toContain(`own.yaml:${line}:`)
    expect(err).toContain(said)
  })

  it.each(['warn', 'warning'])('takes %s for a warning, of a rule and of a demand', async word => {
    const text = `${own.replace('title: Rollout', `title: Rollout\n    required: ${word}`)}rules:\n  no-placeholder: ${word}\n`
    const { out } = await planlint(
      { '.remarkrc.json': rc('./own.yaml'), 'own.yaml': text, 'PLAN.md': `${plan}\nTBD\n` },
      '--format',
      'json',
      'PLAN.md'
    )
    const severities = (JSON.parse(out).files[0].findings as { message: string; severity: string }[])
      .filter(({ message }) => /Rollout|TBD/.test(message))
      .map(({ severity }) => severity)
    expect(severities).toEqual(['warning', 'warning'])
  })

  it('names a circle', async () => {
    const other = own.replace('name: ours', 'name: theirs').replace('design-plan', 'ours')
    const { code, err } = await planlint(
      {
        '.remarkrc.json': rc('./own.yaml', './other.yaml'),
        'own.yaml': own.replace('design-plan', 'theirs'),
        'other.yaml': other,
        'PLAN.md': plan
      },
      'PLAN.md'
    )
    expect([code, err.includes('Circular "extends"')]).toEqual([2, true])
  })

  it('reads JSON with the line of what is wrong', async () => {
    const json = '{\n  "name": "ours",\n  "extends": "design-plan",\n  "title": 3\n}\n'
    const { code, err } = await planlint(
      { '.remarkrc.json': rc('./own.json'), 'own.json': json, 'PLAN.md': plan },
      'PLAN.md'
    )
    expect([code, err.includes('own.json:4:3:')]).toEqual([2, true])
  })
})

it('is shown by its name, with the units of the document and of its sections, and their identifiers', async () => {
  const text =
    'name: ours\ntitle: Ours\nsummary: Tasks\ndetect: {}\nsections: [{ id: risks, title: Risks, units: { role: risk, form: row, id: { shape: R# }, min: 1, fields: [{ label: Owner }] } }]\nunits:\n  role: task\n  id: { shape: T### }\n  fields: [{ label: Files, required: true }, { label: Notes }]\n  units: { role: step, min: 2 }\n'
  const { code, out } = await planlint({ '.remarkrc.json': rc('./own.yaml'), 'own.yaml': text }, 'profiles', 'ours')
  expect([code, out]).toEqual([
    0,
    'ours: Ours\nTasks\n\nUnits:\n  each task T### (optional, Files, Notes?)\n    each step (at least 2)\n\nSections:\n  Risks (required)\n    each risk R# (required, Owner?)\n'
  ])
})

it('that is unknown where a plan is to be written is said with where the configuration was looked for', async () => {
  const files = { '.remarkrc.json': rc('./own.yaml'), 'own.yaml': 'name: ours\ntitle: O\nsummary: o\nsections: []\n' }
  const elsewhere = path.join(tmpdir(), 'planlint-nowhere', 'x.md')
  const { code, err } = await planlint(files, 'init', 'ours', elsewhere)
  expect([code, err]).toEqual([
    2,
    expect.stringContaining(`; looked for configuration from ${path.dirname(elsewhere)}`)
  ])
})

describe('a draft from a template', () => {
  const template = [
    '# RFC: [Title]',
    '',
    '**Author:** [Name]',
    '',
    '## 1. Motivation',
    '',
    '*Say in a few sentences why it has to change.*',
    '',
    '## 2. Work',
    '',
    '### Step 1: [Name]',
    '',
    '**Owner**: [who]',
    '',
    '**Verify**: `[command]`',
    '',
    '## 3. Costs',
    '',
    '| Item | Cost |',
    '| --- | --- |',
    '| [Item] | [cost] |',
    '',
    '## Checklist',
    '',
    '- [ ] Reviewed',
    ''
  ].join('\n')
  const { profile } = draftProfile(parsePlan(template), template, 'rfc', vocabularyOf(builtinProfiles))

  it('is valid, and keeps what the template shows', () => {
    expect(readProfile(profile).problems).toEqual([])
    expect(profile.sections.map(section => section.title)).toEqual(['Motivation', 'Work', 'Costs', 'Checklist'])
    expect(profile.fields?.map(field => field.label)).toEqual(['Author'])
    expect(profile.sections[2]!.content).toEqual([{ kind: 'table', columns: ['Item', 'Cost'] }])
  })

  it('recognises the template, and finds in it what is left to fill in', () => {
    const report = lintText(template, { profiles: [profile] })
    expect(report.profile).toBe('rfc')
    expect(new Set(report.findings.map(finding => finding.rule))).toEqual(new Set(['no-placeholder']))
  })

  it('finds in a plan what the template has and the plan has not', () => {
    const plan =
      '# RFC: Faster start\n\n**Author:** Ana\n\n## 1. Motivation\n\nIt is slow.\n\n## 2. Work\n\n### Step 1: Measure\n\n**Verify**: `make bench`\n\n## 3. Costs\n\n| Item | Cost |\n| --- | --- |\n| Time | 2 d |\n'
    expect(lintText(plan, { profiles: [profile] }).findings.map(finding => finding.message)).toEqual([
      'Missing "Owner" in step "Step 1: Measure"',
      'Missing section "Checklist"'
    ])
  })

  it('comes from the command line', async () => {
    const { code, out } = await planlint({ 'template.md': template }, 'profiles', '--from', 'template.md')
    expect([code, JSON.parse(out).name]).toEqual([0, 'template'])
  })
})

describe('without `detect`', () => {
  const runbook = {
    name: 'runbook',
    title: 'Runbook',
    summary: 'What to do, step by step',
    paths: ['docs/runbooks/**/*.md'],
    sections: [
      { id: 'overview', title: 'Overview' },
      { id: 'prerequisites', title: 'Prerequisites' },
      { id: 'steps', title: 'Steps' },
      { id: 'risks', title: 'Risks' },
      { id: 'notes', title: 'Notes' }
    ]
  }
  // Everybody's headings, half of which are there.
  const text = '# Move the queue\n\n## Overview\n\nIt moves.\n\n## Steps\n\nMove it.\n\n## Notes\n\nNone so far.\n'
  const recognised = (profile: object, file?: string): (string | null)[] => {
    const report = lintText(text, {
      profiles: [...builtinProfiles, profile as never],
      ...(file === undefined ? {} : { path: file })
    })
    return report.state === 'judged' ? [report.profile, report.recognised] : [null]
  }

  it('goes by the place, with what the document holds', () => {
    expect(readProfile(runbook).problems).toEqual([])
    expect(recognised(runbook, 'docs/runbooks/queue.md')).toEqual(['runbook', 'certain'])
    expect(recognised(runbook, 'docs/queue.md')[0]).toBe(null)
    expect(recognised({ ...runbook, detect: {} }, 'docs/runbooks/queue.md')[0]).toBe(null)
  })
})

describe('what is wrong with a profile', () => {
  const sound = { name: 'own', title: 'Own', summary: 'Own', detect: {}, sections: [{ id: 'work', title: 'Work' }] }
  const problems = (more: object): string[] =>
    readProfile({ ...sound, ...more }).problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const work = (more: object): string[] => problems({ sections: [{ ...sound.sections[0], ...more }] })

  it.each<[string[], string]>([
    [
      work({ units: { role: 'task', counts: 'chore' } }),
      'sections.0.units.counts: unknown "chore"; known: step, phase,'
    ],
    [work({ units: [{ role: 'task', min: 'one' }] }), 'sections.0.units.0.min: expected a number'],
    [work({ units: {} }), 'sections.0.units.role: is missing'],
    [work({ units: { role: 'a task' } }), 'sections.0.units.role: '],
    [work({ required: 'maybe' }), 'sections.0.required: expected a boolean or "warning"'],
    [work({ content: [{ kind: 'poem' }] }), 'sections.0.content.0.kind: unknown "poem"; known: text, prose,'],
    [work({ titel: 'Work' }), 'sections.0.titel: unknown key "titel" (did you mean "title"?)'],
    [work({ fieldsOrProse: true }), 'sections.0.fieldsOrProse: key "fieldsOrProse" is now `or: prose`'],
    [problems({ metadata: [] }), 'metadata: key "metadata" is now `fields`'],
    [problems({ offers: [['a']] }), 'offers: key "offers" is now `choice` of the profile'],
    [problems({ detect: { threshold: 0.5 } }), 'detect.threshold: key "threshold" is now `certain`'],
    [
      work({ none: 'reason' }),
      'sections.0.none: key "none" is now `or: none` of a field; of the sections, `na: none-too`'
    ],
    [
      work({ labels: 'outer' }),
      'sections.0.labels: key "labels" is now `fields`; of a section, `labels: outer` is `reach: open`'
    ],
    [work({ fields: [{ label: 'A', names: 'b' }] }), 'sections.0.fields.0.names: key "names" is now `choice`'],
    [
      work({ content: [{ kind: 'normative', case: true }] }),
      'sections.0.content.0.case: key "case" is now gone: a word in capitals'
    ],
    [work({ rows: true }), 'sections.0.rows: key "rows" is now `form: row`, or `[label, row]`'],
    [work({ from: 'later' }), 'sections.0.from: unknown "later"; known: draft, approved, active, done'],
    [work({ number: 7 }), 'sections.0.number: expected a string or a list'],
    [
      problems({ fields: [{ label: 'Status', values: { Draft: 'drafted' } }] }),
      'fields.0.values.Draft: expected "draft", "approved", "active", "done" or a list, not "drafted"'
    ],
    [
      work({ checklist: { items: [{ text: 'All done', means: 'finished' }] } }),
      'sections.0.checklist.items.0.means: unknown "finished"; known: draft, approved, active, done, work'
    ],
    [work({ units: { role: 'task', where: 'some' } }), 'sections.0.units.where: key "where" says nothing here'],
    [
      work({ fields: [{ label: 'A', where: { except: ['b'] } }] }),
      'sections.0.fields.0.where.except: key "except" is now `where: { not: { title: […] } }`'
    ],
    [problems({ rules: { 'step-order': 'loud' } }), 'rules.step-order: '],
    [
      work({ units: { role: 'task', refs: { stroy: 'US#' }, units: { role: 'story' } } }),
      'sections.0.units.refs.stroy: unknown role "stroy" (did you mean "story"?); known: task, story'
    ],
    [
      work({ units: { role: 'task', refs: { 'my-spec.story': 'US#' } } }),
      'sections.0.units.refs.my-spec.story: unknown profile "my-spec"; known: none'
    ],
    [
      work({ units: { role: 'story', id: { shape: 'US#' }, units: { role: 'task', refs: { story: 'U#' } } } }),
      'sections.0.units.units.refs.story: no story is called "U#"'
    ],
    [work({ units: { role: 'task', after: 'old' } }), 'sections.0.units.after: unknown role "old"; known: task'],
    [work({ units: { role: 'task', elsewhere: { spec: 'new' } } }), 'elsewhere.spec: unknown profile "spec"'],
    [
      work({ units: { role: 'task', id: { shape: 'T#' }, coverage: { in: 'work' } } }),
      'sections.0.units.coverage.in: unknown profile "work"; known: none'
    ],
    [work({ units: { role: 'task', ticked: 'Done' } }), 'sections.0.units.ticked: unknown label "Done"; known: none'],
    [work({ units: { role: 'task', id: { from: { label: 'id' } } } }), 'units.id.from.label: unknown label "id"'],
    [
      work({ units: { role: 'task', fields: [{ label: 'A', where: { fields: { B: ['c'] } } }] } }),
      'sections.0.units.fields.0.where.fields.B: unknown label "B" (did you mean "A"?); known: A'
    ],
    [
      work({ units: { role: 'task', fields: [{ label: 'A', where: { not: { markers: ['p'] } } }] } }),
      'sections.0.units.fields.0.where.not.markers.0: unknown marker "p"; known: none'
    ],
    [work({ fields: [{ label: 'Choice', choice: 'option' }] }), 'sections.0.fields.0.choice: unknown role "option"'],
    [
      problems({ fields: [{ label: 'A', or: 'C' }, { label: 'B' }] }),
      'fields.0.or: unknown label "C" (did you mean "B"?); known: B'
    ],
    [work({ checklist: { units: 'phase' } }), 'sections.0.checklist.units: unknown role "phase"; known: none'],
    [work({ choice: { other: ['Yes'] } }), 'sections.0.choice.other: unknown section "other"; known: work'],
    [
      problems({ set: { 'my-spec': { paths: ['a.md'], units: 'story' } } }),
      'set.my-spec.units: unknown role "story"; known: none'
    ],
    [work({ units: { role: 'task', min: 5, max: 2 } }), 'sections.0.units.min: is 5, and "max" is 2'],
    [work({ units: { role: 'task', id: { shape: 'T' } } }), 'sections.0.units.id.shape: "T" has no "#" for a number'],
    [work({ units: { role: 'task', id: { from: 'name' } } }), 'sections.0.units.id.from: needs "words"'],
    [problems({ fields: [{ label: 'A', kind: 'enum' }] }), 'fields.0.kind: an enum needs "values"'],
    [
      problems({ fields: [{ label: 'A' }, { label: 'B', aliases: ['a'] }] }),
      'fields.1.aliases.0: field "a" is there twice, first at "fields.0.label"'
    ],
    [problems({ paths: ['docs/{a,b/*.md'] }), 'paths.0: "docs/{a,b/*.md" has a brace without its other one'],
    [
      work({ content: [{ kind: 'text', words: ['SHALL'] }] }),
      'content.0.words: says nothing of the kind "text", but of'
    ],
    [work({ content: [{ kind: 'text', each: 'person' }] }), 'content.0.each: says nothing of the kind "text", but of'],
    [work({ content: [{ kind: 'date', min: 2 }] }), 'content.0.min: says nothing of the kind "date", but of'],
    [
      work({ content: [{ kind: 'table', columns: ['A'], values: { B: ['c'] } }] }),
      'content.0.values.B: unknown column "B"; known: A'
    ],
    [
      work({ content: [{ kind: 'normative' }] }),
      'content.0.kind: "normative" is looked for in a unit, not in a section'
    ],
    [work({ content: [{ kind: 'text', where: 'first' }] }), 'content.0.where: is said of units, and stands in none'],
    [
      work({ fields: [{ label: 'A', otherwise: 'warning' }] }),
      'fields.0.otherwise: is said of units, and stands in none'
    ]
  ])('%j', (found, expected) => {
    expect(found[0]).toContain(expected)
    expect(found.join()).not.toMatch(/invalid input/i)
  })
})
