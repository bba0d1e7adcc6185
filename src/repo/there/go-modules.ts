import type { GoModule } from '../facts.ts'
import { folderOf } from '../paths.ts'

/**
 * Reads a `go.mod` line by line.
 *
 * @param file where it lies
 * @returns nothing where it declares no module
 */
export function readGoModule(text: string, file: string): GoModule | undefined {
  let name: string | undefined
  let block = ''
  const requires = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const [first = '', second = ''] = line.split('//', 1)[0]!.replaceAll('"', '').trim().split(/\s+/)
    if (second === '(') block = first
    else if (first === ')') block = ''
    else if (block === '' && first === 'module' && second !== '') name ??= second
    else if (/^(?:require|replace)$/.test(block === '' ? first : block)) requires.add(block === '' ? second : first)
  }
  return name === undefined ? undefined : { name, dir: folderOf(file), file, requires }
}
