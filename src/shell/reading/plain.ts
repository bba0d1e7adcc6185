import type { Command, Statement, Word } from 'unbash'

const hash = 35
const dash = 45
const space = 32
const tab = 9

/** Characters of which none means anything to a shell but `#` at a word's start and `=` in an assignment. */
const plain = /^[\w.,:/@%+=# \t\n-]*$/

/** What opens, joins or closes a compound command where a command could start. */
const reserved = new Set(
  'if then else elif fi do done case esac while until for in function select time coproc'.split(' ')
)

const none: readonly never[] = []

/**
 * Reads commands of bare words, and comments, to the statements that the grammar makes of them: most commands of plans are such, and the grammar is dear.
 *
 * @returns undefined where the text holds anything else
 */
export function parsePlain(text: string): Statement[] | undefined {
  if (!plain.test(text)) return undefined
  const statements: Statement[] = []
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const words = wordsOf(text, start, end)
    if (words === undefined) return undefined
    if (words.length > 0) statements.push(statementOf(words))
    start = end + 1
  }
  return statements
}

/** The words of a line, up to its comment. */
function wordsOf(text: string, start: number, end: number): Word[] | undefined {
  const words: Word[] = []
  for (let at = start; at < end;) {
    const code = text.charCodeAt(at)
    if (code === hash) break
    if (code === space || code === tab) {
      at++
      continue
    }
    let stop = at + 1
    while (stop < end && text.charCodeAt(stop) > space) stop++
    const word = text.slice(at, stop)
    if (!isPlain(word, words.length === 0)) return undefined
    words.push({ type: 'Word', text: word, value: word, pos: at, end: stop })
    at = stop
  }
  return words
}

/** Options alone may have a `=`: elsewhere it may assign. */
function isPlain(word: string, isFirst: boolean): boolean {
  if (word.includes('#') || (isFirst && reserved.has(word))) return false
  return !word.includes('=') || (!isFirst && word.charCodeAt(0) === dash)
}

function statementOf(words: readonly Word[]): Statement {
  const name = words[0]!
  const args = words.slice(1)
  const { end } = words[words.length - 1]!
  const command: Command = {
    type: 'Command',
    pos: name.pos,
    end,
    name,
    prefix: none,
    suffix: args,
    args,
    redirects: none
  }
  return { type: 'Statement', pos: name.pos, end, command, background: undefined }
}
