/** `npm run site`: installs the generator, here alone, and builds the site. */
import { execFileSync } from 'node:child_process'

const here = import.meta.dirname
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
for (const words of [
  ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
  ['run', 'build']
])
  execFileSync(npm, words, { cwd: here, stdio: 'inherit' })
