/** A file under two names is one slip: told at the name that fewer places have. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { createFacts } from '../../src/repo/lookups.ts'
import { ownProfile } from '../plan/own-plan.ts'
import type { Small } from './small.ts'
import { told, toldInFull } from './small.ts'

const profile: Small = {
  sections: [
    { id: 'tree', title: 'Tree', files: 'inventory', content: [{ kind: 'tree' }] },
    { id: 'files', title: 'Files', files: 'table' },
    {
      id: 'steps',
      title: 'Steps',
      units: { role: 'step', words: ['Step'], number: 1, fields: [{ label: 'Files', kind: 'files' }] }
    }
  ],
  coverage: [
    { files: 'table', in: 'inventory' },
    { files: 'inventory', in: 'table' }
  ]
}

/** A plan with one file in the tree, the table and a step. */
const plan = (tree: string, table: string, step = table): string[] =>
  `## Tree

\`\`\`
src/
└── ${tree} # NEW
\`\`\`

## Files

| File | Action |
|---|---|
| \`src/${table}\` | Create |

## Steps

### Step 1: Write

**Files**: \`src/${step}\``.split('\n')

describe('a file that two lists call nearly the same', () => {
  it('is told once, where the name is that no other place has', () => {
    expect(toldInFull('file-coverage', profile, ...plan('workers.ts', 'worker.ts'))).toEqual([
      {
        at: '5:5-5:15',
        message: 'Missing "src/workers.ts" in the file table',
        help: 'Write "src/worker.ts", if that is meant; or name both in both places',
        related: ['12: "src/worker.ts" here']
      }
    ])
    expect(told('file-coverage', profile, ...plan('worker.ts', 'workers.ts', 'worker.ts'))).toEqual([
      '12:3 Missing "src/workers.ts" in the directory tree'
    ])
  })

  it('is two files where the names are two', () => {
    expect(told('file-coverage', profile, ...plan('worker.ts', 'scheduler.ts'))).toHaveLength(2)
  })

  it('or lies in another folder: told once', () => {
    expect(told('file-coverage', profile, ...plan('queue/worker.ts', 'jobs/worker.ts'))).toEqual([
      '5:5 Missing "src/queue/worker.ts" in the file table'
    ])
  })

  it('tells of several files in one folder that is called otherwise once', () => {
    const many = plan('a.ts', 'b.ts').flatMap(line =>
      line.startsWith('└──')
        ? ['└── queues', '    ├── one.ts # NEW', '    ├── two.ts # NEW', '    └── six.ts # NEW']
        : line.startsWith('| `')
          ? ['one', 'two', 'six'].map(name => `| \`src/jobs/${name}.ts\` | Create |`)
          : line.startsWith('**Files**')
            ? ['**Files**: `src/jobs/one.ts`, `src/jobs/two.ts`, `src/jobs/six.ts`']
            : [line]
    )
    expect(toldInFull('file-coverage', profile, ...many)).toMatchObject([
      {
        at: expect.stringMatching(/^6:/),
        message: 'Missing "src/queues/one.ts" in the file table',
        help: 'Write "src/jobs/" for "src/queues/" in it and in 2 more, if that is meant; or name both in both places'
      }
    ])
  })
})

describe('where the repository is asked too', () => {
  const files = { 'src/config.ts': '', 'src/queue.ts': '' }
  const repo = createFacts(
    {
      top: '',
      notes: [],
      shallow: false,
      files: Object.keys(files)
        .map(name => `H 100644 ${'0'.repeat(40)} 0\t${name}\0`)
        .join('')
    },
    { read: () => undefined, link: () => undefined }
  )
  const judge = (tree: string, table: string): string[] => {
    const text = `${plan(tree, table, 'config.ts').join('\n')}\n`
      .replace('# NEW', '# MODIFIED')
      .replace('Create', 'Modify')
    const own = ownProfile(profile)
    return lintText(text, { profiles: [own], forced: own.name, path: 'docs/plan.md', repo })
      .findings.filter(({ rule }) => /^(?:path-exists|file-coverage)$/.test(rule))
      .map(({ place, help }) => `${place.start.line} ${help}`)
  }

  it.each([
    ['conf.ts', 'config.ts', '5 Write "src/config.ts", if that is meant; or name both in both places'],
    ['config.ts', 'confg.ts', '12 Write "src/config.ts", if that is meant; or name both in both places'],
    ['lib/config.ts', 'config.ts', '5 Write "src/config.ts", if that is meant; or name both in both places']
  ])('%s in the tree and %s in the table are told once', (tree, table, told) => {
    expect(judge(tree, table)).toEqual([told])
  })

  it('one name that is not there is told by the repository', () => {
    expect(judge('confg.ts', 'confg.ts')).toEqual([expect.stringMatching(/^5 Write "src\/config.ts"/)])
  })
})
