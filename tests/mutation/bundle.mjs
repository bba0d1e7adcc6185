/** Test files and the code they reach as one script, so that any of it can be evaluated afresh in milliseconds. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import { build } from 'esbuild'

/**
 * @param {string} root folder of the project, or a copy of it
 * @param {string[]} files paths of test files below it
 * @param {unknown} vitest what they get as `vitest`
 * @returns {Promise<() => (file: string) => void>} makes a fresh set of modules, of which nothing is evaluated yet: what it gives
 *   evaluates a test file and what that needs; packages keep their state
 */
export async function bundle(root, files, vitest) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `module.exports = {${files.map(file => `${JSON.stringify(file)}: () => require('./${file}')`).join(',\n')}}`,
      resolveDir: root
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // Packages of the workspace are TypeScript, which Node does not import.
    alias: { 'mdast-fast': './packages/mdast-fast/src/index.ts' },
    plugins: [{ name: 'places', setup: places }],
    logLevel: 'error'
  })
  // Packages come as Node imports them; esbuild would wrap them once more.
  const code = outputFiles[0].text.replace(/__toESM\((require\("[^"]+"\))(?:, 1)?\)/g, '$1')
  const packages = new Map(await Promise.all(externals(metafile).map(async name => [name, await load(root, name)])))
  packages.set('vitest', vitest)
  const evaluate = new vm.Script(`(function (require, module) {${code}\n})`, {
    filename: path.join(root, 'mutants.cjs')
  }).runInThisContext()
  return () => {
    const module = { exports: {} }
    evaluate(name => packages.get(name), module)
    return file => module.exports[file]()
  }
}

/** `import.meta` says where each file stands, as if it were not bundled. */
function places({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
    const text = fs.readFileSync(file, 'utf8')
    if (file.includes('node_modules') || !text.includes('import.meta')) return undefined
    const contents = text
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
      .replaceAll('import.meta.url', JSON.stringify(`file://${file}`))
    return { contents, loader: 'ts' }
  })
}

function externals({ outputs }) {
  const names = Object.values(outputs)
    .flatMap(output => output.imports)
    .filter(each => each.external)
    .map(each => each.path)
  return [...new Set(names)].filter(name => name !== 'vitest')
}

function load(root, name) {
  return import(name.startsWith('node:') ? name : createRequire(path.join(root, 'package.json')).resolve(name))
}
