/**
 * Measures recognition and writes the table of docs/recognition.md: `tsx src/dev/measure-recognition.ts [dist/index.js of an earlier build]`.
 * Without an earlier build its column stays away.
 */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unitWordsOf, vocabularyOf } from '../detect/vocabulary.ts'
import { lintText } from '../lint/linter.ts'
import { buildOutline } from '../outline/outline.ts'
import type { Span } from '../outline/types.ts'
import { parsePlan } from '../parse/parse.ts'
import { bindPlan } from '../plan/bind.ts'
import { builtinProfiles } from '../profiles/builtin.ts'
import type { Profile } from '../profiles/schema.ts'
import { between, table } from './markdown.ts'

const shares = [0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9]
const drawsPerPlan = 7

/** What of a build is asked: by which profile a text is judged. */
type Recognise = (text: string) => string | null

const root = path.join(import.meta.dirname, '../..')
const recogniseNow: Recognise = text => lintText(text, { path: 'docs/document.md', only: [] }).profile
const earlier = process.argv[2]
const recogniseBefore = earlier === undefined ? undefined : await recogniserOf(path.resolve(earlier))
const page = path.join(root, 'docs/recognition.md')
const rows = builtinProfiles.map(profile => row(profile))
const head = ['Profile', ...shares.map(share => `${Math.round(share * 100)} %`)]
fs.writeFileSync(page, between(fs.readFileSync(page, 'utf8'), 'curve', table(head, rows)))

async function recogniserOf(file: string): Promise<Recognise> {
  const build = (await import(pathToFileURL(file).href)) as { lintText: typeof lintText }
  return text => build.lintText(text, { path: 'docs/document.md' }).profile
}

function row(profile: Profile): string[] {
  const plans = textsOf(profile)
  const cells = shares.map(share => {
    const drawn = plans.flatMap(text => draws(text, profile, share))
    const now = tell(drawn, recogniseNow, profile)
    return recogniseBefore ? `${tell(drawn, recogniseBefore, profile)} → ${now}` : now
  })
  return [profile.name, ...cells]
}

/** How many are judged by their own profile; how many by a wrong one. */
function tell(texts: readonly string[], recognise: Recognise, { name }: Profile): string {
  const recognised = texts.map(recognise)
  const wrong = recognised.filter(found => found !== null && found !== name).length
  return `${recognised.filter(found => found === name).length} of ${texts.length}${wrong > 0 ? `, ${wrong} wrong` : ''}`
}

/** The valid plans of a profile; what they declare themselves is taken out. */
function textsOf({ name }: Profile): string[] {
  const folder = path.join(root, 'fixtures/plans', name)
  return fs
    .readdirSync(folder)
    .filter(file => /^valid-.*\.md$/.test(file))
    .sort()
    .map(file => fs.readFileSync(path.join(folder, file), 'utf8').replace(/^planlint:.*\n/m, ''))
}

/** The plan with a share of its sections deleted, each time others; the units are drawn where the plan has but a section or two. */
function draws(text: string, profile: Profile, share: number): string[] {
  const outline = buildOutline(parsePlan(text), text, vocabularyOf(builtinProfiles), unitWordsOf(builtinProfiles))
  const plan = bindPlan(outline, profile)
  const sections = plan.sections.filter(({ part }) => part)
  const spans = sections.length > 2 ? sections.map(({ span }) => span) : sections.flatMap(unitSpans)
  return Array.from({ length: drawsPerPlan }, (_, draw) => {
    const random = generator(draw * 7919 + text.length)
    const order = spans.map(span => ({ span, rank: random() })).sort((a, b) => a.rank - b.rank)
    return without(
      text,
      order.slice(0, Math.round(spans.length * share)).map(({ span }) => span)
    )
  })
}

function unitSpans({ units }: { units: { span: Span }[] }): Span[] {
  return units.map(({ span }) => span)
}

function without(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(Math.max(start, end)), text)
}

/** Numbers from 0 to 1, the same each time. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
