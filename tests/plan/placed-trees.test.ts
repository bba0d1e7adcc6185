import { expect, it } from 'vitest'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { firstCodeLine } from '../../src/outline/lines.ts'
import { smallPlan } from './small-plan.ts'

function placed(...lines: string[]) {
  const text = `# A plan\n\n## Files\n\n${lines.join('\n')}\n`
  const { trees } = filesOf(smallPlan(text, [{ id: 'files', title: 'Files', content: [{ kind: 'tree' }] }]))
  const quote = ({ start, end }: { start: { offset: number }; end: { offset: number } }): string =>
    text.slice(start.offset, end.offset)
  return trees.map(tree => ({
    lines: tree.node.value.split('\n').map((_, line) => quote(tree.placeOfLine(line))),
    marks: tree.tree?.entries.map(entry => quote(tree.placeOfMark(entry))),
    content: text.split('\n')[firstCodeLine(tree.node, text) - 1]
  }))
}

it.each<[string, string[]]>([
  ['a fence', ['```', 'src/', '  a.ts <new>', '  "b" c', '```']],
  ['a fence in a list', ['- All:', '', '  ```', '  src/', '    a.ts <new>', '    "b" c', '  ```']],
  ['an indented fence', ['  ```', '  src/', '    a.ts <new>', '    "b" c', '  ```']],
  ['a fence in a quote', ['> ~~~text', '> src/', '>   a.ts <new>', '>   "b" c', '> ~~~']],
  ['a fence in a list, indented by less than a tab', ['- ```', '\tsrc/', '\t  a.ts <new>', '\t  "b" c', '  ```']],
  ['a fence in a list, behind a tab', ['-\t```', '\tsrc/', '\t  a.ts <new>', '\t  "b" c', '\t```']]
])('finds entries, marks and lines in %s', (_, lines) => {
  const [tree, ...others] = placed(...lines)
  expect(others).toEqual([])
  expect(tree).toMatchObject({ lines: ['src/', 'a.ts <new>', '"b" c'], marks: ['src/', '<new>'] })
  expect(tree!.content).toMatch(/src\/$/)
})

it('finds them in code without a fence', () =>
  expect(placed('    src/', '      a.ts <new>')).toMatchObject([
    { lines: ['src/', 'a.ts <new>'], marks: ['src/', '<new>'] }
  ]))

it('takes the first fence where none holds a tree, and all that hold one', () => {
  expect(placed('```', 'a -> b', 'c -> d', '```', '', '```', 'e -> f', '```')).toEqual([
    { lines: ['a -> b', 'c -> d'], marks: undefined, content: 'a -> b' }
  ])
  expect(
    placed('```', 'a -> b', '```', '', '```', 'src/a.ts <new>', '```', '', '```', 'b.ts <new>', '```').map(
      ({ content }) => content
    )
  ).toEqual(['src/a.ts <new>', 'b.ts <new>'])
  expect(placed('```', 'src/a.ts', 'src/b.ts', '```')[0]!.marks).toEqual(['src/a.ts', 'src/b.ts'])
  expect(placed('```', 'src/a.ts', 'src/b.ts', '```', '', '```', 'c.ts', '```')).toMatchObject([{ marks: undefined }])
  expect(placed('Text.')).toEqual([])
})
