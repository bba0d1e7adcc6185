import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { renderIndex } from './gen-index.ts'

/** Writes every generated file, or with `--check` says which are out of date. */
const check = process.argv.includes('--check')
const outputs = new Map<string, string>()
const ids = readdirSync('rules').filter(name => name.endsWith('.ts') && name !== 'index.ts').map(name => name.slice(0, -3)).sort()
outputs.set('rules/index.ts', renderIndex(ids))

let stale = 0
for (const [file, text] of outputs) {
  let before = ''
  try { before = readFileSync(file, 'utf8') } catch { /* not there yet */ }
  if (before === text) continue
  stale++
  if (check) process.stderr.write(`${file} is out of date: run npm run gen\n`)
  else writeFileSync(file, text)
}
if (check && stale > 0) process.exitCode = 1
