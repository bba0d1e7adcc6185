/** `planlint lsp --stdio`: the remark language server, with planlint wherever a workspace's remark configuration says nothing of it. */
import path from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { Call } from '../commands.ts'
import { importModule } from '../runtime/import-module.ts'
import { createConfigFinder } from '../config/config.ts'
import { ConfigError } from '../config/error.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'
import { unasked } from '../lsp-input.ts'

const packageName = 'unified-language-server'

/** What is used of the server. */
interface ServerModule {
  createUnifiedLanguageServer(options: Record<string, unknown>): void
}

export async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  if (parsed.values.get('stdio') !== true)
    throw new UsageError('Missing --stdio: planlint lsp talks to an editor over standard input and output')
  const server = await load<ServerModule>(packageName, io.cwd)
  if (!server)
    throw new UsageError(
      `Missing package "${packageName}", which planlint lsp needs: npm install --save-dev ${packageName}`
    )
  const [{ default: planlint, marker }, { unified }, { default: remarkParse }] = await Promise.all([
    import('../../node.ts'),
    import('unified'),
    import('remark-parse')
  ])

  /** The command line judges with planlint's own settings where a configuration leaves it unnamed; so does the editor. */
  function unlessNamed(this: Processor): unknown {
    const isNamed = this.attachers.some(([plugin]) => typeof plugin === 'function' && Object.hasOwn(plugin, marker))
    if (isNamed) return undefined
    const judge = planlint.call(this)
    return async (tree: Root, file: VFile): Promise<void> => {
      if (await isOn(path.resolve(file.cwd, file.path ?? 'untitled.md'))) judge(tree, file)
    }
  }

  /** Plugins that a configuration switches off never come to be attached. */
  async function isOn(file: string): Promise<boolean> {
    try {
      return (
        await createConfigFinder({ cwd: io.cwd, given: undefined, dataOnly: false, ruleIds: services.ruleIds }).of(file)
      ).enabled
    } catch (error) {
      // The server says what is wrong with it.
      if (error instanceof ConfigError) return true
      throw error
    }
  }

  // The server reads `process.stdin` and nothing else.
  Object.defineProperty(process, 'stdin', { value: process.stdin.pipe(unasked()), configurable: true })
  server.createUnifiedLanguageServer({
    configurationSection: 'remark',
    ignoreName: '.remarkignore',
    packageField: 'remarkConfig',
    pluginPrefix: 'remark',
    plugins: [unlessNamed],
    rcName: '.remarkrc',
    processorName: 'remark',
    processorSpecifier: 'remark',
    defaultProcessor: unified()
      .use(remarkParse)
      .use(asItIs as never)
  })
  // The server ends the process when the editor hangs up.
  return new Promise(() => undefined)
}

/** Formatting is not planlint's business: without remark, a document stays as it is. */
function asItIs(this: { compiler?: unknown }): void {
  this.compiler = (_: unknown, file: VFile) => String(file)
}

/** From the workspace first, then from beside planlint. */
async function load<T>(name: string, cwd: string): Promise<T | undefined> {
  for (const base of [path.join(cwd, 'package.json'), fileURLToPath(import.meta.url)]) {
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
