import type { Plan, Unit } from '../../src/plan/bind-types.ts'
import type { Verification } from '../../src/plan/verification.ts'
import { hasIndentedCommand } from '../../src/outline/code/indented.ts'
import type { VerificationSpec } from '../../src/profiles/schema.ts'
import { once } from '../../src/util/once.ts'
import { escapePattern } from '../../src/outline/text.ts'
import { textOf } from '../../src/outline/nodes.ts'

/** What a sentence says that tells how a result shows. */
const told = [
  /\b(?:acceptance|accepted (?:when|once|if)|observ(?:e|ed|able)|verif(?:y|ied|iable)|demonstrat(?:e|es|ed)|prov(?:e|es|en)|proof|expect(?:ed|s)?)\b/i,
  /\b(?:can|should|will|must) (?:now |then )?(?:be )?seen?\b/i,
  /\btests? (?:(?:now|all|must|should) ){0,3}(?:pass(?:es)?|succeeds?)\b/i,
  // "Run it on two files and see two lines", "somebody opens the page and sees it"
  /\b(?:and|then|to|you|we|one|they|users?|somebody|someone|anyone|everyone) (?:(?:now|then|also|all) ){0,3}(?:sees?|watch(?:es)?|notices?)\b/i,
  // "The command prints three results", "the limit appears in the list", "exits with 2"
  /\b(?:prints?|displays?|appears?|visible|exits (?:with |0|non-?zero)|(?:responds?|answers?) with|returns (?:a )?(?:status )?[1-5]\d\d)\b/i
]

/** Says a unit in prose what can be observed once it is done? Where a command is not needed, that will do. */
export function saysObservable({ span }: Unit, plan: Plan): boolean {
  return (
    plan.content.paragraphs(span).some(paragraph => told.some(each => each.test(textOf(paragraph)))) ||
    hasIndentedCommand(span, plan.content)
  )
}

/** What a command shows, behind it or below it. */
const shown = /→|⇒|->|=>|\b(?:expect(?:ed|s)?|prints?|exits?|passes|returns?|shows?)\b/i

/** Stands in a unit a command with what it shows, though under no label? */
export function saysExpected({ span }: Unit, plan: Plan): boolean {
  return (
    plan.content.commands(span).length > 0 &&
    plan.content.paragraphs(span).some(paragraph => shown.test(textOf(paragraph)))
  )
}

/** Says a unit behind a sentence what is expected of it: "Open the page. Expected: the list is there."? Whoever looks needs no command. */
export function tellsExpected(spec: VerificationSpec, { span }: Unit, plan: Plan): boolean {
  const behind = expectation(spec)
  return behind !== undefined && plan.content.paragraphs(span).some(paragraph => behind.test(textOf(paragraph)))
}

const expectation = once(({ expected }: VerificationSpec): RegExp | undefined =>
  expected === undefined || expected === true
    ? undefined
    : new RegExp(`[.!?)] (?:${expected.map(escapePattern).join('|')})[:：] ?\\S`, 'u')
)

/** Says a verification nothing but its commands? */
export function isBareOfResult({ text, commands, span }: Verification, plan: Plan): boolean {
  if (commands.length === 0 || commands.some(({ inline }) => !inline)) return false
  const said = commands.reduce((left, { node }) => left.replace(node.value, ''), text())
  // A table has a column for what its commands show.
  return (
    !/[\p{L}\p{N}→⇒]|->|=>/u.test(said) && plan.content.fences(span).length === 0 && !plan.content.has('tables', span)
  )
}
