import { expect, test } from 'vitest'
import { parseScript, pathsOf } from '../../src/shell/index.ts'

const used = (text: string): string[] => pathsOf(parseScript(text)).uses.map(({ path }) => path)
const made = (text: string): string[] => pathsOf(parseScript(text)).creates.map(({ path }) => path)

test('one pair of braces is as many words as it has choices', () => {
  const text = 'git mv lib/{cache,store}.test.ts'
  expect(used(text)).toEqual(['lib/cache.test.ts'])
  expect(made(text)).toEqual(['lib/store.test.ts'])
  expect(made('mkdir -p src/{api,web}/views')).toEqual(['src/api/views', 'src/web/views'])
  expect(made('cp settings.py{,.bak}')).toEqual(['settings.py.bak'])
})

test('in quotes, with variables, or nested, nothing is opened', () => {
  expect(made("touch 'a/{b,c}.txt'")).toEqual([])
  expect(made('touch a/{b,$C}.txt')).toEqual([])
  expect(made('touch a/{b,{c,d}}.txt')).toEqual([])
})
