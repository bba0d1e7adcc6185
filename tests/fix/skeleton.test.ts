/** New plans of every profile: recognised, whole, and with nothing wrong but that they are not written yet. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import { signaturesOf } from '../../src/detect/signature.ts'
import { builtinProfiles, genericProfile } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import { progressOf } from '../../src/profiles/status.ts'
import { folderOf, runIn } from '../cli/harness.ts'

const now = new Date('2025-03-31T12:00:00Z')

describe.each(builtinProfiles.map(profile => [profile.name, profile] as const))('%s', (name, profile) => {
  const text = planSkeleton(profile, now)
  // What is known by its place is begun there.
  const isPlaced = signaturesOf(profile).some(({ paths }) => paths)
  const place = isPlaced ? { path: profile.paths![0]!.replace(/\*\*|\*/g, 'x') } : {}

  test('is recognised without being declared', () => {
    expect(lintText(text, place).profile).toBe(name)
  })

  test.each([name, undefined])('has placeholders and emptiness alone (forced: %s)', forced => {
    const { findings, fatalErrors } = lintText(text, forced === undefined ? place : { ...place, forced })
    expect(fatalErrors).toEqual([])
    expect(findings.filter(finding => finding.rule === 'no-placeholder').length).toBeGreaterThan(1)
    expect(
      findings
        .filter(finding => finding.rule !== 'no-placeholder' && !finding.message.startsWith('Empty '))
        .map(finding => `${finding.place.start.line}: ${finding.message}`)
    ).toEqual([])
  })

  test('every placeholder of it is reported', () => {
    const { findings, status } = lintText(text, place)
    // A phase that has not come yet may be unfinished.
    if (progressOf(profile) && status !== null) return
    const lines = new Set(findings.map(finding => finding.place.start.line))
    expect(
      text
        .split('\n')
        .flatMap((line, index) => (line.includes('[TODO') && !lines.has(index + 1) ? [`${index + 1}: ${line}`] : []))
    ).toEqual([])
  })

  test('has every demanded section, ends in one line break, has no blank lines in a row', () => {
    for (const section of profile.sections)
      if (section.required !== false && section.or !== 'any-heading')
        expect(text).toMatch(new RegExp(`^(?:#+ .*|<)${section.title.replace(/[^\w ]/g, '.')}>?$`, 'm'))
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).not.toContain('\n\n\n')
  })
})

test('a plan of a profile that demands nothing says by what it is judged, and shows a step', () => {
  expect(planSkeleton(genericProfile, now)).toBe(
    '---\nplanlint: generic\n---\n\n# [TODO: name]\n\n## Step 1: [TODO: name of the step]\n\n**Verify**: [TODO: how it is seen that this is done]\n'
  )
})

test('one label for a command and for what it shows is one line', () => {
  const advisor = builtinProfiles.find(({ name }) => name === 'advisor-plan')!
  expect(planSkeleton(advisor, now).match(/^\*\*Verify\*\*.*$/gm)).toEqual([
    '**Verify**: [TODO: a command in backticks that fails until this is done] → [TODO: what the command shows once it is done]'
  ])
})

test('boxes of a hint are not written a second time, and what need not be there is not asked for', () => {
  const profile: Profile = {
    name: 'own',
    title: 'Own',
    summary: 'Own plans',
    detect: {},
    sections: [
      {
        id: 'aim',
        title: 'Aim',
        content: [
          { kind: 'list', hint: 'List what holds: "- [ ] `npm test` exits 0"' },
          { kind: 'gate', label: 'Elsewhere', required: false }
        ]
      }
    ]
  }
  expect(planSkeleton(profile, now)).toBe('# [TODO: name]\n\n## Aim\n\n- [TODO: List what holds: "npm test exits 0"]\n')
})

describe('init', () => {
  const services = {
    profiles: async () =>
      builtinProfiles.map(data => ({ name: data.name, title: data.title, summary: data.summary, data }))
  }

  test('prints a plan, or writes it into a folder that it makes', async () => {
    const cwd = folderOf({})
    const printed = await runIn({ cwd, services }, 'init', 'design-plan')
    expect(printed).toMatchObject({ code: 0, stderr: '' })
    expect(await runIn({ cwd, services }, 'init', 'design-plan', 'docs/plans/a.md')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'planlint: wrote docs/plans/a.md\n'
    })
    expect(fs.readFileSync(path.join(cwd, 'docs/plans/a.md'), 'utf8')).toBe(printed.stdout)
  })

  test('overwrites only when told to', async () => {
    const cwd = folderOf({ 'PLAN.md': 'mine' })
    expect(await runIn({ cwd, services }, 'init', 'design-plan', 'PLAN.md')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'planlint: File "PLAN.md" exists already: choose another name, or overwrite it with --force\n'
    })
    expect(fs.readFileSync(path.join(cwd, 'PLAN.md'), 'utf8')).toBe('mine')
    expect((await runIn({ cwd, services }, 'init', 'design-plan', 'PLAN.md', '--force')).code).toBe(0)
    expect(fs.readFileSync(path.join(cwd, 'PLAN.md'), 'utf8')).toContain('## Goal')
  })

  test('custom profiles of the configuration', async () => {
    const own = {
      name: 'own',
      title: 'Own',
      summary: 'Own plans',
      detect: {},
      sections: [{ id: 'aim', title: 'Aim', content: [{ kind: 'list', min: 2, hint: 'Say [why] `now`' }] }]
    }
    const cwd = folderOf({ '.remarkrc.json': JSON.stringify({ plugins: [['planlint', { profiles: [own] }]] }) })
    expect((await runIn({ cwd, services }, 'init', 'own')).stdout).toBe(
      '# [TODO: name]\n\n## Aim\n\n- [TODO: Say why now]\n- [TODO: Say why now]\n'
    )
  })

  test('an unknown profile gets a suggestion', async () => {
    const { code, stderr } = await runIn({ cwd: '/', services }, 'init', 'desing-plan')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^planlint: Unknown profile "desing-plan" \(did you mean "design-plan"\?\); known: /)
  })
})
