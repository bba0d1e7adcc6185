/** Files that look like a configuration of planlint, and that nothing reads. */
import fs from 'node:fs'
import path from 'node:path'
import { ConfigError } from './error.ts'
import { candidatesIn, packageField } from './find.ts'
import { locateKeys } from './locate.ts'

const names = [
  '.planlintrc',
  '.planlintrc.json',
  '.planlintrc.yaml',
  '.planlintrc.yml',
  'planlint.json',
  'planlint.yaml',
  'planlint.yml',
  'planlint.toml',
  'planlint.config.json',
  'planlint.config.yaml',
  'planlint.config.yml',
  'planlint.config.js',
  'planlint.config.mjs',
  'planlint.config.cjs',
  'planlint.config.ts'
]

/** @throws {ConfigError} where a folder has a file that calls itself planlint's configuration */
export function refuseStrays(folder: string): void {
  const stray = names.map(name => path.join(folder, name)).find(file => fs.existsSync(file))
  if (stray !== undefined)
    throw new ConfigError(
      'is read by nobody: planlint is a plugin of remark, write {"plugins": [["planlint", {…}]]} into .remarkrc.json',
      stray
    )
}

/** @throws {ConfigError} where a package.json has a key of planlint's name */
export async function refuseOwnKey(data: unknown, file: string, text: string): Promise<void> {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'planlint')) return
  const { line, column } = await locateKeys(text, ['planlint'])
  throw new ConfigError(
    `"planlint" is read by nobody: write "${packageField}": {"plugins": [["planlint", {…}]]}`,
    file,
    { line, column }
  )
}

/** Configurations that lie beside the one that is read, and come after it: each in a line. */
export function passedOver(file: string, dataOnly: boolean): string[] {
  const all = candidatesIn(path.dirname(file), dataOnly).filter(each => path.basename(each) !== 'package.json')
  return all
    .slice(all.indexOf(file) + 1)
    .filter(() => all.includes(file))
    .map(other => `${path.basename(other)} beside it is not read: this file comes first`)
}
