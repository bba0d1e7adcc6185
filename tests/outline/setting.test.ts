import { expect, test } from 'vitest'
import { settingIn } from '../../src/outline/matter/setting.ts'

test.each([
  ['planlint: ours', 'ours'],
  ['title: A plan\r\nplanlint: ours\r\n', 'ours'],
  ['planlint:ours', 'ours'],
  ['planlint:\t "ours" # for now', 'ours'],
  ["planlint: 'ours'", 'ours'],
  ['planlint: one\nplanlint: two', 'one'],
  ['# planlint: ours', undefined],
  ['tools:\n  planlint: ours', undefined],
  ['planlinter: ours', undefined],
  [`${'a: b\n'.repeat(2500)}planlint: ours`, undefined],
  ['planlint:', '']
])('%j', (yaml, value) => {
  expect(settingIn(yaml, 'planlint')).toBe(value)
})
