import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { controlPoint, lastLeafEnd } from './control-point.ts'
import { applyEdits } from '../fix/edits.ts'
import { lintTree } from './lint.ts'
import type { LintEnvironment, Surroundings } from './lint.ts'
import type { PlanlintOptions } from '../options.ts'
import { validateOptions } from '../options.ts'
import { rules } from '../../rules/index.ts'
import type { Profile } from '../profiles/schema.ts'
import type { Rule } from './rule.ts'
import { readSetting } from './severity.ts'
import { addSyntax } from './syntax.ts'
import type { Finding, Trouble } from '../types.ts'

/** How other code recognises planlint's plugins in a configuration, whichever copy of the package they come from. */
export const marker = Symbol.for('planlint')

type Options = PlanlintOptions | undefined

/** Looks for what lies around a file; at once where there is nothing to look for. */
export type Surround = (file: VFile) => Surroundings | Promise<Surroundings>

type Transformer = (tree: Root, file: VFile) => void | Promise<void>

/**
 * The remark plugin: every rule, remark-lint's comments, and the syntax that plans need.
 *
 * @param surround Tells what lies around a file; rules that ask the repository are skipped without.
 */
export function createPlugin(surround?: Surround) {
  /**
   * @param options planlint's options.
   * @throws {Error} Where an option is unknown or has a wrong value.
   */
  function planlint(this: Processor, options?: Options): Transformer {
    const checked = validateOptions(
      options,
      rules.map(rule => rule.id)
    )
    if (checked.problems.length > 0) throw new Error(`planlint: ${checked.problems.join('; ')}`)
    addSyntax(this)
    this.use(remarkLint as Plugin)
    const inline = (checked.options.profiles ?? []).filter(
      (profile): profile is Record<string, unknown> => typeof profile === 'object'
    )
    const profiles = inline as unknown as Profile[]
    return transformer({ options: checked.options, profiles }, surround)
  }
  return Object.assign(planlint, { [marker]: { kind: 'plugin' } })
}

export default createPlugin()

function transformer(environment: LintEnvironment, surround: Surround | undefined): Transformer {
  return (tree, file) => {
    const around = surround?.(file)
    if (around instanceof Promise) return around.then(found => judge(tree, file, { ...environment, ...found }))
    return judge(tree, file, { ...environment, ...around })
  }
}

/**
 * One rule as a plugin of its own: `'error'`, `'warn'`, `false` or `['error', options]`, as remark-lint has it.
 *
 * @param surround As for `createPlugin`.
 */
export function rulePlugin(rule: Rule, surround?: Surround): Plugin<[unknown?], Root> {
  function plugin(this: Processor, setting?: unknown): Transformer | undefined {
    const { severity, options } = readSetting(
      (Array.isArray(setting) || typeof setting !== 'object' ? setting : [true, setting]) as never
    )
    if (severity === 'off') return undefined
    addSyntax(this)
    this.use(remarkLint as Plugin)
    const own = severity === undefined ? true : severity === 'error' ? 'error' : 'warn'
    return transformer(
      { options: { rules: { [rule.id]: [own, options] } }, only: [rule] },
      rule.repo ? surround : undefined
    )
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
  // Reporters and editors show the stack of a cause: here it is the second place, in words.
  if (second)
    message.cause = Object.assign(new Error(second.message), {
      place: second.place,
      reason: second.message,
      stack: `${second.message} (${second.place.start.line}:${second.place.start.column})`
    })
}

/**
 * An editor replaces the text of a message's place by one of `expected`: fixes whose edits all lie inside it, each as the new text of the whole place. Other
 * fixes (a section to insert, numbers here and there) travel as `fixes`, for editors that know planlint.
 */
function quickFixes({ fixes = [], place: { start, end } }: Finding, source: string): string[] {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  return fixes
    .filter(
      fix => fix.edits.length > 0 && fix.edits.every(edit => edit.start >= start.offset && edit.end <= end.offset)
    )
    .map(
      fix =>
        applyEdits(
          text.slice(start.offset, end.offset),
          fix.edits.map(edit => ({ start: edit.start - start.offset, end: edit.end - start.offset, text: edit.text }))
        ).text
    )
}

/** A crashed rule is no finding: it fails the file with the rule's name, the other findings stay. */
function reportTrouble(trouble: Trouble, file: VFile): void {
  const message = file.message(
    trouble.message,
    trouble.line === undefined ? undefined : { line: trouble.line, column: trouble.column ?? 1 }
  )
  message.fatal = true
  message.source = 'planlint'
  message.ruleId = trouble.code
}
