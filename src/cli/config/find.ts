/** Finds configuration where unified-engine finds it: the nearest folder upwards, names in the engine's order, no merging of files. */
import fs from 'node:fs'
import path from 'node:path'
import { ConfigError, reason } from './error.ts'

const dataNames = ['.remarkrc', '.remarkrc.json', '.remarkrc.yaml', '.remarkrc.yml', 'package.json']

/** The order in which unified-engine tries names in one folder. */
const allNames = [
  '.remarkrc',
  '.remarkrc.json',
  '.remarkrc.cjs',
  '.remarkrc.mjs',
  '.remarkrc.js',
  '.remarkrc.yaml',
  '.remarkrc.yml',
  'package.json'
]

/** The field of package.json that holds configuration. */
export const packageField = 'remarkConfig'

/**
 * @param folder where the search begins, absolute
 * @param dataOnly leave out files that would have to be run
 * @returns the paths of the configuration files of one folder that exist, first choice first
 */
export function candidatesIn(folder: string, dataOnly: boolean): string[] {
  return (dataOnly ? dataNames : allNames).map(name => path.join(folder, name)).filter(file => exists(file))
}

/**
 * @param file an absolute path
 * @throws {ConfigError} when it can't be read
 */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`can't be read: ${reason(error)}`, file, undefined, error)
  }
}

function exists(file: string): boolean {
  try {
    return fs.statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    // It is there, in some way: reading it will tell.
    return true
  }
}
