/** Front matter as parts: what is read, and where it stands. */
import { describe, expect, it } from 'vitest'
import { matterOf } from '../../src/outline/matter/matter.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import type { Part } from '../../src/outline/types.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { spent } from '../spent.ts'

function read(yaml: string) {
  const text = `---\n${yaml}\n---\n\nText.\n`
  const matter = matterOf(buildOutline(parsePlan(text), text, new Set()))!
  return { text, matter }
}

/** A part in short: `title=value@line:column[children]`. */
function short({ title, form, value, place, children }: Part): string {
  const said = form === 'key' ? (value ? `=${value.text}` : '') : ''
  const inner = children.length > 0 ? `[${children.map(short).join(', ')}]` : ''
  return `${title}${said}@${place.start.line}:${place.start.column}${inner}`
}

describe('front matter', () => {
  it.each([
    ['a: 1', 'a=1@2:1'],
    ['a: "x: y" # why', 'a=x: y@2:1'],
    ["a: 'it''s'", "a=it's@2:1"],
    ['a: b # c', 'a=b@2:1'],
    ['a: b#c', 'a=b#c@2:1'],
    ['url: https://a.b/c', 'url=https://a.b/c@2:1'],
    ['"a b": c', 'a b=c@2:1'],
    ['a:', 'a@2:1'],
    ['a: []', 'a=[]@2:1'],
    ['a: [b, "c, d"]', 'a=[b, "c, d"]@2:1[b@2:5, c, d@2:8]'],
    ['a: [\n  b,\n  c\n]\nd: e', 'a=[\n  b,\n  c\n]@2:1[b@3:3, c@4:3], d=e@6:1'],
    ['a:\n  - b\n  - "c"', 'a@2:1[b@3:3, c@4:3]'],
    ['a:\n- b\n- c\nd: e', 'a@2:1[b@3:1, c@4:1], d=e@5:1'],
    ['a:\n  b: c\n  d:\n    - e\nf: g', 'a@2:1[b=c@3:3, d@4:3[e@5:5]], f=g@6:1'],
    ['a:\n  - id: b\n    is: c\n  - id: d', 'a@2:1[@3:3[id=b@3:5, is=c@4:5], @5:3[id=d@5:5]]'],
    ['a: >\n  one\n  two\nb: c', 'a=one two@2:1, b=c@5:1'],
    ['a: |\n  x: y\n  - z', 'a=x: y - z@2:1'],
    ['a: one\n  two\nb: c', 'a=one two@2:1, b=c@4:1'],
    ['a: "one\n  two"\nb: c', 'a=one two@2:1, b=c@4:1'],
    ['# no\n\na: 1', 'a=1@4:1'],
    // Objects in brackets, as YAML and as JSON.
    ['a: {b: c, d: "e, f"}', 'a={b: c, d: "e, f"}@2:1[b=c@2:5, d=e, f@2:11]'],
    ['a:\n  - {id: b, is: c}\n  - { id: d }', 'a@2:1[@3:3[id=b@3:6, is=c@3:13], @4:3[id=d@4:7]]'],
    ['a: [{"id":"b","is":"c: d"}]', 'a=[{"id":"b","is":"c: d"}]@2:1[@2:5[id=b@2:6, is=c: d@2:15]]'],
    ['a: [\n  {"id": "b",\n   "is": []},\n]', 'a=[\n  {"id": "b",\n   "is": []},\n]@2:1[@3:3[id=b@3:4, is=[]@4:4]]'],
    ['a: {b: [c, {d: e}]}', 'a={b: [c, {d: e}]}@2:1[b=[c, {d: e}]@2:5[c@2:9, @2:12[d=e@2:13]]]'],
    ['a: {url: https://b.c/d, e: f:g}', 'a={url: https://b.c/d, e: f:g}@2:1[url=https://b.c/d@2:5, e=f:g@2:25]'],
    ['a: {b: c, }\nd: e', 'a={b: c, }@2:1[b=c@2:5], d=e@3:1'],
    ['a: {}', 'a={}@2:1'],
    ['a: [[b], c]', 'a=[[b], c]@2:1[@2:5[b@2:6], c@2:10]'],
    ['a: {b}', 'a={b}@2:1[b@2:5]']
  ])('%j', (yaml, parts) => {
    const { matter } = read(yaml)
    expect(matter.parts.map(short).join(', ')).toBe(parts)
    expect(matter.odd).toEqual([])
    expect(matter.broken).toEqual([])
  })

  it.each([
    ['a: "b\nc: d', '"b'],
    ["a: 'b' c", "'b' c"],
    ['a: [b, c\nd: e', '[b, c'],
    ['a: {b', '{b'],
    ['a: b: c', 'b: c']
  ])('what YAML cannot read is broken: %j', (yaml, broken) => {
    const { text, matter } = read(yaml)
    expect(matter.broken.map(({ span: { start, end } }) => text.slice(start, end))).toEqual([broken])
    expect(matter.parts[0]!.title).toBe('a')
  })

  it.each([
    'a: b # c: d',
    'a: "b: c" # d',
    'a: http://b.c',
    'a: 10:30',
    'a: "it\'s\n  b: c"',
    'a: >\n  b: "c',
    "a: it's"
  ])('what YAML reads is whole: %j', yaml => expect(read(yaml).matter.broken).toEqual([]))

  it.each([
    ['wave 3\na: 1', ['wave 3']],
    ['a: 1\n- b', ['- b']],
    ['a: 1\n   b: 2', []],
    ['?? what', ['?? what']]
  ])('what is no key is odd: %j', (yaml, odd) => {
    const { text, matter } = read(yaml)
    expect(matter.odd.map(({ start, end }) => text.slice(start, end))).toEqual(odd)
  })

  it('is the same with other line endings', () => {
    const text = '---\na:\n  - b: c\n    d: e\nf: [g,\n h]\n---\n'
    const shown = [text, text.replaceAll('\n', '\r\n')].map(each =>
      matterOf(buildOutline(parsePlan(each), each, new Set()))!
        .parts.map(short)
        .join()
    )
    expect(shown[1]).toBe(shown[0]!.replace('\n', '\r\n'))
  })

  it('takes no time for what is nested or never closed', () => {
    const start = spent()
    for (const yaml of ['a: [\n'.repeat(20_000), '- '.repeat(50_000), 'a: "\n'.repeat(20_000), ' a:\n'.repeat(20_000)])
      read(yaml)
    expect(spent() - start).toBeLessThan(5000)
  })

  it('takes no time for many objects in brackets', () => {
    const start = spent()
    for (const yaml of [`a: ${'[{b: '.repeat(20_000)}`, `a: [${'{b: c},'.repeat(20_000)}]`]) read(yaml)
    expect(spent() - start).toBeLessThan(5000)
  })
})
