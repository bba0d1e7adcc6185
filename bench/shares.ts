/** In one process: how long reading by remark's parser takes, and how long everything of ours does. */
import { checkComplexity } from '../src/guard/complexity.ts'
import { lintTree } from '../src/lint/lint-tree.ts'
import { reportOf } from '../src/lint/report.ts'
import { lintText } from '../src/lint/linter.ts'
import { buildOutline } from '../src/outline/outline.ts'
import { bindPlan } from '../src/plan/bind.ts'
import { parseFast } from 'mdast-fast'
import { parsePlan } from '../src/parse/parse.ts'
import { builtinProfiles } from '../src/profiles/builtin.ts'
import { vocabularyOf } from '../src/detect/vocabulary.ts'
import { formats } from '../src/report/index.ts'
import { median } from './measure.ts'

export interface Share {
  name: string
  milliseconds: number
}

/** Medians of each part over all texts; the parts of ours together are what is compared with remark-parse. */
export async function shares(texts: readonly string[], rounds: number): Promise<Share[]> {
  const report = await formats.json()
  const design = builtinProfiles.find(profile => profile.name === 'design-plan')!
  const vocabulary = vocabularyOf(builtinProfiles)
  const runs: Record<string, number[]> = {
    'remark-parse': [],
    'fast parser': [],
    guard: [],
    model: [],
    'model, rules': [],
    report: [],
    'all of it, by remark-parse': []
  }
  for (let round = 0; round <= rounds; round++) {
    const timed = (name: string, act: () => unknown): void => {
      const start = performance.now()
      act()
      if (round > 0) runs[name]!.push(performance.now() - start)
    }
    timed('guard', () => texts.forEach(text => checkComplexity(text)))
    timed('fast parser', () => texts.forEach(text => parseFast(text)))
    let trees = texts.map(text => parsePlan(text))
    timed('model', () => texts.forEach((text, i) => bindPlan(buildOutline(trees[i]!, text, vocabulary), design)))
    timed('remark-parse', () => {
      trees = texts.map(text => parsePlan(text))
    })
    let files: ReturnType<typeof reportOf>[] = []
    timed('model, rules', () => {
      files = texts.map((text, i) => reportOf(lintTree(trees[i]!, text), `${i}.md`, text))
    })
    timed('all of it, by remark-parse', () => texts.forEach((text, i) => lintText(text, { path: `${i}.md` })))
    timed('report', () =>
      report.render({ version: '0', files, fatalErrors: [], elapsed: 0 }, {
        cwd: '/',
        color: false,
        columns: 80,
        quiet: false
      } as never)
    )
  }
  return Object.entries(runs).map(([name, values]) => ({ name, milliseconds: median(values) }))
}
