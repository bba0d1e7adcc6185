/**
 * The same verdict as OpenSpec's own validator where both speak. What it says of each case is recorded; where it is at hand (PLANLINT_OPENSPEC names its
 * package's folder), the record is compared with it, and with UPDATE_OPENSPEC=1 written anew.
 */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/index.ts'
import { createSiblings } from '../../src/sets/siblings.ts'
import { cases, whole } from './cases.ts'
import { kinds } from './kinds.ts'

interface Issue {
  level: string
  /** Below `openspec/`. */
  path: string
  line?: number
  message: string
}

const file = path.join(import.meta.dirname, 'recorded.json')
const recorded = (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}) as Record<string, Issue[]>
const original = process.env['PLANLINT_OPENSPEC']

const filesOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...whole, ...cases[name] }).flatMap(([each, text]) => (text === null ? [] : [[each, text]]))
  )

interface Told {
  path: string
  rule: string
  line: number
  isTold: boolean
}

/** Every finding of a project. */
function judge(files: Readonly<Record<string, string>>): Told[] {
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [`openspec/${name}`, text]))
  return Object.keys(files)
    .filter(name => name.endsWith('.md'))
    .flatMap(name =>
      lintText(files[name]!, {
        path: `openspec/${name}`,
        siblings: createSiblings(texts),
        now: Date.UTC(2026, 1, 1)
      }).findings.map(({ rule, place }) => ({ path: name, rule, line: place.start.line, isTold: false }))
    )
}

/** What planlint does not say, by case. */
const silent: Readonly<Record<string, RegExp>> = {
  'a text in another language': /should contain SHALL or MUST/,
  // The section is told of, and with it what stands below its heading.
  'a section of one level less': /is above the first/
}

/** What planlint says besides, by case: what the validator lets pass. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  'a removal as an item': ['step-fields', 'step-fields'],
  'one section of two without requirements': ['step-sequence'],
  'a requirement of another level': ['task-format'],
  'the same section twice': ['required-sections'],
  'a scenario without steps beside another': ['scenario'],
  'a scenario without an outcome': ['scenario'],
  'removed, and not there': ['traceability'],
  'no task': ['task-format'],
  'only boxes that Markdown does not know': ['task-format', 'task-format'],
  'a box that Markdown does not know': ['task-format']
}

describe.each(Object.keys(cases))('%s', name => {
  const found = judge(filesOf(name))

  test('what the validator says, planlint says', () => {
    for (const { message, path: where, line } of recorded[name] ?? []) {
      const kind = kinds.find(([says]) => says.test(message))
      expect(kind, message).toBeDefined()
      const rule = kind![1]
      if (rule === undefined || silent[name]?.test(message)) continue
      const told = found.filter(each => each.path === where && (each.rule === rule || each.rule === kind![2]))
      expect(told.length, `${message} (${JSON.stringify(found)})`).toBeGreaterThan(0)
      if (line !== undefined && !message.startsWith('Main spec contains'))
        expect(
          told.map(each => each.line),
          message
        ).toContain(line)
      for (const each of told) each.isTold = true
    }
    expect(found.filter(each => !each.isTold).map(({ rule }) => rule)).toEqual(beyond[name] ?? [])
  })
})

test('each kind of message is tried', () => {
  const all = Object.values(recorded).flatMap(issues => issues.map(({ message }) => message))
  expect(kinds.filter(([says]) => !all.some(message => says.test(message))).map(String)).toEqual([])
  expect(Object.keys(recorded).sort()).toEqual(Object.keys(cases).sort())
})

describe.skipIf(original === undefined)('the validator itself, at PLANLINT_OPENSPEC', () => {
  test('says what is recorded', { timeout: 300_000 }, async () => {
    const now: Record<string, Issue[]> = {}
    for (const name of Object.keys(cases)) now[name] = await validate(filesOf(name), original!)
    if (process.env['UPDATE_OPENSPEC'] !== undefined) fs.writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
    else expect(now).toEqual(recorded)
  })
})

interface Report {
  items: { id: string; type: string; issues: Issue[] }[]
}

async function validate(files: Readonly<Record<string, string>>, home: string): Promise<Issue[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-openspec-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      const target = path.join(folder, 'openspec', name)
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.writeFileSync(target, text)
    }
    const words = ['validate', '--all', '--strict', '--json', '--no-interactive']
    const env = { ...process.env, HOME: folder, OPENSPEC_TELEMETRY: '0', DO_NOT_TRACK: '1', CI: '1' }
    const out = await new Promise<string>(resolve =>
      execFile(process.execPath, [path.join(home, 'bin/openspec.js'), ...words], { cwd: folder, env }, (_, text) =>
        resolve(text)
      )
    )
    return (JSON.parse(out) as Report).items.flatMap(({ id, type, issues }) =>
      issues.map(({ level, path: where, line, message }) => ({
        level,
        path: fileOf(where, id, type),
        ...(line === undefined ? {} : { line }),
        message: message.split('. No deltas found', 1)[0]!.slice(0, 300)
      }))
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Where an issue is, as a path below `openspec/`. */
function fileOf(where: string, id: string, type: string): string {
  if (type === 'spec') return `specs/${id}/spec.md`
  if (where === 'file') return `changes/${id}/proposal.md`
  return where === 'tasks.md' || where.startsWith('.') ? `changes/${id}/${where}` : `changes/${id}/specs/${where}`
}
