/** Nothing is exported that nobody knows of. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const own = ['src', 'rules', 'packages'].flatMap(list)
const others = ['tests', 'bench', 'action', 'editors', 'scripts', 'site'].flatMap(list)
const names = new Map([...own, ...others].map(file => [file, new Set(read(file).match(/[\w$]+/g))]))

/** What users import. */
const isPublic = (file: string): boolean => /^src\/(?:types|options)\.ts$/.test(file)

test('what is exported is used in another file', () => {
  const unused = own
    .filter(file => !isPublic(file))
    .flatMap(file => exportsOf(file).map(name => ({ file, name })))
    .filter(({ file, name }) => ![...names].some(([other, all]) => other !== file && all.has(name)))
  expect(unused.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})

function exportsOf(file: string): string[] {
  const found = read(file).matchAll(/^export (?:async )?(?:const|function\*?|interface|type|class) ([\w$]+)/gm)
  return [...found].map(([, name]) => name!)
}

function list(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(name => /\.m?[jt]s$/.test(name) && !name.includes('node_modules'))
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}
