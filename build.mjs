/**
 * Builds dist/. Quiet on standard output: `npm pack` prints the tarball's name there, and pre-commit reads it.
 *
 * - dist/index.js, dist/browser.js, dist/rules/<id>.js: the library; dependencies stay imports, the rules share one copy of the model.
 * - dist/bin.cjs: the command, which loads dist/cli/main.cjs, a script, so that V8's bytecode of it can be kept; what few runs need is beside it.
 * - dist/types: declarations of what the library exports.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import * as esbuild from 'esbuild'

const root = import.meta.dirname
const dist = path.join(root, 'dist')
/** Built aside and then put in place: whoever runs dist/ meanwhile finds it whole. */
const fresh = path.join(root, `.dist-${process.pid}`)
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
const ids = fs
  .readdirSync(path.join(root, 'rules'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && fs.existsSync(path.join(root, 'rules', entry.name, 'index.ts')))
  .map(entry => entry.name)
  .sort()

const common = {
  absWorkingDir: root,
  outdir: fresh,
  bundle: true,
  format: 'esm',
  target: 'node20',
  splitting: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  // A workspace of this repository: part of what is built, not a dependency of it.
  alias: { 'mdast-fast': path.join(root, 'packages/mdast-fast/src/index.ts') },
  logLevel: 'warning'
}

/** Of package.json the code knows the version alone. */
const versionOnly = {
  name: 'version-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path: file }) =>
      file === path.join(root, 'package.json')
        ? { contents: JSON.stringify({ version: manifest.version }), loader: 'json' }
        : undefined
    )
  }
}

/** Rules that ask the repository: their plugins are for Node alone. */
const asking = new Set(
  ids.filter(id => /^  repo: true,$/m.test(fs.readFileSync(path.join(root, 'rules', id, 'index.ts'), 'utf8')))
)

/** Each rule as a plugin of its own. */
const ruleEntries = {
  name: 'rule-entries',
  setup(build) {
    build.onResolve({ filter: /^rule:/ }, ({ path: name }) => ({ path: name.slice(5), namespace: 'rule' }))
    build.onLoad({ filter: /.*/, namespace: 'rule' }, ({ path: id }) => ({
      contents: `import rule from './rules/${id}/index.ts'\nimport { ${asking.has(id) ? 'rulePlugin' : 'createRulePlugin as rulePlugin'} } from './src/${asking.has(id) ? 'node' : 'lint/remark'}.ts'\nexport default rulePlugin(rule)\n`,
      loader: 'ts',
      resolveDir: root
    }))
  }
}

/** The pages of the rules go into the command as text; the module reads them from disk otherwise. */
const pages = {
  name: 'pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]cli[\\/]pages\.ts$/ }, () => {
      const written = ids
        .map(id => [id, path.join(root, 'rules', `${id}.md`)])
        .filter(([, file]) => fs.existsSync(file))
      const texts = Object.fromEntries(written.map(([id, file]) => [id, fs.readFileSync(file, 'utf8')]))
      return {
        contents: `const texts = ${JSON.stringify(texts)}\nexport const pageText = id => texts[id]\n`,
        loader: 'js'
      }
    })
  }
}

/** zod's messages in fifty languages are not needed. */
const englishOnly = {
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js"',
      loader: 'js'
    }))
  }
}

function library() {
  return esbuild.build({
    ...common,
    platform: 'neutral',
    packages: 'external',
    chunkNames: 'core/[name]-[hash]',
    plugins: [versionOnly, ruleEntries],
    external: ['node:*'],
    entryPoints: [
      { in: 'src/node.ts', out: 'index' },
      { in: 'src/index.ts', out: 'browser' },
      ...ids.map(id => ({ in: `rule:${id}`, out: `rules/${id}` }))
    ]
  })
}

/** A script that V8's bytecode is kept of can't import: the shell that loads it does. */
const importer = {
  name: 'importer',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]cli[\\/]runtime[\\/]import-module\.ts$/ }, () => ({
      contents: 'const given = importModule\nexport { given as importModule }\n',
      loader: 'js'
    }))
  }
}

/** What few runs need: in files of its own, none of which shares any state with the rest. */
const seldom = {
  reference: 'src/parse/parse.ts',
  silence: 'src/lint/comments/silence.ts',
  schema: 'src/profiles/schema.ts',
  pages: 'src/cli/pages.ts',
  protocol: 'src/cli/lsp/protocol.ts',
  mcp: 'src/cli/mcp/protocol.ts',
  yaml: 'node_modules/yaml/browser/index.js',
  resolve: 'node_modules/import-meta-resolve/index.js'
}

/** Leaves lazy imports of these files to be resolved when they are needed. */
const apart = {
  name: 'apart',
  setup(build) {
    const names = new Map(Object.entries(seldom).map(([name, file]) => [path.join(root, file), name]))
    build.onResolve({ filter: /./ }, async ({ path: specifier, kind, pluginData, ...from }) => {
      if (kind !== 'dynamic-import' || pluginData === apart) return undefined
      const { path: file, errors } = await build.resolve(specifier, {
        kind,
        pluginData: apart,
        resolveDir: from.resolveDir,
        importer: from.importer
      })
      const name = errors.length === 0 ? names.get(file) : undefined
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true }
    })
  }
}

const script = {
  ...common,
  outdir: path.join(fresh, 'cli'),
  platform: 'node',
  format: 'cjs',
  splitting: false,
  charset: 'ascii',
  outExtension: { '.js': '.cjs' },
  // Anything in the sources that asks where it lies is answered by where the bundle lies.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
  supported: { 'dynamic-import': false },
  plugins: [versionOnly, pages, englishOnly, importer, apart],
  alias: { ...common.alias, yaml: path.join(root, 'node_modules/yaml/browser/index.js') }
}

/** Regular expressions keep characters beyond ASCII, whatever charset is asked for. In ASCII a script is read in half the time, and takes half the memory. */
function toAscii(file) {
  const text = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  )
}

async function command() {
  const [main, rest] = await Promise.all([
    esbuild.build({ ...script, entryPoints: [{ in: 'src/cli/runtime/main.ts', out: 'main' }] }),
    esbuild.build({ ...script, entryPoints: Object.entries(seldom).map(([out, file]) => ({ in: file, out })) })
  ])
  toAscii(path.join(fresh, 'cli/main.cjs'))
  const hash = createHash('sha256')
    .update(fs.readFileSync(path.join(fresh, 'cli/main.cjs')))
    .digest('hex')
    .slice(0, 16)
  // Node starts a script earlier than a module.
  await esbuild.build({
    ...common,
    platform: 'node',
    splitting: false,
    plugins: [versionOnly],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    banner: script.banner,
    define: { ...script.define, BUNDLE_HASH: JSON.stringify(hash) },
    entryPoints: [
      { in: 'src/cli/runtime/start.ts', out: 'bin' },
      { in: 'src/cli/runtime/worker-start.ts', out: 'cli/worker' }
    ]
  })
  return { inputs: { ...main.metafile.inputs, ...rest.metafile.inputs } }
}

/** Declarations that the public ones reach, and no others. */
async function types() {
  const out = path.join(fresh, 'types')
  await promisify(execFile)(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'tsconfig.build.json'), '--outDir', out],
    { cwd: root }
  )
  const kept = new Set()
  const keep = file => {
    if (kept.has(file)) return
    kept.add(file)
    const text = fs.readFileSync(file, 'utf8').replace(/((?:from |import\()['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
    fs.writeFileSync(file, text)
    for (const [, name] of text.matchAll(/(?:from |import\()['"](\.[^'"]*)\.js['"]/g))
      keep(path.join(path.dirname(file), `${name}.d.ts`))
  }
  keep(path.join(out, 'src/index.d.ts'))
  for (const name of fs.readdirSync(out, { recursive: true }))
    if (name.endsWith('.d.ts') && !kept.has(path.join(out, name))) fs.rmSync(path.join(out, name))
  removeEmptyFolders(out)
  fs.mkdirSync(path.join(fresh, 'rules'), { recursive: true })
  for (const id of ids)
    fs.writeFileSync(
      path.join(fresh, 'rules', `${id}.d.ts`),
      "import type { Root } from 'mdast'\nimport type { Plugin } from 'unified'\ndeclare const plugin: Plugin<[unknown?], Root>\nexport default plugin\n"
    )
}

function removeEmptyFolders(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name))
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder)
}

/** The licences of what is bundled go with it. */
function notices({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap(file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])
  )
  const texts = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
    const file = fs.readdirSync(path.join(root, folder)).find(each => /^licen[cs]e/i.test(each))
    return `${name} ${version} (${license})\n\n${file ? fs.readFileSync(path.join(root, folder, file), 'utf8').trim() : ''}\n`
  })
  fs.writeFileSync(path.join(fresh, 'cli/LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`))
}

try {
  const [, bundled] = await Promise.all([library(), command(), types()])
  notices(bundled)
  fs.chmodSync(path.join(fresh, 'bin.cjs'), 0o755)
  fs.rmSync(dist, { recursive: true, force: true })
  fs.renameSync(fresh, dist)
} catch (error) {
  process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? error.stack}\n`)
  process.exitCode = 1
} finally {
  fs.rmSync(fresh, { recursive: true, force: true })
}
