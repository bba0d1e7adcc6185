/** Files that a plan names in code, in a link, in bold or plainly, each with the mark that stands beside it. */
import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { planFixtures } from './load.ts'
import { findingsRewritten } from './rewritten.ts'

const plans = new Map(planFixtures().map(({ id, name, text }) => [`${id} ${name}`, text]))

/** What is said of a valid plan in which a piece has been written otherwise. */
function told(profile: string, from: string, to: string): string[] {
  return findingsRewritten(profile, from, to).map(({ rule, message }) => `${rule}: ${message}`)
}

describe('a heading of several files', () => {
  const [old, now] = ['app/drawing/toolbar.kt', 'app/drawing/more.kt']
  const heading = (to: string): string[] => {
    const text = plans.get('design-plan valid-1.md')!
    const tree = text.replace(/^(.*)toolbar\.kt.*$/m, '$&\n$1more.kt <new>')
    const plan = tree.replace(`#### \`${old}\` (modified)`, () => `#### ${to}`)
    const { findings } = lintText(plan, { forced: 'design-plan' })
    // No step touches the file that is new.
    return findings.filter(({ rule }) => rule !== 'step-order').map(({ rule, message }) => `${rule}: ${message}`)
  }

  it.each([
    `\`${now}\` (new), \`${old}\` (modified)`,
    `[\`${now}\`](../${now}) (new), [\`${old}\`](../${old}) (modified)`,
    `[${now}](../${now}) (new) and [${old}](../${old}) (modified)`,
    `**\`${now}\`** (new), **\`${old}\`** (modified)`,
    `**${now}** (new), **${old}** (modified)`,
    `${now} (new), ${old} (modified)`,
    `1. ${now} (new), ${old} (modified)`,
    `\`${now}\` (new) and ${old} (modified)`,
    `New: \`${now}\`; modified: \`${old}\``,
    `New: ${now}; modified: ${old}`
  ])('%s', to => expect(heading(to)).toEqual([]))

  it.each([
    `[\`${now}\`](../${now}) (modified), [\`${old}\`](../${old}) (modified)`,
    `**${now}** (modified), **${old}** (modified)`,
    `New: \`${old}\`; modified: \`${now}\``
  ])('%s says another thing than the tree', to =>
    expect(heading(to)).toContainEqual(expect.stringMatching(/^file-coverage: Conflicting status of/))
  )
})

describe('the files of a commit', () => {
  const files = '`warehouse/locks.py` (new), `warehouse/errors.py` (modify)'
  const [locks, errors] = ['warehouse/locks.py', 'warehouse/errors.py']

  it.each([
    `[\`${locks}\`](../${locks}) (new), [\`${errors}\`](../${errors}) (modify)`,
    `[\`${locks}\`](../${locks}) *(new)*, [${errors}](../${errors}) (modify)`,
    `[\`${locks}\`][1] (new), [\`${errors}\`][1] (modify)\n\n[1]: https://example.org/tree`,
    `\`${locks}\` (new), ${errors} (modify)`,
    `${locks} (new), \`${errors}\` (modify)`
  ])('%s', to => expect(told('planning-md', files, to)).toEqual([]))

  it.each([
    [`[\`${locks}\`](../${locks}), [\`${errors}\`](../${errors}) (modify)`, locks],
    [`\`${locks}\` (new), ${errors}`, errors],
    [`\`${locks}\` (new), [${errors}](../${errors})`, errors]
  ])('%s lacks a mark', (to, path) =>
    expect(told('planning-md', files, to)).toContainEqual(
      expect.stringContaining(`Expected "(new)" or "(modify)" beside ${path}`)
    )
  )
})

describe('a word of code behind a path', () => {
  const item = '1. **`service/src/core/settings.py`** (one more field)'
  const path = 'service/src/core/settings.py'
  it.each([
    `1. **${path}** (the field \`limits\`)`,
    `1. **${path}**, field \`limits\``,
    `1. [${path}](../${path}) (the field \`limits\`)`,
    `1. ${path} \`limits\``
  ])('%s names no other file', to => expect(told('handoff-plan', item, to)).toEqual([]))

  it('alone is the name of one', () => {
    expect(told('handoff-plan', item, '1. **Settings** `limits`')).toContainEqual(expect.stringContaining('limits'))
  })
})
