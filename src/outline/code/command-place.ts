import type { Code, InlineCode } from 'mdast'
import type { CodeReading } from '../../shell/index.ts'
import { firstTyped, inPlace, isKnownProgram, languageOf, parseScript, readInPlace } from '../../shell/index.ts'
import type { CommandBlock } from './command-blocks.ts'
import { infoOf, unwrap } from './command-blocks.ts'
import { placeOf, spanOf } from '../nodes.ts'
import type { Outline, Span } from '../types.ts'

/**
 * The command that a code span or fence is because it stands where a command belongs: under a label that asks for one. Undefined where it is something
 * else, or where the sentence around it speaks of it otherwise ("prints `ok`").
 *
 * @param within - what belongs to the label; the words before a code span are looked for here only
 */
export function commandInPlace(node: Code | InlineCode, within: Span, outline: Outline): CommandBlock | undefined {
  return node.type === 'code' ? fenceInPlace(node) : spanInPlace(node, within, outline)
}

/** A fence without a language. */
function fenceInPlace(node: Code): CommandBlock | undefined {
  if (languageOf(infoOf(node)) !== '') return undefined
  const first = firstTyped(node.value, 40)
  if (first === undefined) return undefined
  const reading = readInPlace(first.replace(/\s\\$/, ''))
  const isTyped = reading === 'command' || reading === 'phrase' || (reading === 'word' && first.startsWith('/'))
  return isTyped ? blockOf(node, node.value) : undefined
}

function spanInPlace(node: InlineCode, within: Span, { source }: Outline): CommandBlock | undefined {
  const text = unwrap(node.value)
  const reading = readInPlace(text)
  if (reading === 'other') return undefined
  const { start, end } = spanOf(node)
  const before = source.slice(Math.max(within.start, start - 80), start)
  const after = source.slice(end, Math.min(within.end, end + 40))
  // A lone word that no known program has is as likely the name of a part: "`almanac` prints nothing".
  const isStrange = reading === 'word' && /^[\w-]+$/.test(text) && !isKnownProgram(text)
  return isMeant(reading, before, after, isStrange) ? blockOf(node, text) : undefined
}

const blockOf = (node: Code | InlineCode, text: string): CommandBlock => ({
  node,
  script: parseScript(text, inPlace),
  place: placeOf(node),
  inline: node.type === 'inlineCode'
})

/** What comes next is what is printed, held or compared, not what is typed. */
const told =
  /(?:\b(?:prints?|printing|shows?|showing|outputs?|returns?|returning|says?|reports?|contains?|containing|includes?|responds?|displays?|expect(?:s|ed)?|equals?|matches|mentions?|lists|logs|yields|emits|raises?|throws?|named|called|is|are|was|be|of|to|no|not|the|an?|each|any|every|without|like|as|than|in|from|for)|[=→]|->|=>)[\s:*_"(]*$/i
/** What comes next is typed. */
const typed = /\b(?:run|runs|running|re-?run|execute|executes|executing|invoke|type|call|command|commands)\b[\s:*_]*$/i
/** A clause begins, or the sentence with what it tells to check. */
const opens =
  /(?:^|[.;:,!?(|+&/—–*_\]\p{So}-]|\d[.)]|\b(?:and|then|or|via|using|with|by|through|plus|also|finally|first)|^\W{0,12}(?:verify|check|confirm|ensure|validate|test|assert|prove)(?: that)?)[\s*_>]{0,8}$/iu
/** A program's end, or what it says. */
const ends =
  /^[\s*_)]*(?:$|[.;,]|[—–→]|->|=>|\n|(?:(?:still|now|also|again|all|must|should|then|both|each|locally|which|and|that|it) )*(?:pass|succeed|exit|complete|finish|report|print|show|find|work|run|end|stay|list|output|fail|go|come|turn)(?:e?s)?\b|(?:is|are|stays?|remains?) (?:all )?(?:green|clean|happy|quiet|silent|empty|ok)\b|(?:green|clean|ok|passing|succeeds?|without|has no)\b|returns? (?:0|zero|nothing|no)\b|\(?exit)/i
/** What is said of a module or a library as well as of a program. */
const does =
  /^[\s*_)]*(?:(?:still|now|also|again|must|should|then|and|that|it) )*(?:print|show|list|output|return)s?\b/i

function isMeant(reading: CodeReading, before: string, after: string, isStrange: boolean): boolean {
  const lead = before.slice(before.search(/\n[ \t]*(?:\n|[-*+] |\d+[.)] )[^\n]*$/) + 1)
  if (typed.test(lead)) return true
  if (reading === 'name') return false
  if (told.test(lead))
    return (
      reading === 'command' &&
      !/\b(?:prints?|outputs?|says?|shows?|contains?|returns?|mentions?)[\s:*_"(]*$/i.test(lead)
    )
  if (reading === 'command') return true
  if (!opens.test(lead)) return false
  return (
    reading === 'phrase' ||
    (reading === 'blank'
      ? /^[\s*_.]*(?:$|\n)|^ (?:pass|succeed)/.test(after)
      : ends.test(after) && !(isStrange && does.test(after)))
  )
}
