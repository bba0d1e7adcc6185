import type { Root } from 'mdast'
import remarkLint from 'remark-lint'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { controlPoint, hasLintComment, lastLeafEnd } from './comments/control-point.ts'
import { parseFast } from 'mdast-fast'
import { parsePlan } from '../parse/parse.ts'
import { quickFixes } from './quick-fixes.ts'
import { checkText } from './lint-text.ts'
import { sourceOf } from '../util/source.ts'
import { lintTree } from './lint-tree.ts'
import type { LintEnvironment, Surroundings } from './tree-types.ts'
import type { PlanlintOptions } from '../options.ts'
import type { RuleSetting } from '../options/settings.ts'
import { validateOptions } from '../options.ts'
import { settingProblem } from '../options/settings.ts'
import { rules } from '../../rules/index.ts'
import type { Profile } from '../profiles/schema.ts'
import type { Rule } from './rule.ts'
import { readSetting } from './severity.ts'
import { silence } from './comments/silence.ts'
import { unusedComments } from './comments/unused.ts'
import { addSyntax } from './syntax.ts'
import type { Finding, FatalError } from '../types.ts'

/** How other code recognises planlint's plugins in a configuration, whichever copy of the package they come from. */
export const marker = Symbol.for('planlint')

type Options = PlanlintOptions | undefined

/** Looks for what lies around a file. */
type Surround = (file: VFile) => FileSurroundings

/**
 * The repository and other plans, and what git failed with where it can't tell of the repository; and where the file lies, if its own path does not tell that
 * as well.
 */
export type FileSurroundings = Surroundings & { fatal?: FatalError; path?: string }

type Transformer = (tree: Root, file: VFile) => void

/** What unified-engine hands to plugins besides their options: the files of a run, and who is heard once all were transformed. */
interface FileSet {
  use(completer: (set: FileSet) => void): unknown
}

/**
 * The remark plugin: every rule, remark-lint's comments, and the syntax that plans need.
 *
 * @param surround Tells what lies around a file; rules that ask the repository are skipped without.
 */
export function createPlugin(surround?: Surround) {
  /**
   * @param options planlint's options.
   * @param set the files of the run, from hosts that have such
   * @throws {Error} Where an option is unknown or has a wrong value.
   */
  function planlint(this: Processor, options?: Options, set?: FileSet): Transformer {
    const checked = validateOptions(
      options,
      rules.map(rule => rule.id)
    )
    if (checked.problems.length > 0)
      throw new Error(`planlint: ${checked.problems.map(({ message }) => message).join('; ')}`)
    addSyntax(this)
    guardParser(this, checked.options.limits)
    this.use(remarkLint as Plugin)
    const inline = (checked.options.profiles ?? []).filter(
      (profile): profile is Record<string, unknown> => typeof profile === 'object'
    )
    const profiles = inline as unknown as Profile[]
    return transformer({ options: checked.options, profiles }, set, surround)
  }
  return Object.assign(planlint, { [marker]: { kind: 'plugin' } })
}

export default createPlugin()

function transformer(
  environment: LintEnvironment,
  set: FileSet | undefined,
  surround: Surround | undefined
): Transformer {
  set?.use(settle)
  return (tree, file) => lintInto(file, tree, { ...environment, ...surround?.(file) }, set)
}

/** Lints a parsed file; what was found becomes its messages. */
function lintInto(file: VFile, tree: Root, environment: LintEnvironment & FileSurroundings, set?: FileSet): void {
  const before = file.messages.length
  lintFile(tree, file, environment)
  if (set) defer(set, file.messages.slice(before))
}

/** Parsers that measure before they parse. */
const guarded = new WeakSet<object>()

/**
 * The guard before the processor's own parser, which takes the square of the time on some texts, or overflows the stack. How long a file is alone says nothing
 * of that, and other documents than plans may be long. A parser that is attached after planlint can't be guarded.
 */
function guardParser(processor: Processor, limits: Record<string, number> = {}): void {
  const parser = processor.parser as ((text: string, file: VFile) => Root) | undefined
  if (!parser || guarded.has(parser)) return
  const own = (text: string, file: VFile): Root => {
    const found = checkText(sourceOf(text), { bytes: Infinity, lines: Infinity, ...limits })
    if (!found) return parser(text, file)
    return file.fail(found.message, {
      place: { line: found.line ?? 1, column: found.column ?? 1 },
      ruleId: found.code,
      source: 'planlint'
    })
  }
  guarded.add(own)
  Object.assign(processor, { parser: own })
}

type Message = VFile['messages'][number]

/** Messages that are to be fatal once all files of a run were transformed. */
const deferred = new WeakMap<FileSet, Message[]>()

/**
 * unified-engine stops waiting for a file as soon as it has a fatal message: if a later plugin takes its time and the other files are done, the file's
 * messages are lost, and with them the rest of the run. So none is fatal before all files were transformed.
 */
function defer(set: FileSet, messages: Message[]): void {
  const waiting = deferred.get(set) ?? []
  deferred.set(set, waiting)
  for (const message of messages)
    if (message.fatal) {
      message.fatal = false
      waiting.push(message)
    }
}

/** One function for all plugins and files: the engine calls it once. */
function settle(set: FileSet): void {
  for (const message of deferred.get(set) ?? []) message.fatal = true
  deferred.delete(set)
}

/**
 * One rule as a plugin of its own: `'error'`, `'warn'`, `false` or `['error', options]`, as remark-lint has it.
 *
 * @param surround As for `createPlugin`.
 */
export function createRulePlugin(rule: Rule, surround?: Surround): Plugin<[unknown?], Root> {
  function plugin(this: Processor, setting?: unknown, set?: FileSet): Transformer | undefined {
    const { severity, options } = readSetting(checkedSetting(rule, setting))
    if (severity === 'off') return undefined
    addSyntax(this)
    guardParser(this)
    this.use(remarkLint as Plugin)
    const own = severity === undefined ? true : severity === 'error' ? 'error' : 'warn'
    return transformer(
      { options: { rules: { [rule.id]: [own, options] } }, only: [rule] },
      set,
      rule.repo || rule.set ? surround : undefined
    )
  }
  Object.defineProperty(plugin, 'name', { value: `remark-lint:${rule.id}` })
  return Object.assign(plugin, { [marker]: { kind: 'rule', id: rule.id } }) as unknown as Plugin<[unknown?], Root>
}

/** A bare object is options, as in remark-lint; those of rules that others have defined are theirs. @throws {Error} */
function checkedSetting(rule: Rule, setting: unknown): RuleSetting | undefined {
  const whole = Array.isArray(setting) || typeof setting !== 'object' || setting === null ? setting : [true, setting]
  const problem = whole === undefined || whole === null ? undefined : settingProblem(whole)
  if (problem && rules.includes(rule))
    throw new Error(`planlint: Unknown setting of "planlint/rules/${rule.id}": ${problem.message}`)
  return (whole ?? undefined) as RuleSetting | undefined
}

function lintFile(tree: Root, file: VFile, { fatal, ...environment }: LintEnvironment & FileSurroundings): void {
  const path = (environment.path ?? file.path)?.replaceAll('\\', '/')
  const { limits } = environment.options ?? {}
  const source = sourceOf(String(file))
  const parse = (text: string): Root => parseFast(text) ?? parsePlan(text)
  const result = lintTree(
    // Code in a tree of the file's own holds its carriage returns, which end no line for whoever reads the source.
    String(file).endsWith(source) ? tree : parse(source),
    source,
    { ...environment, ...(path === undefined ? {} : { path }) },
    // A file beside it keeps to the bounds of every text.
    text => (checkText(text, limits) ? 'it is too complex' : parse(text))
  )
  const leafEnd = lastLeafEnd(tree)
  for (const finding of result.findings) report(finding, tree, leafEnd, file)
  // remark-lint itself applies the comments, later.
  if (environment.options?.reportUnusedDisableDirectives && hasLintComment(source)) {
    const { findings } = silence(tree, source, result.findings)
    const unused = unusedComments(tree, result, findings, { ...environment, ...(path === undefined ? {} : { path }) })
    for (const finding of unused) report(finding, tree, leafEnd, file)
  }
  for (const each of result.fatalErrors) reportFatal(each, file)
  if (fatal && result.skipped.length > 0) warnOf(fatal, file)
}

function report(finding: Finding, tree: Root, leafEnd: number, file: VFile): void {
  const message = file.message(finding.message, { source: 'remark-lint', ruleId: finding.rule, place: finding.place })
  Object.assign(message, controlPoint(finding, tree, leafEnd))
  message.fatal = finding.severity === 'error'
  message.url = finding.url
  if (finding.help !== undefined) message.note = finding.help
  const safe = (finding.fixes ?? []).filter(fix => fix.safe)
  const replacements = quickFixes(safe, finding.place, String(file))
  if (replacements.length > 0) message.expected = replacements
  if (finding.fixes) Object.assign(message, { fixes: finding.fixes })
  const [second] = finding.related ?? []
  // Reporters and editors show the stack of a cause: here it is the second place, in words.
  if (second)
    message.cause = Object.assign(new Error(second.message), {
      place: second.place,
      reason: second.message,
      stack: `${second.message} (${second.path === undefined ? '' : `${second.path}:`}${second.place.start.line}:${second.place.start.column})`
    })
}

/** A crashed rule is no finding: it fails the file with the rule's name, the other findings stay. */
function reportFatal(fatal: FatalError, file: VFile): void {
  const message = file.message(
    fatal.message,
    fatal.line === undefined ? undefined : { line: fatal.line, column: fatal.column ?? 1 }
  )
  message.fatal = true
  message.source = 'planlint'
  message.ruleId = fatal.code
}

/** What git could not tell is not checked: a warning, once for a file, whichever rule would have asked. */
function warnOf({ code, message: words }: FatalError, file: VFile): void {
  if (file.messages.some(({ ruleId, source }) => ruleId === code && source === 'planlint')) return
  const message = file.message(words, { line: 1, column: 1 })
  message.source = 'planlint'
  message.ruleId = code
  message.note = 'Mend what git says, and look at the file again'
}
