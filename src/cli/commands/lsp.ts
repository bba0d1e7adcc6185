/** `planlint lsp --stdio`: the remark language server, with planlint wherever a workspace's remark configuration says nothing of it. */
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { FileSet } from '../../lint/remark.ts'
import type { Profile } from '../../profiles/schema.ts'
import type { Call } from '../call.ts'
import { importModule } from '../runtime/import-module.ts'
import { createConfigFinder } from '../config/config.ts'
import type { Config } from '../config/config.ts'
import { ConfigError } from '../config/error.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'
import { settled } from '../lsp-debounce.ts'
import { unasked } from '../lsp-input.ts'

const packageName = 'unified-language-server'

/** There is no such module: the server takes the processor that it is given. */
const nothing = new URL('./no-processor.js', import.meta.url).href

/** What is used of the server. */
interface ServerModule {
  createUnifiedLanguageServer(options: Record<string, unknown>): void
}

export async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  if (parsed.values.get('stdio') !== true)
    throw new UsageError('Missing --stdio: planlint lsp talks to an editor over standard input and output')
  const dataOnly = parsed.values.get('config-js') === false
  const server = await load<ServerModule>(packageName, dataOnly ? undefined : io.cwd)
  if (!server)
    throw new UsageError(
      `Missing package "${packageName}", which planlint lsp needs: npm install --save-dev ${packageName}`
    )
  const [{ default: planlint, marker }, { guardParser, lintInto }, { offerSuggestions }, { surround }, { addSyntax }] =
    await Promise.all([
      import('../../node.ts'),
      import('../../lint/remark.ts'),
      import('../../lint/quick-fixes.ts'),
      import('../../repo/around.ts'),
      import('../../lint/syntax.ts')
    ])
  const [{ unified }, { default: remarkParse }, { default: remarkLint }, { parseFast }, { planSyntax }] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-lint'),
      import('mdast-fast'),
      import('../../parse/parse.ts')
    ])

  const configOf = (file: VFile): Promise<Config> =>
    createConfigFinder({ cwd: io.cwd, given: undefined, dataOnly, ruleIds: services.ruleIds }).of(
      path.resolve(file.cwd, file.path ?? 'untitled.md')
    )

  /** The command line lints with planlint's own settings where a configuration leaves it unnamed; so does the editor. */
  function unlessNamed(this: Processor, _options: unknown, set?: FileSet): unknown {
    const isNamed = this.attachers.some(([plugin]) => typeof plugin === 'function' && Object.hasOwn(plugin, marker))
    if (isNamed) return (_: Root, file: VFile): void => offerSuggestions(file)
    const lint = planlint.call(this, undefined, set)
    return async (tree: Root, file: VFile): Promise<void> => {
      if (!(await isOn(file))) return
      lint(tree, file)
      offerSuggestions(file)
    }
  }

  /** Plugins that a configuration switches off never come to be attached. */
  async function isOn(file: VFile): Promise<boolean> {
    try {
      return (await configOf(file)).enabled
    } catch (error) {
      // The server says what is wrong with it.
      if (error instanceof ConfigError) return true
      throw error
    }
  }

  /** Nothing of the workspace is imported: what its data says of planlint is read by planlint itself. */
  function byDataAlone(this: Processor): unknown {
    addSyntax(this)
    guardParser(this)
    this.use(remarkLint)
    return async (tree: Root, file: VFile): Promise<void> => {
      try {
        const { enabled, options, profiles, file: source = '' } = await configOf(file)
        if (!enabled) return
        const own = (await services.completeProfiles(profiles, source)) as unknown as Profile[]
        lintInto(file, tree, { options, profiles: own, ...surround(file) })
        offerSuggestions(file)
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        file.message(error.message, { source: 'planlint', ruleId: 'config' }).fatal = true
      }
    }
  }

  /** As remark-parse, and several times as fast where no plugin brought syntax besides planlint's. */
  function fastFirst(this: Processor): void {
    const reference = this.parser as (text: string, file: VFile) => Root
    const parse = (text: string, file: VFile): Root => {
      const { micromarkExtensions = [] } = this.data() as { micromarkExtensions?: unknown[] }
      const isOurs = micromarkExtensions.length === planSyntax().micromark.length
      return (isOurs ? parseFast(text) : undefined) ?? reference(text, file)
    }
    Object.assign(this, { parser: parse })
  }

  // The server reads `process.stdin` and nothing else.
  Object.defineProperty(process, 'stdin', { value: process.stdin.pipe(unasked()).pipe(settled()), configurable: true })
  server.createUnifiedLanguageServer({
    configurationSection: 'remark',
    ignoreName: '.remarkignore',
    ...(dataOnly
      ? { plugins: [byDataAlone], processorName: nothing }
      : {
          packageField: 'remarkConfig',
          pluginPrefix: 'remark',
          plugins: [unlessNamed],
          rcName: '.remarkrc',
          processorName: 'remark',
          processorSpecifier: 'remark'
        }),
    defaultProcessor: unified()
      .use(remarkParse)
      .use(fastFirst)
      .use(asItIs as never)
  })
  // The server ends the process when the editor hangs up.
  return new Promise(() => undefined)
}

/** Formatting is not planlint's business: without remark, a document stays as it is. */
function asItIs(this: { compiler?: unknown }): void {
  this.compiler = (_: unknown, file: VFile) => String(file)
}

/** planlint's own copy first: a workspace might bring anything by that name. Nothing of the workspace where none is given. */
async function load<T>(name: string, workspace: string | undefined): Promise<T | undefined> {
  const bases = [
    fileURLToPath(import.meta.url),
    ...(workspace === undefined ? [] : [path.join(workspace, 'package.json')])
  ]
  for (const base of bases) {
    const found = resolve(name, base)
    if (found !== undefined) return (await importModule(pathToFileURL(found).href)) as T
  }
  return undefined
}

function resolve(name: string, base: string): string | undefined {
  try {
    return createRequire(base).resolve(name)
  } catch {
    return undefined
  }
}
