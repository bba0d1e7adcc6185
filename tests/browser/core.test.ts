/** The core bundles for a browser without any module of Node, and what the playground is made of works apart from the page. */
import path from 'node:path'
import * as esbuild from 'esbuild'
import { expect, test } from 'vitest'
import { lintPlan, knownProfiles } from '../../src/apps/playground/lint-plan.ts'
import { fromFragment, toFragment } from '../../src/apps/playground/link.ts'

const root = path.join(import.meta.dirname, '../..')

test('src/index.ts bundles for a browser, with nothing of Node and nothing left to load', async () => {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    metafile: true,
    logLevel: 'silent'
  })
  expect(Object.values(metafile.outputs).flatMap(output => output.imports.map(each => each.path))).toEqual([])
  expect(Object.keys(metafile.inputs).filter(name => /^src\/(?:cli|repo)\/(?!facts)/.test(name))).toEqual([])
  expect(outputFiles[0]!.text).not.toMatch(/(?:from|import|require)\s{0,2}\(?["']node:/)
})

test.each([
  ['', ''],
  ['# Plan\n\n- [ ] ünïcode 🧭 \u0000 "quoted" <script>', 'design-plan'],
  ['x'.repeat(300_000), 'a.b/c %']
])('a link carries the plan and the profile: %#', async (text, profile) => {
  const fragment = await toFragment({ text, profile })
  expect(encodeURI(fragment).replaceAll('%25', '%')).toBe(fragment)
  const shared = await fromFragment(`#${fragment}`)
  expect(shared?.profile).toBe(profile)
  expect(shared?.text === text).toBe(true)
})

test.each(['', '#', '#plans', '#1.x', '#1.%%%.', '#1.AAAA.', '#1..', '#2.SywuBgA.', '#1.SywuBgA.%'])(
  'a fragment that is none of ours is told apart: %j',
  async fragment => {
    expect(await fromFragment(fragment)).toBeUndefined()
  }
)

test('a link that unpacks to more than any plan is not read to its end', async () => {
  const bomb = await toFragment({ text: '0'.repeat(64 * 1024 * 1024), profile: '' })
  expect(bomb.length).toBeLessThan(200_000)
  const start = performance.now()
  expect(await fromFragment(bomb)).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(2000)
})

test('a text that would take too long to parse is refused before it is parsed', () => {
  const start = performance.now()
  expect(lintPlan('> '.repeat(20_000), '').fatalErrors).toMatchObject([{ code: 'too-complex', line: 1 }])
  expect(performance.now() - start).toBeLessThan(500)
})

test('a plan to start from is recognised as one of its profile, and says what to fill in', () => {
  for (const { name, skeleton } of knownProfiles(new Date(Date.UTC(2026, 0, 1)))) {
    const { fatalErrors, findings } = lintPlan(skeleton, name)
    expect([name, fatalErrors]).toEqual([name, []])
    expect([name, findings.some(finding => finding.rule === 'no-placeholder')]).toEqual([name, true])
  }
})
