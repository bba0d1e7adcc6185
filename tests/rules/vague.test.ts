/** Words that leave the decision to the reader, and where they do not. */
import { expect, test } from 'vitest'
import { vagueIn, vagueWords } from '../../rules/vague-wording/vague.ts'
import { at, planned, whole } from '../plan/planned.ts'

/** The vague words of a text, each as it is named; their places hold the same words. */
function vague(text: string, words: readonly string[] = [...vagueWords]): string[] {
  const plan = planned(text)
  const found = vagueIn(whole(plan), words, plan)
  expect(found.map(({ place }) => at(place, plan).replace(/\s+/g, ' '))).toEqual(found.map(each => each.text))
  return found.map(each => each.text)
}

test.each([
  'etc',
  'et cetera',
  'and so on',
  'and so forth',
  'and the like',
  'and others',
  'and more',
  'as needed',
  'when needed',
  'where needed',
  'if needed',
  'as appropriate',
  'where appropriate',
  'when appropriate',
  'if appropriate',
  'as necessary',
  'if necessary',
  'where necessary',
  'when necessary',
  'as required',
  'as applicable',
  'where applicable',
  'if applicable',
  'as the case may be',
  'handle edge cases',
  'handle errors appropriately',
  'handle errors properly',
  'handle errors gracefully',
  'various',
  'some kind of',
  'some sort of',
  'some form of',
  'somehow',
  'or something',
  'or similar',
  'or whatever',
  'if possible',
  'where possible',
  'as far as possible',
  'in some way',
  'should probably',
  'might need to',
  'may need to',
  'to some extent',
  'and related',
  'appropriately',
  'und so weiter',
  'usw',
  'и т. д',
  'и т.д',
  'и так далее',
  '等等',
  'など'
])('%s is vague', words => {
  expect(vague(`Redis ${words} here`)).toEqual([words])
})

test('of two that fit, the longer one is told', () => {
  expect(vague('Handle errors appropriately.')).toEqual(['Handle errors appropriately'])
  expect(vague('Redis, Kafka, etc. and more')).toEqual(['etc.', 'and more'])
  expect(vague('Use a queue', ['use', 'use a queue'])).toEqual(['Use a queue'])
})

test.each([
  ['within a word', 'The etcd, an-etc, etc-x, x_etc, 9etc, an/etc, etc/passwd, etc_, etcé.'],
  ['in code', 'Read `as needed` and `etc`.'],
  ['in a link', 'See [as needed](https://a.example) and [etc][1].\n\n[1]: https://b.example'],
  ['in a fence', '```\nas needed\n```'],
  ['in a quotation', '> As needed.'],
  ['between quotation marks', 'The button says "as needed" now, “and so on” before, ‘somehow’, «etc», 「など」.'],
  ['in a heading, which names a thing', '## As needed'],
  ['in the head of a table', '| As needed |\n| --- |\n| x |'],
  [
    'after a negation',
    'No etc. here, not as needed, never somehow, without and so on, avoid various, avoids various, nor somehow, rather than etc.'
  ],
  ['after a negation and more than one space', 'No  etc, no real  etc.'],
  ['in quotation marks before a long text', `"etc" ${'x '.repeat(300)}`],
  ['after a negation and another word', 'Not done as needed, instead of in some way, no vague etc.'],
  ['where the word is spoken of', 'The word etc, words various, they say somehow, it says somehow.']
])('not %s', (_, text) => {
  expect(vague(text)).toEqual([])
})

test.each([
  ['over two lines', 'Ask as\nneeded.', ['as needed']],
  ['with two spaces', 'Ask as  needed.', ['as needed']],
  ['whatever the case', 'AS NEEDED, Etc.', ['AS NEEDED', 'Etc.']],
  ['beside a link, code and emphasis', 'See [it](x) etc, `x` somehow, *various* ones.', ['etc', 'somehow', 'various']],
  ['in emphasis that begins the text', '**Various** ones', ['Various']],
  ['in a cell', '| Why |\n| --- |\n| etc. |\n| somehow |', ['etc.', 'somehow']],
  ['in an item', '- etc.\n- > somehow\n\n  as needed', ['etc.', 'as needed']],
  ['cells and text in order', 'Somehow.\n\n| Why |\n| --- |\n| etc. |\n\nUsw.', ['Somehow', 'etc.', 'Usw']],
  ['after a negation two words back', 'Not at all times as needed.', ['as needed']],
  ['after a word that only ends like a negation', 'A cannot etc', ['etc']],
  ['after a negation long ago', `Not ${'x'.repeat(40)} etc`, ['etc']],
  ['after a quotation', 'It says "yes" as needed, "no" etc', ['as needed', 'etc']],
  ['between two quotations', 'From "a" as needed to "b".', ['as needed']],
  ['behind a mark that nothing closes', 'The 5" disk, etc', ['etc']],
  ['before a mark that nothing opens', 'A disk etc of 5" size', ['etc']],
  ['in dense text', '東京など', ['など']]
])('%s', (_, text, expected) => {
  expect(vague(text)).toEqual(expected)
})

test('a quotation is short', () => {
  expect(vague(`"${'a '.repeat(19)}etc ${'b '.repeat(19)}"`)).toEqual([])
  expect(vague(`"${'a '.repeat(22)}etc"`)).toEqual(['etc'])
  expect(vague(`"etc ${'b '.repeat(22)}"`)).toEqual(['etc'])
})

test('only what lies in the span', () => {
  const plan = planned('Somehow.\n\n| Why |\n| --- |\n| etc. |\n\nUsw.')
  expect(vagueIn({ start: 9, end: 35 }, vagueWords, plan).map(({ text }) => text)).toEqual(['etc.'])
})

test('words are looked for to the letter', () => {
  expect(vague('A fast cache, etc. and a.b, axb', ['fast', 'a.b'])).toEqual(['fast', 'a.b'])
  expect(vague('速い 速 fast', ['速い', 'fast'])).toEqual(['速い', 'fast'])
  expect(vague('速い', ['速い'])).toEqual(['速い'])
})
