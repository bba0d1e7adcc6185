import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { controlPoint, lastLeafEnd } from './control-point.ts'
import { applyEdits } from './fix/edits.ts'
import { lintTree } from './lint.ts'
import type { LintEnvironment } from './lint.ts'
import type { PlanlintOptions } from './options.ts'
import { validateOptions } from './options.ts'
import { rules } from '../rules/index.ts'
import type { Profile } from './profiles/schema.ts'
import type { Rule } from './rule.ts'
import { readSetting } from './severity.ts'
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
  const replacements = quickFixes(finding, String(file))
  if (replacements.length > 0) message.expected = replacements
  if (finding.fixes) Object.assign(message, { fixes: finding.fixes })
  const [second] = finding.related ?? []
  if (second) message.cause = Object.assign(new Error(second.message), { place: second.place, reason: second.message })
}

/**
 * An editor replaces the text of a message's place by one of `expected`: fixes whose edits all lie inside it, each as the new text of the whole place. Other
 * fixes (a section to insert, numbers here and there) travel as `fixes`, for editors that know planlint.
 */
function quickFixes({ fixes = [], place: { start, end } }: Finding, source: string): string[] {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  return fixes
    .filter(fix => fix.edits.length > 0 && fix.edits.every(edit => edit.start >= start.offset && edit.end <= end.offset))
    .map(fix => applyEdits(text.slice(start.offset, end.offset), fix.edits.map(edit => ({ start: edit.start - start.offset, end: edit.end - start.offset, text: edit.text }))).text)
}

/** A crashed rule is no finding: it fails the file with the rule's name, the other findings stay. */
function reportTrouble(trouble: Trouble, file: VFile): void {
  const message = file.message(trouble.message, trouble.line === undefined ? undefined : { line: trouble.line, column: trouble.column ?? 1 })
  message.fatal = true
  message.source = 'planlint'
  message.ruleId = trouble.code
}
