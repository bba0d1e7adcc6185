/** Tags that mean something: what is found, what is wrong, and where what stands between them is put. */
import type { Node } from 'mdast'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../src/outline/nodes.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import { piecesOf, atSourcePlaces } from '../../src/outline/tags/pieces.ts'
import { scanTags } from '../../src/outline/tags/scan.ts'
import type { TagSpec } from '../../src/outline/tags/types.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { spent } from '../spent.ts'

const leaf: TagSpec = { inner: new Map() }
const tree = new Map<string, TagSpec>([
  ['goal', leaf],
  [
    'tasks',
    {
      inner: new Map([
        [
          'task',
          {
            inner: new Map<string, TagSpec>([
              ['do', leaf],
              ['check', leaf],
              ['run', { ...leaf, isCommand: true }]
            ])
          }
        ]
      ])
    }
  ]
])

/** Elements in short: `name@line..line`. */
function elements(text: string): string {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  return scanTags(text, tree, 0)
    .elements.map(({ name, open, end }) => `${name}@${lineOf(open.start)}..${lineOf(end)}`)
    .join(' ')
}

function faults(text: string): string {
  return scanTags(text, tree, 0)
    .faults.map(({ kind, name, found, place }) => `${kind} ${name}${found ? `/${found}` : ''}@${place.start}`)
    .join(' ')
}

describe('tags', () => {
  it.each([
    ['<goal>\na\n</goal>', 'goal@1..3'],
    ['<goal>a</goal>', 'goal@1..1'],
    ['<tasks><task a="1">\n<do>a\n</do><check>b</check></task>\n</tasks>', 'tasks@1..4 task@1..3 do@2..3 check@3..3'],
    ['a <goal> b', ''],
    ['`<goal>`', ''],
    ['```\n<goal>\n```', ''],
    ['<!-- <goal> -->\n<!--\n<goal>\n-->', ''],
    ['<do>a</do>', ''],
    ['<goal/>', 'goal@1..1'],
    ['<goal>\n```\n</goal>\nb', 'goal@1..3'],
    ['<goal>\n```\n<goal>\n</goal>\n```\n</goal>', 'goal@1..6'],
    ['<goals>\n</goals>', ''],
    ['<goal\n>', '']
  ])('%j', (text, found) => {
    expect(elements(text)).toBe(found)
    expect(faults(text)).toBe('')
  })

  it.each([
    ['<goal>\na', 'unclosed goal@0'],
    ['a\n</goal>', 'stray goal@2'],
    ['<goal>\na\n</tasks>\n', 'crossed goal/tasks@9'],
    ['<tasks>\n<task>\n<do>a\n<check>b</check>\n</task>\n</tasks>', 'unclosed do@15'],
    ['<tasks>\n<task>\n<do>a</do>\n<task>\n</task>\n</tasks>', 'unclosed task@8'],
    ['<tasks>\n<task>\n<do>a</check>\n</task>\n</tasks>', 'crossed do/check@20'],
    ['<tasks>\n<task>\na</do>\n</task>\n</tasks>', 'stray do@16'],
    ['<tasks>\n<task>\n<do>a <do> b</do>\n</task>\n</tasks>', ''],
    ['<tasks>\n<task>\n<do>\n<check>\na\n</check>\n</do>\n</task>\n</tasks>', ''],
    ['<goal>\n```\nnever', '']
  ])('what is wrong in %j', (text, wrong) => {
    expect(faults(text)).toBe(wrong)
  })

  it('is linear in what is never closed', () => {
    const start = spent()
    for (const each of [
      '<goal>\n',
      '</goal>\n',
      '<tasks><task><do>',
      '<tasks>\n',
      '<task a="',
      '<goal\n',
      '`<goal>',
      '<!--\n',
      '```\n'
    ])
      scanTags(each.repeat(40_000), tree, 0)
    expect(spent() - start).toBeLessThan(10_000)
  })
})

function outlineOf(text: string) {
  const tagged = scanTags(text, tree, 0)
  const plain = buildOutline(parsePlan(text), text, new Set())
  const children = piecesOf(text, tagged).flatMap(piece => atSourcePlaces(parsePlan(piece.text), piece, plain.lines))
  return buildOutline({ type: 'root', children }, text, new Set(), [], tagged)
}

describe('what stands between tags', () => {
  const text = `# Plan

<goal>
    Deep *in*.

      - one
      - two
</goal>
<tasks>
  <task kind="x">
    <do>
      ## Head
      \`code\` and text
    </do>
    <run>npm test</run>
    <run>
      npm run a
      npm run b
    </run>
  </task>
</tasks>
## After
`

  it.each([text, text.replaceAll('\n', '\r\n')])('is Markdown from its own margin, at its place', source => {
    const { nodes, parts } = outlineOf(source)
    const at = (node: Node): string => source.slice(spanOf(node).start, spanOf(node).end)
    expect(nodes.paragraphs.map(at)).toEqual(['Deep *in*.', 'one', 'two', '`code` and text'])
    expect(nodes.inlineCode.map(at)).toEqual(['`code`'])
    expect(nodes.fences.map(({ value }) => value)).toEqual(['npm test', 'npm run a\nnpm run b'])
    expect(nodes.headings.map(at)).toEqual(['# Plan', '## Head', '## After'])
    expect(parts.map(({ form, title, parent }) => `${form} ${title} < ${parent?.title ?? ''}`)).toEqual([
      'document  < ',
      'heading Plan < ',
      'tag goal < ',
      'tag tasks < ',
      'tag task < tasks',
      'attribute kind < task',
      'tag do < task',
      'heading Head < do',
      'tag run < task',
      'tag run < task',
      'heading After < '
    ])
  })
})
