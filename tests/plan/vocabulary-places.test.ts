/** Every word of the vocabulary of change where a plan lists files: within the ticks of a path, and as the label before one. */
import { describe, expect, it } from 'vitest'
import type { MarkKind } from '../../src/files/change-vocabulary.ts'
import { brackets, changePhrases, changeWords } from '../../src/files/change-vocabulary.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { ownProfile, planBy } from './own-plan.ts'

const all = [
  ...[...changeWords.values()].map(({ word, kind }) => ({ word, kind })),
  ...[...changePhrases.values()].flat().map(({ words, kind }) => ({ word: words.join(' '), kind }))
]
const cases = (text: string): string[] => [text, text.toUpperCase(), text[0]!.toUpperCase() + text.slice(1)]
/** What one step leaves as it is another may change. */
const inStep = (kind: MarkKind): MarkKind => (kind === 'unchanged' ? 'existing' : kind)
const spelt = all.flatMap(({ word, kind }) => cases(word).map(text => ({ text, kind: inStep(kind) })))

/** In prose `<del>` strikes out, and ticks are read as prose is. */
const isStruck = (text: string): boolean => /<del>/i.test(text)

/** The words that are not read as what they are, by one plan whose step lists a file for each. */
function misread(item: (word: string, path: string) => string): string[] {
  const profile = ownProfile({
    sections: [
      {
        id: 'steps',
        title: 'Steps',
        units: { role: 'step', words: ['Step'], fields: [{ label: 'Files', kind: 'files' }] }
      }
    ]
  })
  const items = spelt.map(({ text }, i) => `- ${item(text, `src/f${i}.ts`)}`)
  const { mentions } = filesOf(
    planBy(profile, `## Steps\n\n### Step 1: All of them\n\n**Files**:\n\n${items.join('\n')}\n`)
  )
  const found = new Map(mentions.map(({ path, mark }) => [path, mark]))
  return spelt.flatMap(({ text, kind }, i) => {
    const mark = found.get(`src/f${i}.ts`)
    return mark === kind || isStruck(items[i]!) ? [] : [`${text}: ${mark}, not ${kind}`]
  })
}

describe('within the ticks of a path', () => {
  it.each(brackets.map(({ open, close }) => [open, close]))('behind it, within %s %s', (open, close) => {
    expect(misread((word, path) => `\`${path} ${open}${word}${close}\``)).toEqual([])
  })

  it.each(brackets.map(({ open, close }) => [open, close]))('before it, within %s %s', (open, close) => {
    expect(misread((word, path) => `\`${open}${word}${close} ${path}\``)).toEqual([])
  })

  it('before it and a colon', () => {
    expect(misread((word, path) => `\`${word}: ${path}\``)).toEqual([])
  })
})

describe('as the label of an item', () => {
  it.each(['w: ', 'w : ', '**w**: ', '**w:** ', '**w** ', '*w*: ', '[ ] w: ', '(w) ', '<w> ', 'w '])('"%s"', label => {
    expect(misread((word, path) => `${label.replace('w', word)}\`${path}\``)).toEqual([])
  })

  it('for several files', () => {
    expect(misread((word, path) => `${word}: \`other.ts\`, \`${path}\``)).toEqual([])
  })
})
