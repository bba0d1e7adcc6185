import { describe, expect, it } from 'vitest'
import type { Profile } from '../../src/profiles/schema.ts'
import type { Lists } from './listing.ts'
import { findingsOf, holding, listing, textOf } from './listing.ts'

const repo = holding(['src/old.ts', 'src/there.ts'], { scripts: { test: 'vitest' } })
const found = (lists: Lists, coverage?: Profile['coverage']): string[] =>
  findingsOf('step-order', textOf(lists), listing(coverage ? { coverage } : {}), { repo })

/** A step with its files and the command it runs. */
const step = (files: string, command: string): string => `${files}\n\n\`\`\`sh\n${command}\n\`\`\``

describe('a command that comes too early', () => {
  const early = (path: string, use = path): string =>
    `error Expected "${path}" to be created before step "Step 1: Part" uses it @${use}`
  const tree = ['src/a.ts <new>', 'src/b.ts <new>', 'lib/b.ts <new>', 'src/moved.ts <renamed: src/old.ts>']
  const judge = (command: string, more: Lists = {}): string[] =>
    found({ tree, steps: [step('`src/a.ts`', command), '`src/b.ts`, `lib/b.ts`, `src/moved.ts`'], ...more }).map(
      line => line.split(' → ')[0]!
    )

  it.each([
    ['node src/b.ts', [early('src/b.ts')]],
    ['cat src/b.ts', [early('src/b.ts')]],
    ['node src/moved.ts', [early('src/moved.ts')]],
    ['cat src/b.ts && node src/b.ts', [early('src/b.ts')]],
    ['npm test && node src/b.ts', [early('src/b.ts')]],
    ['node src/b.ts lib/b.ts\nnode lib/b.ts', [early('src/b.ts'), early('lib/b.ts')]]
  ])('%s', (command, messages) => expect(judge(command)).toEqual(messages))

  it('names the step that creates the file', () =>
    expect(
      found({ tree, steps: [step('`src/a.ts`', 'node src/b.ts'), '`src/b.ts`, `lib/b.ts`, `src/moved.ts`'] })
    ).toEqual([`${early('src/b.ts')} → Created in this step: ### Step 2: Part`]))

  it.each(['node src/a.ts', 'node b.ts', 'node src/none.ts', 'npm test', 'node src/there.ts'])('but not %s', command =>
    expect(judge(command)).toEqual([])
  )

  it('but not once an earlier command has created the file', () =>
    expect(
      found({
        tree,
        steps: [
          step('`src/a.ts`', 'touch src/b.ts'),
          step('`src/old.ts`', 'node src/b.ts'),
          '`src/b.ts`, `lib/b.ts`, `src/moved.ts`'
        ]
      })
    ).toEqual([]))

  it('but not among the checks of the whole plan', () =>
    expect(
      findingsOf(
        'step-order',
        textOf({
          tree,
          steps: ['`src/a.ts`', '`src/b.ts`, `lib/b.ts`, `src/moved.ts`'],
          text: '## Checks\n\n```sh\nnode src/b.ts\n```'
        }),
        listing(),
        { repo }
      )
    ).toEqual([]))

  it('but not in a plan that is done', () => {
    expect(judge('node src/b.ts', { text: '**Status**: Done' })).toEqual([])
    expect(judge('node src/b.ts', { text: '**Status**: Active' })).toHaveLength(1)
  })
})

describe('a command that comes too late', () => {
  const late = (mark: string, command: string, files = '`src/there.ts`'): string[] =>
    found({ tree: [`src/old.ts <${mark}>`, 'src/there.ts <modified>'], steps: ['`src/old.ts`', step(files, command)] })

  it('runs what was deleted', () =>
    expect(late('deleted', 'node src/old.ts')).toEqual([
      'error Conflicting steps: step "Step 2: Part" uses "src/old.ts" after it was deleted @src/old.ts → Deleted in this step: ### Step 1: Part'
    ]))

  it.each([
    ['reads what was deleted', 'deleted', 'cat src/old.ts', '`src/there.ts`'],
    ['runs what was modified', 'modified', 'node src/old.ts', '`src/there.ts`'],
    ['runs in the very step that deletes', 'deleted', 'node src/old.ts', '`src/old.ts`, `src/there.ts`']
  ])('but not one that %s', (_, mark, command, files) => expect(late(mark, command, files)).toEqual([]))
})

describe('a planned file without a step', () => {
  const untouched = (at: string): string => `warning Missing step for "src/b.ts": none touches it @${at}`
  const steps = ['`src/a.ts`']

  it.each<[string, Lists, string]>([
    ['the tree', { tree: ['src/a.ts <new>', 'src/b.ts <new>'] }, 'src/b.ts'],
    ['the table', { table: ['`src/a.ts` | Create', '`src/b.ts` | Create'] }, '`src/b.ts`'],
    ['the map', { map: '**New Files**:\n- `src/b.ts`' }, '`src/b.ts`'],
    ['the overview', { overview: ['`src/b.ts` (new)'] }, '### `src/b.ts` (new)']
  ])('stands in %s', (_, lists, at) => expect(found({ ...lists, steps })).toEqual([untouched(at)]))

  it.each<[string, Lists]>([
    ['stays as it is', { tree: ['src/b.ts (unchanged)'] }],
    ['says nothing of what is done to it', { overview: ['`src/b.ts`'] }],
    ['is a folder', { tree: ['lib/ <new>'] }],
    ['is a pattern', { table: ['`lib/*.ts` | Create'] }],
    ['has spaces in its name', { tree: ['src/my part.ts <new>'] }],
    ['lies elsewhere', { table: ['`/etc/relay.conf` | Modify'] }],
    ['only shows where things are', { context: ['src/b.ts <new>'] }],
    ['is touched', { tree: ['src/a.ts <new>'] }]
  ])('but not one that %s', (_, lists) => expect(found({ ...lists, steps })).toEqual([]))

  const tree = ['src/a.ts <new>', 'src/b.ts <new>']

  it.each<[string, NonNullable<Profile['coverage']>[number], number]>([
    ['with steps', { files: 'inventory', in: 'steps' }, 0],
    ['with commits', { files: 'inventory', in: 'commits' }, 0],
    ['with the roadmap', { files: 'inventory', in: 'roadmap' }, 0],
    ['with something else', { files: 'inventory', in: 'overview' }, 1],
    ['from the steps', { files: 'steps', in: 'inventory' }, 1],
    ['from elsewhere', { files: 'context', in: 'steps' }, 1]
  ])('is left to file-coverage where the profile compares the list %s', (_, pair, count) =>
    expect(found({ tree, steps }, [pair])).toHaveLength(count)
  )

  it('is none where a step does not name its files', () =>
    expect(found({ tree, steps: [...steps, 'whatever is left'] })).toEqual([]))
})

it('says what to do', () => {
  const help = (lists: Lists): string[] => findingsOf('step-order', textOf(lists), listing(), { repo }, true)
  expect(help({ tree: ['src/a.ts <new>'], steps: [step('`src/there.ts`', 'node src/a.ts'), '`src/a.ts`'] })).toEqual([
    'Run this after "Step 2: Part", or create the file here'
  ])
  expect(
    help({ tree: ['src/old.ts <deleted>'], steps: ['`src/old.ts`', step('`src/there.ts`', 'node src/old.ts')] })
  ).toEqual(['Run this before "Step 1: Part"'])
  expect(help({ tree: ['src/a.ts <new>'], steps: ['`src/there.ts`'] })).toEqual([
    'Add it to the Files of the step that changes it, or take it out of the plan'
  ])
})

it('says nothing of a plan without steps', () =>
  expect(found({ tree: ['src/a.ts <new>'], text: '## Checks\n\n`node src/a.ts`' })).toEqual([]))
