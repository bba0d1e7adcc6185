import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {describe, expect, it} from 'vitest'
import {toStringBounded, walk, type AnyNode} from '../../src/guard/deep.ts'

const text = (value: string): AnyNode => ({type: 'text', value})
const node = (type: string, ...children: AnyNode[]): AnyNode => ({type, children})

function nested(depth: number): AnyNode {
  let tree: AnyNode = text('core')
  for (let i = 0; i < depth; i++) tree = node('blockquote', tree)
  return tree
}

describe('walk', () => {
  const tree = node('root', node('a', text('1'), text('2')), node('b', node('c', text('3'))))

  it('enters and leaves in document order, with parent and index', () => {
    const seen: string[] = []
    const show = (mark: string) => (at: AnyNode, parent: AnyNode | undefined, index: number) => {
      seen.push(`${mark}${at.value ?? at.type}<${parent?.type ?? ''}${index}`)
    }
    walk(tree, show('+'), show('-'))
    expect(seen).toEqual([
      '+root<0', '+a<root0', '+1<a0', '-1<a0', '+2<a1', '-2<a1', '-a<root0',
      '+b<root1', '+c<b0', '+3<c0', '-3<c0', '-c<b0', '-b<root1', '-root<0'
    ])
  })

  it('leaves out the children of what enter skips, and still leaves that node', () => {
    const seen: string[] = []
    walk(tree, at => {
      seen.push(at.type)
      return at.type === 'a' ? 'skip' : undefined
    }, at => void seen.push(`/${at.type}`))
    expect(seen).toEqual(['root', 'a', '/a', 'b', 'c', 'text', '/text', '/c', '/b', '/root'])
  })

  it('takes a tree that recursion could not', () => {
    let count = 0
    walk(nested(200_000), () => void count++)
    expect(count).toBe(200_001)
  })
})

describe('toStringBounded', () => {
  it('agrees with mdast-util-to-string', () => {
    const tree = node('paragraph', text('a '), node('emphasis', text('b')), {type: 'image', alt: ' c'},
      {type: 'html', value: '<br>'}, {type: 'inlineCode', value: 'd'}, {type: 'break'})
    expect(toStringBounded(tree)).toBe(toString(tree as Nodes))
    expect(toStringBounded(tree)).toBe('a b c<br>d')
  })

  it('takes a tree that recursion could not', () => {
    expect(toStringBounded(nested(200_000))).toBe('core')
  })

  it('stops at the limit, not inside a surrogate pair', () => {
    const tree = node('paragraph', text('ab'), text('c😀d'), text('never'))
    expect(toStringBounded(tree, 3)).toBe('abc')
    expect(toStringBounded(tree, 4)).toBe('abc')
    expect(toStringBounded(tree, 5)).toBe('abc😀')
  })
})
