import { expect, test } from 'vitest'
import { pluralOf, singularOf } from '../../src/util/plural.ts'

test.each([
  ['step', 'steps'],
  ['user story', 'user stories'],
  ['entry', 'entries'],
  ['delivery day', 'delivery days'],
  ['criterion', 'criteria'],
  ['acceptance criterion', 'acceptance criteria'],
  ['box', 'boxes'],
  ['branch', 'branches'],
  ['sub-task', 'sub-tasks']
])('one %s, several %s', (one, several) => expect(pluralOf(one)).toBe(several))

test.each([
  ['Phases', 'phase'],
  ['dependencies', 'dependency'],
  ['batches', 'batch'],
  ['boxes', 'box'],
  ['classes', 'class'],
  ['class', 'class'],
  ['task', 'task'],
  ['s', 's']
])('of %s, one %s', (several, one) => expect(singularOf(several)).toBe(one))
