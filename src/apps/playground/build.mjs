/** Builds the playground: one page that needs no server. Bundling for a browser fails where the core reaches for Node. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

const here = import.meta.dirname
const root = path.join(here, '../../..')
const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  platform: 'browser',
  format: 'iife',
  target: 'es2023',
  minify: true,
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'silent'
}
/** Milliseconds that judging a text may take. */
const timeLimit = 3000

/** The core and what it stands on, as the text of a worker. */
async function bundleWorker() {
  // Without the condition, a dependency takes the document to decode character references.
  return bundle('worker.ts', { plugins: [versionOnly, englishOnly], conditions: ['worker'] })
}

/** @param {string} outdir the folder to write `index.html` to */
export async function buildPlayground(outdir) {
  const worker = await bundleWorker()
  const script = inPage(
    await bundle('main.ts', {
      define: { WORKER_CODE: JSON.stringify(worker), TIME_LIMIT: String(timeLimit), SAMPLES: JSON.stringify(samples()) }
    })
  )
  const { code: style } = await esbuild.transform(read('page.css'), {
    loader: 'css',
    minify: true,
    target: 'chrome123'
  })
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error('The page would end inside its own script')
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types planlint`
  const page = read('index.html')
    .replace('POLICY', () => policy)
    .replace('STYLE', () => style)
    .replace('SCRIPT', () => script)
  fs.mkdirSync(outdir, { recursive: true })
  fs.writeFileSync(path.join(outdir, 'index.html'), page)
}

async function bundle(entry, options) {
  const { outputFiles } = await esbuild.build({ ...common, ...options, entryPoints: [path.join(here, 'page', entry)] })
  return outputFiles[0].text
}

/** Inside a script element `<!--` would change how its end is found; it stands in strings alone. */
function inPage(script) {
  return script.replaceAll('<!--', '<\\!--')
}

function samples() {
  const folder = path.join(root, 'examples')
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => ({
      name: name.slice(0, -3).replaceAll('-', ' '),
      text: fs.readFileSync(path.join(folder, name), 'utf8')
    }))
}

function read(name) {
  return fs.readFileSync(path.join(here, 'page', name), 'utf8')
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** Of package.json the code knows the version alone. */
const versionOnly = {
  name: 'version-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path: file }) =>
      file === path.join(root, 'package.json')
        ? { contents: JSON.stringify({ version: JSON.parse(fs.readFileSync(file, 'utf8')).version }), loader: 'json' }
        : undefined
    )
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

if (process.argv[1] === import.meta.filename) await buildPlayground(path.join(root, 'dist/playground'))
