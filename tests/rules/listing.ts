/** Plans that name files in every way there is, for the rules that compare them, with each other or with a repository. */
import { lintText } from '../../src/lint/linter.ts'
import type { LintEnvironment } from '../../src/lint/tree-types.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { RepoFacts } from '../../src/repo/facts.ts'
import { createFacts } from '../../src/repo/lookups.ts'

const files = { label: 'Files', kind: 'files' } as const

/** A profile of nothing but files: a section for each role. */
export function listing(more: Partial<Profile> = {}): Profile {
  return {
    name: 'listing',
    title: 'Listing',
    summary: 'Files, in every place that can name them',
    detect: {},
    fields: [{ label: 'Status', values: { Draft: 'draft', Active: 'active', Done: 'done' } }],
    placeholders: ['[Name]'],
    sections: [
      { id: 'checks', title: 'Checks', verification: {} },
      { id: 'tree', title: 'Tree', files: 'inventory', content: [{ kind: 'tree' }] },
      {
        id: 'overview',
        title: 'Overview',
        files: 'overview',
        units: { role: 'file', counts: 'entry', form: ['heading', 'any-heading'], number: false, fields: [files] }
      },
      { id: 'table', title: 'Table', files: 'table' },
      { id: 'context', title: 'Context', files: 'context', content: [{ kind: 'tree' }] },
      {
        id: 'map',
        title: 'Map',
        files: 'map',
        rules: ['file-coverage'],
        fields: [
          { ...files, label: 'New Files', files: 'new' },
          { ...files, label: 'Modified Files', files: 'modified' }
        ]
      },
      {
        id: 'roadmap',
        title: 'Roadmap',
        files: 'roadmap',
        units: {
          role: 'phase',
          words: ['Phase'],
          number: 1,
          fields: [{ ...files, label: 'Files to Create', files: 'new' }, files]
        }
      },
      {
        id: 'steps',
        title: 'Steps',
        units: { role: 'step', words: ['Step'], number: 1, fields: [files] }
      },
      {
        id: 'commits',
        title: 'Commits',
        units: { role: 'commit', words: ['Commit'], number: 1, fields: [files] }
      }
    ],
    ...more
  }
}

/** What a plan says in its sections: lines of a tree, headings, rows "path | action", the files of each step. */
export interface Lists {
  tree?: string[]
  overview?: string[]
  table?: string[]
  context?: string[]
  map?: string
  roadmap?: string[]
  steps?: string[]
  commits?: string[]
  text?: string
}

const fence = (lines: string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\``

/** Units with their files: "Title: `a.ts`", or the files alone. */
const units = (word: string, lists: string[]): string =>
  lists
    .map((list, i) => {
      const [, title = 'Part', value = list] = /^([^`:]+): (.*)$/s.exec(list) ?? []
      return `### ${word} ${i + 1}: ${title}\n\n**Files**: ${value}`
    })
    .join('\n\n')

export function textOf({ tree, overview, table, context, map, roadmap, steps, commits, text = '' }: Lists): string {
  const body = {
    Tree: tree && fence(tree),
    Overview: overview?.map(title => `### ${title}\n\nHolds its part.`).join('\n\n'),
    Table: table && ['| File | Action |', '| --- | --- |', ...table.map(row => `| ${row} |`)].join('\n'),
    Context: context && fence(context),
    Map: map,
    Roadmap: roadmap && units('Phase', roadmap),
    Steps: steps && units('Step', steps),
    Commits: commits && units('Commit', commits)
  }
  return `# Lists\n\n${text}\n\n${Object.entries(body)
    .filter(([, each]) => each !== undefined)
    .map(([title, each]) => `## ${title}\n\n${each}\n`)
    .join('\n')}`
}

/** The findings of a rule: "severity message @text at its place"; or what they say is to be done. */
export function findingsOf(
  rule: string,
  text: string,
  profile: Profile,
  around: Partial<LintEnvironment> = {},
  isHelp = false
): string[] {
  const report = lintText(text, { profiles: [profile], forced: profile.name, path: 'a-plan.md', ...around })
  if (isHelp) return report.findings.filter(finding => finding.rule === rule).map(finding => finding.help ?? '')
  const at = ({ start, end }: { start: { offset: number }; end: { offset: number } }): string =>
    text.slice(start.offset, end.offset)
  return report.fatalErrors
    .map(fatal => fatal.message)
    .concat(
      report.findings
        .filter(finding => finding.rule === rule)
        .map(
          finding =>
            `${finding.severity} ${finding.message} @${at(finding.place)}${(finding.related ?? []).map(({ message, place }) => ` → ${message}: ${at(place)}`).join('')}`
        )
    )
}

/** A repository without any history that holds files of these names; the text of its package.json, if it has one. */
export function holding(files: string[], manifest?: object): RepoFacts {
  const names = manifest ? ['package.json', ...files] : files
  const listed = names.map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`).join('')
  return createFacts(
    { top: '', notes: [], shallow: false, files: listed },
    { read: () => JSON.stringify(manifest), link: () => undefined }
  )
}
