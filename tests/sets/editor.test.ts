/** An editor: what is open beside a plan counts as it is typed, and its verdict follows. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startClient } from '../integration/lsp-client.ts'
import { bin, fill, newFolder } from '../integration/place.ts'
import { at, spec, tasks } from './reading-lists.ts'

const folder = newFolder('lsp-set')
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a key in one file of a set is a new verdict on the others', { timeout: 60_000 }, async () => {
  const home = 'specs/001-reading-lists'
  fill(folder, at(home))
  const client = await startClient(process.execPath, [bin, 'lsp', '--stdio'], folder)
  const [first, second] = ['tasks.md', 'spec.md'].map(name => path.join(folder, home, name)) as [string, string]
  expect(await client.show(first, tasks)).toEqual([])
  expect(await client.show(second, spec)).toEqual([])
  const heard = client.heard.length
  client.change(second, spec.replace('**FR-002**', '**FR-012**'))
  for (let i = 0; i < 100 && client.heard.length < heard + 2; i++) await setTimeout(100)
  const later = client.heard.slice(heard).flatMap(({ diagnostics }) => diagnostics)
  expect(later.map(({ message }) => message.split('\n')[0])).toEqual(
    expect.arrayContaining(['Unknown requirement FR-002: spec.md has none such'])
  )
  expect(later.find(({ message }) => message.startsWith('Unknown'))!.message).toContain('spec.md:')
  expect(await client.close()).toBe(0)
})
