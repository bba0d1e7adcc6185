import { describe, expect, it } from 'vitest'
import type { OtherPlan } from '../../src/lint/rule.ts'
import type { Lists } from './listing.ts'
import { findingsOf, listing, textOf } from './listing.ts'

const wanted = { rules: { 'path-conflict': true } }
const profile = listing()

const others: OtherPlan[] = [
  {
    path: 'plans/mail.md',
    files: [
      { path: 'src/a.ts', mark: 'new' },
      { path: 'src/b.ts', mark: 'modified' },
      { path: 'src/c.ts', mark: 'deleted' },
      { path: 'src/d.ts', mark: 'renamed' },
      { path: 'src', mark: 'new' },
      { path: 'src/f.ts', mark: 'split' }
    ]
  },
  {
    path: 'plans/speed.md',
    files: [
      { path: 'src/b.ts', mark: 'deleted' },
      { path: 'src/c.ts', mark: 'modified' }
    ]
  },
  { path: 'plans/last.md', files: [{ path: 'src/c.ts', mark: 'modified' }] }
]

const found = (lists: Lists, otherPlans: OtherPlan[] | undefined = others, options: object = wanted): string[] =>
  findingsOf('path-conflict', textOf(lists), profile, { options, ...(otherPlans ? { otherPlans } : {}) })

describe('a file that another plan changes', () => {
  it.each([
    ['src/a.ts <new>', 'warning Conflicting plans: "plans/mail.md" creates "src/a.ts" as well @src/a.ts'],
    [
      'src/b.ts <modified>',
      'warning Conflicting plans: "plans/mail.md" modifies "src/b.ts" as well (and 1 more) @src/b.ts'
    ],
    [
      'src/c.ts <modified>',
      'warning Conflicting plans: "plans/mail.md" deletes "src/c.ts" as well (and 2 more) @src/c.ts'
    ],
    ['src/d.ts <deleted>', 'warning Conflicting plans: "plans/mail.md" renames "src/d.ts" as well @src/d.ts'],
    ['src/x.ts <renamed: src/a.ts>', 'warning Conflicting plans: "plans/mail.md" creates "src/a.ts" as well @src/x.ts'],
    ['src/x.ts <renamed: d.ts>', 'warning Conflicting plans: "plans/mail.md" renames "src/d.ts" as well @src/x.ts'],
    ['src/f.ts <modified>', 'warning Conflicting plans: "plans/mail.md" changes "src/f.ts" as well @src/f.ts']
  ])('%s', (line, message) => expect(found({ tree: [line] })).toEqual([message]))

  it('is to be settled by those who wrote the plans', () =>
    expect(
      findingsOf(
        'path-conflict',
        textOf({ tree: ['src/a.ts <new>'] }),
        profile,
        { options: wanted, otherPlans: others },
        true
      )
    ).toEqual(['Agree on an order, and name the other plan here']))

  it('is none where this plan leaves it alone, or says nothing of it', () =>
    expect(found({ tree: ['src/a.ts (unchanged)', 'src/b.ts', 'src/e.ts <new>'] })).toEqual([]))

  it('is a file, no folder', () => expect(found({ tree: ['src/ <new>', '└── e.ts <new>'] })).toEqual([]))

  it('is none of a plan that is done', () => {
    expect(found({ text: '**Status**: Done', tree: ['src/a.ts <new>'] })).toEqual([])
    expect(found({ text: '**Status**: Active', tree: ['src/a.ts <new>'] })).toHaveLength(1)
  })

  it('is told where that is wanted, and other plans are known', () => {
    expect(found({ tree: ['src/a.ts <new>'] }, others, {})).toEqual([])
    expect(findingsOf('path-conflict', textOf({ tree: ['src/a.ts <new>'] }), profile, { options: wanted })).toEqual([])
  })
})
