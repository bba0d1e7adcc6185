import { parse } from 'unbash'
import type { Statement, Word } from 'unbash'
import { describe, expect, it } from 'vitest'
import { looksLikeCommand } from '../../src/shell/index.ts'
import { parsePlain } from '../../src/shell/reading/plain.ts'

const word = ({ text, value, pos, end, parts }: Word): unknown => ({ text, value, pos, end, parts: parts ?? [] })

/** What a statement says, lazy properties read. */
function shapeOf({ pos, end, background, command }: Statement): unknown {
  if (command.type !== 'Command') return command.type
  const { name, prefix, suffix, args, redirects } = command
  return {
    pos,
    end,
    background,
    from: command.pos,
    to: command.end,
    name: name && word(name),
    prefix,
    suffix: suffix.map(item => word(item as Word)),
    args: args.length,
    redirects
  }
}

const parts = [
  ...'if then else elif fi do done case esac while until for in function select time coproc let export declare local eval exec test source . : true npm a-b --a=b -x=y a,b a:b @x %1 + - -- 1 12 2 #c -p set'.split(
    ' '
  ),
  ...'x=1 a#b [ ] { } ! ( ) ~ * ? & | ; > < $x "q" \\'.split(' ')
]
const gaps = [' ', ' ', '  ', '\t', '\n', '\n\n ', '']

/** Texts of up to five words, the same ones each time. */
function textsOf(count: number): string[] {
  let state = 1
  const next = (below: number): number => {
    state = Math.imul(state, 48_271) >>> 0
    return (state >>> 8) % below
  }
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + next(5) },
      () => parts[next(next(2) ? 40 : parts.length)]! + gaps[next(gaps.length)]!
    ).join('')
  )
}

describe('parsePlain', () => {
  it('makes the statements that the grammar makes, of whatever it takes', () => {
    let taken = 0
    for (const text of new Set(textsOf(6000))) {
      const found = parsePlain(text)
      if (!found) continue
      taken++
      const script = parse(text)
      expect([text, script.errors]).toEqual([text, undefined])
      expect([text, found.map(shapeOf)]).toEqual([text, script.commands.map(shapeOf)])
    }
    expect(taken).toBeGreaterThan(1000)
  })

  it.each(['npm test -- a_b', '# lint\nmake lint # all\n\ncargo build', '', 'tool --level=2'])('takes %j', text => {
    expect(parsePlain(text)).toBeDefined()
  })

  it.each([
    'a && b',
    'if a',
    'A=1 b',
    'b A=1',
    'echo "a"',
    'a | b',
    'a > b',
    '$x',
    'time ls',
    'a#b',
    'a\r\nb',
    'a \\\nb'
  ])('leaves %j to the grammar', text => {
    expect(parsePlain(text)).toBeUndefined()
  })
})

describe('looksLikeCommand of one word', () => {
  it.each(['make', 'true', './run', './scripts/a.sh'])('yes: %s', text => {
    expect(looksLikeCommand(text)).toBe(true)
  })
  it.each(['time', 'if', 'then', ':', 'npm', 'src/a.ts', 'a.sh', './src/a.ts', '+x', '-x', '12', '@scope/name'])(
    'no: %s',
    text => {
      expect(looksLikeCommand(text)).toBe(false)
    }
  )
})
