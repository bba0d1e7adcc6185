/** In one process: how much processor time reading by remark's parser takes, and how much everything of ours does. */
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

/** Milliseconds of this process so far. */
function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

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
    'all of it, by the fast parser': []
  }
  for (let round = 0; round <= rounds; round++) {
    const timed = (name: string, act: () => unknown): void => {
      const start = processor()
      act()
      if (round > 0) runs[name]!.push(processor() - start)
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
    timed('all of it, by the fast parser', () => texts.forEach((text, i) => lintText(text, { path: `${i}.md` })))
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

/**
 * Medians of each rule over all texts, dearest first. What of the model a rule is the first to ask for is counted as its own; `before` is all that comes
 * before the first.
 */
export function ruleCosts(texts: readonly string[], rounds: number): Share[] {
  const runs = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round++) {
    const spent = new Map<string, number>()
    let [current, since] = ['', 0]
    const next = (name: string): void => {
      const now = performance.now()
      spent.set(current, (spent.get(current) ?? 0) + now - since)
      ;[current, since] = [name, now]
    }
    for (const [i, text] of texts.entries()) {
      ;[current, since] = ['before', performance.now()]
      lintText(text, { path: `${i}.md`, onRule: next })
      next('before')
    }
    if (round > 0) for (const [name, time] of spent) runs.set(name, [...(runs.get(name) ?? []), time])
  }
  return [...runs]
    .map(([name, values]) => ({ name, milliseconds: median(values) }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
}
