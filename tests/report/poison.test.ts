import type { Nodes } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, test } from 'vitest'
import { clean } from '../../src/report/text/clean.ts'
import { formatNames, formats } from '../../src/report/index.ts'
import { poisoned, poisonedOptions, poisons } from './poison.ts'
import { hasOldCommand, parseCommand } from './runner.ts'
import { firstForbidden, withoutStyle } from './terminal.ts'
import { validateGitlab, validateReport, validateSarif, xmlErrors } from './validators.ts'

const linesOf = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)

async function render(name: (typeof formatNames)[number], options = poisonedOptions) {
  return (await formats[name]()).render(poisoned, options)
}

describe.each(formatNames)('%s', name => {
  test('ends in a newline and holds nothing that a terminal obeys', async () => {
    const text = await render(name)
    expect(text.endsWith('\n')).toBe(true)
    expect(firstForbidden(text)).toBeUndefined()
  })

  test.runIf(name !== 'github')('writes no line that a runner takes for a command', async () => {
    for (const options of [poisonedOptions, { ...poisonedOptions, color: true, hyperlinks: true }]) {
      for (const line of linesOf(await render(name, options))) {
        expect(parseCommand(withoutStyle(line))).toBeNull()
        expect(hasOldCommand(line)).toBe(false)
      }
    }
  })

  test('gives the same bytes twice', async () => {
    expect(await render(name)).toBe(await render(name))
  })
})

test('stylish in colour adds nothing but its own sequences', async () => {
  const text = await render('stylish', { ...poisonedOptions, color: true, hyperlinks: true })
  expect(firstForbidden(withoutStyle(text))).toBeUndefined()
  expect(withoutStyle(text)).toBe(await render('stylish'))
})

test('github emits its own commands only, and they read back', async () => {
  const lines = linesOf((await render('github')).trimEnd())
  const commands = lines.map(parseCommand)
  expect(commands.at(-1)).toBeNull()
  for (const command of commands.filter(each => each !== null)) {
    expect(['error', 'warning', 'notice']).toContain(command?.name)
    expect(
      Object.keys(command?.properties ?? {}).filter(
        key => !['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key)
      )
    ).toEqual([])
  }
  const errors = commands.flatMap(command => (command?.name === 'error' ? [command.data] : []))
  expect(errors).toEqual(poisons.slice(0, 10).map(clean))
})

test('json obeys its schema and gives every text back as it was', async () => {
  const data = JSON.parse(await render('json'))
  expect(validateReport(data), JSON.stringify(validateReport.errors?.slice(0, 3))).toBe(true)
  expect(data.files.map((file: { path: string }) => file.path)).toEqual(poisoned.files.map(file => file.path))
  expect(
    data.files.flatMap((file: { findings: { message: string }[] }) => file.findings.map(finding => finding.message))
  ).toEqual(poisoned.files.flatMap(file => file.findings.map(finding => finding.message)))
})

test('sarif obeys the official schema', async () => {
  const data = JSON.parse(await render('sarif'))
  expect(validateSarif(data), JSON.stringify(validateSarif.errors?.slice(0, 3))).toBe(true)
  const texts = data.runs[0].results.map((result: { message: { text: string } }) => result.message.text)
  expect(texts.filter((text: string) => /(?<!\\)\]\(/.test(text))).toEqual([])
  for (const result of data.runs[0].results) {
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[\w.\-~!*'()%/]*$/)
  }
})

test('gitlab obeys its documented format, fingerprints differ', async () => {
  const data = JSON.parse(await render('gitlab'))
  expect(validateGitlab(data), JSON.stringify(validateGitlab.errors?.slice(0, 3))).toBe(true)
  expect(new Set(data.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(data.length)
})

test.each(['jenkins-junit', 'ant-junit'] as const)('junit obeys the %s schema', async schema => {
  expect(await xmlErrors(await render('junit'), schema)).toEqual([])
})

test('markdown stays inert', async () => {
  const tree = remark()
    .use(remarkGfm)
    .parse(await render('markdown'))
  const text: string[] = []
  for (const node of walk(remark().use(remarkGfm).runSync(tree) as Nodes)) {
    if (node.type === 'html') {
      const tags =
        /^(?:<!-- planlint -->|<details(?: open)?><summary><b>(?:[^<]*)<\/b>[^<]*<\/summary>|<\/details>|<br>|<\/?sub>)$/
      expect(node.value).toMatch(tags)
    }
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/example\.com/)
    if (node.type === 'text' || node.type === 'inlineCode') text.push(node.value)
    if (node.type === 'tableRow') expect(node.children).toHaveLength(4)
    expect(
      ['image', 'heading', 'code', 'definition', 'imageReference', 'delete', 'blockquote'].filter(
        type => type === node.type && type !== 'heading'
      )
    ).toEqual([])
  }
  const all = text.join('\n')
  expect(all).not.toMatch(/@\w|#\d|GH-\d|https?:\/\/|\bwww\./)
  expect(all.replaceAll('\u200b', '')).toContain('<script>alert(1)</script>')
})

function* walk(root: Nodes): Generator<Nodes> {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    if ('children' in node) stack.push(...node.children)
  }
}
