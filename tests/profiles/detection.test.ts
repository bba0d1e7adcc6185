import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { normalise } from '../../src/outline/text.ts'
import { hasSignature } from '../../src/detect/signature.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Profile, SectionSpec } from '../../src/profiles/schema.ts'

/** By whose marks: `design-plan`, `likely design-plan`, or `none`. */
function kindOf(text: string): string {
  const report = lintText(text, { path: 'docs/document.md', only: [] })
  if (report.state !== 'judged' || report.recognised === 'generic') return 'none'
  return report.recognised === 'likely' ? `likely ${report.profile}` : report.profile
}

function profileOf(file: string): string {
  return kindOf(fs.readFileSync(file, 'utf8'))
}

/** Formats that have a profile of their own by now. */
const known: Readonly<Record<string, string>> = {
  'superpowers-plan.md': 'superpowers-plan',
  'speckit-plan.md': 'speckit-plan',
  'speckit-tasks.md': 'speckit-tasks',
  'gsd-plan.md': 'gsd-plan',
  'kiro-tasks.md': 'kiro-tasks',
  'execplan.md': 'execplan',
  'advisor-plan.md': 'advisor-plan'
}

describe('plans of other formats', () => {
  it.each(fs.readdirSync('fixtures/detection').filter(name => name.endsWith('.md')))('%s is none of ours', name => {
    // A format that has a profile by now is known by its marks.
    expect(profileOf(`fixtures/detection/${name}`)).toBe(known[name] ?? 'none')
  })
})

describe('plans of ours', () => {
  const plans = builtinProfiles.flatMap(({ name }) => {
    const folder = `fixtures/plans/${name}`
    return fs.existsSync(folder)
      ? fs
          .readdirSync(folder)
          .filter(file => file.endsWith('.md'))
          .map(file => [`${folder}/${file}`, name] as const)
      : []
  })
  it.each(plans)('%s is a %s', (file, name) => {
    expect(profileOf(file)).toBe(name)
  })

  // What has marks that nothing else has needs no names.
  const byNames = new Set(builtinProfiles.filter(profile => !hasSignature(profile)).map(({ name }) => name))
  const valid = plans.filter(([file, name]) => file.includes('/valid-') && byNames.has(name))
  it.each(valid)('%s is recognised by the aliases of its headings', (file, name) => {
    const text = fs.readFileSync(file, 'utf8').replace(/^planlint:.*\n/m, '')
    const profile = builtinProfiles.find(each => each.name === name)!
    const kinds = [...aliased(text, profile)].map(kindOf)
    expect(kinds.length).toBeGreaterThan(1)
    expect(new Set(kinds)).toEqual(new Set([name]))
  })

  it.each(valid)('%s is recognised with a third of it lost', (file, name) => {
    const lines = fs.readFileSync(file, 'utf8').split('\n')
    for (const from of [0.2, 0.45, 0.66]) {
      const start = Math.floor(lines.length * from)
      const rest = [...lines.slice(0, start), ...lines.slice(start + Math.floor(lines.length / 3))].join('\n')
      expect([from, kindOf(rest).replace('likely ', '')]).toEqual([from, name])
    }
  })
})

/** The plan with every heading of a section under its first alias, its second, and so on: who has fewer keeps the last. */
function* aliased(text: string, { sections }: Profile): Generator<string> {
  const specs = sections.flatMap(function all(spec): SectionSpec[] {
    return [spec, ...(spec.sections ?? []).flatMap(all)]
  })
  const most = Math.max(...specs.map(({ aliases = [] }) => aliases.length))
  for (let nth = 0; nth < most; nth++)
    yield text.replace(/^(#+ (?:[\d.]+ )?)(.*)$/gm, (line, lead: string, title: string) => {
      const aliases = specs.find(spec => normalise(spec.title) === normalise(title))?.aliases ?? []
      return aliases.length === 0 ? line : lead + aliases[Math.min(nth, aliases.length - 1)]!
    })
}

const corpus = process.env['PLANLINT_CORPUS'] ?? path.resolve(import.meta.dirname, '../../../shared/corpus')

/** What a file of the corpus is, by where it was found; backlogs changed their shape more than once and are known by their labels. */
/** A plan without any section of the template, and a list without identifiers: known by their place alone. */
const unmarked = /002-merkle-uhoh__tasks|customizable-sidebars__tasks|excel-diff__plan/

function expected(folder: string, file: string, text: string): string {
  if (folder === 'marin-template') return file.startsWith('marin-community__') ? 'design-plan' : 'none'
  if (folder === 'opus-roadmap') {
    if (/platform-email-service|diagnostic-log-fixes/.test(file)) return 'handoff-plan'
    // Later plans of the same author: half of the sections are still there.
    return /email-reminder|homey-|otel-metrics|self-healing|admin-entra/.test(file) ? 'likely handoff-plan' : 'none'
  }
  if (folder === 'milestone-task') return text.startsWith('\0') ? 'none' : 'task-plan'
  if (folder === 'backlog')
    return ["what[’']s needed", "where it[’']s needed"].every(label =>
      new RegExp(`[*]${label}[*]|${label}:|^- ${label}$`, 'im').test(text)
    )
      ? 'backlog-plan'
      : 'none'
  if (folder === 'speckit') {
    const kind = /__(spec|plan|tasks)(?:-template)?\.md$/.exec(file)?.[1]
    return kind === undefined || unmarked.test(file) || /(?:spec|plan)-template/.test(file) ? 'none' : `speckit-${kind}`
  }
  if (folder === 'kiro') {
    // Designs, and a list without references, are known by their place alone.
    const kind = /__(requirements|tasks)\.md$/.exec(file)?.[1]
    return kind === undefined || file.includes('job-history__tasks') ? 'none' : `kiro-${kind}`
  }
  // One of them is a design that lies among the plans.
  if (folder === 'superpowers')
    return file.endsWith('-design.md') && !/^[*]{2}Tech Stack/m.test(text) ? 'none' : 'superpowers-plan'
  // Rules that show a skeleton are none; two follow another template.
  if (folder === 'advisor') return 'advisor-plan'
  if (folder === 'gsd') return 'gsd-plan'
  if (folder === 'execplan') return /__PLANS\.md$|__EP-/.test(file) ? 'none' : 'execplan'
  return 'none'
}

describe.skipIf(!fs.existsSync(corpus))('real plans (skipped where the folder of PLANLINT_CORPUS is missing)', () => {
  it('are taken for what they are', () => {
    const table: Record<string, Record<string, number>> = {}
    const wrong: string[] = []
    for (const folder of fs.readdirSync(corpus).filter(name => fs.statSync(path.join(corpus, name)).isDirectory())) {
      for (const file of fs.readdirSync(path.join(corpus, folder)).filter(name => name.endsWith('.md'))) {
        const full = path.join(corpus, folder, file)
        const found = profileOf(full)
        const row = (table[folder] ??= {})
        row[found] = (row[found] ?? 0) + 1
        const want = expected(folder, file, fs.readFileSync(full, 'utf8'))
        if (found !== want) wrong.push(`${folder}/${file}: ${found}, not ${want}`)
      }
    }
    expect(wrong, JSON.stringify(table)).toEqual([])
    for (const folder of ['openspec', 'generic']) expect(Object.keys(table[folder] ?? {})).toEqual(['none'])
  }, 120_000)

  const seeds = path.resolve(corpus, '../seeds')
  it.skipIf(!fs.existsSync(seeds))('come from templates that are recognised', () => {
    const names = ['design-plan', 'planning-md', 'handoff-plan', 'task-plan', 'backlog-plan']
    const files = fs.readdirSync(seeds).sort()
    expect(files.map(file => profileOf(path.join(seeds, file)))).toEqual(names)
  })
})
