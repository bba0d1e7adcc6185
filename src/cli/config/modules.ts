/** Loads what a configuration names: the only place that runs code of the checked tree. */
import { importModule } from '../runtime/import-module.ts'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Resolves a specifier as remark does: `remark-<name>` first, then `<name>`, from the configuration's folder.
 *
 * @returns a URL, or undefined where there is no such module
 */
export async function resolvePlugin(specifier: string, root: string): Promise<string | undefined> {
  const { resolve } = await import('import-meta-resolve')
  const from = pathToFileURL(root).href + '/'
  for (const name of namesOf(specifier)) {
    try {
      return resolve(name, from)
    } catch {
      // The next name.
    }
  }
  return undefined
}

/**
 * @param url of a module
 * @returns its default export
 * @throws when it can't be imported or has none
 */
export async function importDefault(url: string): Promise<unknown> {
  const module = (await importModule(url)) as { default?: unknown }
  if (!('default' in module)) throw new Error('Expected a default export')
  return module.default
}

/**
 * Of a script that was taken for the other kind of module: how it should be called.
 *
 * @param message what Node says
 */
export function moduleHint(message: string, file: string): string {
  const stem = path.basename(file).replace(/\.[cm]?js$/, '')
  if (/\b(?:module|exports|require|__dirname|__filename) is not defined\b/.test(message))
    return ` (Node takes it for an ES module: call it ${stem}.cjs, or write "export default")`
  if (/Cannot use import statement|Unexpected token '?export'?|Cannot use 'import\.meta'/.test(message))
    return ` (Node takes it for CommonJS: call it ${stem}.mjs${file.endsWith('.cjs') ? '' : ', or set "type": "module" in package.json'})`
  return ''
}

function namesOf(specifier: string): string[] {
  if (specifier.startsWith('.')) return [specifier]
  const slash = specifier.startsWith('@') ? specifier.indexOf('/') : -1
  const scope = specifier.slice(0, slash + 1)
  const name = specifier.slice(slash + 1)
  return name.startsWith('remark-') ? [specifier] : [`${scope}remark-${name}`, specifier]
}
