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

it('asks nothing in a browser', async () => {
  const made = repo()
  made.commit('first', { 'src/app.ts': 'x' })
  const file = new VFile({ value: text, path: 'docs/plans/relay.md', cwd: made.top })
  remark()
    .use(browser as unknown as Plugin)
    .processSync(file)
  expect(messages(file)).toEqual([])
})
