/** One defect, one finding: in every dialect, wherever it stands. */
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint/linter.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Finding } from '../../src/types.ts'
import { validPlans } from './mutate.ts'

const profiles = ['design-plan', 'planning-md', 'handoff-plan', 'task-plan', 'backlog-plan', 'superpowers-plan']
const plans = profiles.flatMap(profile =>
  Object.entries(validPlans(profile)).map(([name, text]) => ({ profile, name, text: text.replace(/\r\n/g, '\n') }))
)

const judge = (text: string, profile?: string): readonly Finding[] =>
  lintText(text, { path: 'docs/document.md', ...(profile === undefined ? {} : { options: { profile } }) }).findings
const show = ({ place, message, rule }: Finding): string => `${place.start.line}: ${message} [${rule}]`

interface Title {
  line: number
  level: number
}

/** Titles outside of fences; bold ones of units are the lowest. */
function titlesOf(lines: readonly string[]): Title[] {
  let fence: string | undefined
  return lines.flatMap((text, line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (text.trim().startsWith(fence)) fence = undefined
      return []
    }
    const level = fence === undefined ? /^#+(?= )/.exec(text)?.[0].length : undefined
    if (level !== undefined) return [{ line, level }]
    return fence === undefined && /^\*\*(?:Commit|Step|Task) \w/.test(text) ? [{ line, level: 7 }] : []
  })
}

/** Titles of steps, commits, tasks, phases, items and options, however they are numbered. */
const unit = /^(?:#+ |\*\*)(?:\*\*)?(?:(?:Step|Commit|Task|Phase|Option|Alternative|Decision) \w|(?:\d+|[A-Z])[.)] )/

describe.each(plans)('a unit of $profile/$name with nothing below its title', ({ profile, name, text }) => {
  const lines = text.split('\n')
  const titles = titlesOf(lines)
  const units = titles.filter(({ line, level }) => level > 2 && unit.test(lines[line]!))

  test('is one finding, at the title', { timeout: 120_000 }, () => {
    // What a draft has not come to yet is no defect.
    if (profile === 'planning-md' && name === 'valid-2') return
    for (const { line, level } of units) {
      const end = titles.find(other => other.line > line && other.level <= level)?.line ?? lines.length
      const isBare = lines.slice(line + 1, end).every(each => each.trim() === '')
      // What a step of superpowers says in its bold line is all that a box would say.
      if (profile === 'superpowers-plan' && lines[line]!.startsWith('**Step')) continue
      // A step of 2.1, or of a rollout, is a section like any other.
      if (isBare || /Step (?:2b|\d: (?:Staging|Production))|Step \d: (?:Locate|Dependencies|Risk)/.test(lines[line]!))
        continue
      const found = judge([...lines.slice(0, line + 1), '', ...lines.slice(end)].join('\n'))
      const at = found.filter(({ place }) => place.start.line === line + 1)
      expect({ unit: lines[line], found: found.map(show), at: at.length }).toEqual({
        unit: lines[line],
        found: [expect.stringContaining(`${line + 1}: `)],
        at: 1
      })
    }
  })
})

describe.each(plans)('a title of $profile/$name without its space', ({ profile, text }) => {
  const lines = text.split('\n')

  test('is one finding, at the title', { timeout: 120_000 }, () => {
    for (const { line } of titlesOf(lines).filter(({ level }) => level > 1 && level < 7)) {
      const glued = lines.toSpliced(line, 1, lines[line]!.replace(/^(#+) +/, '$1'))
      const [found, ...more] = judge(glued.join('\n'), profile)
      expect([found, ...more].map(each => each && show(each))).toEqual([
        expect.stringMatching(new RegExp(`^${line + 1}: Unknown heading "#`))
      ])
      const [{ start, end, text: space }] = found!.fixes![0]!.edits as [{ start: number; end: number; text: string }]
      const broken = glued.join('\n')
      expect(broken.slice(0, start) + space + broken.slice(end)).toContain(
        `\n${lines[line]!.replace(/^(#+) +/, '$1 ')}`
      )
    }
  })
})

/** Where fences open and close, lines from 0. */
function fencesOf(lines: readonly string[]): { open: number; close: number }[] {
  let fence: { line: number; marks: string } | undefined
  return lines.flatMap((text, line) => {
    const [, marks, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    if (marks === undefined) return []
    if (!fence) fence = { line, marks }
    else if (marks.startsWith(fence.marks) && info!.trim() === '') {
      const open = fence.line
      fence = undefined
      return [{ open, close: line }]
    }
    return []
  })
}

describe.each(plans)('a fence of $profile/$name that nothing closes', ({ profile, text }) => {
  const lines = text.split('\n')

  test('is one finding', { timeout: 120_000 }, () => {
    for (const { open, close } of fencesOf(lines)) {
      const found = judge(lines.toSpliced(close, 1).join('\n'), profile).map(show)
      const fence = lines[open]!.trim()
      // Where the next one opens in it, that line is told.
      if (found.length !== 1 || !/: Broken code fence: "(`{3}|~{3})\w+" opens/.test(found[0]!))
        expect(found.map(each => each.replace(/(?: of the file tree)? \[.*\]$/, ''))).toEqual([
          `${open + 1}: Unclosed code fence "${fence}"`
        ])
    }
  })
})

describe.each(
  plans.filter(
    ({ profile, name }) =>
      profile !== 'superpowers-plan' && profile !== 'backlog-plan' && `${profile}/${name}` !== 'planning-md/valid-2'
  )
)('sections missing above an open fence in $profile/$name', ({ profile, text }) => {
  const lines = text.split('\n')
  const { sections } = builtinProfiles.find(each => each.name === profile)!
  const titles = titlesOf(lines).filter(({ level }) => level === 2)

  test('are told of', () => {
    const last = titles.at(-1)!
    const open = [...lines.slice(0, last.line + 1), '', '```text', 'and so on', '']
    const before = judge(open.join('\n'), profile).filter(({ messageId }) => messageId === 'missing')
    expect(before.map(show)).toEqual([])
    let told = 0
    for (const [i, { line }] of titles.slice(0, -2).entries()) {
      const cut = open.toSpliced(line, titles[i + 1]!.line - line)
      const whole = lines.toSpliced(line, titles[i + 1]!.line - line)
      const names = (found: readonly Finding[]): string[] =>
        found
          .filter(each => each.rule === 'required-sections' && each.messageId === 'missing')
          .map(each => each.message)
      const expected = names(judge(whole.join('\n'), profile))
      // Those that come last may stand in the fence.
      if (expected.length !== 1 || !sections.slice(0, -2).some(({ title }) => expected[0]!.includes(`"${title}"`)))
        continue
      expect(names(judge(cut.join('\n'), profile)), lines[line]).toEqual(expected)
      told++
    }
    expect(told).toBeGreaterThan(0)
  })
})
