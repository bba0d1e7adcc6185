import fs from 'node:fs'
import path from 'node:path'
import { remark } from 'remark'
import type { Plugin } from 'unified'
import { VFile } from 'vfile'
import { afterAll, expect, it } from 'vitest'
import pathExists from '../../rules/path-exists/index.ts'
import browser from '../../src/index.ts'
import node, { rulePlugin } from '../../src/node.ts'
import { folder, repo, sweep } from '../repo/make.ts'
import { plan, report_ as reportOf } from './plan.ts'

afterAll(sweep)

const text = plan({ tree: ['src/app.ts <new>', 'src/none.ts <modified>'] })
const messages = (file: VFile) =>
  file.messages.map(message => `${message.ruleId} ${message.line}:${message.column} ${message.reason}`)

it('gives an editor the verdict of the command line', async () => {
  const made = repo()
  made.commit('first', { 'src/app.ts': 'x' })
  const { findings } = await reportOf(made, 'docs/plans/relay.md', text)
  expect(findings).toHaveLength(2)
  const file = new VFile({ value: text, path: 'docs/plans/relay.md', cwd: made.top })
  await remark()
    .use(node as unknown as Plugin)
    .process(file)
  expect(messages(file)).toEqual(
    findings.map(({ rule, message, place }) => `${rule} ${place.start.line}:${place.start.column} ${message}`)
  )
  const single = new VFile({ value: text, path: 'docs/plans/relay.md', cwd: made.top })
  await remark()
    .use(rulePlugin(pathExists as never))
    .process(single)
  expect(messages(single)).toEqual(messages(file))
})

it.each([
  ['a buffer without a name', undefined],
  ['a file outside of every repository', 'plan.md']
])('waits for nothing in %s', (_, path) => {
  const file = new VFile({ value: text, cwd: folder(), ...(path === undefined ? {} : { path }) })
  remark()
    .use(node as unknown as Plugin)
    .processSync(file)
  expect(messages(file)).toEqual([])
})

it.each([
  ['a damaged index', 'index'],
  ['a damaged HEAD', 'HEAD']
])('%s is said, once, and is no silence', async (_, spoilt) => {
  const made = repo()
  made.commit('first', { 'src/app.ts': 'x' })
  fs.writeFileSync(path.join(made.top, '.git', spoilt), 'damaged')
  const file = new VFile({ value: text, path: 'docs/plans/relay.md', cwd: made.top })
  await remark()
    .use(node as unknown as Plugin)
    .use(rulePlugin(pathExists as never))
    .process(file)
  expect(messages(file)).toEqual([expect.stringMatching(/^[\w-]+ 1:1 Git can't tell of the repository/)])
  expect(file.messages[0]).toMatchObject({ source: 'planlint', fatal: false })
  const other = new VFile({ value: '# Read me\n', path: 'README.md', cwd: made.top })
  await remark()
    .use(node as unknown as Plugin)
    .process(other)
  expect(messages(other)).toEqual([])
})

it('asks nothing in a browser', async () => {
  const made = repo()
  made.commit('first', { 'src/app.ts': 'x' })
  const file = new VFile({ value: text, path: 'docs/plans/relay.md', cwd: made.top })
  remark()
    .use(browser as unknown as Plugin)
    .processSync(file)
  expect(messages(file)).toEqual([])
})
