/**
 * Builds the extension into editors/vscode/dist, with the server that `npm run build` made, and packs it with vsce, which `npx` brings. `--no-pack` only builds, `--out=FOLDER` elsewhere.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

const folder = import.meta.dirname
const root = path.join(folder, '../..')
const out = process.argv.find(arg => arg.startsWith('--out='))?.slice(6)
const dist = out ?? path.join(folder, 'dist')
const vsce = '@vscode/vsce@3.6.0'

const { version: own } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
if (own !== version) throw new Error(`The extension is of version ${own}, planlint of ${version}`)

if (out === undefined) fs.rmSync(dist, { recursive: true, force: true })
await esbuild.build({
  entryPoints: [path.join(folder, 'src/extension.mts')],
  outfile: path.join(dist, 'extension.cjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  legalComments: 'none',
  logLevel: 'warning'
})
fs.mkdirSync(path.join(dist, 'server'))
fs.copyFileSync(path.join(root, 'dist/bin.cjs'), path.join(dist, 'server/bin.cjs'))
fs.cpSync(path.join(root, 'dist/cli'), path.join(dist, 'server/cli'), {
  recursive: true,
  filter: file => path.basename(file) !== '.code'
})
if (!process.argv.includes('--no-pack')) {
  fs.copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'))
  execFileSync(
    'npx',
    ['--yes', vsce, 'package', '--no-dependencies', '--out', path.join(folder, `planlint-${version}.vsix`)],
    { cwd: folder, stdio: 'inherit' }
  )
}
