import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { lintTree } from './lint.ts'
import type { LintEnvironment } from './lint.ts'
import type { PlanlintOptions } from './options.ts'
import { validateOptions } from './options.ts'
import { rules } from '../rules/index.ts'
import type { Profile } from './profiles/schema.ts'
import type { Rule } from './rule.ts'
import { readSetting } from './severity.ts'
import { controlPoint, lastLeafEnd } from './silence.ts'
import { addSyntax } from './syntax.ts'
import type { Finding, Trouble } from './types.ts'

/** How other code recognises planlint's plugins in a configuration, whichever copy of the package they come from. */
export const marker = Symbol.for('planlint')

type Options = PlanlintOptions | undefined

/**
 * The remark plugin: every rule, remark-lint's comments, and the syntax that plans need.
 *
 * @param options planlint's options.
 * @throws {Error} Where an option is unknown or has a wrong value.
 */
function planlint(this: Processor, options?: Options): (tree: Root, file: VFile) => void {
  const checked = validateOptions(options, rules.map(rule => rule.id))
  if (checked.problems.length > 0) throw new Error(`planlint: ${checked.problems.join('; ')}`)
  addSyntax(this)
  this.use(remarkLint as Plugin)
  const inline = (checked.options.profiles ?? []).filter((profile): profile is Record<string, unknown> => typeof profile === 'object')
  const profiles = inline as unknown as Profile[]
  return (tree, file) => judge(tree, file, { options: checked.options, profiles })
}

export default Object.assign(planlint, { [marker]: { kind: 'plugin' } })

/** One rule as a plugin of its own: `'error'`, `'warn'`, `false` or `['error', options]`, as remark-lint has it. */
export function rulePlugin(rule: Rule): Plugin<[unknown?], Root> {
  function plugin(this: Processor, setting?: unknown): ((tree: Root, file: VFile) => void) | undefined {
    const { severity, options } = readSetting((Array.isArray(setting) || typeof setting !== 'object' ? setting : [true, setting]) as never)
    if (severity === 'off') return undefined
    addSyntax(this)
    this.use(remarkLint as Plugin)
    const own = severity === undefined ? true : severity === 'error' ? 'error' : 'warn'
    return (tree, file) => judge(tree, file, { options: { rules: { [rule.id]: [own, options] } }, only: [rule] })
  }
  Object.defineProperty(plugin, 'name', { value: `remark-lint:${rule.id}` })
  return Object.assign(plugin, { [marker]: { kind: 'rule', id: rule.id } }) as unknown as Plugin<[unknown?], Root>
}

function judge(tree: Root, file: VFile, environment: LintEnvironment): void {
  const path = file.path === undefined ? undefined : file.path.replaceAll('\\', '/')
  const verdict = lintTree(tree, String(file), { ...environment, ...(path === undefined ? {} : { path }) })
  const leafEnd = lastLeafEnd(tree)
  for (const finding of verdict.findings) report(finding, tree, leafEnd, file)
  for (const trouble of verdict.troubles) reportTrouble(trouble, file)
}

function report(finding: Finding, tree: Root, leafEnd: number, file: VFile): void {
  const message = file.message(finding.message, { source: 'remark-lint', ruleId: finding.rule, place: finding.place })
  Object.assign(message, controlPoint(finding, tree, leafEnd))
  message.fatal = finding.severity === 'error'
  message.url = finding.url
  if (finding.help !== undefined) message.note = finding.help
  const replacement = quickFix(finding, message)
  if (replacement) message.expected = replacement
  const [second] = finding.related ?? []
  if (second) message.cause = Object.assign(new Error(second.message), { place: second.place, reason: second.message })
}

/** An editor can replace exactly the text of the message's place: only fixes of one edit there can be offered. */
function quickFix(finding: Finding, message: { place?: unknown }): string[] | undefined {
  const fixes = (finding.fixes ?? []).filter(fix => fix.edits.length === 1)
  const here = fixes.filter(fix => fix.edits[0]!.start === finding.place.start.offset && fix.edits[0]!.end === finding.place.end.offset)
  void message
  return here.length > 0 ? here.map(fix => fix.edits[0]!.text) : undefined
}

/** A crashed rule is no finding: it fails the file with the rule's name, the other findings stay. */
function reportTrouble(trouble: Trouble, file: VFile): void {
  const message = file.message(trouble.message, trouble.line === undefined ? undefined : { line: trouble.line, column: trouble.column ?? 1 })
  message.fatal = true
  message.source = 'planlint'
  message.ruleId = trouble.code
}
