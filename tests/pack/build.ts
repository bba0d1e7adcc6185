/** Builds dist/ once, before any test, where it is older than the sources. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export default function setup(): void {
  const built = path.join(root, 'dist/bin.cjs')
  const since = fs.existsSync(built) ? fs.statSync(built).mtimeMs : 0
  const sources = ['src', 'rules'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(name => path.join(root, folder, name))
  )
  if (
    [...sources, path.join(root, 'build.mjs'), path.join(root, 'package.json')].every(
      file => fs.statSync(file).mtimeMs <= since
    )
  )
    return
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' })
}
