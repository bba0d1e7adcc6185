/**
 * Lays the extension out in a folder, with the server that `npm run build` made, and packs it there with vsce, which `npx` brings.
 * `--out=FOLDER` lays it out elsewhere than in editors/vscode/dist; `--no-pack` only does that.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

const source = import.meta.dirname
const root = path.join(source, '../..')
const given = process.argv.find(arg => arg.startsWith('--out='))?.slice(6)
const out = given === undefined ? path.join(source, 'dist') : path.resolve(given)
const vsce = '@vscode/vsce@3.6.0'

const { version: own } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'))
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
if (own !== version) throw new Error(`The extension is of version ${own}, planlint of ${version}`)

if (given === undefined) fs.rmSync(out, { recursive: true, force: true })
await esbuild.build({
  entryPoints: [path.join(source, 'src/extension.mts')],
  outfile: path.join(out, 'extension.cjs'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  legalComments: 'none',
  logLevel: 'warning'
})
for (const name of ['package.json', 'README.md']) fs.copyFileSync(path.join(source, name), path.join(out, name))
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(out, 'LICENSE'))
fs.mkdirSync(path.join(out, 'server'))
fs.copyFileSync(path.join(root, 'dist/bin.cjs'), path.join(out, 'server/bin.cjs'))
fs.cpSync(path.join(root, 'dist/cli'), path.join(out, 'server/cli'), {
  recursive: true,
  filter: file => path.basename(file) !== '.code'
})
if (!process.argv.includes('--no-pack'))
  execFileSync('npx', ['--yes', vsce, 'package', '--no-dependencies', '--out', `planlint-${version}.vsix`], {
    cwd: out,
    stdio: 'inherit'
  })
