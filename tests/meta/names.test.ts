/** One name, one concept: what src and rules export is called by a name that nothing else there has. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
/** Parts that describe themselves have the same slots each: a stage, a command, a script of a shell, and every rule's ids of messages. */
const slots =
  /^(?:src\/cli\/(?:stages|commands|completion)\/[\w-]+\.ts: (?:stage|createStage|script|rules)|rules\/.*: Id)$/

/** What writes a file has the text of that file in it. */
const writers = 'src/dev/'

const declarations = ['src', 'rules'].flatMap(list).flatMap(declarationsIn)

test('the name of an exported type stands for one thing', () => {
  const types = declarations.filter(({ kind }) => kind === 'type')
  expect(shared(types, types.filter(isExported))).toEqual([])
})

test('the name of an exported function or value stands for one thing', () => {
  const values = declarations.filter(each => each.kind === 'value' && isExported(each))
  expect(shared(values, values)).toEqual([])
})

interface Declaration {
  file: string
  name: string
  kind: 'type' | 'value'
  exported: boolean
}

function isExported({ exported }: Declaration): boolean {
  return exported
}

/** Names of the second that several of the first have. */
function shared(all: readonly Declaration[], named: readonly Declaration[]): string[] {
  const counted = all.filter(({ file, name }) => !slots.test(`${file}: ${name}`))
  const names = new Set(named.filter(each => counted.includes(each)).map(({ name }) => name))
  return [...names].flatMap(name => {
    const files = counted.filter(each => each.name === name).map(({ file }) => file)
    return files.length > 1 ? [`${name}: ${files.join(', ')}`] : []
  })
}

function declarationsIn(file: string): Declaration[] {
  const source = fs.readFileSync(path.join(root, file), 'utf8')
  const found = source.matchAll(/^(export )?(?:async )?(type|interface|class|function\*?|const|let) ([\w$]+)/gm)
  return [...found].map(([, exported, word, name]) => ({
    file,
    name: name!,
    kind: /^(?:type|interface|class)$/.test(word!) ? 'type' : 'value',
    exported: exported !== undefined
  }))
}

function list(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(name => name.endsWith('.ts') && !name.startsWith(writers))
}
