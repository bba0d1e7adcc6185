/**
 * `npm run bench`: planlint and others on the same plans, in turn; the parts of planlint beside the parser; how time grows with each dimension of a plan.
 * Options: `--quick` (fewer and smaller), `--no-peers` (nothing is installed), `--shards` (20,000 plans in four parts; a few minutes), `--doors` (repositories
 * and the language server alone). `PLANLINT_CORPUS` names a
 * folder of real plans to measure with as well.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { linear } from './linear.ts'
import type { Contender } from './measure.ts'
import { processorTable, race, show, table } from './measure.ts'
import { editor } from './editor.ts'
import { installPeers } from './peers.ts'
import type { Peer } from './peers.ts'
import { makeLarge, makePlan, makePlans } from './plans.ts'
import { repositories } from './repositories.ts'
import { shards } from './shards.ts'
import { ruleCosts, shares } from './shares.ts'

interface Plan {
  name: string
  text: string
}

const root = path.join(import.meta.dirname, '..')
const isQuick = process.argv.includes('--quick')
const say = (line: string): unknown => process.stdout.write(`${line}\n`)
const corpus = readCorpus(process.env['PLANLINT_CORPUS'])
const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-bench-')))

try {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' })
  // A copy: whoever builds meanwhile does not disturb.
  fs.cpSync(path.join(root, 'dist'), path.join(home, 'planlint/dist'), { recursive: true })
  fs.copyFileSync(path.join(root, 'package.json'), path.join(home, 'planlint/package.json'))
  say(
    `Node ${process.versions.node}, ${os.availableParallelism()} cores, ${os.platform()} ${os.arch()}; ${isQuick ? 'quick: ' : ''}medians of runs in turn\n`
  )
  if (process.argv.includes('--doors')) await tellDoors()
  else await tellAll()
} finally {
  fs.rmSync(home, { recursive: true, force: true })
}

async function tellAll(): Promise<void> {
  compare(process.argv.includes('--no-peers') ? [] : installPeers(home, say))
  await tellDoors()
  await tellShares('generated plans', makePlans(isQuick ? 60 : 200))
  if (corpus) await tellShares('real plans', corpus)
  await tellDoubling()
  if (process.argv.includes('--shards')) tellShards()
}

/** The ways in besides the command outside of a repository. */
async function tellDoors(): Promise<void> {
  compareRepositories()
  await tellTyping()
}

function compareRepositories(): void {
  say('## One plan in a repository, the whole process\n')
  const contenders = repositories(home, path.join(home, 'planlint/dist/bin.cjs'), isQuick)
  say(`${processorTable(race(contenders, isQuick ? 5 : 15), 'outside of a repository')}\n`)
}

async function tellTyping(): Promise<void> {
  say('## The language server under somebody who types\n')
  say('| plan | processor, one key | fifty keys in 3 s: judged | last diagnostics after |\n| --- | --: | --: | --: |')
  for (const { name, key, judged, last } of await editor(
    path.join(home, 'editor'),
    path.join(home, 'planlint/dist/bin.cjs')
  ))
    say(`| ${name} | ${show(key)} | ${judged} | ${show(last)} |`)
  say('')
}

function node(name: string, cwd: string, ...args: string[]): Contender {
  return { name, command: process.execPath, args, cwd }
}

function size(plans: readonly Plan[]): string {
  return `${(plans.reduce((sum, { text }) => sum + text.length, 0) / 1e6).toFixed(1)} MB`
}

/** Real plans, named by their place in the folder. */
function readCorpus(folder: string | undefined): Plan[] | undefined {
  if (!folder) return undefined
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .sort()
  return names.map((name, i) => ({
    name: `docs/plans/${i}-plan.md`,
    text: fs.readFileSync(path.join(folder, name), 'utf8')
  }))
}

function folderOf(name: string, files: readonly Plan[]): string {
  const folder = path.join(home, name)
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file.name)), { recursive: true })
    fs.writeFileSync(path.join(folder, file.name), file.text)
  }
  return folder
}

function compare(peers: readonly Peer[]): void {
  const bin = path.join(home, 'planlint/dist/bin.cjs')
  const plan = makePlan()
  const one = folderOf('one', [{ name: 'a-plan.md', text: plan }])
  const others: Others = (cwd, target, files) =>
    peers.map(({ name, command, args, target: own }) => ({
      name,
      command,
      args: [...args, target.includes('*') ? (own ?? target) : target],
      cwd,
      ...(files === undefined ? {} : { files })
    }))
  say(`## One plan (${Math.round(plan.length / 1024)} KB), the whole process\n`)
  say(
    table(
      race(
        [
          node('node -e 0', one, '-e', '0'),
          node('planlint --version', one, bin, '--version'),
          node('planlint, no such file', one, bin, 'none.md'),
          node('planlint', one, bin, 'a-plan.md'),
          ...others(one, 'a-plan.md', 1)
        ],
        isQuick ? 5 : 15
      ),
      'node -e 0'
    )
  )

  compareMany('200 plans', makePlans(200), bin, others)
  if (corpus) compareMany('real plans', corpus, bin, (cwd, target) => others(cwd, target))

  const masses = makePlans(isQuick ? 1000 : 5000)
  const mass = folderOf('mass', masses)
  say(`\n## ${masses.length.toLocaleString('en')} plans (${size(masses)})\n`)
  const reading = path.join(home, 'read.mjs')
  fs.writeFileSync(
    reading,
    'import fs from "node:fs"\nimport {createHash} from "node:crypto"\nfor (const name of fs.readdirSync(".", {recursive: true})) if (name.endsWith(".md")) createHash("sha256").update(fs.readFileSync(name)).digest()\n'
  )
  const reported = {
    files: masses.length,
    look: () =>
      (JSON.parse(fs.readFileSync(path.join(mass, 'report.json'), 'utf8')) as { files: unknown[] }).files.length
  }
  const toFile = ['.', '--format', 'json', '--output-file', 'report.json']
  say(
    table(
      race(
        [
          node('read and hash', mass, reading),
          { ...node('planlint', mass, bin, ...toFile), ...reported },
          { ...node('planlint --cache, warm', mass, bin, ...toFile, '--cache'), ...reported },
          ...others(mass, '**/*.md', masses.length).filter(({ name }) => name.startsWith('rumdl'))
        ],
        isQuick ? 1 : 3
      ),
      'read and hash'
    )
  )

  say('\n## One large plan, limits lifted\n')
  for (const megabytes of isQuick ? [1] : [1, 5]) {
    const large = folderOf(`large-${megabytes}`, [
      { name: 'a-plan.md', text: makeLarge(megabytes * 1e6) },
      {
        name: '.remarkrc.json',
        text: JSON.stringify({
          plugins: [
            [
              'planlint',
              {
                limits: {
                  bytes: 1e8,
                  lines: 1e6,
                  containerGroups: 1e6,
                  regrouping: 1e9,
                  tableCells: 1e6,
                  definitions: 1e6,
                  linesPerBlock: 1e6,
                  markersPerBlock: 1e6,
                  emphasisPerBlock: 1e6,
                  milliseconds: 60_000
                }
              }
            ]
          ]
        })
      }
    ])
    say(
      table(
        race(
          [
            node('node -e 0', large, '-e', '0'),
            node(`planlint, ${megabytes} MB`, large, bin, 'a-plan.md', '--format', 'json')
          ],
          isQuick ? 1 : 3
        ),
        'node -e 0'
      ) + '\n'
    )
  }
}

type Others = (cwd: string, target: string, files?: number) => Contender[]

function compareMany(title: string, plans: readonly Plan[], bin: string, others: Others): void {
  const folder = folderOf(title.replace(' ', '-'), plans)
  const files = plans.length
  say(`\n## ${plans === corpus ? `${files} ` : ''}${title} (${size(plans)})\n`)
  // Of real files that turn out to be no plans the report says nothing.
  const proof =
    plans === corpus ? {} : { files, look: (output: string) => Number(/ (?:in|of) (\d+) plans/.exec(output)?.[1]) }
  say(
    table(
      race(
        [
          node('remark-parse alone', folder, parserLoop()),
          {
            ...node('planlint by remark-parse alone', folder, bin, '.'),
            ...proof,
            env: { PLANLINT_PARSER: 'reference' }
          },
          { ...node('planlint', folder, bin, '.'), ...proof },
          { ...node('planlint --cache, warm', folder, bin, '.', '--cache'), ...proof },
          ...others(folder, '**/*.md', files)
        ],
        isQuick ? 2 : 5
      ),
      'remark-parse alone'
    )
  )
}

/** What any linter on remark does at least: every file by remark-parse, with tables, task lists and front matter. */
function parserLoop(): string {
  const file = path.join(home, 'loop.cjs')
  fs.writeFileSync(
    file,
    `const {parsePlan} = require(${JSON.stringify(path.join(home, 'planlint/dist/cli/reference.cjs'))})
const fs = require('node:fs')
for (const name of fs.readdirSync('.', {recursive: true})) if (name.endsWith('.md')) parsePlan(fs.readFileSync(name, 'utf8'))\n`
  )
  return file
}

async function tellShares(title: string, plans: readonly Plan[]): Promise<void> {
  const found = await shares(
    plans.map(({ text }) => text),
    isQuick ? 2 : 5
  )
  const parser = found.find(({ name }) => name === 'remark-parse')!.milliseconds
  say(`\n## Parts, in one process: ${title}\n\n| | median | of remark-parse |\n| --- | --: | --: |`)
  for (const { name, milliseconds } of found)
    say(`| ${name} | ${show(milliseconds)} | ${((milliseconds / parser) * 100).toFixed(1)} % |`)
  const costs = ruleCosts(
    plans.map(({ text }) => text),
    isQuick ? 2 : 5
  )
  const whole = costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  say(`\n## Each rule: ${title}\n\n| | median | of judging |\n| --- | --: | --: |`)
  for (const { name, milliseconds } of costs.filter(each => each.milliseconds > whole / 200))
    say(`| ${name} | ${show(milliseconds)} | ${((milliseconds / whole) * 100).toFixed(1)} % |`)
}

async function tellDoubling(): Promise<void> {
  say(
    '\n## Twice as much: how much longer (limits lifted)\n\n| dimension | up to | guard and parser | model and rules | | report |\n| --- | --: | --- | --- | --: | --- |'
  )
  for (const { dimension, counts, front, own, report } of await linear(isQuick)) {
    const growth = (values: number[]): string =>
      values
        .slice(1)
        .map((value, i) => `× ${(value / values[i]!).toFixed(1)}`)
        .join(', ')
    say(
      `| ${dimension} | ${counts.at(-1)!.toLocaleString('en')} | ${growth(front)} | ${growth(own)} | ${show(own.at(-1)!)} | ${growth(report)} |`
    )
  }
}

function tellShards(): void {
  const count = isQuick ? 2000 : 20_000
  const { isEqual, alone, slowest, merge } = shards(
    path.join(home, 'planlint/dist/bin.cjs'),
    folderOf('shards', makePlans(count)),
    4
  )
  say(
    `\n## ${count.toLocaleString('en')} plans in four parts\n\nThe merged report is ${isEqual ? 'equal to' : 'DIFFERENT from'} that of one run. One run ${show(alone)}, the slowest part ${show(slowest)}, merging ${show(merge)}.`
  )
}
